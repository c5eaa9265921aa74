package import Imaging

/// Share of strokes that shine through from the back, 0…1; nil with fewer than 200 strokes.
///
/// Where the paper is thin, print of the back is dark enough for ink, but the paper has blurred it: its strokes
/// are paler than 0.6 of the darkest tenth, and their edges less than 0.8 times as steep, against their own depth,
/// as those of the dark strokes. Both together tell it from blur (all edges alike) and from faint or thin
/// print (pale, but crisp). Up to 8 % of the strokes of any page are so, and are taken off. Print of the back that
/// is as dark as the front shows by its edges alone: less than 0.57 times as steep as the crisp quarter's, as
/// a sixth of the dark strokes of any page may be. Holes and specks make such edges too, so they count where strokes
/// `areWhole`, or beside pale ghosts. Of the runs of every fourth row. Where all edges are soft nothing
/// is told apart, and the figure is 0.
/// Source: page-quality notes 1.3, metric 16.
package func ghostStrokes(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, darkest: [UInt8],
  paper: PaperMap, areWhole: Bool
) -> Double? {
  var strokes: [(depth: Double, steepness: Double)] = []
  for y in stride(from: 2, to: image.height, by: 4) {
    let row = image.row(y)
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let (start, end) = (Int(runs.starts[run]), Int(runs.ends[run]))
      let depth = Double(paper.level(x: (start + end) / 2, y: y)) - Double(darkest[run])
      guard start >= 3, end < image.width - 3, depth >= 4 else { continue }
      strokes.append((depth, Double(steepest(row, at: start) + steepest(row, at: end)) / 2 / depth))
    }
  }
  guard strokes.count >= 200 else { return nil }
  let limit = 0.6 * strokes.map(\.depth).quantile(0.9)
  let dark = strokes.filter { $0.depth >= limit }.map(\.steepness)
  let (crisp, crispest) = (dark.quantile(0.5), dark.quantile(0.75))
  guard crisp >= 0.25 else { return 0 }
  let pale = Double(strokes.count { $0.depth < limit && $0.steepness < 0.8 * crisp })
  let soft = Double(dark.count { $0 < 0.57 * crispest })
  let usual = 0.08 * Double(strokes.count)
  let surely = areWhole && soft > 0.17 * Double(dark.count) ? 1 : min(1, max(0, pale / usual - 1))
  return max(0, pale + surely * soft - usual) / (Double(strokes.count) - usual)
}

extension [Double] {
  /// The value that this share of all does not exceed, to a 256th of the largest; 0 of none.
  fileprivate func quantile(_ share: Double) -> Double {
    guard let most = self.max(), most > 0 else { return 0 }
    var histogram = [Int](repeating: 0, count: 257)
    for value in self { histogram[Swift.max(0, Int(value / most * 256))] += 1 }
    return Double(percentile(share, of: histogram, count: count)) / 256 * most
  }
}
