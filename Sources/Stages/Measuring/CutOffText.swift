package import Imaging

/// The letters that an edge of the image cuts, in the order of the page.
///
/// A letter is cut when its box comes within 2 pixels of an edge. Dust and the rim of the sheet do that
/// too, so a cut letter must have the size of the page's print (0.4 to 2.2 x-heights, across the cut any
/// size) and a neighbour of that size on its line, no further than 2.5 x-heights away; an edge with a
/// black band has no letters. It misses a cut that falls between two lines or words, and single letters.
/// Source: page-quality notes 1.4, "cut-off content" (a).
package func cutOffLetters(
  of pieces: InkPieces, text: TextPieces, xHeight: Double?, border: BlackBorder, width: Int,
  height: Int
) -> [Box] {
  guard let xHeight else { return [] }
  let letters = text.indices.map { pieces.boxes[$0] }.filter { isLetter($0, xHeight) }
  let touching = text.indices.map { pieces.boxes[$0] }.filter {
    !edges(touchedBy: $0, width, height).isEmpty
  }
  return touching.filter { box in
    let touched = edges(touchedBy: box, width, height)
    guard touched.allSatisfy({ border.depths[$0, default: 0] <= 2 }) else { return false }
    let isBesideLines = touched.contains(.left) || touched.contains(.right)
    let length = Double(isBesideLines ? box.height : box.width)
    guard length >= 0.4 * xHeight, length <= 2.2 * xHeight else { return false }
    return (letters + touching).contains { other in
      other != box && isNeighbour(other, of: box, within: 2.5 * xHeight)
    }
  }
}

private func isLetter(_ box: Box, _ xHeight: Double) -> Bool {
  Double(box.height) >= 0.6 * xHeight && Double(box.height) <= 2.2 * xHeight
}

/// Whether two boxes stand on one line, closer than `gap`.
private func isNeighbour(_ other: Box, of box: Box, within gap: Double) -> Bool {
  let overlap = min(box.maxY, other.maxY) - max(box.y, other.y)
  guard 2 * overlap >= min(box.height, other.height) else { return false }
  let distance = max(box.x, other.x) - min(box.maxX, other.maxX)
  return Double(distance) <= gap
}

private func edges(touchedBy box: Box, _ width: Int, _ height: Int) -> [Edge] {
  var touched: [Edge] = []
  if box.x <= 2 { touched.append(.left) }
  if box.maxX >= width - 2 { touched.append(.right) }
  if box.y <= 2 { touched.append(.top) }
  if box.maxY >= height - 2 { touched.append(.bottom) }
  return touched
}
