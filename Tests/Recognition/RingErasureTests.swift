import Foundation
import Imaging
import Testing

@testable import Recognition

@Suite struct `The rings of a black seal` {
  /// A ring of 6 pixels around (200, 200), two inner ones, and the stem and the foot of a letter across it.
  private func page(ring: UInt8, letter: UInt8) -> GrayImage {
    var pixels = [UInt8](repeating: 240, count: 400 * 420)
    for y in 0..<420 {
      for x in 0..<400 {
        let far = hypot(Double(x) - 200, Double(y) - 200)
        if abs(far - 140) < 3 || abs(far - 128) < 1.5 || abs(far - 100) < 1.5 {
          pixels[y * 400 + x] = ring
        }
        if Self.isLetter(x, y) { pixels[y * 400 + x] = letter }
      }
    }
    return GrayImage(width: 400, height: 420, pixels: pixels)
  }

  private static func isLetter(_ x: Int, _ y: Int) -> Bool {
    (200..<208).contains(x) && (320..<365).contains(y)
      || (200..<230).contains(x) && (357..<365).contains(y)
  }

  @Test(arguments: [(UInt8(0), UInt8(0)), (UInt8(110), UInt8(30))])
  func `are taken out and what they cross stays`(ring: UInt8, letter: UInt8) {
    let page = page(ring: ring, letter: letter)
    // The box is off by a few pixels, as cells of half a millimetre make it.
    let bare = RingErasure.erased([.init(x: 63, y: 58, side: 282)], from: page, dpi: 200)
    var (rings, letters) = ((dark: 0, count: 0), (dark: 0, count: 0))
    for at in page.pixels.indices where page.pixels[at] < 200 {
      let isDark = bare.pixels[at] < 200
      if Self.isLetter(at % 400, at / 400) {
        letters = (letters.dark + (isDark ? 1 : 0), letters.count + 1)
      } else {
        rings = (rings.dark + (isDark ? 1 : 0), rings.count + 1)
      }
    }
    #expect(rings.dark * 20 < rings.count, "\(rings)")
    #expect(letters.dark * 10 > letters.count * 9, "\(letters)")
  }

  @Test func `are not looked for where no seal was found`() {
    let page = page(ring: 0, letter: 0)
    #expect(RingErasure.erased([], from: page, dpi: 200) == page)
  }

  @Test func `that are none leave the page as it is`() {
    var pixels = [UInt8](repeating: 240, count: 300 * 300)
    for x in 50..<250 {
      for y in 140..<148 { pixels[y * 300 + x] = 20 }
    }
    let page = GrayImage(width: 300, height: 300, pixels: pixels)
    #expect(RingErasure.erased([.init(x: 20, y: 20, side: 260)], from: page, dpi: 200) == page)
  }

  @Test(arguments: [(1, 1), (60, 3), (300, 300)], [UInt8(0), UInt8(255)])
  func `of a seal beside or around any picture end in a picture of its size`(
    size: (Int, Int), level: UInt8
  ) {
    let page = GrayImage(
      width: size.0, height: size.1,
      pixels: [UInt8](repeating: level, count: size.0 * size.1))
    for place in [-400, -100, 0, 250] {
      let bare = RingErasure.erased([.init(x: place, y: place, side: 282)], from: page, dpi: 200)
      #expect(bare.pixels.count == page.pixels.count)
    }
  }
}
