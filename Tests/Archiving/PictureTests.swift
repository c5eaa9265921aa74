import Archiving
import Foundation
import Imaging
import Ingest
import QPDF
import Testing

/// A PNG of 8-bit samples by hand (ISO/IEC 15948).
private func png(_ width: Int, _ height: Int, color: UInt8, samples: [UInt8], dpi: Int?) throws
  -> [UInt8]
{
  let density = dpi.map { dpi in
    let figure = bigEndian(dpi * 10_000 / 254)
    return pngChunk("pHYs", figure + figure + [1])
  }
  return png(
    width, height, color: color, pixels: try deflated(pngRows(samples, height: height)),
    more: density ?? [])
}

/// A PNG around packed pixels, with more chunks before them.
func png(
  _ width: Int, _ height: Int, color: UInt8, bits: UInt8 = 8, pixels: [UInt8], more: [UInt8] = []
) -> [UInt8] {
  [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + [bits, color, 0, 0, 0]) + more
    + pngChunk("IDAT", pixels) + pngChunk("IEND", [])
}

/// Rows behind the tag of no filter.
func pngRows(_ samples: [UInt8], height: Int) -> [UInt8] {
  let stride = samples.count / height
  return (0..<height).flatMap { [0] + samples[$0 * stride..<($0 + 1) * stride] }
}

func pngChunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
  let body = Array(name.utf8) + data
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in body {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return bigEndian(data.count) + body + bigEndian(Int(crc ^ 0xFFFF_FFFF))
}

private func bigEndian(_ value: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

@Suite struct `The PDF of a picture` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func scanned(_ bytes: [UInt8]) throws -> Scan {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("a.png")))
    return try Ingest.scan(at: folder.file("a.png"), limits: limits)
  }

  struct Picture: CustomTestStringConvertible {
    let testDescription: String
    let color: UInt8
    let samples: [UInt8]
  }

  @Test(arguments: [
    Picture(testDescription: "grey", color: 0, samples: (0..<600).map { UInt8($0 % 256) }),
    Picture(
      testDescription: "a few colours", color: 2, samples: (0..<1800).map { UInt8($0 % 9 * 20) }),
    Picture(
      testDescription: "many colours", color: 2,
      samples: (0..<1800).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }),
  ])
  func `has the same pixels`(_ picture: Picture) throws {
    let scan = try scanned(png(20, 30, color: picture.color, samples: picture.samples, dpi: 200))
    let pdf = try written(folder, [scan], [nil])
    let page = try #require(pdf.pages.first)
    #expect(!page.repacked && page.keepsEverySample)
    let again = try Ingest.scan(at: pdf.path, limits: limits)
    #expect(
      try Ingest.page(1, of: again, limits: limits).image
        == Ingest.page(1, of: scan, limits: limits).image)
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }

  @Test func `has the size of its pixels at the declared resolution`() throws {
    let samples = [UInt8](repeating: 9, count: 600)
    let pdf = try written(
      folder, [try scanned(png(20, 30, color: 0, samples: samples, dpi: 200))], [nil])
    #expect(pdf.pages[0].sheetSize == .declared)
    let box = try PDFFile(path: pdf.path).analysis(ofPage: 0).geometry.mediaBox
    #expect(abs(box.width - 7.2) < 0.01)
  }

  @Test(arguments: [
    (210, 297, PageFidelity.SheetSize.paper, 595.276), (297, 210, .paper, 841.89),
    (100, 100, .assumed, 36),
  ])
  func `has a paper size when the resolution is unknown, and says so`(
    _ width: Int, _ height: Int, _ basis: PageFidelity.SheetSize, _ points: Double
  ) throws {
    let samples = [UInt8](repeating: 9, count: width * height)
    let scan = try scanned(png(width, height, color: 0, samples: samples, dpi: nil))
    let pdf = try written(folder, [scan], [nil])
    #expect(pdf.pages[0].sheetSize == basis)
    let box = try PDFFile(path: pdf.path).analysis(ofPage: 0).geometry.mediaBox
    #expect(abs(box.width - points) < 0.01)
  }

  @Test func `tells that transparency is not kept`() throws {
    let samples = [UInt8](repeating: 128, count: 20 * 30 * 2)
    let scan = try scanned(png(20, 30, color: 4, samples: samples, dpi: 200))
    let pdf = try written(folder, [scan], [nil])
    #expect(!pdf.pages[0].keepsEverySample)
  }
}
