package import Imaging

/// Mean Sobel gradient at the edges of letters over the ink–paper step, per pixel; nil without edges.
///
/// An ideal step gives 0.5 at the two pixels beside it; crisp print measures 0.36, a Gaussian blur of
/// σ = 2, 3, 4 px 0.25, 0.18, 0.13. Unlike the variance of a Laplacian it does not depend on how much
/// text there is. Left and right edges are the ends of runs; top and bottom edges are tried at the
/// middle of each run. Noise raises it, so read it with the noise. Source: page-quality notes 1.3,
/// metric 3.
package func edgeGradient(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, on paper: PaperMap,
  step: Double
) -> Double? {
  guard step >= 1, image.width >= 3, image.height >= 3 else { return nil }
  var sum = 0.0
  var count = 0
  let pixels = image.pixels.span
  for y in 1..<max(1, image.height - 1) {
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let first = Int(runs.starts[run])
      let last = Int(runs.ends[run]) - 1
      for x in first == last ? [first] : [first, last]
      where x > 0 && x < image.width - 1 {
        sum += sobel(pixels, width: image.width, x: x, y: y)
        count += 1
      }
      let middle = (first + last) / 2
      guard last - first >= 4, middle > 0, middle < image.width - 1 else { continue }
      let threshold = paper.threshold(x: middle, y: y)
      let at = y * image.width + middle
      if pixels[at - image.width] >= threshold || pixels[at + image.width] >= threshold {
        sum += sobel(pixels, width: image.width, x: middle, y: y)
        count += 1
      }
    }
  }
  return count >= 100 ? sum / Double(count) / step : nil
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
