import Extraction
import Findings
import Imaging
import Packaging
import Testing

/// One content with one fault, and the issue that must be said about it.
struct Fault: CustomTestStringConvertible {
  let name: String
  let content: EnvelopeContent
  let check: String
  let level: EnvelopeIssue.Level
  let path: String

  init(
    _ name: String, _ content: EnvelopeContent, _ check: String, _ level: EnvelopeIssue.Level,
    _ path: String
  ) {
    self.name = name
    self.content = content
    self.check = check
    self.level = level
    self.path = path
  }

  init(
    _ name: String, _ changes: [FieldName: String?], _ check: String, _ level: EnvelopeIssue.Level,
    _ path: String
  ) {
    self.init(name, Sample.content(Sample.record(changes)), check, level, path)
  }

  var testDescription: String { name }

  static let all: [Fault] = [
    Fault("control character", [.subject: "V/v\u{7}"], "V1", .block, "MessageHeader/Subject"),
    Fault(
      "control character in a receiver", Sample.content(to: [Agency(id: "Y99.02", name: "A\u{1}")]),
      "V1", .block, "MessageHeader/To[1]/OrganName"),
    Fault(
      "no sender id", Sample.content(from: Agency(id: " ", name: "Sở")), "V2", .block,
      "MessageHeader/From/OrganId"),
    Fault(
      "no sender name", Sample.content(from: Agency(id: "Y98.01")), "V2", .block,
      "MessageHeader/From/OrganName"),
    Fault(
      "sender code of no form", Sample.content(from: Agency(id: "vxp.saas.03", name: "Sở")), "V2",
      .warn, "MessageHeader/From/OrganId"),
    Fault("no receiver", Sample.content(to: []), "V3", .block, "MessageHeader/To"),
    Fault(
      "receiver without id", Sample.content(to: [Agency(id: "")]), "V3", .block,
      "MessageHeader/To[1]/OrganId"),
    Fault(
      "receiver twice", Sample.content(to: [Sample.receiver, Agency(id: " Y99.02")]), "V3", .block,
      "MessageHeader/To[2]/OrganId"),
    Fault(
      "receiver code of no form", Sample.content(to: [Agency(id: "h01")]), "V3", .warn,
      "MessageHeader/To[1]/OrganId"),
    Fault("no number", [.codeNumber: nil], "V4", .block, "MessageHeader/Code/CodeNumber"),
    Fault("no notation", [.codeNotation: ""], "V4", .block, "MessageHeader/Code/CodeNotation"),
    Fault(
      "comma in the number", [.codeNumber: "1,2"], "V4", .block, "MessageHeader/Code/CodeNumber"),
    Fault(
      "leading slash", [.codeNotation: "/QĐ-UBND"], "V4", .block,
      "MessageHeader/Code/CodeNotation"),
    Fault(
      "no date", [.promulgationDate: nil], "V4", .block,
      "MessageHeader/PromulgationInfo/PromulgationDate"),
    Fault(
      "no such day", [.promulgationDate: "2026-02-29"], "V4", .block,
      "MessageHeader/PromulgationInfo/PromulgationDate"),
    Fault(
      "tomorrow", [.promulgationDate: "2026-03-06"], "V4", .block,
      "MessageHeader/PromulgationInfo/PromulgationDate"),
    Fault("no type", [.documentType: nil], "V4", .block, "MessageHeader/DocumentType/TypeName"),
    Fault("no subject", [.subject: nil], "V4", .block, "MessageHeader/Subject"),
    Fault(
      "unknown urgency", [.priority: "Gấp"], "V4", .block, "MessageHeader/OtherInfo/Priority"),
    Fault(
      "number of 12", [.codeNumber: "123456789012"], "V5", .block, "MessageHeader/Code/CodeNumber"),
    Fault(
      "notation of 31", [.codeNotation: String(repeating: "Đ", count: 31)], "V5", .block,
      "MessageHeader/Code/CodeNotation"),
    Fault(
      "subject of 501", [.subject: String(repeating: "ệ", count: 501)], "V5", .warn,
      "MessageHeader/Subject"),
    Fault(
      "place of 151", Sample.content(Sample.record(toPlaces: [String(repeating: "a", count: 151)])),
      "V5", .warn, "MessageHeader/ToPlaces/Place[1]"),
    Fault(
      "two signers", Sample.content(Sample.record(signers: 2)), "V5", .warn,
      "MessageHeader/SignerInfo"),
    Fault(
      "type not in the table", [.documentType: "Sổ tay"], "V6", .warn,
      "MessageHeader/DocumentType/Type"),
    Fault(
      "no PDF", Sample.content(pdf: Array("PK".utf8)), "V8", .block,
      "AttachmentEncoded/Attachment[1]"),
    Fault(
      "not signed", Sample.content(isSigned: false), "V8", .warn,
      "AttachmentEncoded/Attachment[1]"),
    Fault("secrecy field", [.secrecy: "Mật"], "V9", .block, "MessageHeader"),
    Fault(
      "secrecy mark",
      Sample.content(
        Sample.record(
          secrecyMarks: [Evidence(page: 1, box: Box(x: 1, y: 1, width: 9, height: 9))])), "V9",
      .block, "MessageHeader"),
    Fault("pages differ", [.pageAmount: "3"], "V12", .warn, "MessageHeader/OtherInfo/PageAmount"),
    Fault(
      "no pages", Sample.content(pageAmount: 0), "V12", .block,
      "MessageHeader/OtherInfo/PageAmount"),
  ]
}

@Suite struct `The checks before sending` {
  @Test func `say nothing about a good document`() {
    #expect(Sample.issues(Sample.content()) == [])
  }

  @Test(arguments: Fault.all)
  func `find one fault and no other`(fault: Fault) {
    let issues = Sample.issues(fault.content)
    #expect(
      issues.map { "\($0.check) \($0.level) \($0.path)" }
        == ["\(fault.check) \(fault.level) \(fault.path)"])
  }

  @Test(arguments: Fault.all)
  func `let a package be made when they only warn`(fault: Fault) {
    let made = (try? Sample.package(fault.content)) != nil
    #expect(made == (fault.level == .warn))
  }

  @Test func `count characters after composing them`() {
    let subject = String(repeating: "e\u{323}\u{302}", count: 500)
    #expect(Sample.issues(Sample.content(Sample.record([.subject: subject]))) == [])
  }

  @Test func `take a value that a person must type for no value`() {
    var fields = Sample.record().fields
    fields[.codeNumber] = Sample.field("123", lane: .type)
    let issues = Sample.issues(Sample.content(DocumentRecord(fields: fields)))
    #expect(issues.map(\.path) == ["MessageHeader/Code/CodeNumber"])
  }

  @Test func `hold the envelope under its limit to the byte`() throws {
    let size = try Sample.package(Sample.content()).envelope.count
    let exact = EnvelopeSettings(limitBytes: size)
    let tight = EnvelopeSettings(limitBytes: size - 1)
    #expect(throws: Never.self) {
      try submissionPackage(of: Sample.content(), today: Sample.today, settings: exact)
    }
    let error = #expect(throws: PackagingError.self) {
      try submissionPackage(of: Sample.content(), today: Sample.today, settings: tight)
    }
    guard case .blocked(let issues) = error else { return }
    #expect(issues.map(\.check) == ["V13"])
  }

  @Test(arguments: Fault.all)
  func `quote no text of the document`(fault: Fault) {
    for issue in Sample.issues(fault.content) {
      for value in Sample.fields.values where value.count > 3 {
        #expect(!issue.message.vi.contains(value) && !issue.message.en.contains(value))
      }
    }
  }
}
