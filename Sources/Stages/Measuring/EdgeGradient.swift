package import Imaging

/// Sobel gradients at the edges of letters, added up.
package struct EdgeGradients: Equatable {
  private var sum = 0.0
  private var count = 0

  package init() {}

  @inline(__always)
  fileprivate mutating func add(_ gradient: Double) {
    sum += gradient
    count &+= 1
  }

  /// Adds what another counted.
  package mutating func add(_ other: EdgeGradients) {
    sum += other.sum
    count += other.count
  }

  /// Mean gradient over the ink–paper step, per pixel; nil with fewer than `fewest` edges.
  package func mean(over step: Double, fewest: Int = 100) -> Double? {
    step >= 1 && count >= fewest ? sum / Double(count) / step : nil
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
        found[zone].add(sobel(pixels, width: image.width, x: first, y: y))
      }
      if last > first, last < image.width - 1 {
        found[zone].add(sobel(pixels, width: image.width, x: last, y: y))
      }
      let middle = (first + last) / 2
      guard last - first >= 4, middle > 0, middle < image.width - 1 else { continue }
      let threshold = paper.threshold(x: middle, y: y)
      let at = y * image.width + middle
      if pixels[at - image.width] >= threshold || pixels[at + image.width] >= threshold {
        found[zone].add(sobel(pixels, width: image.width, x: middle, y: y))
      }
    }
  }
  return found
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
