/// Spread of the paper's brightness over the page, (P95 − P5) / P50 of its tiles, 0 or more.
///
/// 0 is even light, 0.15 an office scanner, 0.6 a lamp on one side. Tiles of a border are left out, tiles
/// in shade are not: their level falls from tile to tile, not at once. Nil with fewer than 12 tiles of
/// paper and on bilevel pages. Patches of print or photograph that cover whole tiles count as shade.
/// Source: page-quality notes 1.3, metric 15.
package func nonUniformity(of paper: PaperMap) -> Double? {
  guard !paper.isBilevel else { return nil }
  var levels = [Int](repeating: 0, count: 256)
  for (level, isDark) in zip(paper.levels, paper.isDark) where !isDark { levels[Int(level)] += 1 }
  let count = levels.reduce(0, +)
  guard count >= 12 else { return nil }
  let (low, middle, high) = (
    percentile(0.05, of: levels, count: count), percentile(0.5, of: levels, count: count),
    percentile(0.95, of: levels, count: count)
  )
  return Double(high - low) / Double(max(1, middle))
}
