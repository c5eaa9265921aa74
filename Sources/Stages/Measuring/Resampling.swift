import Foundation
package import Imaging

/// The share of its pixels that a picture had before it was enlarged by software; nil when no trace is found.
///
/// Interpolated pixels follow from their neighbours, so that the second difference along a row is smaller at
/// every place of the old grid: averaged over rows it swings with the period of the enlargement. A peak of its
/// spectrum between 0.2 and 0.49 periods a pixel, 20 times above the median, is that trace; the blocks of JPEG
/// swing at eighths, where a peak counts only if it is three times that of the plain eighth. Seen are
/// enlargements by 2.04 to 5, whole or not; a pattern that is printed with such a pitch reads the same.
/// Source: A. C. Gallagher, Detection of Linear and Cubic Interpolation in JPEG Compressed Images, 2005.
package func resampling(of image: GrayImage) -> Double? {
  guard image.width >= 400 else { return nil }
  let swing = swing(of: secondDifferences(of: image))
  let count = swing.count
  let first = count / 5
  let spectrum = (first...count * 49 / 100).map { magnitude(of: swing, at: $0) }
  let usual = spectrum.sorted()[spectrum.count / 2]
  guard usual > 0 else { return nil }
  // 0.003 on both sides of the eighths belong to them.
  let near = max(1, count * 3 / 1000)
  func peak(eighth: Int) -> Double {
    let middle = count * eighth / 8
    return (middle - near / 2...middle + near / 2).map { magnitude(of: swing, at: $0) }.max() ?? 0
  }
  let blocks = peak(eighth: 1)
  let peaks = spectrum.enumerated().compactMap { index, height -> (place: Int, height: Double)? in
    let place = first + index
    let isEighth = [2, 3].contains { abs(place - count * $0 / 8) <= near }
    return isEighth && height < 3 * blocks ? nil : (place, height)
  }
  guard let best = peaks.max(by: { $0.height < $1.height }), best.height > 20 * usual else {
    return nil
  }
  // Letters of one width, as a typewriter sets them, give a comb of peaks.
  let isComb = peaks.contains {
    abs($0.place - best.place) > count / 100 && $0.height > 0.6 * best.height
  }
  return isComb ? nil : Double(best.place) / Double(count)
}

/// How much each column differs from the mean of its neighbours, added up over every eighth row.
private func secondDifferences(of image: GrayImage) -> [Double] {
  var sums = [UInt32](repeating: 0, count: image.width - 2)
  for y in stride(from: 0, to: image.height, by: 8) {
    let row = image.row(y)
    for x in sums.indices {
      sums[x] &+= UInt32(abs(2 * Int(row[x + 1]) - Int(row[x]) - Int(row[x + 2])))
    }
  }
  return sums.map(Double.init)
}

/// Each column against the mean of the 25 around it, less 1; 0 where hardly anything is printed.
private func swing(of sums: [Double]) -> [Double] {
  let reach = 12
  var total = sums[0..<min(reach, sums.count)].reduce(0, +)
  var means = [Double](repeating: 0, count: sums.count)
  for x in sums.indices {
    if x + reach < sums.count { total += sums[x + reach] }
    if x - reach - 1 >= 0 { total -= sums[x - reach - 1] }
    means[x] = total / Double(2 * reach + 1)
  }
  let least = 0.05 * (means.max() ?? 0)
  return zip(sums, means).map { $1 > least ? $0 / $1 - 1 : 0 }
}

/// The length of one term of the discrete Fourier transform, `periods` over the whole length (Goertzel).
private func magnitude(of values: [Double], at periods: Int) -> Double {
  let step = 2 * cos(2 * .pi * Double(periods) / Double(values.count))
  var (last, before) = (0.0, 0.0)
  for value in values { (last, before) = (value + step * last - before, last) }
  return max(0, last * last + before * before - step * last * before).squareRoot()
}
