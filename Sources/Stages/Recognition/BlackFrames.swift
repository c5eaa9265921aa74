import Foundation
import Imaging

/// The frame of a stamp in black ink.
struct BlackFrame: Equatable {
  /// The upright box around it, in pixels of the picture.
  let box: Box
  /// How far it slopes down to the right, in degrees.
  let tilt: Double
  /// Its own sides in pixels: its upper side runs along the tilt.
  let size: (width: Double, height: Double)
  /// Whether one of its level sides is double, as those of MẬT, TỐI MẬT and TUYỆT MẬT are.
  fileprivate(set) var isDouble: Bool
  /// Whether all four sides are there.
  var isClosed: Bool

  /// Whether the middle of another frame, no larger, lies near the middle of this one.
  fileprivate func isSame(as other: BlackFrame) -> Bool {
    abs(box.midX - other.box.midX) < 0.35 * size.width
      && abs(box.midY - other.box.midY) < 0.5 * size.height
  }

  static func == (a: BlackFrame, b: BlackFrame) -> Bool {
    a.box == b.box && a.tilt == b.tilt && a.size == b.size && a.isDouble == b.isDouble
      && a.isClosed == b.isClosed
  }
}

/// Finds the frames of stamps in black: in a grey or black and white scan a red MẬT is black too.
///
/// Tesseract's layout analysis takes a framed word for a picture and drops it. A frame is two level lines that
/// lie one above the other, 4 to 18 mm apart, with an upright side at an end of both; or one line with upright sides
/// at both its ends, since a die that did not touch the paper on one side leaves three. Worn, faint and tilted
/// lines count (`levelLines`). At most six, the tallest of those that share a middle, in reading order; of
/// the upper six tenths of the page, because marks stand in the heading.
func blackFrames(in image: GrayImage, dpi: Int, isBilevel: Bool = false) -> [BlackFrame] {
  let page = CellMeans(of: image, rows: image.height * 6 / 10, dpi: dpi)
  let lengths = 9 * page.millimetre...62 * page.millimetre
  var frames: [BlackFrame] = []
  // Dark ink alone keeps the two lines of a fresh frame apart, pale ink finds a faint one.
  for share in [0.5, 0.25, 0.1] {
    let grid = page.ink(darkerBy: share)
    // Steps of one row keep the two lines of a sloping double frame apart, steps of two hold a worn one together.
    let lines = [2, 1].flatMap { levelLines(in: grid, lengths: lengths, step: $0) }
    frames +=
      FrameFinder(page: page, grid: grid, lines: lines, kind: share < 0.2 ? .pale : .fresh).frames
  }
  if isBilevel { frames += dottedFrames(in: image, page: page, lengths: lengths, dpi: dpi) }
  var kept: [BlackFrame] = []
  for frame in frames.sorted(by: { $0.size.height * $0.size.width > $1.size.height * $1.size.width }
  ) {
    if let same = kept.firstIndex(where: { $0.isSame(as: frame) }) {
      kept[same].isDouble = kept[same].isDouble || frame.isDouble
      kept[same].isClosed = kept[same].isClosed || frame.isClosed
    } else {
      kept.append(frame)
    }
  }
  // What is double comes first where there are too many.
  let ranked = kept.filter(\.isDouble) + kept.filter { !$0.isDouble }
  return ranked.prefix(6).sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
}

/// Puts lines together to frames.
struct FrameFinder {
  let page: CellMeans
  let grid: InkGrid
  let lines: [LevelLine]
  let kind: Kind

  /// What the lines were taken from.
  enum Kind {
    case fresh
    /// Pale cells count as ink: letters make lines too, and both upright sides must be there.
    case pale
    /// Dashes count as lines, which may end before their frame does.
    case dotted
  }

  var frames: [BlackFrame] {
    var frames: [BlackFrame] = []
    let millimetre = page.millimetre
    for top in lines {
      for bottom in lines where bottom.middle.y > top.middle.y {
        let apart = bottom.row(at: top.middle.x) - top.middle.y
        guard (4 * millimetre...18 * millimetre).contains(apart),
          abs(top.slope - bottom.slope) < 0.035, top.overlap(with: bottom) >= 0.7,
          min(top.width, bottom.width) >= 0.6 * max(top.width, bottom.width)
        else { continue }
        let span = kind == .dotted ? span(of: top, bottom) : nil
        let found = span.map { frame(top.from($0), bottom.from($0)) } ?? frame(top, bottom)
        if let found { frames.append(found) }
      }
    }
    return kind == .fresh ? frames + lines.compactMap(threeSided) : frames
  }

  /// Where a frame of two dotted lines begins and ends: where the first of them does, since dashes fail at
  /// an end.
  private func span(of top: LevelLine, _ bottom: LevelLine) -> ClosedRange<Double> {
    min(top.left.x, bottom.left.x)...max(top.right.x, bottom.right.x)
  }

  /// The frame that two lines and the upright sides between their ends make, nil when too little of them is there.
  private func frame(_ top: LevelLine, _ bottom: LevelLine) -> BlackFrame? {
    let sides = [
      top.coverage, bottom.coverage, side(from: top.left, to: bottom.left),
      side(from: top.right, to: bottom.right),
    ].sorted()
    switch kind {
    case .fresh:
      // Letters of two lines of text make sides with gaps; a die that lost one side has three whole ones.
      guard sides[1] >= 0.85 else { return nil }
      return frame(top, bottom, isClosed: sides[0] >= 0.85 && !isCell(top, bottom))
    case .pale: return sides[0] >= 0.85 ? frame(top, bottom, isClosed: false) : nil
    case .dotted:
      return sides[0] >= 0.5 && sides[1] >= 0.7 ? frame(top, bottom, isClosed: false) : nil
    }
  }

  /// Whether an upright side goes on 4 mm above or below, as those of the cells of a table do.
  private func isCell(_ top: LevelLine, _ bottom: LevelLine) -> Bool {
    [(top.left, -1.0), (top.right, -1.0), (bottom.left, 1.0), (bottom.right, 1.0)].contains {
      end, way in
      let slope = top.slope * way
      let near = (end.x - slope * page.millimetre, end.y + way * page.millimetre)
      let far = (end.x - slope * 4 * page.millimetre, end.y + way * 4 * page.millimetre)
      return side(from: near, to: far) >= 0.85
    }
  }

  /// A frame that lost its upper or its lower side: a line with upright sides at both ends.
  private func threeSided(_ line: LevelLine) -> BlackFrame? {
    guard line.width >= 12 * page.millimetre, line.coverage >= 0.85 else { return nil }
    for down in [1.0, -1.0] {
      for height in stride(from: 9.0, through: 4, by: -1) {
        let shift = down * height * page.millimetre
        let other = LevelLine(
          left: (line.left.x - line.slope * shift, line.left.y + shift),
          right: (line.right.x - line.slope * shift, line.right.y + shift), coverage: 0)
        let sides = [(line.left, other.left), (line.right, other.right)]
        guard sides.allSatisfy({ side(from: $0, to: $1) >= 0.9 }) else { continue }
        return down > 0
          ? frame(line, other, isClosed: false) : frame(other, line, isClosed: false)
      }
    }
    return nil
  }

  private func frame(
    _ top: LevelLine, _ bottom: LevelLine, isClosed: Bool
  ) -> BlackFrame {
    let cell = Double(page.cell)
    let ends = [top.left, top.right, bottom.left, bottom.right]
    let (xs, ys) = (ends.map(\.x).sorted(), ends.map(\.y).sorted())
    let slope = (top.slope + bottom.slope) / 2
    let cosine = cos(atan(slope))
    let apart = bottom.row(at: top.middle.x) - top.middle.y
    let box = Box(
      x: Int(max(0, xs[0]) * cell), y: Int(max(0, ys[0]) * cell),
      width: Int((xs[3] - max(0, xs[0]) + 1) * cell),
      height: Int((ys[3] - max(0, ys[0]) + 1) * cell))
    return BlackFrame(
      box: box, tilt: atan(slope) * 180 / .pi,
      size: (max(top.width, bottom.width) / cosine * cell, apart * cosine * cell),
      isDouble: isDouble(top, bottom), isClosed: isClosed)
  }

  /// Whether two of the four sides or more have a second line inside; three where letters make lines too.
  private func isDouble(_ top: LevelLine, _ bottom: LevelLine) -> Bool {
    let level = [(top, 1.0), (bottom, -1.0)].count { isDouble($0, inwards: $1) }
    let upright = [(top.left, bottom.left, 1.0), (top.right, bottom.right, -1.0)].count { end in
      stride(from: 0.7, through: 2.1, by: 0.35).contains { inset in
        let shift = inset * end.2 * page.millimetre
        // The space between the two lines is paper, or it is one thick line.
        return side(from: (end.0.x + shift, end.0.y), to: (end.1.x + shift, end.1.y), slack: 1)
          >= 0.65
          && side(
            from: (end.0.x + shift / 2, end.0.y), to: (end.1.x + shift / 2, end.1.y), slack: 0)
            < 0.5
      }
    }
    return level + upright >= (kind == .fresh ? 2 : 3) || hasInnerFrame(top, bottom)
  }

  /// Whether a whole line lies inside of each level side and ends as far inside at its ends: the two upright
  /// lines of a faint side run together long before.
  private func hasInnerFrame(_ top: LevelLine, _ bottom: LevelLine) -> Bool {
    let inset = 0.4 * page.millimetre...2.2 * page.millimetre
    return [(top, 1.0), (bottom, -1.0)].allSatisfy { line, inwards in
      lines.contains { other in
        other.coverage >= 0.9
          && inset.contains((other.middle.y - line.row(at: other.middle.x)) * inwards)
          && inset.contains(other.left.x - line.left.x)
          && inset.contains(line.right.x - other.right.x)
      }
    }
  }

  /// Whether lines run 0.5 to 2.2 mm inside of a side, along four tenths of it or more.
  private func isDouble(_ line: LevelLine, inwards: Double) -> Bool {
    let inner = lines.filter { other in
      let apart = (line.row(at: other.middle.x) - other.middle.y) * -inwards
      return (0.5 * page.millimetre...2.2 * page.millimetre).contains(apart)
        && line.overlap(with: other) >= 0.7 && abs(other.slope - line.slope) < 0.06
        && other.coverage >= 0.8
    }
    return inner.reduce(0) { $0 + $1.width } >= 0.4 * line.width
  }

  /// The share of the straight way between two points that has ink, 0…1; each end may lie `slack` cells
  /// beside its point, and a cell beside the way counts.
  private func side(
    from: (x: Double, y: Double), to: (x: Double, y: Double), slack: Int = 3
  ) -> Double {
    let steps = Int(abs(to.y - from.y))
    guard steps > 2 else { return 0 }
    var most = 0
    for start in -slack...slack {
      for end in max(-slack, start - 2)...min(slack, start + 2) {
        let inked = (1..<steps).count { step in
          let t = Double(step) / Double(steps)
          let x = from.x + Double(start) + t * (to.x - from.x + Double(end - start))
          let row = Int((from.y + t * (to.y - from.y)).rounded())
          let column = Int(x.rounded())
          return grid.isInk(column, row) || grid.isInk(column - 1, row)
            || grid.isInk(column + 1, row)
        }
        most = max(most, inked)
      }
    }
    return Double(most) / Double(steps - 1)
  }
}
