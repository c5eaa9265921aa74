import Imaging
import Ingest
import QPDF
import Testing

private let limits = IngestLimits(bytes: 1 << 24, pages: 20, megapixels: 20)

@Suite struct `Pixels of a PDF page` {
  struct Samples: CustomTestStringConvertible {
    let name: String
    let bits: Int
    let space: PDFObject
    let data: [UInt8]
    let expected: PageImage
    var more: [String: PDFObject] = [:]
    var testDescription: String { name }
  }

  static func gray(_ pixels: [UInt8]) -> GrayImage {
    GrayImage(width: 2, height: 2, pixels: pixels)
  }

  static func palette(_ bytes: [UInt8]) -> PDFObject {
    .array([.name("Indexed"), .name("DeviceRGB"), .integer(bytes.count / 3 - 1), .string(bytes)])
  }

  @Test(arguments: [
    Samples(
      name: "one bit", bits: 1, space: .name("DeviceGray"), data: [0b0100_0000, 0b1000_0000],
      expected: .bilevel(gray([0, 255, 255, 0]))),
    Samples(
      name: "eight bits of grey", bits: 8, space: .name("DeviceGray"), data: [1, 2, 3, 4],
      expected: .gray(gray([1, 2, 3, 4]))),
    Samples(
      name: "RGB", bits: 8, space: .name("DeviceRGB"),
      data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      expected: .color(
        ColorImage(width: 2, height: 2, pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))),
    Samples(
      name: "a palette of colours", bits: 8, space: palette([255, 0, 0, 0, 0, 255]),
      data: [0, 1, 1, 9],
      expected: .color(
        ColorImage(width: 2, height: 2, pixels: [255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255]))),
    Samples(
      name: "a palette of white and black", bits: 1, space: palette([255, 255, 255, 0, 0, 0]),
      data: [0b0100_0000, 0b1000_0000], expected: .bilevel(gray([255, 0, 0, 255]))),
    Samples(
      name: "an inverted map, through the renderer", bits: 8, space: .name("DeviceGray"),
      data: [0, 255, 0, 255], expected: .gray(gray([255, 0, 255, 0])),
      more: ["Decode": .array([.integer(1), .integer(0)])]),
    Samples(
      name: "sixteen bits, through the renderer", bits: 16, space: .name("DeviceGray"),
      data: [0, 0, 255, 255, 0, 0, 255, 255], expected: .gray(gray([0, 255, 0, 255]))),
  ])
  func `are those of the stream`(_ samples: Samples) throws {
    let folder = try Folder()
    var entries = samples.more
    entries["Subtype"] = .name("Image")
    entries["Width"] = .integer(2)
    entries["Height"] = .integer(2)
    entries["BitsPerComponent"] = .integer(samples.bits)
    entries["ColorSpace"] = samples.space
    entries["Filter"] = .name("FlateDecode")
    let image = TestImage(entries: entries, data: try deflated(samples.data))
    let path = folder.file("page.pdf")
    try makePDF(path, [TestPage(image: image)])
    let scan = try scan(at: path, limits: limits)
    #expect(try page(1, of: scan, limits: limits).image == samples.expected)
  }

  @Test func `of a group 4 fax are decoded at their own size`() throws {
    let folder = try Folder()
    // Eight white rows are eight codes V0, then the end of the block.
    let image = TestImage(
      entries: [
        "Subtype": .name("Image"), "Width": .integer(16), "Height": .integer(8),
        "BitsPerComponent": .integer(1), "ColorSpace": .name("DeviceGray"),
        "Filter": .name("CCITTFaxDecode"),
        "DecodeParms": .dictionary(["K": .integer(-1), "Columns": .integer(16)]),
      ], data: [0xFF, 0x00, 0x10, 0x01])
    let path = folder.file("page.pdf")
    try makePDF(path, [TestPage(image: image)])
    let scan = try scan(at: path, limits: limits)
    #expect(scan.pages[0].container == .ccitt)
    let white = GrayImage(width: 16, height: 8, pixels: [UInt8](repeating: 255, count: 128))
    #expect(try page(1, of: scan, limits: limits).image == .bilevel(white))
  }

  @Test func `of a JPEG that ends in its middle are an error and no grey filling`() throws {
    let folder = try Folder()
    // A frame header of 2 × 2 grey pixels and a scan without data.
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0]
    let image = TestImage(
      entries: [
        "Subtype": .name("Image"), "Width": .integer(2), "Height": .integer(2),
        "BitsPerComponent": .integer(8), "ColorSpace": .name("DeviceGray"),
        "Filter": .name("DCTDecode"),
      ], data: [0xFF, 0xD8] + frame + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0])
    let path = folder.file("page.pdf")
    try makePDF(path, [TestPage(image: image)])
    let scan = try scan(at: path, limits: limits)
    let error = #expect(throws: IngestError.self) { try page(1, of: scan, limits: limits) }
    #expect(error?.code == .damaged)
  }
}
