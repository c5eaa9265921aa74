import Digest
import Extraction
import Findings
import Foundation
import Packaging
import Testing

@Suite struct `A hồ sơ` {
  static let values: [DossierField: String] = [
    .fileCode: "Y98.01.2026.7", .title: "Tập văn bản thử", .maintenance: "01", .mode: "01",
    .paperFileCode: "LT.K1.7",
  ]

  func document(
    _ record: DocumentRecord? = Sample.record(), name: String = "a.pdf", pages: Int = 2,
    register: [DossierDocumentField: String] = [:]
  ) -> DossierDocument {
    DossierDocument(
      name: name,
      pdf: PackedFile(path: "/none", byteCount: 9, sha256: String(repeating: "a", count: 64)),
      pages: pages, pdfaLevel: "2U", scanSHA256: String(repeating: "b", count: 64), record: record,
      register: register)
  }

  func dossier(
    _ documents: DossierDocument..., changing: [DossierField: String] = [:]
  ) -> Dossier {
    Dossier(values: Self.values.merging(changing) { $1 }, documents: documents)
  }

  @Test func `takes from its documents what they tell`() {
    let second = document(Sample.record([.promulgationDate: "2025-12-31"]), pages: 3)
    let fields = dossier(document(), second).fields
    #expect(fields[.totalDoc] == "2")
    #expect(fields[.numberOfPage] == "5")
    #expect(fields[.startDate] == "31/12/2025")
    #expect(fields[.endDate] == "05/03/2026")
    #expect(fields[.confidenceLevel] == "02")
  }

  @Test func `describes a document in the codes of the law`() {
    let fields = dossier(document()).document(0)
    #expect(fields[.docId] == "Y98.01.2026.7.1")
    #expect(fields[.docCode] == "Y98.01.2026.7.0000001")
    #expect(fields[.typeName] == "22")
    #expect(fields[.issuedDate] == "05/03/2026")
    #expect(fields[.maintenance] == "01")
    #expect(fields[.numberOfPage] == "2")
    #expect(fields[.description] == nil)
  }

  @Test func `takes no value that has to be typed, and names what nobody confirmed`() {
    var fields = Sample.record().fields
    fields[.subject] = Sample.field("đọc mờ", lane: .confirm)
    fields[.codeNumber] = Sample.field("1Z3", lane: .type)
    let one = dossier(document(DocumentRecord(fields: fields)))
    #expect(one.document(0)[.codeNumber] == nil)
    #expect(one.document(0)[.subject] == "đọc mờ")
    #expect(one.document(0)[.description] == "Máy đọc, chưa ai xác nhận: trích yếu nội dung.")
    #expect(one.hasUnconfirmedFields(0))
  }

  @Test func `believes a register more than the machine`() {
    let fields = dossier(
      document(register: [.subject: "Về việc khác", .typeName: "Tờ trình", .docId: "giả"])
    ).document(0)
    #expect(fields[.subject] == "Về việc khác")
    #expect(fields[.typeName] == "15")
    #expect(fields[.docId] == "Y98.01.2026.7.1")
  }

  struct Fault: CustomTestStringConvertible {
    let field: DossierField
    let value: String
    var testDescription: String { "\(field.rawValue)=\(value.prefix(9))" }
  }

  @Test(arguments: [
    Fault(field: .paperFileCode, value: ""), Fault(field: .maintenance, value: "8"),
    Fault(field: .mode, value: "công khai"), Fault(field: .fileCode, value: "../x"),
    Fault(field: .title, value: String(repeating: "a", count: 1001)),
  ])
  func `is not packed when a field is missing, unknown or too long`(_ fault: Fault) throws {
    let bad = dossier(document(), changing: [fault.field: fault.value])
    #expect(bad.issues.map(\.field) == [fault.field.rawValue])
    #expect(throws: DossierIssue.self) {
      try archivalPackage(of: bad, contentsPDF: nil, stamp: Self.stamp)
    }
  }

  static let stamp = PackageStamp(
    made: "2026-03-05T08:00:00+07:00", softwareName: "sohoa", version: "1", agency: Sample.sender)

  func bytes(_ package: ArchivalPackage, _ path: String) throws -> [UInt8] {
    let entry = try #require(package.entries.first { $0.path == path })
    guard case .bytes(let bytes) = entry.content else { return [] }
    return bytes
  }

  @Test func `becomes a package whose METS files name every file with its digest`() throws {
    let package = try archivalPackage(
      of: dossier(document(), document(name: "b.pdf")), contentsPDF: nil, stamp: Self.stamp)
    var named: Set<String> = ["METS.xml"]
    for (mets, folder) in [
      ("METS.xml", ""), ("representations/rep1/METS.xml", "representations/rep1/"),
    ] {
      let text = String(decoding: try bytes(package, mets), as: UTF8.self)
      for match in text.matches(of: /href="([^"]+)"/) { named.insert(folder + match.1) }
    }
    #expect(named == Set(package.entries.map(\.path)))
    let root = String(decoding: try bytes(package, "METS.xml"), as: UTF8.self)
    let ead = SHA256.hex(of: try bytes(package, "metadata/descriptive/EAD.xml")).uppercased()
    #expect(root.contains(ead))
    #expect(package.entries.map(\.path).contains("representations/rep1/data/Y98.01.2026.7.2.pdf"))
  }

  @Test func `is the same package for the same documents, and another for others`() throws {
    let one = try archivalPackage(of: dossier(document()), contentsPDF: nil, stamp: Self.stamp)
    let same = try archivalPackage(of: dossier(document()), contentsPDF: nil, stamp: Self.stamp)
    let other = try archivalPackage(
      of: dossier(document(pages: 3)), contentsPDF: nil, stamp: Self.stamp)
    #expect(one == same)
    #expect(one.identifier != other.identifier)
    #expect(one.identifier.wholeMatch(of: /uuid-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/) != nil)
  }

  @Test func `escapes what XML and CSV would misread`() throws {
    let record = Sample.record([.subject: "A & \"B\" <c>, d"])
    let package = try archivalPackage(
      of: dossier(document(record), changing: [.title: "\"x\" & <y>"]), contentsPDF: nil,
      stamp: Self.stamp)
    for path in [
      "METS.xml", "representations/rep1/metadata/descriptive/EAD_doc_Y98.01.2026.7.1.xml",
    ] {
      let data = Data(try bytes(package, path))
      #expect(String(decoding: data, as: UTF8.self).contains("&amp;"))
    }
    let csv = String(
      decoding: try bytes(package, "documentation/muc-luc-van-ban.csv"), as: UTF8.self)
    #expect(csv.contains("\"A & \"\"B\"\" <c>, d\""))
  }
}
