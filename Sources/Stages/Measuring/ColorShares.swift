package import Imaging

/// A colour picture in one pass: its grey form and how much of it has a hue.
package struct ColorShares: Equatable {
  /// max(R, G, B): red seals and blue ink fade, print stays.
  package let gray: GrayImage
  /// Share of pixels whose channels differ by more than 12 levels, 0…1.
  ///
  /// A grey picture stored as colour stays below after JPEG's chroma rounding (a few levels); a colour
  /// scan, even of black print, exceeds it at the fringes of strokes and in tinted paper.
  package let hueShare: Double
  /// Share of pixels that are strongly red or blue, 0…1: a seal or a pen, not its ghost.
  ///
  /// Red exceeds both other channels by more than 60 in fresh seal ink, by 10 to 40 in a seal that
  /// shines through from the back; yellow paper has red and green alike and does not count.
  package let inkHueShare: Double
}

/// Takes grey and hue shares of a colour picture.
///
/// The shares come from every sixteenth row: a seal covers thousands of pixels, and a share needs no more.
package func colorShares(of image: ColorImage) -> ColorShares {
  let source = image.pixels.span
  let width = image.width
  var counts = HueCounts()
  var rows = 0
  for y in stride(from: 0, to: image.height, by: 16) {
    counts.add(source.extracting(y * width * 3..<(y + 1) * width * 3))
    rows += 1
  }
  let count = Double(width * rows)
  return ColorShares(
    gray: image.sealSafeGray, hueShare: Double(counts.hue) / count,
    inkHueShare: Double(counts.ink) / count)
}

/// Counts of pixels with a hue.
package struct HueCounts: Equatable {
  /// Pixels whose channels differ by more than 12 levels.
  package private(set) var hue = 0
  /// Pixels that are strongly red or blue.
  package private(set) var ink = 0

  package init() {}

  /// Adds a row of red, green, blue; a row is far below 2³² pixels, so `UInt32` holds its counts.
  package mutating func add(_ row: Span<UInt8>) {
    var hueInRow: UInt32 = 0
    var inkInRow: UInt32 = 0
    for x in 0..<row.count / 3 {
      let at = x &* 3
      let red = row[at]
      let green = row[at &+ 1]
      let blue = row[at &+ 2]
      let high = max(red, max(green, blue))
      let low = min(red, min(green, blue))
      // The middle channel: strong hues stand above it, yellow (red and green high) does not.
      let middle = max(min(red, green), min(max(red, green), blue))
      hueInRow &+= high &- low > 12 ? 1 : 0
      inkInRow &+= high &- middle > 60 && high > green ? 1 : 0
    }
    hue += Int(hueInRow)
    ink += Int(inkInRow)
  }
}
