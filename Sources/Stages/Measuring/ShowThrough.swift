package import Imaging

/// What shines through bare paper; nil on a bilevel page.
///
/// Bare blocks of 4 × 4 pixels, 3 pixels or more from any ink and farther where edges are soft, of every
/// fourth band of rows, are compared with the paper of their tile: darker by more than 0.15 of the ink–paper step,
/// and by more than the grain of a block's mean explains, is show-through. What is dark enough to be taken for
/// ink is `ghostStrokes`. A stain and a fold read the same; streaks are left out. Where print is soft the share
/// is 0. Source: page-quality notes 1.3, metric 16.
package func showThrough(
  of image: GrayImage, runs: InkRuns, paper: PaperMap, tone: (ink: Double, paper: Double),
  noise: Double, edgeGradient: Double?, streaks: [Box]
) -> ShowThrough? {
  guard !paper.isBilevel, tone.paper > tone.ink else { return nil }
  let step = tone.paper - tone.ink
  // Where the paper has hardly any grain a single pixel tells: whitened paper leaves thin fragments.
  let single = noise < 1 ? Int((0.15 * step).rounded()) + 4 : 255
  // The mean of 16 pixels has a quarter of their grain, a half after JPEG has smeared it: 4 deviations.
  let limit = Int(max(0.15 * step, 2 * noise + 2).rounded())
  // An edge that falls by a fifth of the step a pixel is five pixels wide.
  let margin = max(3, Int(1 / max(softest, edgeGradient ?? 0.5)))
  var blocks = BareBlocks(width: image.width, margin: margin, streaks: streaks)
  let band = single < 255 ? 8 : 16
  for top in stride(from: margin + 1, to: image.height - margin - 4, by: band) {
    blocks.look(at: image, top: top, runs: runs, paper: paper, limit: limit, single: single)
  }
  let pale =
    blocks.pale
    + (tone.paper >= 254 && noise < 1
      ? palestSpots(of: image, runs: runs, paper: paper, margin: margin, streaks: streaks) : [])
  // Where all is soft, rules and hairlines are smeared to what the back would look like.
  if let edgeGradient, edgeGradient < softest { return ShowThrough(share: 0, paleSpots: pale) }
  guard blocks.bare >= 200 else { return ShowThrough(share: nil, paleSpots: pale) }
  return ShowThrough(share: Double(blocks.darker) / Double(blocks.bare), paleSpots: pale)
}

/// What is left of the back where the scanner made the paper white.
///
/// Where 85 of 100 pixels around are white (254 or more) the paper has no grain that a pixel 12 below white could
/// be; more than a JPEG block away from ink it is no ringing either.
private func palestSpots(
  of image: GrayImage, runs: InkRuns, paper: PaperMap, margin: Int, streaks: [Box]
) -> [PaleSpot] {
  let margin = max(9, margin)
  var blocks = BareBlocks(width: image.width, margin: margin, streaks: streaks)
  for top in stride(from: margin + 1, to: image.height - margin - 4, by: 4) {
    blocks.lookForSpots(at: image, top: top, runs: runs, paper: paper, single: 12)
  }
  return blocks.pale.filter { isWhite(image, around: $0) }
}

/// Whether 85 of 100 pixels in the 48 × 48 around a block are white, of every fourth row.
private func isWhite(_ image: GrayImage, around spot: PaleSpot) -> Bool {
  let columns = max(0, spot.x - 22)..<min(image.width, spot.x + 26)
  var (white, all) = (0, 0)
  for y in stride(from: max(0, spot.y - 22), to: min(image.height, spot.y + 26), by: 4) {
    let row = image.row(y)
    for x in columns where row[x] >= 254 { white += 1 }
    all += columns.count
  }
  return white * 20 >= all * 17
}

/// The edge gradient from which print of the back is told from print that is out of focus or moved.
let softest = 0.17

/// What shines through from the back of a page.
package struct ShowThrough: Equatable {
  /// Share of bare paper that is darker than paper, 0…1; nil without 200 bare blocks.
  package let share: Double?
  /// Left upper pixels of blocks of whitened paper that hold a pale spot.
  package let paleSpots: [PaleSpot]
}

/// A block of 4 × 4 pixels with a pale spot in it.
package struct PaleSpot: Equatable {
  package let x: Int
  package let y: Int
}

/// Counts the blocks of bare paper and the darker ones among them.
private struct BareBlocks {
  private(set) var bare = 0
  private(set) var darker = 0
  private(set) var pale: [PaleSpot] = []
  private var isCovered: [Bool]
  /// The sum and the least of the four pixels of each column of a band.
  private var sums: [UInt16]
  private var lows: [UInt8]
  /// Columns of blocks that a streak runs down.
  private let isStreak: [Bool]
  /// How far paper must be from ink, in pixels.
  private let margin: Int

  init(width: Int, margin: Int, streaks: [Box]) {
    self.margin = margin
    isCovered = [Bool](repeating: false, count: width / 4)
    sums = [UInt16](repeating: 0, count: width)
    lows = [UInt8](repeating: 0, count: width)
    var isStreak = isCovered
    for streak in streaks where streak.height > streak.width {
      for column in (streak.x - 8) / 4...(streak.maxX + 8) / 4
      where isStreak.indices.contains(column) {
        isStreak[column] = true
      }
    }
    self.isStreak = isStreak
  }

  /// Looks at the four rows from `top` on.
  mutating func look(
    at image: GrayImage, top: Int, runs: InkRuns, paper: PaperMap, limit: Int, single: Int
  ) {
    cover(rows: top - margin..<top + 4 + margin, of: runs)
    // Four pixels of 255 stay far below 2¹⁶.
    foldRows(of: image, from: top, into: &sums) {
      UInt16($0) &+ UInt16($1) &+ UInt16($2) &+ UInt16($3)
    }
    if single < 255 { findLows(image, top) }
    let (isCovered, sums) = (isCovered, sums)
    var (bare, darker) = (0, 0)
    for tile in 0..<paper.columns {
      let index = top / PaperMap.side * paper.columns + tile
      if paper.isDark[index] { continue }
      let level = Int(paper.levels[index])
      for column in blocks(of: tile) where !isCovered[column] {
        let x = column &* 4
        let sum = Int(sums[x] &+ sums[x &+ 1] &+ sums[x &+ 2] &+ sums[x &+ 3])
        bare &+= 1
        if (level &- limit) &* 16 > sum { darker &+= 1 }
      }
      if single < 255 { addSpots(in: tile, top: top, below: level - single) }
    }
    self.bare += bare
    self.darker += darker
  }

  /// Looks at the four rows from `top` on for pale spots only.
  mutating func lookForSpots(
    at image: GrayImage, top: Int, runs: InkRuns, paper: PaperMap, single: Int
  ) {
    findLows(image, top)
    var isCoverKnown = false
    for tile in 0..<paper.columns {
      let index = top / PaperMap.side * paper.columns + tile
      let level = Int(paper.levels[index])
      // Most tiles are white from end to end.
      if paper.isDark[index] || Int(least(in: tile)) >= level - single { continue }
      if !isCoverKnown { cover(rows: top - margin..<top + 4 + margin, of: runs) }
      isCoverKnown = true
      addSpots(in: tile, top: top, below: level - single)
    }
  }

  private func blocks(of tile: Int) -> Range<Int> {
    let blocks = PaperMap.side / 4
    return min(tile * blocks, isCovered.count)..<min((tile + 1) * blocks, isCovered.count)
  }

  private func least(in tile: Int) -> UInt8 {
    let columns = blocks(of: tile)
    let part = lows.span.extracting(columns.lowerBound * 4..<columns.upperBound * 4)
    var least: UInt8 = 255
    for x in part.indices { least = min(least, part[x]) }
    return least
  }

  private mutating func addSpots(in tile: Int, top: Int, below level: Int) {
    for column in blocks(of: tile) where !isCovered[column] {
      let x = column &* 4
      let low = min(min(lows[x], lows[x &+ 1]), min(lows[x &+ 2], lows[x &+ 3]))
      if level > Int(low) { pale.append(PaleSpot(x: x, y: top)) }
    }
  }

  /// Marks the columns of blocks that are streaked or have ink within the margin.
  private mutating func cover(rows: Range<Int>, of runs: InkRuns) {
    isCovered = isStreak
    let last = isCovered.count - 1
    let margin = Int32(margin)
    let (starts, ends) = (runs.starts.span, runs.ends.span)
    var covered = isCovered.mutableSpan
    for run in runs.firstOfRow[rows.lowerBound]..<runs.firstOfRow[rows.upperBound] {
      let first = max(0, Int(starts[run] &- margin) / 4)
      let end = min(last, Int(ends[run] &+ margin &- 1) / 4)
      if first <= end { for column in first...end { covered[column] = true } }
    }
  }

  private mutating func findLows(_ image: GrayImage, _ top: Int) {
    foldRows(of: image, from: top, into: &lows) { min(min($0, $1), min($2, $3)) }
  }
}

/// Makes one value of the four pixels of each column, from row `top` on.
@inline(__always)
private func foldRows<Value>(
  of image: GrayImage, from top: Int, into values: inout [Value],
  _ fold: (UInt8, UInt8, UInt8, UInt8) -> Value
) {
  let width = values.count
  let (first, second) = (image.row(top), image.row(top + 1))
  let (third, fourth) = (image.row(top + 2), image.row(top + 3))
  precondition(first.count == width && second.count == width)
  precondition(third.count == width && fourth.count == width)
  var out = values.mutableSpan
  for x in 0..<width { out[x] = fold(first[x], second[x], third[x], fourth[x]) }
}
