import Imaging

/// Bands of rows where seals and signatures in colour are broken.
///
/// Print in black fades no hue, but the grey that print is read in fades seals and pens, so that their strokes are taken from the
/// channel with least light. From one row to the next a pen goes on, and the rings and letters of a seal do for the most
/// part: where of three strokes or more a fifth of the ink at most goes on and four fifths are found again at one side, the
/// sheet has slipped. Nothing is found in ink that is paler than 60 levels below the paper, nor without 15 cells of colour.
func brokenInk(
  _ ink: ColoredCells, of image: ColorImage, paper: PaperColor, _ traits: PrintTraits
) -> [Range<Int>] {
  guard ink.isThere else { return [] }
  let level = min(paper.red, paper.green, paper.blue) - 60
  let rows = (0..<image.height).map { y -> Strokes in
    let columns = ink.columns(aroundRow: y, width: image.width)
    return columns.isEmpty
      ? Strokes() : coloredStrokes(of: image, row: y, in: columns, below: level)
  }
  let reach = traits.slipReach
  let seams = rows.indices.dropFirst().filter {
    rows[$0].jumpsInColor(from: rows[$0 - 1], by: reach)
  }
  return bands(around: seams, by: reach.upperBound, within: image.height)
}

/// The strokes of a row whose middle has a hue; whether the row is full is not asked of a few strokes.
private func coloredStrokes(
  of image: ColorImage, row y: Int, in columns: Range<Int>, below level: Int
) -> Strokes {
  let width = image.width * 3
  let row = image.pixels.span.extracting(y * width..<(y + 1) * width)
  var found = Strokes()
  var start: Int?
  for x in columns.lowerBound...columns.upperBound {
    let at = x &* 3
    let isInk = x < columns.upperBound && Int(min(row[at], min(row[at &+ 1], row[at &+ 2]))) < level
    if isInk {
      if start == nil { start = x }
    } else if let first = start {
      if image.hasHue(x: (first + x) / 2, y: y) { found.add(first, x) }
      start = nil
    }
  }
  return found
}
