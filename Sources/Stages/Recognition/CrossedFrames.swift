import Imaging

/// The frames of stamps that lie over print or have print running in, of whose sides only parts stand free.
///
/// Letters that cross a side make gaps, corners and thick ink of it, and more lines beside it, so that four lines found
/// by themselves miss a frame that an eye sees at once. A frame of a legal size is matched to one level side
/// (`CrossedOutline`), and along its whole outline thin strokes speak for it, bare paper against it, and thick ink, which
/// hides what is beneath, for neither. Over 200 painted stamps of black and white scans 0.85 to 1 of what is not hidden
/// is thin stroke; the best outline between the lines of plain print has 0.76. Fails where two sides are lost.
func crossedFrames(in ink: InkGrid, lines: [LevelLine], page: CellMeans) -> [BlackFrame] {
  let outline = CrossedOutline(ink, millimetre: page.millimetre)
  return lines.filter { $0.width >= 10 * page.millimetre && outline.isStroke($0) }.flatMap { line in
    [1.0, -1.0].compactMap { way -> BlackFrame? in
      guard let match = outline.match(on: line, way), match.isWhole,
        outline.endsAtCorners(match), ink.holdsPrint(in: match.frame, millimetre: page.millimetre)
      else { return nil }
      var frame = match.frame.frame(cell: page.cell, isClosed: true)
      // A letter or two at a corner leave the word as it is.
      frame.isCrossed = match.whole.hidden >= 0.08
      return frame
    }
  }
}

extension CrossedOutline.Match {
  /// Whether nearly all of its outline that is not hidden is there, most of each side, and enough is not hidden.
  fileprivate var isWhole: Bool {
    whole.free >= 0.85 && whole.hidden <= 0.45 && sides.allSatisfy { $0.free >= 0.6 }
  }
}

extension CrossedOutline {
  /// Whether its sides end at its corners, as those of the cells of a table do not.
  ///
  /// A stem of a letter may go on with one of them, a few letters hold ink half of the way.
  fileprivate func endsAtCorners(_ match: Match) -> Bool {
    let beyond = goingOn(match)
    return beyond.count { $0 >= 0.9 } <= 1 && beyond.count { $0 >= 0.5 } <= 3
  }
}
