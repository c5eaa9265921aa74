import Imaging
import Testing

@testable import Recognition

/// Italics are set upright before they are read again.
struct DeslantingTests {
  /// Strokes 40 rows high that lean so far to the right over their height, at one place in 30 columns.
  private func strokes(leaning: Double) -> GrayImage {
    let (width, height) = (400, 60)
    var pixels = [UInt8](repeating: 255, count: width * height)
    for y in 10..<50 {
      for stroke in 2..<12 {
        let x = stroke * 30 + Int(((30 - Double(y)) * leaning).rounded())
        for at in x..<x + 4 { pixels[y * width + at] = 0 }
      }
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// How many columns hold ink.
  private func columns(of image: GrayImage) -> Int {
    (0..<image.width).count { x in
      (0..<image.height).contains { image.pixels[$0 * image.width + x] < 128 }
    }
  }

  @Test(arguments: [0.15, 0.22, 0.3])
  func `leaning strokes stand upright in the columns of their middle`(slant: Double) throws {
    let upright = try strokes(leaning: slant).deslanted(threshold: 128)
    #expect(columns(of: upright) <= 70)
    #expect(columns(of: strokes(leaning: slant)) > 95)
    let row = 30 * upright.width
    #expect(upright.pixels[row + 61] < 128 && upright.pixels[row + 50] == 255)
  }

  @Test func `upright strokes and empty paper stay as they are`() throws {
    #expect(try strokes(leaning: 0).deslanted(threshold: 128) == strokes(leaning: 0))
    let paper = GrayImage(width: 30, height: 20, pixels: [UInt8](repeating: 255, count: 600))
    #expect(try paper.deslanted(threshold: 128) == paper)
  }
}
