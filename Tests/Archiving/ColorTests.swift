import Archiving
import Foundation
import Imaging
import Ingest
import QPDF
import Testing

@Suite struct `The stored bytes of a picture` {
  let folder: Folder

  init() throws { folder = try Folder() }

  func scanned(_ bytes: [UInt8]) throws -> Scan {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("a.png")))
    return try Ingest.scan(at: folder.file("a.png"), limits: limits)
  }

  func image(_ pdf: Deliverable) throws -> [String: PDFObject] {
    let file = try PDFFile(path: pdf.path)
    let id = try #require(try file.analysis(ofPage: 0).images.first).facts.id
    return try #require(try file.object(id).entries)
  }

  @Test func `are those of a PNG, row filters and all`() throws {
    let rows = (0..<600).map { UInt8($0 % 251) }
    let packed = try deflated(pngRows(rows, height: 30))
    let pdf = try written(folder, [try scanned(png(20, 30, color: 0, pixels: packed))], [nil])
    #expect(pdf.pages[0].sourceSHA256 == pdf.pages[0].embeddedSHA256)
    #expect(!pdf.pages[0].repacked && pdf.pages[0].keepsEverySample)
    let file = try PDFFile(path: pdf.path)
    let id = try #require(try file.analysis(ofPage: 0).images.first).facts.id
    #expect(try file.streamData(id, .stored, limit: 1 << 20) == packed)
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }

  @Test func `keep 16 bits a sample, but not where PDF 1.4 is asked for`() throws {
    let packed = try deflated(pngRows((0..<1_200).map { UInt8($0 % 251) }, height: 30))
    let scan = try scanned(png(20, 30, color: 0, bits: 16, pixels: packed))
    let pdf = try written(folder, [scan], [nil])
    #expect(pdf.pages[0].keepsEverySample)
    #expect(try image(pdf)["BitsPerComponent"]?.integer == 16)
    let old = try written(folder, [scan], [nil], name: "old.pdf", level: .pdfA1b)
    #expect(!old.pages[0].keepsEverySample)
    guard case .archival = old else {
      Issue.record("\(old)")
      return
    }
  }

  @Test func `are packed anew for a picture in seven passes or with transparency`() throws {
    let packed = try deflated(pngRows([UInt8](repeating: 9, count: 256), height: 16))
    let clear = try scanned(
      png(16, 16, color: 0, pixels: packed, more: pngChunk("tRNS", [0, 9])))
    #expect(try written(folder, [clear], [nil]).pages[0].repacked)
  }

  @Test func `keep the picture's own colours when its profile fits`() throws {
    let packed = try deflated(pngRows([UInt8](repeating: 9, count: 768), height: 16))
    // The profile of a file that was written is at hand, and made for red, green and blue.
    let plain = try written(
      folder, [try scanned(png(16, 16, color: 2, pixels: packed))], [nil], level: .pdfA1b)
    let file = try PDFFile(path: plain.path)
    let intent = file.resolved(file.resolved(try file.catalog()["OutputIntents"]).array?.first)
    let profile = try file.streamData(
      try #require(intent.entries?["DestOutputProfile"]?.id), .decoded, limit: 1 << 20)
    let chunk = pngChunk("iCCP", Array("own".utf8) + [0, 0] + (try deflated(profile)))
    let own = try written(
      folder, [try scanned(png(16, 16, color: 2, pixels: packed, more: chunk))], [nil])
    let space = try #require(try image(own)["ColorSpace"]?.array)
    #expect(space.first?.name == "ICCBased")
    let inside = try #require(space.last?.id)
    #expect(try PDFFile(path: own.path).streamData(inside, .decoded, limit: 1 << 20) == profile)
    guard case .archival = own else {
      Issue.record("\(own)")
      return
    }

    let gray = try deflated(pngRows([UInt8](repeating: 9, count: 256), height: 16))
    let wrong = try written(
      folder, [try scanned(png(16, 16, color: 0, pixels: gray, more: chunk))], [nil])
    #expect(try image(wrong)["ColorSpace"]?.name == "DeviceGray")
  }
}
