package import Imaging

/// The typical width of the edges of letters, in pixels; nil with fewer than 200 edges.
///
/// At the ends of the runs of every fourth row: the difference between the lightest and the darkest pixel
/// within 5 pixels over the steepest step within 2, and of these the median. A clean scan has about 2, a
/// picture enlarged by 2 about 3, by 3 about 4; out of focus reads like enlarged. It saturates at 10.
/// Source: page-quality notes 1.3, metric 4.
package func edgeWidth(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, step: Double
) -> Double? {
  guard image.width > 16 else { return nil }
  // Hundredths of a pixel, up to 10.
  var widths = [Int](repeating: 0, count: 1001)
  for y in stride(from: 2, to: image.height, by: 4) {
    let row = image.row(y)
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      for x in [Int(runs.starts[run]), Int(runs.ends[run])]
      where x >= 6 && x < image.width - 6 {
        var (low, high): (UInt8, UInt8) = (255, 0)
        for at in x - 5...x + 4 {
          low = min(low, row[at])
          high = max(high, row[at])
        }
        let steepest = steepest(row, at: x)
        // Half the step at least: what is paler is the mark beside, not the stroke.
        guard steepest > 0, Double(high - low) > 0.5 * step else { continue }
        widths[min(1000, Int(high - low) * 100 / steepest)] += 1
      }
    }
  }
  let count = widths.reduce(0, +)
  return count >= 200 ? Double(median(of: widths, count: count)) / 100 : nil
}

/// The largest step between neighbours within 2 pixels of an end of a stroke.
@inline(__always)
func steepest(_ row: Span<UInt8>, at x: Int) -> Int {
  var steep = 0
  for at in x - 2...x + 1 { steep = max(steep, abs(Int(row[at + 1]) - Int(row[at]))) }
  return steep
}

private func median(of histogram: [Int], count: Int) -> Int {
  var sum = 0
  for (value, bin) in histogram.enumerated() {
    sum += bin
    if 2 * sum >= count { return value }
  }
  return histogram.count - 1
}

/// The resolution that the edges of the print carry, in dots per inch; never more than `dpi`.
///
/// `edgeWidth` in pixels of a picture of `dpi`. The edge of a scan is 1.4 to 1.8 of its own pixels wide,
/// so an edge of 1.7 pixels carries all of the resolution and a wider one less; a picture that was
/// enlarged, by repeating pixels or between them (`resampling`), has the resolution from before.
package func opticalResolution(
  edgeWidth: Double?, replication: Int, resampling: Double? = nil, dpi: Double
) -> Double? {
  let byReplication = replication > 1 ? dpi / Double(replication) : nil
  let byEdges = edgeWidth.map { dpi * min(1, 1.7 / max($0, 0.1)) }
  return [byReplication, resampling.map { dpi * $0 }, byEdges].compactMap(\.self).min()
}

/// How often each column was repeated to enlarge the picture, 2 to 6; 1 when it was not.
///
/// All strokes then begin at columns that are the same modulo that number; 9 of 10 are asked for, since
/// JPEG moves some. Only whole factors are seen.
package func replication(of runs: InkRuns) -> Int {
  guard runs.starts.count >= 500 else { return 1 }
  return (2...6).last { factor in
    var counts = [Int](repeating: 0, count: factor)
    for start in runs.starts { counts[Int(start) % factor] &+= 1 }
    return (counts.max() ?? 0) * 10 >= runs.starts.count * 9
  } ?? 1
}
