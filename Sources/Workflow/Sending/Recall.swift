import Delivery
import Findings
public import Ledger
import Packaging

/// Asks every receiver of a document that has left to give it back (status 13), in a person's name.
///
/// Throws `SendingError` when it has not left, or left by a way that carries no reports.
public func recall(
  delivery id: String, in ledger: Ledger, by actor: String, why: String
) throws -> [String] {
  let entry = try ledger.delivery(id)
  guard entry.state.name == .delivered, entry.destination.hasPrefix("vxp:") else {
    throw SendingError(
      kind: .permanent, code: .refused, subject: id,
      message: Wording(
        vi:
          "Chỉ thu hồi được văn bản đã gửi qua Trục; văn bản chưa gửi thì “sohoa queue cancel \(id)”",
        en: "Only a document that left over the axis is recalled; for one that has not left: "
          + "“sohoa queue cancel \(id)”"))
  }
  let parts = DocumentIdParts(entry.documentId)
  let reports = try entry.receivers.map { receiver in
    // For 13 the receiving agency stands where the issuing one stands in all other reports.
    let report = StatusReport(
      from: Agency(id: parts.sender),
      about: DocumentReference(
        organId: receiver, code: parts.code, date: CalendarDate(slashed: parts.date),
        documentId: entry.documentId),
      code: StatusCode.withdrawalAsked.rawValue, reason: why, timestamp: Moment.now.slashed)
    return OutgoingReport(
      documentId: entry.documentId, organ: receiver, sender: parts.sender, code: report.code,
      account: entry.destination, envelope: try statusEnvelope(of: report))
  }
  try ledger.recall(id, with: reports, by: actor, why: why, at: .now)
  return entry.receivers
}
