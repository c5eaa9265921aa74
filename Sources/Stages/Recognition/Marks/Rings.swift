import Foundation

/// A circle of ink on a grid, in cells.
struct Ring: Equatable {
  let x: Double
  let y: Double
  let radius: Double
  /// Share of the circle that lies on the grid, 0…1.
  let visible: Double
  /// Share of the visible circle that has ink, 0…1.
  let covered: Double
  /// Share of the visible circle that has ink and none just outside, 0…1.
  let clean: Double
}

/// The outer rings of round seals on a grid of ink.
///
/// Hough's transform for circles (Duda and Hart 1972) over the radii that seals have, on cells of twice the side, with
/// centres on the page; then every likely centre is shifted and its radius changed until most of the circle is inked.
/// Ink just outside tells a ring from a dark patch, a table or a text. A second ring within the first is part of it.
/// Fails on rings of which less than half is left, and where a frame runs around the ring closer than 2 mm.
func rings(on grid: InkGrid, radii: ClosedRange<Double>) -> [Ring] {
  let coarse = grid.halved
  let inked = coarse.cells.reduce(0) { $0 + Int($1) }
  // A page that is dark for a quarter is a picture.
  guard inked > 0, inked * 4 < coarse.cells.count else { return [] }
  var likely: [(votes: Double, x: Double, y: Double, radius: Double)] = []
  for radius in stride(from: radii.lowerBound / 2, through: radii.upperBound / 2, by: 1) {
    likely += centres(on: coarse, radius: radius).map {
      ($0.share, 2 * Double($0.x) + 1, 2 * Double($0.y) + 1, 2 * radius)
    }
  }
  likely.sort { $0.votes > $1.votes }
  var found: [Ring] = []
  var tried: [(x: Double, y: Double)] = []
  for (_, x, y, radius) in likely {
    // Two seals rarely overlap: this is the ring again, the one within, or a flourish that crosses it.
    if found.contains(where: { hypot($0.x - x, $0.y - y) < 1.5 * $0.radius }) { continue }
    // What was tried with more votes a cell or two away is not tried again.
    if tried.count(where: { hypot($0.x - x, $0.y - y) < 4 }) >= 2 { continue }
    guard tried.count < 60 else { break }
    tried.append((x, y))
    // A circle that fits is inked for the most part before its centre is set right.
    let start = grid.ring(x, y, radius)
    guard start.covered >= 0.4 else { continue }
    let best = grid.settled(start, radii: radii)
    guard best.isOutline else { continue }
    // A seal has an inner ring too, which may be the clearer one.
    let wider = stride(from: radii.upperBound, to: best.radius + 2, by: -1)
      .lazy.map { grid.settled(grid.ring(best.x, best.y, $0), radii: radii) }
      .first(where: \.isOutline)
    found.append(wider ?? best)
  }
  return found
}

extension Ring {
  /// Enough of a circle to be a seal's: three quarters inked, three fifths with nothing just outside.
  ///
  /// Of 32 real seals that were looked at the faintest had 0.90 and 0.64, the others 0.92 and 0.82 or more; tables, codes and
  /// text on the same pages had 0.90 and 0.46, or 0.64 and 0.60, at most.
  var isOutline: Bool { visible >= 0.45 && covered >= 0.75 && clean >= 0.6 }
}

/// Centres that at least a fifth of a circle votes for, each the best of its surroundings.
private func centres(
  on grid: InkGrid, radius: Double
) -> [(x: Int, y: Int, share: Double)] {
  var offsets: Set<[Int]> = []
  for step in 0..<Int(8 * radius) {
    let angle = Double(step) / (8 * radius) * 2 * .pi
    offsets.insert([Int((radius * cos(angle)).rounded()), Int((radius * sin(angle)).rounded())])
  }
  var votes = [UInt16](repeating: 0, count: grid.cells.count)
  // Sorted, since the order of a set is another one in every process.
  let circle = offsets.map { (dx: $0[0], dy: $0[1]) }.sorted { ($0.dy, $0.dx) < ($1.dy, $1.dx) }
  for y in 0..<grid.height {
    for x in 0..<grid.width where grid.cells[y * grid.width + x] != 0 {
      for (dx, dy) in circle {
        let (toX, toY) = (x + dx, y + dy)
        guard toX >= 0, toX < grid.width, toY >= 0, toY < grid.height else { continue }
        votes[toY * grid.width + toX] += 1
      }
    }
  }
  let least = circle.count / 5
  var result: [(x: Int, y: Int, share: Double)] = []
  for y in 0..<grid.height {
    for x in 0..<grid.width where Int(votes[y * grid.width + x]) >= least {
      let own = votes[y * grid.width + x]
      let isBest = (max(0, y - 2)...min(grid.height - 1, y + 2)).allSatisfy { nearY in
        (max(0, x - 2)...min(grid.width - 1, x + 2)).allSatisfy {
          votes[nearY * grid.width + $0] <= own
        }
      }
      if isBest { result.append((x, y, Double(own) / Double(circle.count))) }
    }
  }
  return result
}

/// The 96 directions in which a circle is seen.
private let directions = (0..<96).map { step in
  let angle = Double(step) / 96 * 2 * .pi
  return (across: cos(angle), down: sin(angle))
}

extension InkGrid {
  /// Two by two cells as one, inked where one of them is.
  fileprivate var halved: InkGrid {
    var half = InkGrid(width: max(1, width / 2), height: max(1, height / 2))
    for y in 0..<half.height * 2 where y < height {
      for x in 0..<half.width * 2 where x < width && cells[y * width + x] != 0 {
        half.cells[y / 2 * half.width + x / 2] = 1
      }
    }
    return half
  }

  /// How well a circle fits, seen in 96 directions; a cell to both sides still counts as on it.
  fileprivate func ring(_ x: Double, _ y: Double, _ radius: Double) -> Ring {
    var (seen, inked, clean) = (0, 0, 0)
    for (across, down) in directions {
      func hasInk(_ reach: Double) -> Bool {
        isInk(Int((x + reach * across).rounded(.down)), Int((y + reach * down).rounded(.down)))
      }
      let (column, row) = (Int(x + radius * across), Int(y + radius * down))
      guard column >= 0, column < width, row >= 0, row < height else { continue }
      seen += 1
      guard hasInk(radius) || hasInk(radius - 1) || hasInk(radius + 1) else { continue }
      inked += 1
      if !(3...6).contains(where: { hasInk(radius + Double($0)) }) { clean += 1 }
    }
    guard seen > 0 else {
      return Ring(x: x, y: y, radius: radius, visible: 0, covered: 0, clean: 0)
    }
    return Ring(
      x: x, y: y, radius: radius, visible: Double(seen) / 96,
      covered: Double(inked) / Double(seen), clean: Double(clean) / Double(seen))
  }

  /// The best fit near a circle: up to three cells to every side, two more or less of radius.
  fileprivate func settled(_ start: Ring, radii: ClosedRange<Double>) -> Ring {
    var best = start
    for radius in [-2.0, -1, 0, 1, 2].map({ start.radius + $0 }) where radii.contains(radius) {
      for dy in -3...3 {
        for dx in -3...3 {
          let ring = ring(start.x + Double(dx), start.y + Double(dy), radius)
          if ring.covered + ring.clean > best.covered + best.clean { best = ring }
        }
      }
    }
    return best
  }
}
