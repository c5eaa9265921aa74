import Archiving
import Delivery
import Digest
import Findings
import Foundation
import Inspection
import Ledger
import Packaging

extension Run {
  /// Packs an accepted document; nil when it is not accepted or nothing is packed.
  ///
  /// Throws `PackagingError`, and `NoReceiver` when nobody said who receives it.
  func submission(
    of judgement: DocumentJudgement, _ work: DocumentWork, packedAt: Moment
  ) throws -> SubmissionPackage? {
    guard work.failure == nil, let settings = settings.pipeline.package,
      let accepted = judgement.accepted(), let deliverable = work.deliverable
    else { return nil }
    let decisions =
      try ledger?.decisions(of: work.source.name, sources: work.sourceKeys) ?? []
    let receivers = try receivers(decisions, settings)
    if receivers.isEmpty { throw NoReceiver() }
    guard let pdf = FileManager.default.contents(atPath: deliverable.path),
      SHA256.hex(of: [UInt8](pdf)) == deliverable.sha256
    else { throw RunError.cannotWrite(path: deliverable.path, reason: "PDF ≠ SHA-256") }
    return try submissionPackage(
      of: accepted, pdf: [UInt8](pdf), signature: deliverable.isSigned ? .signed : .unsigned,
      pageAmount: judgement.pages.count { !$0.isBlank }, from: settings.from, to: receivers,
      business: business(decisions, packedAt: packedAt), dueDate: dueDate(decisions), today: .today,
      settings: settings.envelope ?? .standard,
      catalogue: try catalogue)
  }

  /// Who receives: those that a person said last, else the pipeline's.
  private func receivers(
    _ decisions: [Decision], _ settings: PackageSettings
  ) throws -> [Agency] {
    let said = decisions.compactMap { decision -> [String]? in
      guard case .address(let codes) = decision.act else { return nil }
      return codes
    }
    guard let codes = said.last else { return settings.to }
    let catalogue = try catalogue
    return codes.map { code in
      settings.to.first { $0.id == code }
        ?? Agency(
          id: catalogue[code]?.code ?? code, name: catalogue[code]?.name,
          inCharge: catalogue[code]?.parent)
    }
  }

  /// What is asked of the receivers; the later word stands.
  ///
  /// The time is that of the last decision, else of the first packing: making the envelope again makes the same bytes.
  private func business(_ decisions: [Decision], packedAt: Moment) -> Business {
    let said = decisions.compactMap { decision -> Business? in
      guard case .supersede(let how, let identifiers) = decision.act else { return nil }
      let action: BusinessAction =
        switch how {
        case .recall: .recall
        case .replace: .replace
        case .update: .update
        }
      return Business(
        action, of: identifiers.map { DocumentReference(documentId: $0) }, reason: decision.why,
        timestamp: Moment(iso: decision.at)?.slashed ?? "")
    }
    let decidedAt = decisions.last.flatMap { Moment(iso: $0.at) }
    return said.last ?? .new(timestamp: (decidedAt ?? packedAt).slashed)
  }

  /// Until when an answer is asked for; the later word stands.
  private func dueDate(_ decisions: [Decision]) -> CalendarDate? {
    let said = decisions.compactMap { decision -> String? in
      guard case .due(let day) = decision.act else { return nil }
      return day
    }
    return said.last.flatMap(CalendarDate.init(iso:))
  }
}

/// Nobody said which agency receives a document.
struct NoReceiver: Error {
  let hold = Hold(
    reason: .missingReceiver,
    message: Wording(
      vi:
        "chưa có nơi nhận; tra mã bằng “sohoa agencies find --document …” rồi chọn bằng “sohoa review to”",
      en:
        "no receiver yet; look codes up with “sohoa agencies find --document …”, then choose with "
        + "“sohoa review to”"))
}
