package import Imaging

/// How much the directions of the print differ within the page, in degrees; nil with few full lines.
///
/// Seen straight, all lines of text have one angle. A camera held at a slant, a bulging book or a sheet that
/// turns while it is fed breaks that. Letters without descenders are chained to lines by their base; a
/// straight line is fitted to each line of 10 letters or more that is a third of the page long. The figure is
/// the larger of two angles: by how much lines turn from the upper to the lower edge of the page, from a
/// straight line through their angles, so that a page printed on its upper half only tells as much as a full
/// one; and by how much a line turns from its left to its right end, twice the angle between its halves. A
/// fit errs by a pixel over a line, 0.05° at 300 dpi, and over lines on a third of the page by 0.3°; sheets
/// that feeders turn by a little reach 2.5°. It needs 6 lines over a fifth of the page, and takes what it
/// is told of how the lines lie. A camera that leans straight forward leaves lines parallel and is not seen.
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
  guard lines.count >= 6 else { return nil }
  let fits = lines.map { LineFit($0) }.sorted { $0.middleY < $1.middleY }
  guard fits[fits.count - 1].middleY - fits[0].middleY >= 0.2 * Double(down) else { return nil }
  let vertical = turn(of: fits) * Double(down)
  let halves = lines.map { line in
    let middle = (line[0].midX + line[line.count - 1].midX) / 2
    return (line.filter { $0.midX < middle }, line.filter { $0.midX >= middle })
  }.filter { $0.count >= 5 && $1.count >= 5 }
  let horizontal =
    2 * (meanSlope(halves.map { LineFit($0.0) }) - meanSlope(halves.map { LineFit($0.1) }))
  // A tangent is an angle in radians up to 10° within 1 %.
  return [vertical, horizontal].map { abs($0) * 180 / .pi }.max()
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
    let middle = letters.reduce(0) { $0 + $1.midX } / count
    slope = leastSquaresSlope(letters.map { ($0.midX, Double($0.maxY)) })
    middleY = letters.reduce(0) { $0 + Double($1.maxY) } / count
    weight = letters.reduce(0) { $0 + ($1.midX - middle) * ($1.midX - middle) }
  }
}

/// The mean slope, each line weighted by how well it fixes its slope.
private func meanSlope(_ fits: [LineFit]) -> Double {
  let weight = fits.reduce(0) { $0 + $1.weight }
  return weight > 0 ? fits.reduce(0) { $0 + $1.slope * $1.weight } / weight : 0
}

/// By how much the slope of lines grows with each pixel down the page, each line weighted likewise.
private func turn(of fits: [LineFit]) -> Double {
  let weight = fits.reduce(0) { $0 + $1.weight }
  guard weight > 0 else { return 0 }
  let middle = fits.reduce(0) { $0 + $1.middleY * $1.weight } / weight
  let mean = meanSlope(fits)
  let square = fits.reduce(0) { $0 + $1.weight * ($1.middleY - middle) * ($1.middleY - middle) }
  let product = fits.reduce(0) { $0 + $1.weight * ($1.middleY - middle) * ($1.slope - mean) }
  return square > 0 ? product / square : 0
}

/// The slope of the straight line with the least sum of squared distances in `at`.
private func leastSquaresSlope(_ points: [(along: Double, at: Double)]) -> Double {
  let count = Double(points.count)
  let meanAlong = points.reduce(0) { $0 + $1.along } / count
  let meanAt = points.reduce(0) { $0 + $1.at } / count
  let square = points.reduce(0) { $0 + ($1.along - meanAlong) * ($1.along - meanAlong) }
  let product = points.reduce(0) { $0 + ($1.along - meanAlong) * ($1.at - meanAt) }
  return square > 0 ? product / square : 0
}
