package import Imaging

/// Sobel gradients at the edges of letters, added up for each direction.
package struct EdgeGradients {
  /// Edges that run up and down: the ends of strokes in a row.
  ///
  /// In grey levels a pixel.
  private var upright = Sum()
  /// Edges that run along the line, above and below strokes, over the depth of their stroke.
  private var level = Sum()
  /// All edges by the way their gradient points, over the depth of their own stroke: across the page, down
  /// to the right, down, and down to the left.
  private var directions = InlineArray<4, Sum>(repeating: Sum())

  private struct Sum {
    var total = 0.0
    var count = 0

    mutating func add(_ other: Sum) {
      total += other.total
      count &+= other.count
    }

    /// Of at least 400 edges.
    var mean: Double? { count >= 400 && total > 0 ? total / Double(count) : nil }
  }

  package init() {}

  @inline(__always)
  fileprivate mutating func add(end gradient: Gradient, depth: Double) {
    upright.add(Sum(total: gradient.length, count: 1))
    directions[gradient.direction].add(Sum(total: gradient.length / depth, count: 1))
  }

  @inline(__always)
  fileprivate mutating func add(level gradient: Gradient, depth: Double) {
    let edge = Sum(total: gradient.length / depth, count: 1)
    level.add(edge)
    directions[gradient.direction].add(edge)
  }

  /// Adds what another counted, its edges over the ink–paper step of its own part of the page.
  package mutating func add(_ other: EdgeGradients, over step: Double) {
    guard step >= 1 else { return }
    upright.add(Sum(total: other.upright.total / step, count: other.upright.count))
    level.add(other.level)
    for index in directions.indices { directions[index].add(other.directions[index]) }
  }

  /// Mean gradient over the ink–paper step, per pixel; nil with fewer than `fewest` edges.
  ///
  /// Of the two directions the softer one, and less where print is smeared to one side.
  package func mean(over step: Double, fewest: Int = 100) -> Double? {
    guard step > 0, upright.count + level.count >= fewest, upright.count >= fewest / 2 else {
      return nil
    }
    let across = upright.total / Double(upright.count) / step
    guard level.count >= fewest / 2 else { return across * evenness }
    return min(across, level.total / Double(level.count)) * evenness
  }

  /// How alike edges are in all directions, 0…1: less where the sheet or the camera moved during the scan.
  ///
  /// Motion smears edges across its way and leaves those along it sharp; what is out of focus is soft all
  /// round. The two slants are alike to 0.86 in any print. Edges above and below strokes are 0.9 to 1.5 times
  /// as steep as their ends, by the typeface, and more where all are soft: there motion is not told apart. A
  /// letter smeared by half its stroke reads worse than one as soft all round, so the share counts twice.
  package var evenness: Double {
    var share = 1.0
    if let one = directions[1].mean, let two = directions[3].mean {
      share = min(one, two) / max(one, two) / 0.85
    }
    if let ends = directions[0].mean, let sides = directions[2].mean, max(ends, sides) >= 0.4 {
      share = min(share, 1.5 * ends / sides, sides / ends / 0.75)
    }
    return min(1, share * share)
  }
}

/// A gradient of grey levels, in levels a pixel.
fileprivate struct Gradient {
  let dx: Double
  let dy: Double

  var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// To the nearest eighth of a turn: 0 across the page, 1 down to the right, 2 down, 3 down to the left.
  var direction: Int {
    let (across, along) = (abs(dx), abs(dy))
    if along <= 0.414 * across { return 0 }
    if along >= 2.414 * across { return 2 }
    return dx * dy > 0 ? 1 : 3
  }
}

/// Sobel gradients at the edges of the letters of each zone.
///
/// Over the ink–paper step an ideal edge gives 0.5 at the two pixels beside it; crisp print measures 0.36,
/// a Gaussian blur of σ = 2, 3, 4 px 0.25, 0.18, 0.13. Unlike the variance of a Laplacian it does not
/// depend on how much text there is. Left and right edges are the ends of runs; top and bottom edges are
/// tried at the middle of each run. Noise raises it, so read it with the noise. Source: page-quality
/// notes 1.3, metric 3.
package func edgeGradients(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, darkest: [UInt8],
  on paper: PaperMap, zones: PageZones
) -> [EdgeGradients] {
  var found = [EdgeGradients](repeating: EdgeGradients(), count: zones.count)
  guard image.width >= 3, image.height >= 3 else { return found }
  let pixels = image.pixels.span
  for y in 1..<max(1, image.height - 1) {
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let first = Int(runs.starts[run])
      let last = Int(runs.ends[run]) - 1
      let zone = zones.index(x: first, y: y)
      let middle = (first + last) / 2
      let level = Double(paper.level(x: middle, y: y))
      let depth = max(4, level - Double(darkest[run]))
      if first > 0, first < image.width - 1 {
        found[zone].add(end: sobel(pixels, width: image.width, x: first, y: y), depth: depth)
      }
      if last > first, last < image.width - 1 {
        found[zone].add(end: sobel(pixels, width: image.width, x: last, y: y), depth: depth)
      }
      guard last - first >= 4, middle > 0, middle < image.width - 1 else { continue }
      let threshold = paper.threshold(x: middle, y: y)
      let at = y * image.width + middle
      if pixels[at - image.width] >= threshold || pixels[at + image.width] >= threshold {
        // A hairline is paler than the ink of the page: its edge counts against its own depth.
        let depth = level - Double(lowest(pixels, at: at, width: image.width))
        if depth >= 4 {
          found[zone].add(
            level: sobel(pixels, width: image.width, x: middle, y: y), depth: depth)
        }
      }
    }
  }
  return found
}

/// The darkest of five pixels that stand over each other.
@inline(__always)
private func lowest(_ pixels: Span<UInt8>, at middle: Int, width: Int) -> UInt8 {
  var low = pixels[middle]
  for at in [middle - 2 * width, middle - width, middle + width, middle + 2 * width]
  where at >= 0 && at < pixels.count {
    low = min(low, pixels[at])
  }
  return low
}

/// The 3 × 3 Sobel gradient.
@inline(__always)
private func sobel(_ pixels: Span<UInt8>, width: Int, x: Int, y: Int) -> Gradient {
  let at = y &* width &+ x
  func value(_ offset: Int) -> Int { Int(pixels[at &+ offset]) }
  let left = value(-width - 1) &+ 2 &* value(-1) &+ value(width - 1)
  let right = value(-width + 1) &+ 2 &* value(1) &+ value(width + 1)
  let top = value(-width - 1) &+ 2 &* value(-width) &+ value(-width + 1)
  let bottom = value(width - 1) &+ 2 &* value(width) &+ value(width + 1)
  return Gradient(dx: Double(right &- left) / 8, dy: Double(bottom &- top) / 8)
}
