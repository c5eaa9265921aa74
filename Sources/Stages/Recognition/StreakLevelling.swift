import Imaging
import Measuring

extension GrayImage {
  /// The picture with each column, then each row, as bright as those around it.
  ///
  /// A streak multiplies a whole column; its paper, the 60th percentile of every fourth pixel, against the
  /// median of the 51 columns around tells by how much. What differs by less than 2 % is left. Rules of tables
  /// over the whole width go with the streaks, which reading does not mind.
  func withoutStreaks() -> GrayImage {
    var pixels = self.pixels
    let columns = factors(
      of: levels(lines: width, length: height) { Int(self.pixels[$1 * width + $0]) })
    let rows = factors(
      of: levels(lines: height, length: width) { Int(self.pixels[$0 * width + $1]) })
    for y in 0..<height {
      for x in 0..<width where columns[x] != 256 || rows[y] != 256 {
        let at = y * width + x
        let value = Int(pixels[at]) * columns[x] / 256 * rows[y] / 256
        pixels[at] = UInt8(clamping: value)
      }
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// The brightness of the paper in each line, 1…255.
  private func levels(lines: Int, length: Int, _ value: (Int, Int) -> Int) -> [Int] {
    (0..<lines).map { line in
      var histogram = [Int](repeating: 0, count: 256)
      var count = 0
      for at in stride(from: 0, to: length, by: 4) {
        histogram[value(line, at)] += 1
        count += 1
      }
      return max(1, percentile(0.6, of: histogram, count: count))
    }
  }
}

/// By how much each line must be brightened to be like those around it, 256 for not at all.
private func factors(of levels: [Int]) -> [Int] {
  let reach = 25
  return levels.indices.map { line in
    let around = levels[max(0, line - reach)...min(levels.count - 1, line + reach)].sorted()
    let usual = around[around.count / 2]
    let factor = usual * 256 / levels[line]
    return abs(factor - 256) > 5 ? factor : 256
  }
}
