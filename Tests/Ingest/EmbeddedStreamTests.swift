import Imaging
import Ingest
import TIFF
import Painting
import Testing
import TurboJPEG

struct EmbeddedStreamTests {
  private func written(_ layout: TIFFLayout, _ rows: [UInt8]) throws -> Scratch {
    let file = try Scratch(named: "stream.tif")
    #expect(writeTIFF(rows, as: layout, to: file.path))
    return file
  }

  private func fax(_ compression: Int, photometric: Int = 0) -> TIFFLayout {
    var layout = TIFFLayout(width: 16, height: 3)
    (layout.channels, layout.compression, layout.photometric) = (0, compression, photometric)
    return layout
  }

  private let rows: [UInt8] = [0xFF, 0x00, 0xFF, 0xF0, 0x00, 0xFF]

  @Test func `a JPEG file is given whole, byte for byte`() throws {
    let image = JPEGPageTests.split
    let exif = JPEGBytes.exif(shorts: [(0x0112, 6)])
    let bytes = JPEGBytes.inserting(0xE1, exif, into: try encodedJPEG(.gray(image), quality: 90))
    let file = try Scratch(bytes)
    let scan = try scan(at: file.path, limits: roomy)
    let stream = try #require(try embeddedStream(1, of: scan))
    #expect(scan.pages[0].container == .dct && stream.kind == .dct)
    #expect(stream.bytes == bytes)
    #expect((stream.columns, stream.rows, stream.components) == (16, 8, 1))
    #expect(!stream.isInvertedCMYK)
  }

  @Test func `a JPEG file of inverted inks says so`() throws {
    let inks = [UInt8](repeating: 200, count: 8 * 8 * 4)
    let file = try Scratch(try encodedJPEG(inks: inks, width: 8, height: 8, quality: 90))
    let stream = try #require(try embeddedStream(1, of: scan(at: file.path, limits: roomy)))
    #expect(stream.isInvertedCMYK && stream.components == 4)
  }

  @Test(arguments: [(4, 0, -1), (4, 1, -1), (3, 0, 0), (3, 1, 0)])
  func `a fax frame in one strip is given with PDF's parameters`(
    compression: Int, photometric: Int, k: Int
  ) throws {
    let file = try written(fax(compression, photometric: photometric), rows)
    let scan = try scan(at: file.path, limits: roomy)
    let stream = try #require(try embeddedStream(1, of: scan))
    #expect(scan.pages[0].container == .ccitt && stream.kind == .ccitt)
    #expect((stream.k, stream.blackIs1) == (k, photometric == 1))
    // The independent proof: the stream, read as a PDF reader does, shows what the page shows.
    let coding = CCITTCoding(
      k: stream.k, columns: stream.columns, rows: stream.rows, blackIs1: stream.blackIs1,
      byteAlign: false)
    #expect(
      try page(1, of: scan, limits: roomy).image == .bilevel(decodedCCITT(stream.bytes, as: coding))
    )
  }

  @Test func `fax bits filled from the lowest, or several strips, must be packed again`() throws {
    var reversed = fax(4)
    reversed.fillOrder = 2
    var strips = fax(4)
    strips.rowsPerStrip = 1
    for layout in [reversed, strips, fax(2)] {
      let file = try written(layout, rows)
      let scan = try scan(at: file.path, limits: roomy)
      #expect(scan.pages[0].container == .samples)
      #expect(try embeddedStream(1, of: scan) == nil)
      let pixels: [UInt8] = rows.flatMap { byte in
        (0..<8).map { byte >> (7 - $0) & 1 == 1 ? 0 : 255 }
      }
      #expect(
        try page(1, of: scan, limits: roomy).image
          == .bilevel(GrayImage(width: 16, height: 3, pixels: pixels)))
    }
  }

  @Test func `a JPEG stream in a frame is given when it is complete by itself`() throws {
    let jpeg = try encodedJPEG(.gray(JPEGPageTests.split), quality: 80)
    var bytes = TIFFBytes()
    bytes.append(width: 16, height: 8, jpeg, [259: .short([7])])
    let file = try Scratch(bytes.bytes)
    let scan = try scan(at: file.path, limits: roomy)
    #expect(scan.pages[0].container == .dct)
    #expect(try #require(try embeddedStream(1, of: scan)).bytes == jpeg)
    let page = try page(1, of: scan, limits: roomy)
    #expect(page.jpegQuality == 80)
    guard case .gray(let image) = page.image else {
      Issue.record("not grey")
      return
    }
    #expect(image.pixels[0] < 8 && image.pixels[127] > 247)
  }

  @Test func `a JPEG frame whose tables are kept apart must be packed again`() throws {
    var layout = TIFFLayout(width: 16, height: 8)
    layout.compression = 7
    let file = try written(layout, JPEGPageTests.split.pixels)
    let scan = try scan(at: file.path, limits: roomy)
    #expect(scan.pages[0].container == .samples)
    #expect(try embeddedStream(1, of: scan) == nil)
    #expect(try page(1, of: scan, limits: roomy).header.colorMode == .gray)
  }

  @Test func `a fax strip that ends early is damaged`() throws {
    var bytes = TIFFBytes()
    bytes.append(width: 16, height: 3, bits: 1, photometric: 0, [0x26, 0xA0], [259: .short([4])])
    let file = try Scratch(bytes.bytes)
    let scan = try scan(at: file.path, limits: roomy, probe: .frozen)
    let error = try #require(throws: IngestError.self) { try page(1, of: scan, limits: roomy) }
    #expect(error.code == .damaged)
  }

  @Test(arguments: [false, true])
  func `a PNG is given as its deflated rows, unless they stand in passes`(_ passes: Bool) throws {
    let file = try Scratch(
      PNGBytes.file(width: 1, height: 1, bits: 8, kind: 0, interlaced: passes, rows: [[7]]))
    let stream = try embeddedStream(1, of: scan(at: file.path, limits: roomy))
    #expect((stream == nil) == passes)
    #expect(stream?.kind ?? .samples == .samples)
  }
}
