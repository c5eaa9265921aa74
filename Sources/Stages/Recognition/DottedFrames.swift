import Foundation
import Imaging

/// The frames of faint stamps on a page of black and white, of whose lines the threshold left dashes and dots.
///
/// Dashes up to 2 mm apart make lines, and what lies outside of a frame must be paper on three of its four sides:
/// the bars and stems of two lines of text make frames as well, but print goes on around those. A dotted
/// frame with print in it is closed, so that it may be a mark even when no word can be read.
func dottedFrames(
  in image: GrayImage, page: CellMeans, lengths: ClosedRange<Double>, dpi: Int
) -> [BlackFrame] {
  let thin = ThinInk(of: image, rows: image.height * 6 / 10, cell: page.cell, dpi: dpi)
  let reach = 4
  let pieces = levelLines(
    in: thin.lying.dilated(x: reach, y: 0), lengths: 3 * page.millimetre...lengths.upperBound,
    step: 1
  ).map { $0.shortened(by: Double(reach)) }
  let lines = joined(pieces, gap: 6 * page.millimetre).filter {
    // The least stamp, MẬT, is 18 mm wide.
    12 * page.millimetre <= $0.width && $0.width <= lengths.upperBound
  }
  let found = FrameFinder(
    page: page, grid: thin.standing.dilated(x: 0, y: reach), lines: lines, kind: .dotted
  ).frames
  let ink = page.ink(darkerBy: 0.5)
  return found.compactMap { frame in
    guard isAlone(frame, in: ink, page: page), thin.share(of: frame, cell: page.cell) >= 0.82 else {
      return nil
    }
    var frame = frame
    frame.isClosed = holdsPrint(frame, in: ink, page: page)
    return frame
  }
}

/// The lines, and those that two of them make over a gap where one goes on as the other began.
private func joined(_ lines: [LevelLine], gap: Double) -> [LevelLine] {
  lines
    + lines.flatMap { one in
      lines.compactMap { other -> LevelLine? in
        let apart = other.left.x - one.right.x
        guard apart > 0, apart <= gap, abs(one.row(at: other.left.x) - other.left.y) <= 2.5
        else { return nil }
        let whole = LevelLine(left: one.left, right: other.right, coverage: 0)
        guard abs(whole.slope) < 0.1 else { return nil }
        let inked = one.coverage * one.width + other.coverage * other.width
        return LevelLine(left: one.left, right: other.right, coverage: inked / whole.width)
      }
    }
}

/// Whether paper runs along three sides or more: from 0.5 to 1.5 mm outside, and at 0.6 mm inside.
private func isAlone(_ frame: BlackFrame, in ink: InkGrid, page: CellMeans) -> Bool {
  let outside = stride(from: 0.5, through: 1.5, by: 0.25).map { $0 * page.millimetre }
  let inside = [-0.6 * page.millimetre]
  let sides = frame.sides(cell: page.cell)
  return sides.count { ink.share(along: $0, at: outside) < 0.07 } >= 3
    && sides.count { ink.share(along: $0, at: inside) < 0.1 } >= 3
}

/// Whether the inner part holds as much ink as a word does.
private func holdsPrint(_ frame: BlackFrame, in ink: InkGrid, page: CellMeans) -> Bool {
  let box = frame.box.inCells(of: page.cell)
  let inset = Int((1.8 * page.millimetre).rounded())
  let inner = Box(
    x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset,
    height: box.height - 2 * inset)
  return (0.005...0.5).contains(ink.share(in: inner))
}

extension Box {
  fileprivate func inCells(of side: Int) -> Box {
    Box(x: x / side, y: y / side, width: width / side, height: height / side)
  }
}

/// One side of a frame, in cells, and the way out of the frame.
struct Side {
  let from: (x: Double, y: Double)
  let to: (x: Double, y: Double)
  let out: (x: Double, y: Double)
  var length: Double { hypot(to.x - from.x, to.y - from.y) }
}

extension BlackFrame {
  /// The four sides, in cells.
  func sides(cell: Int) -> [Side] {
    let scale = 1 / Double(cell)
    let (along, down) = (
      (x: cos(tilt * .pi / 180), y: sin(tilt * .pi / 180)),
      (x: -sin(tilt * .pi / 180), y: cos(tilt * .pi / 180))
    )
    let (half, deep) = (size.width / 2 * scale, size.height / 2 * scale)
    func corner(_ right: Double, _ low: Double) -> (x: Double, y: Double) {
      (
        box.midX * scale + right * half * along.x + low * deep * down.x,
        box.midY * scale + right * half * along.y + low * deep * down.y
      )
    }
    return [
      Side(from: corner(-1, -1), to: corner(1, -1), out: (-down.x, -down.y)),
      Side(from: corner(-1, 1), to: corner(1, 1), out: down),
      Side(from: corner(-1, -1), to: corner(-1, 1), out: (-along.x, -along.y)),
      Side(from: corner(1, -1), to: corner(1, 1), out: along),
    ]
  }
}

extension InkGrid {
  /// The share of cells with ink along a side, so many cells outside of it, 0…1.
  func share(along side: Side, at distances: [Double]) -> Double {
    let (dx, dy) = (side.to.x - side.from.x, side.to.y - side.from.y)
    let steps = max(4, Int(max(abs(dx), abs(dy))))
    var inked = 0
    // The ends belong to the corners.
    for step in 2..<steps - 1 {
      let t = Double(step) / Double(steps)
      for distance in distances {
        let x = side.from.x + t * dx + distance * side.out.x
        let y = side.from.y + t * dy + distance * side.out.y
        inked += isInk(Int(x.rounded()), Int(y.rounded())) ? 1 : 0
      }
    }
    return Double(inked) / Double((steps - 3) * distances.count)
  }

  /// The share of cells of a box that hold ink, 0…1; outside of the grid there is none.
  fileprivate func share(in box: Box) -> Double {
    let whole = Box(x: 0, y: 0, width: width, height: height)
    guard let inside = box.intersection(whole), inside.area > 0 else { return 0 }
    return Double(count(in: inside)) / Double(inside.area)
  }
}

/// What the threshold of a black and white scan left of faint thin lines: their dashes and dots, as cells.
///
/// A pixel of ink belongs to a line that lies when the ink through it is at most half a millimetre high and no
/// higher than wide, to one that stands the other way round; dots belong to both. Letters leave their bars and stems.
struct ThinInk {
  /// Cells with ink of lines that lie.
  let lying: InkGrid
  /// Cells with ink of lines that stand.
  let standing: InkGrid
  /// Cells with any ink.
  let all: InkGrid

  /// Looks at the first rows of a page of black and white.
  init(of image: GrayImage, rows: Int, cell: Int, dpi: Int) {
    let thickest = UInt8(clamping: max(3, dpi / 50))
    let (width, height) = (image.width / cell, rows / cell)
    var all = InkGrid(width: width, height: height)
    var (lying, standing) = (all, all)
    let across = runLengths(of: image, rows: rows, along: 1)
    let down = runLengths(of: image, rows: rows, along: image.width)
    for y in 0..<height * cell {
      for x in 0..<width * cell where across[y * image.width + x] > 0 {
        let (wide, high) = (across[y * image.width + x], down[y * image.width + x])
        let at = y / cell * width + x / cell
        all.cells[at] = 1
        if high <= thickest, high <= wide { lying.cells[at] = 1 }
        if wide <= thickest, wide <= high { standing.cells[at] = 1 }
      }
    }
    self.lying = lying
    self.standing = standing
    self.all = all
  }

  /// The share of the ink on the sides of a frame that is of thin lines along them, 0…1.
  func share(of frame: BlackFrame, cell: Int) -> Double {
    var (thin, inked) = (0.0, 0.0)
    for (index, side) in frame.sides(cell: cell).enumerated() {
      let length = side.length
      thin += (index < 2 ? lying : standing).share(along: side, at: [-1, 0, 1]) * length
      inked += all.share(along: side, at: [-1, 0, 1]) * length
    }
    return inked > 0 ? thin / inked : 0
  }
}

/// For each pixel of the first rows how long the run of ink through it is, up to 255; 0 on paper.
///
/// `along` is 1 for runs in rows, the width of the image for runs in columns.
private func runLengths(of image: GrayImage, rows: Int, along step: Int) -> [UInt8] {
  var lengths = [UInt8](repeating: 0, count: image.width * rows)
  let (lines, count, stride) =
    step == 1 ? (rows, image.width, image.width) : (image.width, rows, 1)
  for line in 0..<lines {
    var first = 0
    while first < count {
      var end = first
      while end < count, image.pixels[line * stride + end * step] < 128 { end += 1 }
      let length = UInt8(clamping: end - first)
      for index in first..<end { lengths[line * stride + index * step] = length }
      first = end + 1
    }
  }
  return lengths
}
