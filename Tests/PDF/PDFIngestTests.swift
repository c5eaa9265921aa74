import Imaging
import Ingest
import QPDF
import Testing

private let limits = IngestLimits(bytes: 1 << 24, pages: 20, megapixels: 20)

@Suite struct `Reading a PDF` {
  let folder: Folder
  let image: TestImage
  /// 2 × 4 pixels, all different.
  let pixels: [UInt8] = [10, 20, 30, 40, 50, 60, 70, 80]

  init() throws {
    folder = try Folder()
    image = try TestImage.gray(2, 4, pixels)
  }

  func made(_ pages: TestPage..., catalog: [String: PDFObject] = [:]) throws -> Scan {
    let path = folder.file("page.pdf")
    try makePDF(path, pages, catalog: catalog)
    return try scan(at: path, limits: limits)
  }

  @Test func `a page that is one image has its size, its dots per inch and its pixels`() throws {
    let scan = try made(TestPage(image: image))
    #expect(
      scan.pages == [
        PageHeader(
          index: 1, width: 2, height: 4, bitsPerSample: 8, samplesPerPixel: 1, colorMode: .gray,
          declared: Resolution(x: 2, y: 2), orientation: .none, container: .samples)
      ])
    let expected = PageImage.gray(GrayImage(width: 2, height: 4, pixels: pixels))
    #expect(try page(1, of: scan, limits: limits).image == expected)
  }

  struct Turn: CustomTestStringConvertible {
    let rotate: Int
    let matrix: String
    let turn: QuarterTurn
    var testDescription: String { "/Rotate \(rotate), \(matrix) cm" }
  }

  @Test(arguments: [
    Turn(rotate: 0, matrix: "72 0 0 144 0 0", turn: .none),
    Turn(rotate: 90, matrix: "72 0 0 144 0 0", turn: .clockwise),
    Turn(rotate: -90, matrix: "72 0 0 144 0 0", turn: .counterClockwise),
    Turn(rotate: 0, matrix: "-72 0 0 -144 72 144", turn: .half),
    Turn(rotate: 0, matrix: "0 144 -72 0 72 0", turn: .counterClockwise),
    Turn(rotate: 0, matrix: "0 -144 72 0 0 144", turn: .clockwise),
    Turn(rotate: 90, matrix: "0 144 -72 0 72 0", turn: .none),
  ])
  func `the turn of the page and of the image add up`(_ turn: Turn) throws {
    let scan = try made(
      TestPage(
        content: "q \(turn.matrix) cm /I Do Q", image: image,
        entries: ["Rotate": .integer(turn.rotate)]))
    #expect(scan.pages[0].orientation == turn.turn)
    let stored = GrayImage(width: 2, height: 4, pixels: pixels)
    #expect(try page(1, of: scan, limits: limits).image == .gray(stored.turned(turn.turn)))
  }

  @Test(arguments: [
    "q 36 0 0 72 0 0 cm /I Do Q",  // a quarter of the sheet
    "q 72 0 0 144 0 0 cm /I Do Q 0 0 10 10 re f",  // and a black square
    "q 72 0 0 144 0 0 cm /I Do Q BT (x) Tj ET",  // and visible text
    "q 72 0 0 144 0 0 cm /I Do /I Do Q",  // painted twice
    "q 0 0 36 72 re W n 72 0 0 144 0 0 cm /I Do Q",  // cut by a clip
    "q -72 0 0 144 72 0 cm /I Do Q",  // mirrored
    "q 71 12 -12 143 0 0 cm /I Do Q",  // slanted
    "/OC /L BDC q 72 0 0 144 0 0 cm /I Do Q EMC",  // on a layer
    "",
  ])
  func `a page that is more or less than one image is painted as a whole`(
    _ content: String
  ) throws {
    let scan = try made(TestPage(content: content, image: image))
    #expect(scan.pages[0].container == .composite)
  }

  @Test(arguments: [
    "q 72 0 0 144 0 0 cm /I Do Q BT 3 Tr (x) Tj ET",
    "/Artifact BMC q 0 0 72 144 re W n 72 0 0 144 0 0 cm /I Do Q EMC",
    "1 g q 2 0 0 2 0 0 cm 36 0 0 72 0 0 cm /I Do Q Q Q",
    "q 72.9 0 0 144.5 -.4 -.2 cm /I Do Q",
  ])
  func `invisible text, clips around the sheet and rounding do not hide the one image`(
    _ content: String
  ) throws {
    let scan = try made(TestPage(content: content, image: image))
    #expect(scan.pages[0].container == .samples)
  }

  @Test func `a page of print is painted at 300 dots per inch in colour`() throws {
    let scan = try made(TestPage(content: "1 0 0 rg 0 0 36 144 re f"))
    #expect(scan.pages[0].declared == Resolution(x: 300, y: 300))
    let image = try page(1, of: scan, limits: limits).image
    #expect(image.width == 300 && image.height == 600)
    guard case .color(let color) = image else { return }
    #expect(Array(color.pixels[0..<3]) == [255, 0, 0])
    #expect(Array(color.pixels[897..<900]) == [255, 255, 255])
  }

  @Test func `a painted page that is turned has its sides exchanged`() throws {
    let scan = try made(
      TestPage(content: "0 0 36 144 re f", entries: ["Rotate": .integer(90)]))
    let image = try page(1, of: scan, limits: limits).image
    #expect(image.width == 600 && image.height == 300)
    #expect(image.luminance.pixels[0] == 0)
    #expect(image.luminance.pixels[299 * 600] == 255)
  }

  @Test func `a large sheet is painted coarsely enough for the limit on pixels`() throws {
    let scan = try made(TestPage(content: "0 0 9 9 re f", box: (7200, 7200)))
    let header = scan.pages[0]
    #expect(header.width * header.height <= limits.megapixels * 1_000_000)
    #expect(header.width > 4000)
  }

  @Test func `a small stamp of many dots does not lift the page`() throws {
    let stamp = try TestImage.gray(500, 500, [UInt8](repeating: 0, count: 250_000))
    let content = "q 72 0 0 100 0 0 cm /I Do Q q 1 0 0 1 0 0 cm /I Do Q"
    let scan = try made(TestPage(content: content, image: stamp))
    #expect(scan.pages[0].declared.map { $0.x <= 300 } ?? false)
  }

  @Test func `a sheet of other units is measured in inches`() throws {
    let scan = try made(TestPage(image: image, entries: ["UserUnit": .real(2)]))
    #expect(scan.pages[0].declared == Resolution(x: 1, y: 1))
  }

  @Test func `a file that changed since it was surveyed is not decoded`() throws {
    let scan = try made(TestPage(image: image))
    try makePDF(scan.path, [TestPage(image: try .gray(3, 3, [UInt8](repeating: 1, count: 9)))])
    #expect(throws: IngestError.self) { try page(1, of: scan, limits: limits) }
  }
}
