/// The height of lower-case letters without ascenders, in pixels; nil with fewer than 30 letters.
///
/// The mode of the heights of letter-sized pieces, each counted by its height so that specks do not
/// win, smoothed over 3 neighbouring heights and refined by their centre of mass. Print has two peaks:
/// letters without ascenders, and letters with an ascender or with a tone mark that touches them, 1.3
/// to 1.6 times as high. In Vietnamese bilevel scans the second is often the higher one, so a lower
/// peak at that ratio wins if it has at least a third of the weight. Body text of 13–14 pt at 300 dpi
/// has 26–28 px. It is off where letters run together (blur, bold capitals) and on pages in capitals,
/// where it is the height of capitals, about 1.45 times more. `heights` are taken across the line of
/// writing. Source: page-quality notes 1.3, metric 1.
package func xHeight(ofLetterHeights heights: [Int]) -> Double? {
  guard heights.count >= 30, let tallest = heights.max() else { return nil }
  var histogram = [Int](repeating: 0, count: tallest + 3)
  for height in heights { histogram[height] += height }
  let smooth = [0] + (1...tallest + 1).map { histogram[$0 - 1...$0 + 1].reduce(0, +) }
  guard let tall = highest(in: 1...tallest + 1, of: smooth) else { return nil }
  let low = highest(in: Int(Double(tall) / 1.6)...Int(Double(tall) / 1.3), of: smooth)
  let peak = low.flatMap { smooth[$0] * 3 >= smooth[tall] ? $0 : nil } ?? tall
  let moment = (peak - 1...peak + 1).reduce(0) { $0 + $1 * histogram[$1] }
  return Double(moment) / Double(smooth[peak])
}

/// The position of the highest value of a stretch, the first of equals; nil when all are 0.
private func highest(in stretch: ClosedRange<Int>, of values: [Int]) -> Int? {
  var best: Int?
  for at in stretch where at >= 1 && values[at] > (best.map { values[$0] } ?? 0) { best = at }
  return best
}
