import Imaging
import Ingest
import Painting
import Testing
import TurboJPEG

struct JPEGPageTests {
  /// 16 × 8, black at the left and white at the right.
  static let split = GrayImage(
    width: 16, height: 8, pixels: (0..<128).map { $0 % 16 < 8 ? 0 : 255 })

  @Test(arguments: [
    (1, 0, 255), (2, 0, 255), (3, 255, 0), (4, 255, 0), (5, 255, 0), (6, 0, 255), (7, 0, 255),
    (8, 255, 0),
  ])
  func `the EXIF orientation turns the page`(value: Int, first: Int, last: Int) throws {
    let exif = JPEGBytes.exif(shorts: [(0x0112, value)])
    let jpeg = try encodedJPEG(.gray(Self.split), quality: 100)
    let page = try onlyPage(JPEGBytes.inserting(0xE1, exif, into: jpeg))
    let turned = value >= 5
    #expect((page.header.width, page.header.height) == (turned ? (8, 16) : (16, 8)))
    guard case .gray(let image) = page.image else {
      Issue.record("not grey")
      return
    }
    #expect(abs(Int(image.pixels[0]) - first) < 4)
    #expect(abs(Int(image.pixels[127]) - last) < 4)
    #expect(page.jpegQuality == 100)
  }

  @Test(
    arguments: [
      (1, 300, 300, Resolution(x: 300, y: 300)), (2, 100, 50, Resolution(x: 254, y: 127)),
      (0, 300, 300, nil), (1, 1, 1, nil), (1, 0, 0, nil),
    ] as [(UInt8, Int, Int, Resolution?)])
  func `JFIF declares dots per inch or per centimetre`(
    unit: UInt8, x: Int, y: Int, declared: Resolution?
  ) throws {
    var jpeg = try encodedJPEG(.gray(Self.split), quality: 90)
    jpeg[13] = unit
    jpeg.replaceSubrange(
      14..<18, with: [UInt8(x >> 8), UInt8(x & 255), UInt8(y >> 8), UInt8(y & 255)])
    #expect(try onlyPage(jpeg).header.declared == declared)
  }

  @Test func `without JFIF figures EXIF declares the resolution, as shown`() throws {
    let exif = JPEGBytes.exif(shorts: [(0x0112, 6)], dpi: (300, 200))
    let jpeg = try encodedJPEG(.gray(Self.split), quality: 90)
    let page = try onlyPage(JPEGBytes.inserting(0xE1, exif, into: jpeg))
    #expect(page.header.declared == Resolution(x: 200, y: 300))
    #expect(page.header.orientation == .clockwise)
  }

  @Test func `a file cut anywhere is damaged`() throws {
    let jpeg = try encodedJPEG(.gray(Self.split), quality: 90)
    let file = try Scratch([])
    for length in 3..<jpeg.count {
      try file.write(Array(jpeg.prefix(length)))
      let error = try #require(throws: IngestError.self) {
        try scan(at: file.path, limits: roomy, probe: .frozen)
      }
      #expect(error.code == .damaged)
    }
  }

  @Test func `a JPEG of two components is not supported`() throws {
    var jpeg = try encodedJPEG(.gray(Self.split), quality: 90)
    let frame = try #require(
      jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 2..<frame + 4, with: [0, 14])
    jpeg[frame + 9] = 2
    jpeg.insert(contentsOf: [2, 0x11, 0], at: frame + 13)
    let file = try Scratch(jpeg)
    let scan = try scan(at: file.path, limits: roomy, probe: .frozen)
    #expect(scan.pages[0].container == .samples)
    let error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
    #expect(error.code == .unsupported)
  }
}
