package import Imaging
import Measuring

extension ColorImage {
  /// Whether what stands in a box has a hue: a pen or a seal, not print.
  ///
  /// Ink is darker than 0.75 of the box's paper, the brightest 5 % of it, in one channel or more. It has a hue
  /// where its channels, each over that of the paper, differ by more than 0.25; that leaves a colour cast out. Two
  /// of three pixels of ink must have one: a stamp over black print does not hide it.
  package func hasColoredInk(in box: Box) -> Bool {
    let whole = Box(x: 0, y: 0, width: width, height: height)
    guard let box = box.intersection(whole) else { return false }
    let paper = paper(in: box)
    var (ink, colored) = (0, 0)
    for y in box.y..<box.maxY {
      for x in box.x..<box.maxX {
        let at = (y * width + x) * 3
        let red = Double(pixels[at]) / paper.red
        let green = Double(pixels[at + 1]) / paper.green
        let blue = Double(pixels[at + 2]) / paper.blue
        let (least, most) = (min(red, green, blue), max(red, green, blue))
        guard least < 0.75 else { continue }
        ink += 1
        if most - least > 0.25 { colored += 1 }
      }
    }
    return ink > 0 && 3 * colored >= 2 * ink
  }

  /// The brightest 5 % of each channel, 1 or more.
  private func paper(in box: Box) -> (red: Double, green: Double, blue: Double) {
    var histograms = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 3)
    for y in box.y..<box.maxY {
      for x in box.x..<box.maxX {
        for channel in 0..<3 {
          histograms[channel][Int(pixels[(y * width + x) * 3 + channel])] += 1
        }
      }
    }
    let levels = histograms.map {
      Double(max(1, percentile(0.95, of: $0, count: box.width * box.height)))
    }
    return (levels[0], levels[1], levels[2])
  }
}
