package import Imaging

/// The darkest pixel of each run of ink, 0…255, in one pass over the ink.
package func darkestOfRuns(of image: GrayImage, runs: InkRuns) -> [UInt8] {
  var darkest = [UInt8](repeating: 255, count: runs.starts.count)
  let pixels = image.pixels.span
  for y in 0..<runs.height {
    let base = y * runs.width
    for run in runs.ofRow(y) {
      var low: UInt8 = 255
      for at in base + Int(runs.starts[run])..<base + Int(runs.ends[run]) {
        low = min(low, pixels[at])
      }
      darkest[run] = low
    }
  }
  return darkest
}

/// Grey values of the ink of letters, enough to say how dark it typically is.
package struct InkTones: Equatable {
  private var inside = [Int](repeating: 0, count: 256)
  private var darkest = [Int](repeating: 0, count: 256)

  package init() {}

  /// Adds a pixel from the inside of a stroke.
  @inline(__always)
  package mutating func add(inside value: UInt8) { inside[Int(value)] &+= 1 }

  /// Adds the darkest pixel of a run.
  @inline(__always)
  package mutating func add(darkest value: UInt8) { darkest[Int(value)] &+= 1 }

  /// Adds what another counted.
  package mutating func add(_ other: InkTones) {
    for value in 0..<256 {
      inside[value] += other.inside[value]
      darkest[value] += other.darkest[value]
    }
  }

  /// The typical brightness of ink, 0…255; nil when there is no ink.
  ///
  /// The median over the inside of strokes: the first and last pixel of a run are mixed with paper and
  /// left out. Where all strokes are thinner than 3 pixels, the median over the darkest pixel of each run.
  package var typical: Double? { percentile(0.5) }

  /// The brightness of the darkest tenth of the ink, 0…255: print that is only blurred keeps dark cores,
  /// what shines through from the back has none.
  package var dark: Double? { percentile(0.1) }

  private func percentile(_ share: Double) -> Double? {
    for histogram in [inside, darkest] {
      let count = histogram.reduce(0, +)
      if count >= 100 { return Double(Measuring.percentile(share, of: histogram, count: count)) }
    }
    return nil
  }
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
