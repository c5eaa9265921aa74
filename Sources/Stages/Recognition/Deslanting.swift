import Imaging
import Leptonica

extension GrayImage {
  /// The picture of a line with its letters upright, where they lean to the right as italics do; the middle row stays.
  ///
  /// The slant is the one of 0 to 18 degrees under which the ink, what is darker than `threshold`, stands most in columns
  /// (A. Vinciarelli and J. Luettin, 2001).
  func deslanted(threshold: Int) throws(LeptonicaError) -> GrayImage {
    let slopes = stride(from: 0.0, through: 0.33, by: 0.055).map {
      (slope: $0, density: columnDensity(slope: $0, threshold: threshold))
    }
    guard let best = slopes.max(by: { $0.density < $1.density }), best.slope > 0 else {
      return self
    }
    return try sheared(self, slope: best.slope)
  }

  /// The squares of the columns' ink after rows have moved.
  private func columnDensity(slope: Double, threshold: Int) -> Int {
    var counts = [Int](repeating: 0, count: width)
    for y in 0..<height {
      let shift = Int((Double(y - height / 2) * slope).rounded())
      for x in max(0, -shift)..<max(0, -shift, min(width, width - shift))
      where Int(pixels[y * width + x]) < threshold {
        counts[x + shift] += 1
      }
    }
    return counts.reduce(0) { $0 + $1 * $1 }
  }
}
