import Archiving
import Foundation
import Ingest
import QPDF
import Testing

/// A page whose picture is JBIG2, made here: a generic region whose rows are coded as in Group 4
/// (ITU-T T.88 6.2.6), which every decoder knows.
@Suite struct `A JBIG2 picture` {
  let folder: Folder

  init() throws { folder = try Folder() }

  static let size = (width: 64, height: 96)

  /// A segment of page 1 (T.88 7.2).
  private func segment(_ number: UInt8, type: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, number, type, 0, 1] + big(data.count) + data
  }

  private func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// White rows: each is one vertical mode 0 (bit 1), then the end of the block.
  private var stream: [UInt8] {
    let sides = big(Self.size.width) + big(Self.size.height)
    let page = sides + big(0) + big(0) + [0, 0, 0]
    let rows = [UInt8](repeating: 0xFF, count: Self.size.height / 8) + [0x00, 0x10, 0x01]
    let region = sides + big(0) + big(0) + [0] + [0x01] + rows
    return segment(0, type: 48, page) + segment(1, type: 39, region)
  }

  @Test func `is embedded byte for byte, and a viewer shows it as before`() throws {
    var draft = try PDFDraft()
    let image = try draft.addStream(
      [
        "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(Self.size.width),
        "Height": .integer(Self.size.height), "BitsPerComponent": .integer(1),
        "ColorSpace": .name("DeviceGray"), "Filter": .name("JBIG2Decode"),
      ], bytes: stream)
    let content = try draft.addStream([:], bytes: Array("q 64 0 0 96 0 0 cm /I Do Q".utf8))
    let page = try draft.add(
      dictionary([
        "Type": .name("Page"), "MediaBox": .array([0, 0, 64, 96].map { .integer($0) }),
        "Contents": .reference(content),
        "Resources": dictionary(["XObject": dictionary(["I": .reference(image)])]),
      ]))
    try draft.append(page: page)
    try draft.write(to: folder.file("scan.pdf"))
    let scan = try Ingest.scan(at: folder.file("scan.pdf"), limits: limits)
    #expect(scan.pages[0].container == .jbig2)
    let pdf = try written(folder, [scan], [nil])
    guard case .archival(_, let pages) = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(pages[0].sourceSHA256 == pages[0].embeddedSHA256 && !pages[0].repacked)
    let file = try PDFFile(path: pdf.path)
    let embedded = try #require(try file.analysis(ofPage: 0).images.first)
    #expect(try file.streamData(embedded.facts.id, .stored, limit: 1 << 20) == stream)
    for (name, path) in [("a", scan.path), ("b", pdf.path)] {
      _ = try output("pdftoppm", "-r", "72", "-gray", path, folder.file(name))
    }
    let shown = try bytes(folder.file("a-1.pgm"))
    #expect(try shown == bytes(folder.file("b-1.pgm")))
    // The yardstick: the stream is one that is decoded, to white.
    #expect(shown.suffix(Self.size.width * Self.size.height).allSatisfy { $0 == 255 })
  }
}
