import Delivery
public import Findings
import Foundation
public import Ledger
public import Packaging

/// Why a report on a document that came in cannot be made.
public enum AnswerError: Error, Sendable, Equatable {
  /// No such document came in.
  case noDocument(String)
  /// The document names too little of itself to be reported on.
  case incomplete(String)

  /// What is wrong and what to do.
  public var message: Wording {
    switch self {
    case .noDocument(let id):
      Wording(
        vi: "không có văn bản đến “\(id)”; xem “sohoa receive list”",
        en: "no document “\(id)” came in; see “sohoa receive list”")
    case .incomplete(let id):
      Wording(
        vi: "văn bản “\(id)” thiếu số, ngày hoặc mã định danh nên không báo trạng thái được",
        en: "document “\(id)” lacks number, date or identifier, so no status can be reported")
    }
  }
}

/// Queues a status report on a document that came in; it leaves with the next poll.
public func report(
  _ code: StatusCode, on docId: String, in ledger: Ledger, from sender: Agency?, by actor: String,
  why: String?
) throws {
  guard var entry = try ledger.incoming(docId), entry.type == "edoc",
    let data = FileManager.default.contents(atPath: entry.rawPath),
    case .document(let document) = try receivedEnvelope([UInt8](data))
  else { throw AnswerError.noDocument(docId) }
  do {
    let report = try outgoingReport(code, on: document, entry, from: sender, reason: why)
    let said = "\(Moment.now.slashed) \(actor): \(code.rawValue)"
    entry.note = entry.note.isEmpty ? said : "\(entry.note); \(said)"
    try ledger.keep(entry, report: report, at: .now)
  } catch is PackagingError {
    throw AnswerError.incomplete(docId)
  }
}

/// A report of ours on a document that came in; `sender` names the office when it is the receiver.
func outgoingReport(
  _ code: StatusCode, on document: ReceivedDocument, _ entry: InboxEntry, from sender: Agency?,
  reason: String?
) throws(PackagingError) -> OutgoingReport {
  let receiver = entry.receiver ?? ""
  let named = document.to.first { $0.id == receiver }
  let known = sender.flatMap { $0.id == receiver ? $0 : nil }
  let report = StatusReport(
    from: known ?? named ?? Agency(id: receiver),
    about: DocumentReference(
      organId: document.from.id,
      code: [document.number, document.notation].compactMap { $0 }.joined(separator: "/"),
      date: document.date, documentId: document.documentId),
    code: code.rawValue, reason: reason, timestamp: Moment.now.slashed)
  return OutgoingReport(
    documentId: document.documentId ?? "", organ: document.from.id, sender: receiver,
    code: report.code, account: entry.account, envelope: try statusEnvelope(of: report))
}
