import Archiving
import Foundation
import QPDF
import Testing

/// Bytes that a parser forgives and ISO 19005 does not; each change keeps every offset.
@Suite struct `A check of the bytes of a file` {
  let folder: Folder

  init() throws { folder = try Folder() }

  struct Change: CustomTestStringConvertible, Sendable {
    let clause: String
    let clauseInPart1: String
    let what: String
    let from: String
    let to: String
    var testDescription: String { "\(clause): \(what)" }
  }

  static let changes = [
    Change(
      clause: "6.1.4-1", clauseInPart1: "6.1.4-1", what: "a tab in a subsection header",
      from: "xref\n0 ", to: "xref\n0\t"),
    Change(
      clause: "6.1.4-2", clauseInPart1: "6.1.4-2", what: "xref and its header on one line",
      from: "xref\n0 ", to: "xref 0 "),
    Change(
      clause: "6.1.6-1", clauseInPart1: "6.1.6-1", what: "an odd hexadecimal string",
      from: "/Mark <010203>", to: "/Mark <01020 >"),
    Change(
      clause: "6.1.7.1-1", clauseInPart1: "6.1.7-1", what: "a Length that is one too small",
      from: "/Mark <010203> /Length 7", to: "/Mark <010203> /Length 6"),
    Change(
      clause: "6.1.7.1-2", clauseInPart1: "6.1.7-2", what: "endstream after a space",
      from: "marked\n\nendstream", to: "marked\n endstream"),
    Change(
      clause: "6.1.9-1", clauseInPart1: "6.1.8-1", what: "a dictionary behind obj",
      from: " 0 obj\n<< /Mark", to: " 0 obj << /Mark"),
    Change(
      clause: "6.1.9-1", clauseInPart1: "6.1.8-1", what: "endobj behind a space",
      from: "marked\n\nendstream\nendobj", to: "marked\n\nendstream endobj"),
  ]

  /// A good file with a stream of its own that has a hexadecimal string in its dictionary.
  func good(_ level: ConformanceLevel) throws -> [UInt8] {
    let scan = try source(folder, SourcePage(), name: "source-\(level.name).pdf")
    let path = try written(
      folder, [scan], [twoWords], PDFMetadata(title: nil), name: "good.pdf", level: level,
      attachment: record
    ).path
    var draft = try PDFDraft(changing: path)
    let mark = PDFObject.string([1, 2, 3])
    let id = try draft.addStream(["Mark": mark], bytes: Array("marked\n".utf8))
    try draft.set("Extra", of: try Parts(path).catalog, to: .reference(id))
    let marked = folder.file("marked.pdf")
    try draft.write(to: marked, version: level == .pdfA1b ? "1.4" : "1.7")
    return try bytes(marked)
  }

  func broken(_ bytes: [UInt8], _ level: ConformanceLevel) throws -> [String] {
    let path = folder.file("changed.pdf")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Archiving.conformance(ofPDFAt: path, level: level).filter { !$0.passed }
      .map(\.clause)
  }

  @Test(arguments: changes, [ConformanceLevel.pdfA1b, .pdfA2u])
  func `finds just what is written wrongly`(_ change: Change, _ level: ConformanceLevel) throws {
    let good = try good(level)
    #expect(try broken(good, level).isEmpty)
    let changed = good.replacing(Array(change.from.utf8), with: Array(change.to.utf8))
    try #require(changed != good && changed.count == good.count)
    let clause = level == .pdfA1b ? change.clauseInPart1 : change.clause
    #expect(try broken(changed, level) == [clause])
  }

  @Test func `finds the name of an ink that is no UTF-8`() throws {
    let path = folder.file("again.pdf")
    try Data(try good(.pdfA2u)).write(to: URL(fileURLWithPath: path))
    var draft = try PDFDraft(changing: path)
    let space = PDFObject.array([
      .name("Separation"), .name("Inkx"), .name("DeviceRGB"), dictionary([:]),
    ])
    try resource("ColorSpace", space)(&draft, try Parts(path))
    try draft.write(to: folder.file("ink.pdf"))
    let named = try bytes(folder.file("ink.pdf"))
    #expect(try broken(named, .pdfA2u).isEmpty)
    let changed = named.replacing(Array("/Inkx".utf8), with: Array("/I#FF".utf8))
    #expect(try broken(changed, .pdfA2u) == ["6.1.8-1"])
  }

  @Test func `finds more objects than a reader must hold, and that the table does not have them`()
    throws
  {
    let good = try good(.pdfA2u)
    let size = try #require(good.firstRange(of: Array("/Size ".utf8)))
    let end = try #require(good[size.upperBound...].firstIndex(of: UInt8(ascii: " ")))
    let changed = good[..<size.upperBound] + Array("8388609".utf8) + good[end...]
    #expect(try broken(Array(changed), .pdfA2u) == ["6.1.4-1", "6.1.13-7"])
  }

  @Test func `passes over samples of inline images and finds what follows them`() throws {
    let path = folder.file("again.pdf")
    try Data(try good(.pdfA2u)).write(to: URL(fileURLWithPath: path))
    var draft = try PDFDraft(changing: path)
    let image = "q BI /W 8 /H 1 /IM true ID <\u{01} EI Q "
    try content(image)(&draft, try Parts(path))
    try draft.write(to: folder.file("inline.pdf"))
    #expect(try broken(try bytes(folder.file("inline.pdf")), .pdfA2u).isEmpty)
    try content(image + "/x <</s <ABC>>> DP")(&draft, try Parts(path))
    try draft.write(to: folder.file("inline.pdf"))
    #expect(try broken(try bytes(folder.file("inline.pdf")), .pdfA2u) == ["6.1.6-1"])
  }
}
