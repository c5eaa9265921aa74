import Imaging

/// The frames of stamps that lie over print or have print running in, of whose sides only parts stand free.
///
/// Letters that cross a side make gaps, corners and thick ink of it, and more lines beside it, so that four lines found
/// by themselves miss a frame that an eye sees at once. A frame of a legal size is matched to one level side
/// (`CrossedOutline`), and along its whole outline thin strokes speak for it, bare paper against it, and thick ink, which
/// hides what is beneath, for neither. Over 200 painted stamps of black and white scans 0.85 to 1 of what is not hidden
/// is thin stroke; the best outline between the lines of plain print has 0.76. Fails where two sides are lost.
func crossedFrames(in ink: InkGrid, lines: [LevelLine], page: CellMeans) -> [BlackFrame] {
  let long = lines.filter { $0.width >= 10 * page.millimetre }
  guard !long.isEmpty else { return [] }
  let lying = CrossedOutline.strokes(in: ink, millimetre: page.millimetre)
  let strokes = long.filter(lying.isStroke)
  guard !strokes.isEmpty else { return [] }
  let outline = CrossedOutline(lying, in: ink, millimetre: page.millimetre)
  let matches = strokes.flatMap { line in
    [1.0, -1.0].compactMap { outline.match(on: line, $0) }.filter(\.isWhole)
  }
  return matches.filter { match in
    outline.endsAtCorners(match)
      && ink.holdsPrint(in: match.frame, millimetre: page.millimetre)
      && !matches.contains { $0.isBeside(match, within: page.millimetre) }
  }.map { match in
    var frame = match.frame.frame(cell: page.cell, isClosed: true)
    frame.isCrossed = match.isCrossed
    return frame
  }
}

extension CrossedOutline.Match {
  /// Whether nearly all of its outline that is not hidden is there, most of each side, and enough is not hidden.
  fileprivate var isWhole: Bool {
    whole.free >= 0.85 && whole.hidden <= 0.45 && sides.allSatisfy { $0.free >= 0.6 }
  }

  /// Whether print crosses it; a letter or two at a corner leave the word as it is.
  fileprivate var isCrossed: Bool { whole.hidden >= 0.08 }

  /// Whether it shares a side with another outline, as the cells of a table do; distances in cells.
  fileprivate func isBeside(_ other: Self, within distance: Double) -> Bool {
    let (a, b) = (frame.edges, other.frame.edges)
    let across = min(a.right, b.right) - max(a.left, b.left)
    let down = min(a.bottom, b.bottom) - max(a.top, b.top)
    func isMost(_ common: Double, of one: Double, and other: Double) -> Bool {
      common >= 0.6 * min(one, other)
    }
    return abs(down) <= distance
      && isMost(across, of: a.right - a.left, and: b.right - b.left)
      || abs(across) <= distance && isMost(down, of: a.bottom - a.top, and: b.bottom - b.top)
  }
}

extension CrossedOutline {
  /// Whether its sides end at its corners, as those of the cells of a table do not.
  ///
  /// Of print that crosses it a stem may go on with a side, and a few letters hold ink half of the way.
  fileprivate func endsAtCorners(_ match: Match) -> Bool {
    let beyond = goingOn(match)
    return beyond.count { $0.most >= 0.9 } <= (match.isCrossed ? 1 : 0)
      && beyond.count { $0.straight >= 0.5 } <= 3
  }
}

extension DashedOutline.Match {
  /// The middles of its sides, in cells.
  fileprivate var edges: (left: Double, right: Double, top: Double, bottom: Double) {
    func middle(_ side: Side) -> Point { side.point(side.length / 2) }
    return (
      middle(sides[2]).x, middle(sides[3]).x, middle(sides[0]).y, middle(sides[1]).y
    )
  }
}
