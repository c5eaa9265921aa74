package import Imaging

/// Share of bare paper that something shines through, 0…1; nil without 200 bare blocks.
///
/// Bare blocks of 4 × 4 pixels, 3 pixels or more from any ink, of every fourth band of rows, are compared
/// with the paper of their tile: darker by more than 0.15 of the ink–paper step, and by more than the
/// grain of a block's mean explains, is show-through. What is dark enough to be taken for ink is counted
/// too: pieces as high as letters whose darkest pixel stays in the paler half of the step. A stain, a
/// fold and a faint second text read the same. Source: page-quality notes 1.3, metric 16.
package func showThrough(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, paper: PaperMap, darkest: [UInt8],
  tone: (ink: Double, paper: Double), noise: Double, xHeight: Double?
) -> Double? {
  guard !paper.isBilevel, tone.paper > tone.ink else { return nil }
  let step = tone.paper - tone.ink
  // The mean of 16 pixels has a quarter of their grain: 1.2 σ is nearly 5 deviations.
  let limit = Int(max(0.15 * step, 1.2 * noise + 2).rounded())
  var blocks = BareBlocks(width: image.width)
  for top in stride(from: 4, to: image.height - 8, by: 16) {
    blocks.look(at: image, top: top, runs: runs, paper: paper, limit: limit)
  }
  guard blocks.bare >= 200 else { return nil }
  // A block stands for 4 × 4 pixels of every fourth band.
  let pale = Double(
    paleArea(of: pieces, darkest: darkest, lighterThan: tone.ink + 0.5 * step, xHeight: xHeight))
  let bareArea = Double(blocks.bare) * 64
  return min(1, (Double(blocks.darker) * 64 + pale) / (bareArea + pale))
}

/// Ink of letter-high pieces that are pale through and through, in pixels.
private func paleArea(
  of pieces: InkPieces, darkest: [UInt8], lighterThan limit: Double, xHeight: Double?
) -> Int {
  guard let xHeight else { return 0 }
  var area = 0
  for (index, box) in pieces.boxes.enumerated()
  where Double(box.height) >= 0.6 * xHeight && Double(box.height) <= 3 * xHeight
    && Double(darkest[index]) > limit
  {
    area += pieces.areas[index]
  }
  return area
}

/// Counts the blocks of bare paper and the darker ones among them.
private struct BareBlocks {
  private(set) var bare = 0
  private(set) var darker = 0
  private var isCovered: [Bool]

  init(width: Int) { isCovered = [Bool](repeating: false, count: width / 4) }

  /// Looks at the four rows from `top` on.
  mutating func look(
    at image: GrayImage, top: Int, runs: InkRuns, paper: PaperMap, limit: Int
  ) {
    for column in isCovered.indices { isCovered[column] = false }
    let last = isCovered.count - 1
    for y in top - 3..<top + 7 {
      for run in runs.ofRow(y) {
        let first = max(0, (Int(runs.starts[run]) - 3) / 4)
        let end = min(last, (Int(runs.ends[run]) + 2) / 4)
        if first <= end { for column in first...end { isCovered[column] = true } }
      }
    }
    let rows = (image.row(top), image.row(top + 1), image.row(top + 2), image.row(top + 3))
    let base = top / PaperMap.side * paper.columns
    for column in isCovered.indices where !isCovered[column] {
      let x = column &* 4
      let tile = base &+ x / PaperMap.side
      if paper.isDark[tile] { continue }
      var sum = 0
      for at in x..<x &+ 4 {
        sum &+= Int(rows.0[at]) &+ Int(rows.1[at]) &+ Int(rows.2[at]) &+ Int(rows.3[at])
      }
      bare &+= 1
      if (Int(paper.levels[tile]) &- limit) &* 16 > sum { darker &+= 1 }
    }
  }
}
