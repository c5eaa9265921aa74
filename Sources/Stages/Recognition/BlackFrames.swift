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
  /// Whether two of its sides are double, or another frame is in it, as in MẬT, TỐI MẬT and TUYỆT MẬT.
  var isDouble: Bool
  /// Whether four sides are there, or three of a frame of a mark's size, and nothing goes on beyond its corners.
  var isClosed: Bool
  /// Whether print crosses it, so that words in it are not all of the stamp.
  var isCrossed = false

  /// Whether it may be that of a mark even when its words are not read.
  var mayBeMark: Bool { isDouble || isClosed }

  /// Whether the middle of another frame, no larger, lies near the middle of this one.
  fileprivate func isSame(as other: BlackFrame) -> Bool {
    abs(box.midX - other.box.midX) < 0.35 * size.width
      && abs(box.midY - other.box.midY) < 0.5 * size.height
  }

  static func == (a: BlackFrame, b: BlackFrame) -> Bool {
    a.box == b.box && a.tilt == b.tilt && a.size == b.size && a.isDouble == b.isDouble
      && a.isClosed == b.isClosed && a.isCrossed == b.isCrossed
  }
}

/// Finds the frames of stamps in black: in a grey or black and white scan a red MẬT is black too.
///
/// Tesseract's layout analysis takes a framed word for a picture and drops it. A frame is two level lines that
/// lie one above the other, 4 to 18 mm apart, with an upright side at an end of both; or one line with upright sides
/// at both its ends, since a die that did not touch the paper on one side leaves three. Worn, faint and tilted
/// lines count (`levelLines`). At most six, the largest of those that share a middle, in reading order; of
/// the upper six tenths of the page, because marks stand in the heading.
func blackFrames(in image: GrayImage, dpi: Int, isBilevel: Bool = false) -> [BlackFrame] {
  let page = CellMeans(of: image, rows: image.height * 6 / 10, dpi: dpi)
  let lengths = 9 * page.millimetre...62 * page.millimetre
  var frames: [BlackFrame] = []
  // Dark ink alone keeps the two lines of a fresh frame apart, pale ink finds a faint one.
  for share in [0.5, 0.25, 0.1] {
    let grid = page.ink(darkerBy: share)
    // Steps of one row keep the two lines of a sloping double frame apart, steps of two hold a worn one together.
    let lines = levelLines(in: grid, lengths: lengths, steps: [2, 1])
    frames +=
      FrameFinder(page: page, grid: grid, lines: lines, kind: share < 0.2 ? .pale : .fresh).frames
    // Pale enough to hold the frame of any stamp, and its two lines apart.
    if share < 0.5 { frames += crossedFrames(in: grid, lines: lines, page: page) }
  }
  if isBilevel { frames += dashedFrames(in: image, page: page, dpi: dpi) }
  var kept: [BlackFrame] = []
  for frame in frames.sorted(by: { $0.size.height * $0.size.width > $1.size.height * $1.size.width }
  ) {
    if let same = kept.firstIndex(where: { $0.isSame(as: frame) }) {
      kept[same].isDouble = kept[same].isDouble || frame.isDouble
      kept[same].isClosed = kept[same].isClosed || frame.isClosed
      kept[same].isCrossed = kept[same].isCrossed || frame.isCrossed
    } else {
      kept.append(frame)
    }
  }
  // What may be a mark even unread comes first where there are too many, as on a page of tables.
  let ranked = kept.filter(\.mayBeMark) + kept.filter { !$0.mayBeMark }
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
        if let found = frame(top, bottom) { frames.append(found) }
      }
    }
    return kind == .fresh ? frames + lines.compactMap(threeSided) : frames
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
    case .pale:
      guard sides[0] >= 0.85 else { return nil }
      let isMark =
        sides[0] >= 0.95 && isMarkSized(top, bottom) && !isCell(top, bottom)
        && endsAtCorners(top) && endsAtCorners(bottom)
      return frame(top, bottom, isClosed: isMark)
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

  /// Whether a level side ends where it ends: the bars of letters and the rules of a table go on for 3 mm.
  private func endsAtCorners(_ line: LevelLine) -> Bool {
    let steps = Int(3 * page.millimetre)
    return [(line.left.x, -1), (line.right.x, 1)].allSatisfy { end, way in
      let inked = (4..<4 + steps).count { step in
        let x = end + Double(way * step)
        let row = Int(line.row(at: x).rounded())
        return (row - 1...row + 1).contains { grid.isInk(Int(x), $0) }
      }
      return inked * 5 <= steps
    }
  }

  /// A frame that lost its upper or its lower side: a line with upright sides at both ends.
  private func threeSided(_ line: LevelLine) -> BlackFrame? {
    guard line.width >= 12 * page.millimetre, line.coverage >= 0.85 else { return nil }
    for down in [1.0, -1.0] {
      func opposite(_ height: Double) -> LevelLine {
        let shift = down * height * page.millimetre
        return LevelLine(
          left: (line.left.x - line.slope * shift, line.left.y + shift),
          right: (line.right.x - line.slope * shift, line.right.y + shift), coverage: 0)
      }
      for height in stride(from: 9.0, through: 4, by: -1) {
        let other = opposite(height)
        let sides = [(line.left, other.left), (line.right, other.right)]
        guard sides.allSatisfy({ side(from: $0, to: $1) >= 0.9 }) else { continue }
        let (top, bottom) = down > 0 ? (line, other) : (other, line)
        // Print may hide the fourth side of a whole stamp; a cut one keeps three quarters of its height. Boxes of
        // forms and drawings are higher than 10 mm, or go on where the search ends.
        let isHigher =
          opposite(12).middle.y >= Double(grid.height)
          || zip(opposite(10.3).ends, opposite(12).ends).allSatisfy {
            side(from: $0, to: $1) >= 0.8
          }
        let isWhole =
          height >= 6 && !isHigher && isMarkSized(top, bottom) && !isCell(top, bottom)
          && endsAtCorners(line)
        var frame = frame(top, bottom, isClosed: isWhole)
        if height < 8 {
          // Where a cut die ends, letters end too: no line keeps them from the rim.
          let open = opposite(height + 1.6)
          let whole =
            down > 0
            ? self.frame(line, open, isClosed: isWhole) : self.frame(open, line, isClosed: isWhole)
          frame = BlackFrame(
            box: whole.box, tilt: whole.tilt, size: whole.size, isDouble: frame.isDouble,
            isClosed: isWhole)
        }
        return frame
      }
    }
    return nil
  }

  private func frame(
    _ top: LevelLine, _ bottom: LevelLine, isClosed: Bool
  ) -> BlackFrame {
    let cell = Double(page.cell)
    let slope = (top.slope + bottom.slope) / 2
    let cosine = cos(atan(slope))
    let apart = bottom.row(at: top.middle.x) - top.middle.y
    // What is smaller than the least mark frames a few letters of print.
    let isWide = max(top.width, bottom.width) >= leastWidth
    return BlackFrame(
      box: Box(around: top.ends + bottom.ends, cell: page.cell), tilt: atan(slope) * 180 / .pi,
      size: (max(top.width, bottom.width) / cosine * cell, apart * cosine * cell),
      isDouble: isWide && isDouble(top, bottom), isClosed: isWide && isClosed)
  }

  /// Whether two of the four sides or more have a second line inside; three where letters make lines too.
  private func isDouble(_ top: LevelLine, _ bottom: LevelLine) -> Bool {
    let level = [(top, 1.0), (bottom, -1.0)].count { isDouble($0, inwards: $1) }
    // Beside the side of a table's cell stands print.
    let sides =
      isMarkSized(top, bottom) && !isCell(top, bottom)
      ? [(top.left, bottom.left, 1.0), (top.right, bottom.right, -1.0)] : []
    let upright = sides.count { high, low, inwards in
      stride(from: 0.7, through: 2.1, by: 0.35).contains { inset in
        // The second line begins and ends as far inside, and the space before it is paper, or it is one thick line.
        let (shift, down) = (inset * inwards * page.millimetre, inset * page.millimetre)
        return side(
          from: (high.x + shift, high.y + down), to: (low.x + shift, low.y - down), slack: 1) >= 0.8
          && side(
            from: (high.x + shift / 2, high.y), to: (low.x + shift / 2, low.y), slack: 0, beside: 0)
            < 0.5
      }
    }
    return level + upright >= (kind == .fresh ? 2 : 3) || hasInnerFrame(top, bottom)
  }

  /// A MẬT whose die is 18 mm wide and lost a fifth, in cells.
  private var leastWidth: Double { 14 * page.millimetre }

  /// Whether the frame is as large as that of a mark: the longest, TUYỆT MẬT, is 40 mm wide and 8 mm high.
  private func isMarkSized(_ top: LevelLine, _ bottom: LevelLine) -> Bool {
    (leastWidth...48 * page.millimetre).contains(max(top.width, bottom.width))
      && bottom.row(at: top.middle.x) - top.middle.y <= 12 * page.millimetre
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
  /// beside its point, and ink so many cells beside the way counts.
  private func side(
    from: (x: Double, y: Double), to: (x: Double, y: Double), slack: Int = 3,
    beside: Int = 1
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
          return (column - beside...column + beside).contains { grid.isInk($0, row) }
        }
        most = max(most, inked)
      }
    }
    return Double(most) / Double(steps - 1)
  }
}
