package import Imaging

/// How much the directions of the print differ within the page, in degrees; nil with few full lines.
///
/// Seen straight, all lines of text have one angle and both margins another one, square to it. A camera
/// held at a slant, a bulging book or a sheet that turns while it is fed breaks that. Letters without
/// descenders are chained to lines by their base; a straight line is fitted to each line of 10 letters or
/// more that is a third of the page long. The figure is the largest of: angle of the upper lines less that
/// of the lower ones, left halves less right halves, left margin less right margin (where at least 8 line
/// ends lie on each). A fit errs by a pixel over a line, 0.05° at 300 dpi. It needs 8 lines over a third of
/// the page, and takes what it is told of how the lines lie.
package func keystone(
  of boxes: [Box], xHeight: Double, isSideways: Bool, width: Int, height: Int
) -> Double? {
  let turned =
    isSideways
    ? boxes.map { Box(x: $0.y, y: $0.x, width: $0.height, height: $0.width) } : boxes
  let (across, down) = isSideways ? (height, width) : (width, height)
  let lines = letterLines(of: turned, xHeight: xHeight).filter {
    $0.count >= 10 && Double($0[$0.count - 1].x - $0[0].x) >= 0.33 * Double(across)
  }
  guard lines.count >= 8 else { return nil }
  let fits = lines.map { LineFit($0) }.sorted { $0.middleY < $1.middleY }
  guard fits[fits.count - 1].middleY - fits[0].middleY >= 0.33 * Double(down) else { return nil }
  let half = fits.count / 2
  let vertical = meanSlope(fits[..<half]) - meanSlope(fits[half...])
  let halves = lines.map { line in
    let middle = (line[0].midX + line[line.count - 1].midX) / 2
    return (line.filter { $0.midX < middle }, line.filter { $0.midX >= middle })
  }.filter { $0.count >= 5 && $1.count >= 5 }
  let horizontal =
    meanSlope(halves.map { LineFit($0.0) }[...]) - meanSlope(halves.map { LineFit($0.1) }[...])
  let starts = lines.map { (along: $0[0].midY, at: Double($0[0].x)) }
  let ends = lines.map { (along: $0[0].midY, at: Double($0[$0.count - 1].maxX)) }
  let margins = [starts, ends].compactMap { marginSlope($0, tolerance: 0.3 * xHeight, over: down) }
  let converging = margins.count == 2 ? margins[0] - margins[1] : 0
  // A tangent is an angle in radians up to 10° within 1 %.
  return [vertical, horizontal, converging].map { abs($0) * 180 / .pi }.max()
}

/// Letters chained from left to right: the next one starts within 3 x-heights and stands on the same base.
package func letterLines(of boxes: [Box], xHeight: Double) -> [[Box]] {
  let low = 0.75 * xHeight
  let letters = boxes.filter { Double($0.height) >= low && Double($0.height) <= 1.7 * xHeight }
    .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  let slot = max(1, Int(xHeight.rounded()))
  var lines: [[Box]] = []
  // Lines whose last letter stands in a slot of one x-height.
  var open: [Int: [Int]] = [:]
  for letter in letters {
    let row = letter.maxY / slot
    let near = (row - 1...row + 1).flatMap { open[$0] ?? [] }
    let best = near.filter { line in
      let last = lines[line][lines[line].count - 1]
      return Double(letter.x - last.maxX) <= 3 * xHeight
        && Double(abs(letter.maxY - last.maxY)) <= max(2, 0.16 * xHeight)
    }.min { one, two in
      abs(letter.maxY - lines[one][lines[one].count - 1].maxY)
        < abs(letter.maxY - lines[two][lines[two].count - 1].maxY)
    }
    guard let line = best else {
      lines.append([letter])
      open[row, default: []].append(lines.count - 1)
      continue
    }
    let last = lines[line][lines[line].count - 1].maxY / slot
    if last != row {
      open[last]?.removeAll { $0 == line }
      open[row, default: []].append(line)
    }
    lines[line].append(letter)
  }
  return lines
}

/// The straight line through the bases of letters by least squares.
private struct LineFit {
  let slope: Double
  let middleY: Double
  let weight: Double

  init(_ letters: [Box]) {
    let count = Double(letters.count)
    let meanX = letters.reduce(0) { $0 + $1.midX } / count
    let meanY = letters.reduce(0) { $0 + Double($1.maxY) } / count
    var square = 0.0
    var product = 0.0
    for letter in letters {
      square += (letter.midX - meanX) * (letter.midX - meanX)
      product += (letter.midX - meanX) * (Double(letter.maxY) - meanY)
    }
    slope = square > 0 ? product / square : 0
    middleY = meanY
    weight = square
  }
}

/// The mean slope, each line weighted by how well it fixes its slope.
private func meanSlope(_ fits: ArraySlice<LineFit>) -> Double {
  let weight = fits.reduce(0) { $0 + $1.weight }
  return weight > 0 ? fits.reduce(0) { $0 + $1.slope * $1.weight } / weight : 0
}

/// The slope of the straight line that most ends of lines lie on; nil unless 8 and half of them do.
private func marginSlope(
  _ ends: [(along: Double, at: Double)], tolerance: Double, over length: Int
) -> Double? {
  var best: (count: Int, slope: Double) = (0, 0)
  for (index, one) in ends.enumerated() {
    for two in ends[(index + 1)...] where abs(two.along - one.along) >= 0.3 * Double(length) {
      let slope = (two.at - one.at) / (two.along - one.along)
      guard abs(slope) < 0.2 else { continue }
      let count = ends.count { abs($0.at - one.at - slope * ($0.along - one.along)) <= tolerance }
      if count > best.count { best = (count, slope) }
    }
  }
  return best.count >= 8 && best.count * 2 >= ends.count ? best.slope : nil
}
