package import Imaging

/// Thin straight lines along the whole page by dust on the scanner's glass, as boxes.
///
/// A line sensor sees a speck on its glass in the same column of every row: darker, lighter or tinted
/// against both neighbours from the first row to the last, through margins and text. 12 rows in each of 10
/// bands are sampled; a column is a streak when it stands out to one side in 60 % of all samples, in 30 % of
/// each band, and in 70 % of the first and the last, which hold little print. Rules of tables end within the
/// margins; folds and edges of the sheet lie at an angle of the sheet's own and leave a column after some
/// centimetres. In colour the poorest channel is read, in which a tinted streak on white is dark. Streaks
/// across the page come from sheets fed by the long side; a fold may lie just there, so they must be 4 times
/// as dark. Streaks within 3 % of an edge are not told from the edge of the sheet, light streaks on clipped
/// white are not seen at all.
package func streaks(in page: PageImage) -> [Box] {
  let reach = max(2, max(page.width, page.height) / 700)
  let across = PoorestChannel(rowsOf: page)
  let down = PoorestChannel(columnsOf: page)
  let upright = standingOut(across.samples, length: page.width, lines: across.lines, reach: reach)
  let level = standingOut(
    down.samples, length: page.height, lines: down.lines, reach: reach, by: 24)
  return upright.map { Box(x: $0.lowerBound, y: 0, width: $0.count, height: page.height) }
    + level.map { Box(x: 0, y: $0.lowerBound, width: page.width, height: $0.count) }
}

/// Bands along the page; a streak shows in each.
private let bands = 10
/// Lines of samples in a band.
private let linesOfBand = 12

/// The channel with least light at places of the page: whole rows, or whole columns as rows.
private struct PoorestChannel {
  let lines: Int
  let samples: [UInt8]

  /// Rows, evenly spread.
  init(rowsOf page: PageImage) {
    lines = min(page.height, bands * linesOfBand)
    let width = page.width
    var samples = [UInt8](repeating: 0, count: lines * width)
    var out = samples.mutableSpan
    for line in 0..<lines {
      let y = (2 * line + 1) * page.height / (2 * lines)
      switch page {
      case .bilevel(let image), .gray(let image):
        let row = image.row(y)
        for x in 0..<width { out[line &* width &+ x] = row[x] }
      case .color(let image):
        let row = image.pixels.span.extracting(y * width * 3..<(y + 1) * width * 3)
        for x in 0..<width { out[line &* width &+ x] = poorest(row, x) }
      }
    }
    self.samples = samples
  }

  /// Columns, evenly spread; fewer than rows, for each pixel is a jump in memory.
  init(columnsOf page: PageImage) {
    let lines = min(page.width, bands * 4)
    self.lines = lines
    var samples = [UInt8](repeating: 0, count: lines * page.height)
    let columns = (0..<lines).map { (2 * $0 + 1) * page.width / (2 * lines) }
    var out = samples.mutableSpan
    for y in 0..<page.height {
      switch page {
      case .bilevel(let image), .gray(let image):
        let row = image.row(y)
        for line in 0..<lines { out[line &* image.height &+ y] = row[columns[line]] }
      case .color(let image):
        let row = image.pixels.span.extracting(y * image.width * 3..<(y + 1) * image.width * 3)
        for line in 0..<lines { out[line &* image.height &+ y] = poorest(row, columns[line]) }
      }
    }
    self.samples = samples
  }
}

@inline(__always)
private func poorest(_ row: Span<UInt8>, _ x: Int) -> UInt8 {
  let at = x &* 3
  return min(row[at], min(row[at &+ 1], row[at &+ 2]))
}

/// The stretches of columns that stand out in nearly all lines to the same side.
package func standingOut(
  _ samples: [UInt8], length: Int, lines: Int, reach: Int, by step: UInt8 = 6
) -> [Range<Int>] {
  guard lines >= bands * 2, length > 20 * reach else { return [] }
  let inner = length - 2 * reach
  var total = [[UInt16]](repeating: [UInt16](repeating: 0, count: inner), count: 2)
  var isThere = [[Bool]](repeating: [Bool](repeating: true, count: inner), count: 2)
  for band in 0..<bands {
    let members = band * lines / bands..<(band + 1) * lines / bands
    var dark = [UInt16](repeating: 0, count: inner)
    var light = [UInt16](repeating: 0, count: inner)
    for line in members {
      count(
        samples.span.extracting(line * length..<(line + 1) * length), reach, step, &dark, &light)
    }
    // The margins hold no print that could hide a streak.
    let share = band == 0 || band == bands - 1 ? 7 : 3
    for (side, counts) in [dark, light].enumerated() {
      for x in 0..<inner {
        total[side][x] += counts[x]
        if Int(counts[x]) * 10 < members.count * share { isThere[side][x] = false }
      }
    }
  }
  let margin = max(0, length * 3 / 100 - reach)
  var isStreak = [Bool](repeating: false, count: length)
  for side in 0..<2 {
    for x in margin..<max(margin, inner - margin) where isThere[side][x] {
      if Int(total[side][x]) * 10 >= lines * 6 { isStreak[x + reach] = true }
    }
  }
  // JPEG spreads colour over 16 pixels, dark on one side and light on the other.
  return stretches(of: isStreak, joining: 4 * reach).filter { $0.count <= 4 * reach }
}

/// Counts where a row is darker, or lighter, than at `reach` on both sides by more than `step`.
private func count(
  _ row: Span<UInt8>, _ reach: Int, _ step: UInt8, _ dark: inout [UInt16],
  _ light: inout [UInt16]
) {
  let inner = row.count - 2 * reach
  let left = row.extracting(0..<inner)
  let middle = row.extracting(reach..<reach + inner)
  let right = row.extracting(2 * reach..<row.count)
  var darks = dark.mutableSpan
  var lights = light.mutableSpan
  for x in 0..<inner {
    let low = min(left[x], right[x])
    let high = max(left[x], right[x])
    darks[x] &+= low > middle[x] && low &- middle[x] > step ? 1 : 0
    lights[x] &+= middle[x] > high && middle[x] &- high > step ? 1 : 0
  }
}

/// The stretches of true, those closer than `gap` joined.
private func stretches(of isIn: [Bool], joining gap: Int) -> [Range<Int>] {
  var found: [Range<Int>] = []
  for at in isIn.indices where isIn[at] {
    if let last = found.last, at - last.upperBound < gap {
      found[found.count - 1] = last.lowerBound..<at + 1
    } else {
      found.append(at..<at + 1)
    }
  }
  return found
}
