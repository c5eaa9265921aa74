package import Imaging

/// A page seen from afar: the mean of square cells, about 440 along the longer side.
///
/// A cell is 0.7 mm of A4 at any resolution, so that what is looked for on it (corners, fingers, paper)
/// has one size. Of two rows of each cell every other pixel is read: what is smaller than a cell is not
/// looked for.
package struct CellPicture: Equatable {
  /// The side of a cell, in pixels.
  package let side: Int
  /// Cells a row.
  package let columns: Int
  /// Rows of cells.
  package let rows: Int
  /// The mean of each cell in the grey of the page, 0…255.
  package let gray: [UInt8]
  /// The mean red, green and blue of each cell; empty when the page has no colour.
  package let colors: [UInt8]

  /// The brightness of a cell.
  package func brightness(_ column: Int, _ row: Int) -> Int { Int(gray[row * columns + column]) }

  /// The pixels that cells stand for, cut at the edges of the picture.
  package func box(columns across: Range<Int>, rows down: Range<Int>, in image: GrayImage) -> Box {
    let left = across.lowerBound * side
    let top = down.lowerBound * side
    return Box(
      x: left, y: top, width: max(0, min(image.width, across.upperBound * side) - left),
      height: max(0, min(image.height, down.upperBound * side) - top))
  }
}

/// Draws the cells of a page.
package func cellPicture(of gray: GrayImage, colored image: ColorImage?) -> CellPicture {
  // No wider than a narrow strip, and small enough for the sums of a cell.
  let side = max(1, min(max(gray.width, gray.height) / 440, gray.width, gray.height, 4000))
  let columns = max(1, gray.width / side)
  let rows = max(1, gray.height / side)
  var cells = [UInt8](repeating: 0, count: columns * rows)
  var colors = [UInt8](repeating: 0, count: image == nil ? 0 : columns * rows * 3)
  for row in 0..<rows {
    let upper = min(gray.height - 1, row * side + side / 4)
    let lower = min(gray.height - 1, row * side + 3 * side / 4)
    addMeans(
      gray.row(upper), gray.row(lower), samples: 1, side: side, from: row * columns,
      to: &cells)
    guard let image else { continue }
    let length = image.width * 3
    addMeans(
      image.pixels.span.extracting(upper * length..<(upper + 1) * length),
      image.pixels.span.extracting(lower * length..<(lower + 1) * length), samples: 3, side: side,
      from: row * columns * 3, to: &colors)
  }
  return CellPicture(side: side, columns: columns, rows: rows, gray: cells, colors: colors)
}

/// The means of the cells of two rows of interleaved samples.
///
/// A sum is at most 2 · side · 255, far below 2³² for any side.
private func addMeans(
  _ upper: Span<UInt8>, _ lower: Span<UInt8>, samples: Int, side: Int, from start: Int,
  to cells: inout [UInt8]
) {
  var out = cells.mutableSpan
  let count = upper.count / samples / side
  let taken = (side + 1) / 2
  // A product instead of a division, which costs more than all else here: exact while sums stay below 2³² / divisor.
  let divisor = UInt64(2 * taken)
  precondition(divisor * divisor * 255 < 1 << 32)
  let inverse = (1 << 32) / divisor + 1
  for cell in 0..<max(1, count) {
    let base = cell &* side &* samples
    for sample in 0..<samples {
      var sum: UInt32 = 0
      var at = base &+ sample
      for _ in 0..<taken {
        sum &+= UInt32(upper[at]) &+ UInt32(lower[at])
        at &+= 2 &* samples
      }
      out[start &+ cell &* samples &+ sample] = UInt8(
        truncatingIfNeeded: (UInt64(sum) &* inverse) >> 32)
    }
  }
}
