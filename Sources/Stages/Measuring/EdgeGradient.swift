package import Imaging

/// Sobel gradients at the edges of letters, added up for each direction.
package struct EdgeGradients: Equatable {
  /// Edges that run up and down: the ends of strokes in a row.
  ///
  /// In grey levels a pixel.
  private var upright = Sum()
  /// Edges that run along the line, above and below strokes, over the depth of their stroke.
  private var level = Sum()

  private struct Sum: Equatable {
    var total = 0.0
    var count = 0

    mutating func add(_ other: Sum) {
      total += other.total
      count &+= other.count
    }
  }

  package init() {}

  @inline(__always)
  fileprivate mutating func add(upright gradient: Double) {
    upright.add(Sum(total: gradient, count: 1))
  }

  @inline(__always)
  fileprivate mutating func add(level gradient: Double) {
    level.add(Sum(total: gradient, count: 1))
  }

  /// Adds what another counted, its edges over the ink–paper step of its own part of the page.
  package mutating func add(_ other: EdgeGradients, over step: Double) {
    guard step >= 1 else { return }
    upright.add(Sum(total: other.upright.total / step, count: other.upright.count))
    level.add(other.level)
  }

  /// Mean gradient over the ink–paper step, per pixel; nil with fewer than `fewest` edges.
  ///
  /// Of the two directions the softer one: what moved while it was scanned is sharp along its way.
  package func mean(over step: Double, fewest: Int = 100) -> Double? {
    guard step > 0, upright.count + level.count >= fewest, upright.count >= fewest / 2 else {
      return nil
    }
    let across = upright.total / Double(upright.count) / step
    return level.count >= fewest / 2 ? min(across, level.total / Double(level.count)) : across
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
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, on paper: PaperMap,
  zones: PageZones
) -> [EdgeGradients] {
  var found = [EdgeGradients](repeating: EdgeGradients(), count: zones.count)
  guard image.width >= 3, image.height >= 3 else { return found }
  let pixels = image.pixels.span
  for y in 1..<max(1, image.height - 1) {
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let first = Int(runs.starts[run])
      let last = Int(runs.ends[run]) - 1
      let zone = zones.index(x: first, y: y)
      if first > 0, first < image.width - 1 {
        found[zone].add(upright: sobel(pixels, width: image.width, x: first, y: y))
      }
      if last > first, last < image.width - 1 {
        found[zone].add(upright: sobel(pixels, width: image.width, x: last, y: y))
      }
      let middle = (first + last) / 2
      guard last - first >= 4, middle > 0, middle < image.width - 1 else { continue }
      let threshold = paper.threshold(x: middle, y: y)
      let at = y * image.width + middle
      if pixels[at - image.width] >= threshold || pixels[at + image.width] >= threshold {
        // A hairline is paler than the ink of the page: its edge counts against its own depth.
        let depth =
          Double(paper.levels[y / PaperMap.side * paper.columns + middle / PaperMap.side])
          - Double(darkest(pixels, at: at, width: image.width))
        if depth >= 4 {
          found[zone].add(level: sobel(pixels, width: image.width, x: middle, y: y) / depth)
        }
      }
    }
  }
  return found
}

/// The darkest of five pixels that stand over each other.
@inline(__always)
private func darkest(_ pixels: Span<UInt8>, at middle: Int, width: Int) -> UInt8 {
  var low = pixels[middle]
  for at in [middle - 2 * width, middle - width, middle + width, middle + 2 * width]
  where at >= 0 && at < pixels.count {
    low = min(low, pixels[at])
  }
  return low
}

/// The length of the 3 × 3 Sobel gradient, in grey levels a pixel.
@inline(__always)
private func sobel(_ pixels: Span<UInt8>, width: Int, x: Int, y: Int) -> Double {
  let at = y &* width &+ x
  func value(_ offset: Int) -> Int { Int(pixels[at &+ offset]) }
  let left = value(-width - 1) &+ 2 &* value(-1) &+ value(width - 1)
  let right = value(-width + 1) &+ 2 &* value(1) &+ value(width + 1)
  let top = value(-width - 1) &+ 2 &* value(-width) &+ value(-width + 1)
  let bottom = value(width - 1) &+ 2 &* value(width) &+ value(width + 1)
  let dx = Double(right &- left) / 8
  let dy = Double(bottom &- top) / 8
  return (dx * dx + dy * dy).squareRoot()
}
