/// Otsu's split of a histogram: ink below `threshold`, and how much of the variance it explains.
public struct OtsuSplit: Sendable, Equatable {
  /// Values below it are ink, 1…255.
  public let threshold: Int
  /// Between-class variance over total variance, 0…1; 0 when there is one value only.
  public let separability: Double
}

/// Splits a histogram where the variance between the two classes is largest (Otsu 1979).
///
/// Separability η tells how far the page is from two clean tones: clean print 0.9, show-through 0.8,
/// shading and heavy noise 0.7 (page-quality notes 1.3, metric 10). Blank pages have no meaningful η.
/// Among equal splits the middle one is taken, so that a picture of 0 and 255 is cut half-way.
public func otsuSplit(of histogram: [Int]) -> OtsuSplit {
  var total = 0.0
  var sum = 0.0
  var squares = 0.0
  for (value, bin) in histogram.enumerated() {
    total += Double(bin)
    sum += Double(value) * Double(bin)
    squares += Double(value * value) * Double(bin)
  }
  guard total > 0 else { return OtsuSplit(threshold: 128, separability: 0) }
  let variance = squares / total - (sum / total) * (sum / total)
  var below = 0.0
  var sumBelow = 0.0
  var best = 0.0
  var first = 128
  var last = 128
  for value in 0..<(histogram.count - 1) {
    below += Double(histogram[value])
    sumBelow += Double(value) * Double(histogram[value])
    guard below > 0, below < total else { continue }
    let difference = sumBelow / below - (sum - sumBelow) / (total - below)
    let between = below * (total - below) * difference * difference
    if between > best {
      best = between
      first = value + 1
    }
    if between == best, best > 0 { last = value + 1 }
  }
  let separability = variance > 0 ? min(1, best / (total * total) / variance) : 0
  return OtsuSplit(threshold: (first + last) / 2, separability: separability)
}

/// The grey value that parts ink from paper best: ink is darker than it, 1…255.
///
/// 128 when the picture has one value only. A picture of 0 and 255 gives the middle.
public func otsuThreshold(of image: GrayImage) -> Int {
  // Four counts side by side: paper is the same value over and over, and each count would wait for the last.
  var counts = [1024 of Int](repeating: 0)
  let pixels = image.pixels.span
  for index in pixels.indices { counts[(index & 3) << 8 | Int(pixels[index])] &+= 1 }
  return otsuSplit(
    of: (0..<256).map { counts[$0] + counts[256 + $0] + counts[512 + $0] + counts[768 + $0] }
  ).threshold
}
