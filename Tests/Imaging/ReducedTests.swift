import Imaging
import Testing

/// What a size must become.
struct Reduction: CustomTestStringConvertible {
  let width: Int
  let height: Int
  let toWidth: Int
  let newWidth: Int
  let newHeight: Int

  var testDescription: String { "\(width) × \(height) to \(toWidth)" }
}

/// The mean of each block, pixel by pixel and in Int: slow and plainly right.
private func naive(_ image: GrayImage, factor: Int) -> [UInt8] {
  var result: [UInt8] = []
  for top in stride(from: 0, to: image.height, by: factor) {
    for left in stride(from: 0, to: image.width, by: factor) {
      var (sum, count) = (0, 0)
      for y in top..<min(image.height, top + factor) {
        for x in left..<min(image.width, left + factor) {
          sum += Int(image.pixels[y * image.width + x])
          count += 1
        }
      }
      result.append(UInt8((sum + count / 2) / count))
    }
  }
  return result
}

@Test(arguments: [
  Reduction(width: 2480, height: 3508, toWidth: 360, newWidth: 355, newHeight: 502),
  Reduction(width: 500, height: 700, toWidth: 360, newWidth: 500, newHeight: 700),
  Reduction(width: 1, height: 9000, toWidth: 360, newWidth: 1, newHeight: 900),
  Reduction(width: 720, height: 1, toWidth: 360, newWidth: 360, newHeight: 1),
])
func `a page becomes about as wide as asked and never absurdly high`(_ size: Reduction) {
  let page = PageImage.gray(
    GrayImage(
      width: size.width, height: size.height,
      pixels: [UInt8](repeating: 255, count: size.width * size.height)))
  let small = page.reduced(toWidth: size.toWidth)
  #expect((small.width, small.height) == (size.newWidth, size.newHeight))
  guard case .gray(let image) = small else {
    Issue.record("not grey")
    return
  }
  #expect(image.pixels.allSatisfy { $0 == 255 })
}

@Test func `each pixel is the mean of its block, cut blocks included`() {
  var state: UInt32 = 7
  let pixels = (0..<101 * 67).map { _ -> UInt8 in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(state >> 24)
  }
  let image = GrayImage(width: 101, height: 67, pixels: pixels)
  guard case .gray(let small) = PageImage.gray(image).reduced(toWidth: 20) else {
    Issue.record("not grey")
    return
  }
  #expect(small.pixels == naive(image, factor: 5))
}

@Test func `colours are reduced each by itself`() {
  let image = ColorImage(width: 4, height: 2, pixels: (0..<8).flatMap { _ in [200, 30, 40] })
  #expect(
    PageImage.color(image).reduced(toWidth: 2)
      == .color(ColorImage(width: 2, height: 1, pixels: [200, 30, 40, 200, 30, 40])))
}

@Test func `a bilevel page turns grey`() {
  let image = GrayImage(width: 4, height: 2, pixels: [0, 255, 255, 255, 255, 0, 255, 255])
  #expect(
    PageImage.bilevel(image).reduced(toWidth: 2)
      == .gray(GrayImage(width: 2, height: 1, pixels: [128, 255])))
}
