import Foundation

/// A colour in CIELAB (D65): lightness 0…100, and the two axes green–red and blue–yellow.
package struct LabColor: Equatable {
  package let lightness: Double
  package let a: Double
  package let b: Double

  /// Converts sRGB counts (IEC 61966-2-1).
  package init(red: Int, green: Int, blue: Int) {
    let (r, g, b) = (linear(red), linear(green), linear(blue))
    let x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    let y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    lightness = 116 * y - 16
    a = 500 * (x - y)
    self.b = 200 * (y - z)
  }

  /// Distance from grey.
  package var chroma: Double { (a * a + b * b).squareRoot() }
}

private func linear(_ count: Int) -> Double {
  let value = Double(count) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

private func curve(_ value: Double) -> Double {
  value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
}

/// How far the paper's colour is from any that paper has by itself, in units of CIELAB chroma, 0 or more.
///
/// Paper is white when it is new and turns yellow, then brown, with age: from neutral to a* 6, b* 32. The
/// figure is the distance of the bare paper's median colour from that line, so that yellowed archives
/// measure 0 to 4, while a bluish, greenish or pink lamp or a wrong white balance measures its whole
/// chroma. Coloured paper measures like a cast: pixels cannot tell them apart.
package func colorCast(of paper: PaperColor) -> Double {
  let lab = LabColor(paper)
  let (oldA, oldB) = (6.0, 32.0)
  let along = max(0, min(1, (lab.a * oldA + lab.b * oldB) / (oldA * oldA + oldB * oldB)))
  let (da, db) = (lab.a - along * oldA, lab.b - along * oldB)
  return (da * da + db * db).squareRoot()
}

/// The colour of bare paper, in sRGB counts.
package struct PaperColor: Equatable {
  package let red: Int
  package let green: Int
  package let blue: Int
}

extension LabColor {
  /// Converts the colour of paper.
  package init(_ paper: PaperColor) {
    self.init(red: paper.red, green: paper.green, blue: paper.blue)
  }
}

/// The median colour of the cells that are as bright as bare paper.
///
/// Nil when fewer than 1 % are, and without colour.
package func paperColor(of cells: CellPicture, paper: Double) -> PaperColor? {
  guard !cells.colors.isEmpty else { return nil }
  var histograms = [Int](repeating: 0, count: 3 * 256)
  var bins = histograms.mutableSpan
  let gray = cells.gray.span
  let colors = cells.colors.span
  let darkest = UInt8(clamping: Int((0.93 * paper).rounded()))
  var count = 0
  for cell in gray.indices where gray[cell] >= darkest {
    for sample in 0..<3 {
      bins[sample &* 256 &+ Int(colors[cell &* 3 &+ sample])] &+= 1
    }
    count += 1
  }
  guard count * 100 >= cells.gray.count, count > 0 else { return nil }
  let medians = (0..<3).map {
    percentile(0.5, of: histograms[$0 * 256..<($0 + 1) * 256], count: count)
  }
  return PaperColor(red: medians[0], green: medians[1], blue: medians[2])
}
