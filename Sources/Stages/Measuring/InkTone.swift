package import Imaging

/// The typical brightness of ink, 0…255; nil when there is no ink.
///
/// The median over the inside of strokes: the first and last pixel of a run are mixed with paper and
/// left out. Where all strokes are thinner than 3 pixels, the median over the darkest pixel of each run.
package func inkTone(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces
) -> Double? {
  var inside = [Int](repeating: 0, count: 256)
  var darkest = [Int](repeating: 0, count: 256)
  let pixels = image.pixels.span
  for y in 0..<runs.height {
    let base = y * runs.width
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let start = base + Int(runs.starts[run])
      let end = base + Int(runs.ends[run])
      var low: UInt8 = 255
      for at in start..<end { low = min(low, pixels[at]) }
      darkest[Int(low)] += 1
      for at in start + 1..<max(start + 1, end - 1) { inside[Int(pixels[at])] += 1 }
    }
  }
  for histogram in [inside, darkest] {
    let count = histogram.reduce(0, +)
    if count >= 100 { return Double(percentile(0.5, of: histogram, count: count)) }
  }
  return nil
}

/// Weber contrast (paper − ink) / paper, 0…1; nil where the paper is black.
///
/// Below 0.3 people complain, below 0.1 OCR fails (page-quality notes 1.3, metric 7).
package func weberContrast(ink: Double, paper: Double) -> Double? {
  guard paper > 0 else { return nil }
  return max(0, (paper - ink) / paper)
}

/// The typical brightness of paper: the median of what is not ink, 0…255; nil without any.
package func paperTone(of map: PaperMap) -> Double? {
  let limit = Int((map.relativeThreshold * map.paper).rounded())
  var paper = map.histogram
  for value in 0..<min(limit, 256) { paper[value] = 0 }
  let count = paper.reduce(0, +)
  return count > 0 ? Double(percentile(0.5, of: paper, count: count)) : nil
}
