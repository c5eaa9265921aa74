import Imaging
import Leptonica

/// Share of the text-sized pieces of ink that lie in some word box, 0…1; nil without such pieces.
///
/// Confidence is blind to text that layout analysis lost (page-quality notes, finding 3): a page can
/// lose 40 % of its words and keep a mean of 95. A piece counts as text when it is 0.6 to 2.6
/// x-heights tall and at most 4 wide, and as read when its centre lies in a word box grown by a
/// quarter of an x-height. Photographs and handwriting count as text that was not read.
func coverage(of ink: PageInk, words: [Box]) -> Double? {
  let pieces = ink.pieces.map(\.box)
  guard let xHeight = commonHeight(of: pieces) else { return nil }
  let height = Double(xHeight)
  let text = pieces.filter {
    Double($0.height) >= 0.6 * height && Double($0.height) <= 2.6 * height
      && Double($0.width) <= 4 * height && $0.width >= 2
  }
  guard !text.isEmpty else { return nil }
  let read = WordMap(
    words.map { $0.grown(by: xHeight / 4, within: ink.image.width, ink.image.height) })
  return Double(text.count { read.holds($0) }) / Double(text.count)
}

/// The most common height of letter-like pieces, weighted by the height; nil below 20 pieces.
private func commonHeight(of pieces: [Box]) -> Int? {
  var weights = [Int](repeating: 0, count: 202)
  var letters = 0
  for piece in pieces
  where piece.height >= 5 && piece.height <= 200 && piece.width >= 3
    && piece.width < 3 * piece.height && piece.height < 6 * piece.width
  {
    weights[piece.height] += piece.height
    letters += 1
  }
  guard letters >= 20 else { return nil }
  func smooth(_ height: Int) -> Int { weights[height - 1] + weights[height] + weights[height + 1] }
  return (1...200).max { smooth($0) < smooth($1) }
}

/// Finds the word boxes near a point: boxes by bands of 64 rows.
private struct WordMap {
  private var bands: [Int: [Box]] = [:]

  init(_ boxes: [Box]) {
    for box in boxes {
      for band in box.y / 64...max(box.y, box.maxY) / 64 { bands[band, default: []].append(box) }
    }
  }

  func holds(_ piece: Box) -> Bool {
    let (x, y) = (piece.x + piece.width / 2, piece.y + piece.height / 2)
    return bands[y / 64, default: []].contains {
      x >= $0.x && x < $0.maxX && y >= $0.y && y < $0.maxY
    }
  }
}
