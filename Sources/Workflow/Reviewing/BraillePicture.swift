import Imaging
public import Reporting
import TurboJPEG

extension FieldCrop {
  /// The crop in braille signs, two dots across and four down each, for a terminal of so many columns.
  ///
  /// A dot is set where at least a third of its cell is darker than Otsu's threshold, so that thin strokes stay
  /// whole. Empty when the picture cannot be decoded.
  public func braille(columns: Int) -> [String] {
    let bytes = [UInt8](picture.jpeg)
    // Our own encoder wrote it; a damaged ledger costs the picture only.
    guard let header = try? JPEGHeader(of: bytes),
      let image = try? decodedJPEG(bytes, header: header).luminance
    else { return [] }
    let across = min(columns * 2, image.width)
    let down = max(4, image.height * across / image.width)
    var histogram = [Int](repeating: 0, count: 256)
    for value in image.pixels { histogram[Int(value)] += 1 }
    let threshold = otsuSplit(of: histogram).threshold
    func isInk(_ x: Int, _ y: Int) -> Bool {
      guard x < across, y < down else { return false }
      let (columns, rows) = (
        x * image.width / across..<(x + 1) * image.width / across,
        y * image.height / down..<(y + 1) * image.height / down
      )
      let dark = rows.reduce(0) { sum, row in
        columns.reduce(sum) { $0 + (Int(image.pixels[row * image.width + $1]) < threshold ? 1 : 0) }
      }
      return dark > 0 && 3 * dark >= columns.count * rows.count
    }
    // Unicode numbers the dots of a cell down the left column, then down the right, the lowest row last.
    let dots = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    let rows = stride(from: 0, to: down, by: 4).map { y in
      String(
        String.UnicodeScalarView(
          stride(from: 0, to: across, by: 2).map { x -> Unicode.Scalar in
            let bits = dots.enumerated().reduce(0) { bits, dot in
              isInk(x + dot.element.0, y + dot.element.1) ? bits | 1 << dot.offset : bits
            }
            return Unicode.Scalar(UInt8(bits)).braille
          }))
    }
    let isEmpty = { (row: String) in row.unicodeScalars.allSatisfy { $0 == "\u{2800}" } }
    return Array(rows.drop(while: isEmpty).reversed().drop(while: isEmpty).reversed())
  }
}

extension Unicode.Scalar {
  /// The braille sign whose dots are the bits of this number, 0…255 (Unicode block U+2800).
  fileprivate var braille: Unicode.Scalar {
    Unicode.Scalar(0x2800 + value) ?? " "
  }
}
