import Extraction
import Foundation
import Packaging
import Testing

private let old = DocumentReference(documentId: "Y98.01,2026/03/05,123/SMH-VP")

private func business(
  _ action: BusinessAction, of actsOn: [DocumentReference] = [old], reason: String = "Sai nội dung"
) -> Business {
  Business(
    action, of: actsOn, reason: reason,
    staff: Staff(department: "Văn thư", name: "Trần Thị Thử", email: "thu@vidu.example"),
    timestamp: "2026/03/07 10:00:00")
}

/// The envelope's bytes, kept with `--attachments-path` for Scripts/evaluate-envelopes.
private func envelope(_ business: Business) throws -> [UInt8] {
  let content = EnvelopeContent(
    record: Sample.record(), pdf: Sample.pdf, pageAmount: 2, isSigned: true, from: Sample.sender,
    to: [Sample.receiver], business: business)
  let bytes = try Sample.package(content).envelope
  Attachment.record(bytes, named: "business-\(business.action).edxml")
  return bytes
}

private func report(_ code: String, reason: String? = nil) -> StatusReport {
  StatusReport(
    from: Sample.receiver, about: old, staff: Staff(department: "Văn thư"), code: code,
    reason: reason, timestamp: "2026/03/05 10:02:11")
}

@Suite struct `An envelope that acts on older documents` {
  @Test func `bears the sender's hop and asks for an answer in time, when it is a new document`()
    throws
  {
    let content = EnvelopeContent(
      record: Sample.record(), pdf: Sample.pdf, pageAmount: 2, isSigned: true, from: Sample.sender,
      to: [Sample.receiver], business: .new(timestamp: "2026/03/05 09:15:30"),
      dueDate: Sample.day(2026, 3, 20))
    let package = try Sample.package(content)
    Attachment.record(package.envelope, named: "business-new.edxml")
    let text = String(decoding: package.envelope, as: UTF8.self).split(separator: "\r\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let hop = try #require(text.firstIndex(of: "<edXML:TraceHeader>"))
    #expect(
      text[(hop - 1)...(hop + 9)] == [
        "<edXML:TraceHeaderList>", "<edXML:TraceHeader>", "<edXML:OrganId>Y98.01</edXML:OrganId>",
        "<edXML:Timestamp>2026/03/05 09:15:30</edXML:Timestamp>", "</edXML:TraceHeader>",
        "<edXML:Bussiness>", "<edXML:BussinessDocType>0</edXML:BussinessDocType>",
        "<edXML:BussinessDocReason>Văn bản điện tử mới</edXML:BussinessDocReason>",
        "<edXML:Paper>0</edXML:Paper>", "</edXML:Bussiness>", "</edXML:TraceHeaderList>",
      ])
    #expect(text.contains("<edXML:DueDate>2026/03/20</edXML:DueDate>"))
    guard case .document(let read) = try receivedEnvelope(package.envelope) else {
      Issue.record("no document")
      return
    }
    #expect(read.action == .new && read.dueDate == Sample.day(2026, 3, 20))
    #expect(package.update == nil)
  }

  @Test func `asks for no answer before its own date`() {
    let content = EnvelopeContent(
      record: Sample.record(), pdf: Sample.pdf, pageAmount: 2, isSigned: true, from: Sample.sender,
      to: [Sample.receiver], dueDate: Sample.day(2026, 3, 4))
    #expect(
      Sample.issues(content).contains { $0.path == "MessageHeader/DueDate" && $0.level == .block })
  }

  @Test func `has a name of its own for each update`() throws {
    func name(_ business: Business?) throws -> SubmissionPackage {
      try Sample.package(
        EnvelopeContent(
          record: Sample.record(), pdf: Sample.pdf, pageAmount: 2, isSigned: true,
          from: Sample.sender, to: [Sample.receiver], business: business))
    }
    let (first, update) = (try name(nil), try name(business(.update)))
    #expect(first.documentId == update.documentId)
    #expect(update.update?.documentId == old.documentId)
    #expect(update.fileName == first.fileName.dropLast(6) + "_cap-nhat-20260307100000.edxml")
  }

  @Test(arguments: [BusinessAction.recall, .update, .replace])
  func `is read as what it was written as`(action: BusinessAction) throws {
    let bytes = try envelope(business(action))
    guard case .document(let read) = try receivedEnvelope(bytes) else {
      Issue.record("no document")
      return
    }
    #expect(read.action == action)
    #expect(read.reason == "Sai nội dung")
    #expect(read.actsOn == (action == .update ? old.documentId : nil))
    #expect(read.replaces == (action == .replace ? [old.documentId] : []))
    #expect(read.responseFor == (action == .update ? [] : [old]))
    #expect(read.number == "123")
    #expect(read.attachments.map(\.bytes) == [Sample.pdf])
    #expect(read.oddities.isEmpty)
  }

  @Test(arguments: [
    business(.recall, of: []), business(.replace, of: []), business(.update, of: [old, old]),
    business(.recall, reason: " "),
    business(
      .update,
      of: [DocumentReference(organId: "Y98.01", code: "1/A", date: nil, documentId: nil)]),
  ])
  func `is not made without what it acts on and why`(business: Business) throws {
    let content = EnvelopeContent(
      record: Sample.record(), pdf: Sample.pdf, pageAmount: 2, isSigned: true, from: Sample.sender,
      to: [Sample.receiver], business: business)
    #expect(Sample.issues(content).contains { $0.check == "V10" && $0.level == .block })
  }
}

@Suite struct `A status report` {
  @Test(arguments: StatusCode.allCases)
  func `is read as what it was written as`(code: StatusCode) throws {
    let sent = report(code.rawValue, reason: code.needsReason ? "Chữ ký số không hợp lệ" : nil)
    let bytes = try statusEnvelope(of: sent)
    Attachment.record(bytes, named: "status-\(code.rawValue).edxml")
    guard case .status(let read) = try receivedEnvelope(bytes) else {
      Issue.record("no status report")
      return
    }
    #expect(read.code == code.rawValue)
    #expect(read.about == sent.about)
    #expect(read.from.id == sent.from.id)
    #expect(read.reason == sent.reason)
    #expect(read.timestamp == sent.timestamp)
  }

  @Test(arguments: [
    report("02"), report("13"), report("16", reason: "  "), report("07"), report("1"),
    StatusReport(from: Sample.receiver, about: old, code: "01", timestamp: nil),
    StatusReport(
      from: Sample.receiver,
      about: DocumentReference(organId: nil, code: "1/A", date: nil, documentId: "x"), code: "01",
      timestamp: "2026/03/05 10:02:11"),
  ])
  func `is not made without what it must say`(report: StatusReport) {
    #expect(throws: PackagingError.self) { try statusEnvelope(of: report) }
  }
}
