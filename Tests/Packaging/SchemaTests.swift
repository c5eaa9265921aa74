import Extraction
import Foundation
import Packaging
import Testing

/// What xmllint, which is not ours, says of the XML files of a package.
@Suite struct `The XML of a submission package` {
  private static let schemas =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    + "/Schemas"

  /// Every file of a package made from two documents with characters that XML must escape.
  private func files() throws -> [String: [UInt8]] {
    let suite = `A hồ sơ`()
    let record = Sample.record([.subject: "A & \"B\" <c>, d"])
    let package = try archivalPackage(
      of: suite.dossier(suite.document(record), suite.document(name: "b.pdf")), contentsPDF: nil,
      stamp: `A hồ sơ`.stamp)
    var files: [String: [UInt8]] = [:]
    for entry in package.entries {
      if case .bytes(let bytes) = entry.content { files[entry.path] = bytes }
    }
    return files
  }

  /// The complaint of xmllint, which fetches nothing from a network; nil when there is none.
  private func complaint(_ bytes: [UInt8], schema: String?) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = ["--nonet", "--noout"] + (schema.map { ["--schema", $0] } ?? []) + ["-"]
    let (input, talk) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = talk
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: bytes)
    try input.fileHandleForWriting.close()
    let said = try talk.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
  }

  @Test(arguments: ["METS.xml", "representations/rep1/METS.xml"])
  func `holds METS files that keep to METS 1.12, CSIP and SIP`(_ path: String) throws {
    let mets = try #require(try files()[path])
    let schema = Self.schemas + "/package.xsd"
    #expect(try complaint(mets, schema: schema) == nil)
    // The yardstick: each of the three schemas is used.
    for (from, to) in [
      ("<fileGrp ", "<fileGroup "), ("CHECKSUMTYPE=\"SHA-256\"", "CHECKSUMTYPE=\"SHA-257\""),
      ("CONTENTINFORMATIONTYPE=\"MIXED\"", "CONTENTINFORMATIONTYPE=\"MIXTURE\""),
      ("xlink:type=\"simple\"", "xlink:type=\"plain\""),
    ] {
      let broken = mets.replacing(Array(from.utf8), with: Array(to.utf8))
      try #require(broken != mets, "\(from)")
      #expect(try complaint(broken, schema: schema) != nil, "\(from)")
    }
  }

  @Test func `holds EAD files that keep to the schemas that travel with them`() throws {
    let files = try files()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, schema) in [("EAD.xml", "ead.xsd"), ("EAD_doc_Y98.01.2026.7.1.xml", "ead_doc.xsd")] {
      let path = folder.appendingPathComponent(schema).path
      try Data(try #require(files["schemas/\(schema)"])).write(to: URL(fileURLWithPath: path))
      let ead = try #require(files.first { $0.key.hasSuffix("/\(name)") }).value
      #expect(try complaint(ead, schema: path) == nil)
      let broken = ead.replacing(Array("maintenance>".utf8), with: Array("upkeep>".utf8))
      try #require(broken != ead)
      #expect(try complaint(broken, schema: path) != nil)
    }
  }

  @Test func `is well-formed`() throws {
    for (path, bytes) in try files() where path.hasSuffix(".xml") {
      #expect(try complaint(bytes, schema: nil) == nil, "\(path)")
    }
  }
}
