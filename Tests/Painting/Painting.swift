import Foundation
public import Imaging

/// Pseudo-text: rows of stick letters whose x-height, pitch and angle are known exactly.
///
/// Every third letter has an ascender of 1.45 x-heights, every seventh a descender, so that the text
/// has an up and a down. Lines run over the whole width between the margins.
public struct PaintedText: Sendable {
  /// Height of the letters without ascender, in pixels.
  public var xHeight = 26.0
  /// Distance of the base lines, in x-heights.
  public var pitch = 2.6
  /// Left, right, top and bottom margin, as a share of the width.
  public var margin = 0.1
  /// How far the lines fall clockwise, in degrees.
  public var degrees = 0.0
  /// Grey value of the ink.
  public var ink: UInt8 = 20
  /// Moves the text to the right, in pixels; letters may run over the edge.
  public var shift = 0.0

  /// The usual page text.
  public init() {}
}

/// A page that is painted from code: paper first, then what is put on it.
public struct PaintedPage: Sendable {
  /// Pixels a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Grey values, row by row.
  public var pixels: [UInt8]

  /// Bare paper; A4 at 150 dpi unless said otherwise.
  public init(width: Int = 1240, height: Int = 1754, paper: UInt8 = 240) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: paper, count: width * height)
  }

  /// The finished picture.
  public var image: GrayImage { GrayImage(width: width, height: height, pixels: pixels) }

  /// Paints lines of stick letters, edges anti-aliased over one pixel.
  public func text(_ text: PaintedText = PaintedText()) -> PaintedPage {
    var page = self
    let cosine = cos(text.degrees * .pi / 180)
    let sine = sin(text.degrees * .pi / 180)
    let margin = text.margin * Double(width)
    let stroke = text.xHeight / 6
    for y in 0..<height {
      for x in 0..<width {
        // Turns the pixel's centre back into the frame of the lines.
        let dx = Double(x) + 0.5 - Double(width) / 2
        let dy = Double(y) + 0.5 - Double(height) / 2
        let u = dx * cosine + dy * sine + Double(width) / 2
        let v = -dx * sine + dy * cosine + Double(height) / 2
        guard u > margin + text.shift, u < Double(width) - margin + text.shift, v > margin,
          v < Double(height) - margin
        else { continue }
        let coverage = inkCoverage(u: u - margin, v: v - margin, text, stroke: stroke)
        guard coverage > 0 else { continue }
        let at = y * width + x
        let mixed = Double(page.pixels[at]) * (1 - coverage) + Double(text.ink) * coverage
        page.pixels[at] = UInt8(mixed.rounded())
      }
    }
    return page
  }

  /// Fills a box with one grey value.
  public func filled(_ box: Box, with value: UInt8) -> PaintedPage {
    var page = self
    for y in max(0, box.y)..<min(height, box.maxY) {
      for x in max(0, box.x)..<min(width, box.maxX) { page.pixels[y * width + x] = value }
    }
    return page
  }

  /// Blurs with a Gaussian of `sigma` pixels.
  public func blurred(_ sigma: Double) -> PaintedPage {
    let reach = Int((3 * sigma).rounded(.up))
    let weights = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let total = weights.reduce(0, +)
    var page = self
    for (stepX, stepY) in [(1, 0), (0, 1)] {
      let source = page.pixels
      for y in 0..<height {
        for x in 0..<width {
          var sum = 0.0
          for offset in -reach...reach {
            let sx = min(width - 1, max(0, x + offset * stepX))
            let sy = min(height - 1, max(0, y + offset * stepY))
            sum += weights[offset + reach] * Double(source[sy * width + sx])
          }
          page.pixels[y * width + x] = UInt8((sum / total).rounded())
        }
      }
    }
    return page
  }

  /// Adds Gaussian grain of standard deviation `sigma`, the same for the same seed.
  public func noisy(_ sigma: Double, seed: UInt64 = 1) -> PaintedPage {
    var random = SplitMix(seed: seed)
    var page = self
    for at in page.pixels.indices {
      let value = Double(page.pixels[at]) + sigma * random.gaussian()
      page.pixels[at] = UInt8(max(0, min(255, value.rounded())))
    }
    return page
  }

  /// Darkens the paper evenly from left to right, down to `share` of its brightness.
  public func shaded(downTo share: Double) -> PaintedPage {
    var page = self
    for y in 0..<height {
      for x in 0..<width {
        let factor = 1 - (1 - share) * Double(x) / Double(width)
        page.pixels[y * width + x] = UInt8(Double(page.pixels[y * width + x]) * factor)
      }
    }
    return page
  }

  /// Black where darker than the middle, white elsewhere.
  public var bilevel: PaintedPage {
    var page = self
    for at in page.pixels.indices { page.pixels[at] = page.pixels[at] < 128 ? 0 : 255 }
    return page
  }
}

/// How much of a pixel at (u, v) of the text frame is ink, 0…1.
///
/// Letters stand in cells of one x-height: two stems and a bar at half height; every third left stem
/// rises to 1.45 x-heights, every seventh falls 0.4 below the line; every eighth cell is a space.
private func inkCoverage(u: Double, v: Double, _ text: PaintedText, stroke: Double) -> Double {
  let line = (v / (text.pitch * text.xHeight)).rounded(.down)
  // From the top of the line's band: 1.5 x-heights down to the base line.
  let below = v - line * text.pitch * text.xHeight - 1.5 * text.xHeight
  let cell = Int((u / text.xHeight).rounded(.down))
  let within = u - Double(cell) * text.xHeight
  let number = cell + Int(line) * 5
  guard number % 8 != 0 else { return 0 }
  let top = number % 3 == 0 ? -1.45 * text.xHeight : -text.xHeight
  let bottom = number % 7 == 0 ? 0.4 * text.xHeight : 0
  let width = 0.75 * text.xHeight
  let left = bar(within, 0, stroke) * bar(below, top, bottom)
  let right = bar(within, width - stroke, width) * bar(below, -text.xHeight, 0)
  let middle = -text.xHeight / 2
  let cross = bar(within, 0, width) * bar(below, middle - stroke / 2, middle + stroke / 2)
  return max(left, max(right, cross))
}

/// Share of the pixel around `at` that lies between two edges.
private func bar(_ at: Double, _ from: Double, _ to: Double) -> Double {
  max(0, min(1, min(at + 0.5, to) - max(at - 0.5, from)))
}

/// A small random generator that gives the same numbers everywhere (SplitMix64, Steele 2014).
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A normal variate: the sum of 12 uniform ones less 6.
  mutating func gaussian() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double(next() >> 11) / 9_007_199_254_740_992 }
  }
}
