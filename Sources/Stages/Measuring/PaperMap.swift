package import Imaging

/// How bright the paper is, tile by tile, and where ink begins.
///
/// A page is rarely lit evenly, so one threshold for all loses half of it in the shade. Each tile of
/// 64 × 64 pixels takes its 85th percentile as the paper's level: text covers less than 15 % of a tile,
/// so that level is paper. The histograms of all tiles, stretched so that paper is white, are added up,
/// and Otsu's threshold of the sum is carried back into each tile. Cost: one pass over every fourth
/// row. It fails where print covers most of a tile (dense tables, photographs): such a tile counts as
/// its own paper. Source: background normalisation, page-quality notes 1.3.
package struct PaperMap: Equatable {
  /// The side of a tile, in pixels.
  package static let side = 64

  /// Tiles a row.
  package let columns: Int
  /// Rows of tiles.
  package let rows: Int
  /// Paper level of each tile, 0…255.
  package let levels: [UInt8]
  /// A pixel darker than this is ink, by tile.
  package let thresholds: [UInt8]
  /// Whether a tile is darker than half the paper and no shade explains it: a border, a photograph.
  package let isDark: [Bool]
  /// Histogram of all tiles that are paper for the most part, every fourth row.
  package let histogram: [Int]
  /// The paper's level on the whole page, 0…255.
  package let paper: Double
  /// Where ink begins once paper is white, 0…1.
  package let relativeThreshold: Double
  /// Whether there are only two grey values, 0 and 255.
  package let isBilevel: Bool

  /// The paper's level at a pixel.
  package func level(x: Int, y: Int) -> UInt8 {
    levels[y / PaperMap.side * columns + x / PaperMap.side]
  }

  /// The threshold at a pixel.
  package func threshold(x: Int, y: Int) -> UInt8 {
    thresholds[y / PaperMap.side * columns + x / PaperMap.side]
  }
}

/// Maps the paper of a grey page; ink is at least `faintest` levels darker than it.
package func paperMap(of image: GrayImage, faintest: Double = 10) -> PaperMap {
  let side = PaperMap.side
  let columns = (image.width + side - 1) / side
  let rows = (image.height + side - 1) / side
  let none = [UInt16](repeating: 0, count: columns * 256)
  var tiles: [TileLevels] = []
  tiles.reserveCapacity(columns * rows)
  var all = [[UInt16]]()
  all.reserveCapacity(rows)
  for tileRow in 0..<rows {
    var (histograms, others) = (none, none)
    let bottom = min(image.height, (tileRow + 1) * side)
    // 16 rows of 64 pixels put at most 1024 counts into a bin of 16 bits.
    for y in stride(from: tileRow * side, to: bottom, by: 4) {
      addTileCounts(of: image.row(y), to: &histograms, and: &others)
    }
    for index in histograms.indices { histograms[index] &+= others[index] }
    for column in 0..<columns {
      tiles.append(TileLevels(histograms[column * 256..<(column + 1) * 256]))
    }
    all.append(histograms)
  }
  return PaperMap(
    columns: columns, rows: rows, tiles: tiles, histograms: all, faintest: faintest)
}

/// Adds one row of pixels to the histograms of its tiles, 256 bins each; pixels in turn to one of two.
///
/// Paper counts into the same bin over and over, and each count waits for the one before it.
private func addTileCounts(
  of row: Span<UInt8>, to even: inout [UInt16], and odd: inout [UInt16]
) {
  var even = even.mutableSpan
  var odd = odd.mutableSpan
  var base = 0
  for start in stride(from: 0, to: row.count, by: PaperMap.side) {
    let tile = row.extracting(start..<min(start &+ PaperMap.side, row.count))
    for pair in 0..<tile.count / 2 {
      let left = base &+ Int(tile[pair &* 2])
      let right = base &+ Int(tile[pair &* 2 &+ 1])
      even[left] = even[left] &+ 1
      odd[right] = odd[right] &+ 1
    }
    if tile.count % 2 == 1 {
      let last = base &+ Int(tile[tile.count &- 1])
      even[last] = even[last] &+ 1
    }
    base &+= 256
  }
}

/// The levels of one tile, from its histogram.
private struct TileLevels {
  let count: Int
  let paper: Int

  init(_ histogram: ArraySlice<UInt16>) {
    count = histogram.reduce(0) { $0 + Int($1) }
    paper = percentile(0.85, of: histogram, count: count)
  }
}

/// The smallest value that at least `share` of the counts do not exceed.
package func percentile(
  _ share: Double, of histogram: some Collection<some BinaryInteger>, count: Int
)
  -> Int
{
  let wanted = max(1, Int((share * Double(count)).rounded(.up)))
  var sum = 0
  var value = 0
  for bin in histogram {
    sum += Int(bin)
    if sum >= wanted { return value }
    value += 1
  }
  return 255
}

/// Which tiles are darker than half the paper and not in shade.
///
/// Shade falls off from tile to tile: a dark tile is paper in shade when it has at least 0.7 of the level
/// of a neighbour that is paper. A border or a photograph begins at once.
private func darkTiles(_ levels: [Int], columns: Int, rows: Int, paper: Int) -> [Bool] {
  var isDark = levels.map { $0 * 2 < paper }
  var waiting = levels.indices.filter { !isDark[$0] }
  while let tile = waiting.popLast() {
    let (row, column) = (tile / columns, tile % columns)
    for (y, x) in [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
    where y >= 0 && y < rows && x >= 0 && x < columns {
      let other = y * columns + x
      // Below 16 levels nothing printed can be told from its paper.
      if isDark[other], levels[other] >= 16, levels[other] * 10 >= levels[tile] * 7 {
        isDark[other] = false
        waiting.append(other)
      }
    }
  }
  return isDark
}

extension PaperMap {
  fileprivate init(
    columns: Int, rows: Int, tiles: [TileLevels], histograms: [[UInt16]], faintest: Double
  ) {
    var paperLevels = [Int](repeating: 0, count: 256)
    for tile in tiles { paperLevels[tile.paper] += 1 }
    // The median tile: a page has more paper than border.
    let paper = max(1, percentile(0.5, of: paperLevels, count: tiles.count))
    let isDark = darkTiles(tiles.map(\.paper), columns: columns, rows: rows, paper: paper)
    let levels = zip(tiles, isDark).map { UInt8(clamping: max(1, $1 ? paper : $0.paper)) }
    var plain = [Int](repeating: 0, count: 256)
    var stretched = [Int](repeating: 0, count: 256)
    for (index, tile) in tiles.enumerated() where !isDark[index] && tile.count > 0 {
      let bins = histograms[index / columns]
      let base = index % columns * 256
      let level = Int(levels[index])
      // Print never covers two fifths of a tile: this one is half border or picture.
      let dark = bins[base..<base + level / 2].reduce(0) { $0 + Int($1) }
      guard dark * 5 <= tile.count * 2 else { continue }
      for value in 0..<256 {
        let count = Int(bins[base + value])
        guard count > 0 else { continue }
        plain[value] += count
        stretched[min(255, value * 255 / level)] += count
      }
    }
    let isBilevel = plain[1..<255].allSatisfy { $0 == 0 }
    let relative = isBilevel ? 0.5 : inkThreshold(ofStretched: stretched, faintest: faintest)
    self.init(
      columns: columns, rows: rows, levels: levels,
      thresholds: levels.map { UInt8(max(1, min(255, (relative * Double($0)).rounded()))) },
      isDark: isDark, histogram: plain, paper: Double(paper), relativeThreshold: relative,
      isBilevel: isBilevel)
  }
}

/// Where ink begins on paper that was stretched to white, 0…1.
///
/// Otsu's threshold, but never inside the grain of the paper: with very little ink Otsu parts the grain
/// instead. The grain is taken from the median and the lower quartile (0.674 σ below it); ink starts
/// 4 σ, at least `faintest` levels, below the median: grain beyond it makes specks of a pixel, not letters.
private func inkThreshold(ofStretched histogram: [Int], faintest: Double) -> Double {
  let count = histogram.reduce(0, +)
  guard count > 0 else { return 0.5 }
  let otsu = otsuSplit(of: histogram).threshold
  let median = Double(percentile(0.5, of: histogram, count: count))
  // More ink than paper, as in a negative: the median says nothing of the paper's grain.
  guard median >= 128 else { return Double(otsu) / 255 }
  let grain = (median - Double(percentile(0.25, of: histogram, count: count))) / 0.674
  let ceiling = max(median - max(faintest, 4 * grain), median / 2)
  return min(Double(otsu), ceiling) / 255
}
