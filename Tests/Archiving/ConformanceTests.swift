import Archiving
import Foundation
import Ingest
import QPDF
import Recognition
import Testing

@Suite struct `A check of PDF/A` {
  let folder: Folder
  let good: String

  init() throws {
    folder = try Folder()
    let scan = try source(folder, SourcePage())
    good = try written(folder, [scan], [twoWords], PDFMetadata(title: nil)).path
  }

  func broken(_ path: String, _ level: ConformanceLevel = .pdfA2u) throws -> [String] {
    try Archiving.conformance(ofPDFAt: path, level: level).filter { !$0.passed }.map(\.clause)
  }

  @Test(arguments: ConformanceLevel.all)
  func `finds nothing in a good file of any level`(_ level: ConformanceLevel) throws {
    #expect(try broken(try good(level), level).isEmpty)
    #expect(try claimedLevel(ofPDFAt: try good(level)) == level.name)
  }

  func good(_ level: ConformanceLevel) throws -> String {
    let scan = try source(folder, SourcePage(), name: "source-\(level.name).pdf")
    return try written(
      folder, [scan], [twoWords], PDFMetadata(title: nil), name: "good-\(level.name).pdf",
      level: level, attachment: record
    ).path
  }

  @Test(arguments: Mutation.all + Mutation.ofOtherLevels)
  func `finds just the one thing that is wrong`(_ mutation: Mutation) throws {
    let good = try good(mutation.level)
    var draft = try PDFDraft(changing: good)
    try mutation.change(&draft, try Parts(good))
    try draft.write(
      to: folder.file("bad.pdf"), version: mutation.level == .pdfA1b ? "1.4" : "1.7")
    let found = try broken(folder.file("bad.pdf"), mutation.level)
    #expect(found == [mutation.clause], "found \(found)")
  }

  @Test func `lets the last CID that there is pass`() throws {
    var draft = try PDFDraft(changing: good)
    let map = """
      1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange
      1 beginnotdefrange <0000> <001F> 65535 endnotdefrange
      """
    try encoding(map)(&draft, try Parts(good))
    try draft.write(to: folder.file("map.pdf"))
    #expect(try broken(folder.file("map.pdf")).isEmpty)
  }

  @Test func `finds a font that is used and not embedded`() throws {
    var draft = try PDFDraft(changing: good)
    let parts = try Parts(good)
    let font = dictionary([
      "Type": .name("Font"), "Subtype": .name("Type1"), "BaseFont": .name("Helvetica"),
      "Encoding": .name("WinAnsiEncoding"),
    ])
    try resource("Font", font)(&draft, parts)
    try content("BT 0 Tr /Extra 9 Tf (x) Tj ET")(&draft, parts)
    try draft.write(to: folder.file("bad.pdf"))
    #expect(try broken(folder.file("bad.pdf")) == ["6.2.11.4.1-1"])
  }

  @Test func `finds that there is no output intent for grey`() throws {
    var draft = try PDFDraft(changing: good)
    try draft.set("OutputIntents", of: try Parts(good).catalog, to: .null)
    try draft.write(to: folder.file("bad.pdf"))
    #expect(try broken(folder.file("bad.pdf")) == ["6.2.4.3-4"])
  }

  @Test func `finds missing metadata and the claim that went with it`() throws {
    var draft = try PDFDraft(changing: good)
    try draft.set("Metadata", of: try Parts(good).catalog, to: .null)
    try draft.write(to: folder.file("bad.pdf"))
    #expect(
      try broken(folder.file("bad.pdf")) == ["6.6.2.1-1", "6.6.3-1", "6.6.4-1", "6.6.4-3"])
  }

  @Test func `finds a filter that hides data`() throws {
    var draft = try PDFDraft(changing: good)
    // qpdf takes a Crypt filter away: it is put in afterwards.
    let parameters = dictionary(["Name": .name("Secret")])
    try stream(["Filter": .name("Krypt"), "DecodeParms": parameters])(&draft, try Parts(good))
    let path = folder.file("bad.pdf")
    try draft.write(to: path)
    let changed = try bytes(path).replacing(Array("/Krypt".utf8), with: Array("/Crypt".utf8))
    try Data(changed).write(to: URL(fileURLWithPath: path))
    #expect(try broken(path) == ["6.1.7.2-2"])
  }

  struct Bytes: CustomTestStringConvertible, Sendable {
    let clause: String
    let from: [UInt8]
    let to: [UInt8]
    var testDescription: String { clause }
  }

  @Test(arguments: [
    Bytes(clause: "6.1.2-1", from: Array("%PDF-1.7".utf8), to: Array("%PDF-2.0".utf8)),
    Bytes(clause: "6.1.2-2", from: [0x25, 0xBF, 0xF7, 0xA2, 0xFE], to: Array("%abcd".utf8)),
    Bytes(clause: "6.1.3-1", from: Array("/ID [".utf8), to: Array("/IX [".utf8)),
    Bytes(clause: "6.1.3-3", from: Array("%%EOF\n".utf8), to: Array("%%EOF\nmore".utf8)),
    Bytes(clause: "6.1.4-1", from: Array("startxref\n".utf8), to: Array("startxref\n9".utf8)),
  ])
  func `finds what is wrong in the bytes around the objects`(_ change: Bytes) throws {
    let changed = try bytes(good).replacing(change.from, with: change.to)
    let path = folder.file("bad.pdf")
    try Data(changed).write(to: URL(fileURLWithPath: path))
    #expect(try broken(path) == [change.clause])
  }

  @Test func `of a file that is no PDF is an error`() throws {
    let path = folder.file("none.pdf")
    try Data("none".utf8).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: ArchivingError.self) { try Archiving.conformance(ofPDFAt: path) }
    #expect(error?.code == .notReadable)
  }
}
