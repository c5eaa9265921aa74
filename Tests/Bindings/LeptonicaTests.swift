import Imaging
import Leptonica
import Testing

struct LeptonicaTests {
  /// Lines of bars that look like text to a skew finder, level before they are turned.
  static let bars: GrayImage = {
    var pixels = [UInt8](repeating: 255, count: 1200 * 1000)
    for line in 0..<22 {
      for word in 0..<60 where word % 7 != 6 {
        for y in 0..<16 {
          for x in 0..<9 { pixels[(60 + line * 40 + y) * 1200 + 120 + word * 16 + x] = 0 }
        }
      }
    }
    return GrayImage(width: 1200, height: 1000, pixels: pixels)
  }()

  @Test(arguments: [-3.0, -1.5, -0.4, 0.0, 0.4, 1.5, 3.0])
  func `a page painted level and turned needs the opposite turn`(degrees: Double) throws {
    let turned = try rotated(Self.bars, clockwiseDegrees: degrees)
    let found = try #require(skew(of: turned))
    #expect(abs(found.degrees + degrees) < 0.1)
    #expect(found.confidence >= 3)
  }

  @Test func `a white page has no skew to trust`() {
    let white = GrayImage(width: 400, height: 300, pixels: [UInt8](repeating: 255, count: 120_000))
    #expect((skew(of: white)?.confidence ?? 0) < 3)
  }

  @Test(arguments: [1, 3, 4, 5, 31, 32, 33, 64, 65])
  func `a picture of any width scaled by one comes back`(width: Int) throws {
    let pixels = (0..<width * 3).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    let image = GrayImage(width: width, height: 3, pixels: pixels)
    #expect(try scaled(image, by: 1) == image)
  }

  @Test func `turning grows the picture so that its corners stay`() throws {
    let black = GrayImage(width: 300, height: 200, pixels: [UInt8](repeating: 0, count: 60_000))
    let turned = try rotated(black, clockwiseDegrees: 5)
    #expect(turned.width > 300 && turned.height > 200)
    let ink = turned.pixels.reduce(0) { $0 + (255 - Int($1)) } / 255
    #expect(abs(ink - 60_000) < 1200)
  }

  @Test func `components come with boxes and areas`() throws {
    var pixels = [UInt8](repeating: 255, count: 40 * 20)
    for y in 2..<6 { for x in 3..<10 { pixels[y * 40 + x] = 0 } }
    for step in 0..<5 { pixels[(10 + step) * 40 + 20 + step] = 0 }
    let image = GrayImage(width: 40, height: 20, pixels: pixels)
    let boxes = [Box(x: 3, y: 2, width: 7, height: 4), Box(x: 20, y: 10, width: 5, height: 5)]
    let found = try inkComponents(of: image, below: 128).sorted { $0.box.x < $1.box.x }
    #expect(found.map(\.box) == boxes)
    #expect(found.map(\.area) == [28, 5])
    #expect(try inkComponents(of: image, below: 128).map(\.box).sorted { $0.x < $1.x } == boxes)
  }

  @Test(arguments: [1, 7, 32, 33, 70])
  func `ink of one row counts as a naive count does`(width: Int) throws {
    let pixels = (0..<width).map { UInt8(truncatingIfNeeded: $0 &* 97) }
    let image = GrayImage(width: width, height: 1, pixels: pixels)
    let area = try inkComponents(of: image, below: 100).reduce(0) { $0 + $1.area }
    #expect(area == pixels.count { $0 < 100 })
  }

  @Test func `each pixel of ink keeps its place in its word`() throws {
    // Two apart both ways, so that none touches another.
    let places = (0..<36).map { Box(x: 2 * $0, y: 2 * $0, width: 1, height: 1) }
    var pixels = [UInt8](repeating: 255, count: 71 * 71)
    for place in places { pixels[place.y * 71 + place.x] = 0 }
    let image = GrayImage(width: 71, height: 71, pixels: pixels)
    #expect(try inkComponents(of: image, below: 128).map(\.box).sorted { $0.x < $1.x } == places)
  }

  @Test func `Otsu's threshold parts two heaps in the middle`() {
    let pixels = [UInt8](repeating: 40, count: 50) + [UInt8](repeating: 200, count: 50)
    let threshold = otsuThreshold(of: GrayImage(width: 10, height: 10, pixels: pixels))
    #expect(threshold > 40 && threshold <= 200)
    #expect(abs(threshold - 120) <= 1)
  }

  @Test func `one value alone gives the middle of the scale`() {
    let white = GrayImage(width: 2, height: 2, pixels: [255, 255, 255, 255])
    #expect(otsuThreshold(of: white) == 128)
  }

  @Test(
    arguments: [[], [0], [0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 13, 10, 0x87, 10]] as [[UInt8]])
  func `bytes that are no JPEG 2000 are refused`(bytes: [UInt8]) {
    #expect(throws: LeptonicaError.self) { try decodedJPEG2000(bytes) }
    #expect(throws: LeptonicaError.self) { try jpeg2000Size(of: bytes) }
  }
}
