public import Delivery
import Digest
import Findings
import Foundation
import Ingest
import Inspection
import Ledger
import Packaging
import Reporting

/// The name under which the program itself appears in the events of the ledger.
let programActor = "sohoa"

extension Run {
  /// Records where a document stands; acceptance and queueing are one transaction.
  ///
  /// Returns why it is held after all: an identifier that is taken, or an envelope that has left.
  func settle(
    _ work: DocumentWork, _ report: DocumentReport, judgement: DocumentJudgement?,
    package: SubmissionPackage?
  ) throws -> Hold? {
    guard let ledger, let output = settings.output else { return nil }
    let context = DocumentContext(
      source: work.source, pipeline: settings.pipeline, output: output, outputs: report.outputs,
      packedAt: work.packedAt)
    let entry = { (status: DocumentStatus, hold: Hold?) in
      DocumentEntry(
        name: work.source.name, sources: work.sourceKeys,
        pipeline: self.pipelineDigest, status: status,
        judgement: try judgement.map { try StoredJSON($0, version: 1) },
        record: try judgement?.record.map { try StoredJSON($0, version: 1) },
        hold: try hold.map { try StoredJSON($0, version: 1) },
        error: try report.error.map { try StoredJSON($0, version: 1) },
        outputs: try StoredJSON(context, version: DocumentContext.version), updatedAt: .now)
    }
    guard report.verdict == .accepted, report.held == nil else {
      let left = try ledger.record(
        try entry(DocumentStatus(report), report.held), by: programActor, at: .now)
      // A weightier reason, secrecy above all, is not hidden by what has left already.
      return left.isEmpty || report.held != nil ? nil : Hold.alreadySent
    }
    do {
      try ledger.accept(
        try entry(.accepted, nil), packages: try deliveries(of: package, output: output),
        by: programActor, at: .now)
      return nil
    } catch LedgerError.identifierTaken(let identifier, let other) {
      let hold = Hold.duplicate(identifier: identifier, of: other)
      try ledger.record(try entry(.held, hold), by: programActor, at: .now)
      return hold
    } catch LedgerError.refused(_, .notArrived) {
      try ledger.record(try entry(.held, .nothingToUpdate), by: programActor, at: .now)
      return Hold.nothingToUpdate
    } catch LedgerError.refused {
      try ledger.record(try entry(.held, .alreadySent), by: programActor, at: .now)
      return Hold.alreadySent
    }
  }

  private func deliveries(of package: SubmissionPackage?, output: String) throws -> [NewDelivery] {
    guard let package, let destination = settings.pipeline.destination else { return [] }
    let folder = output + "/.sohoa/envelopes"
    try makeFolder(ofFile: folder + "/x")
    let path = try EnvelopeStore(path: folder).store(package)
    try ledger?.keep(
      Route(destination: destination, output: output, retry: settings.pipeline.retry))
    return [
      NewDelivery(
        of: package, storedAt: path, to: destination.name(output: output), at: .now,
        by: settings.pipeline.workCalendar)
    ]
  }

  private var pipelineDigest: String {
    // A pipeline was made from text, so it can be written as text.
    (try? jsonLine(settings.pipeline)).map { SHA256.hex(of: Array($0.utf8)) } ?? ""
  }
}

extension DocumentStatus {
  init(_ report: DocumentReport) {
    switch report.verdict {
    case .accepted: self = report.held == nil ? .accepted : .held
    case .review: self = .review
    case .rescan: self = .rescan
    case .failed: self = .failed
    }
  }
}

extension Moment {
  /// This moment by the system's clock.
  public static var now: Moment {
    Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}

extension Moment {
  /// Reads ISO 8601 with its offset; nil when it is not that.
  init?(iso text: String) {
    guard let date = ISO8601DateFormatter().date(from: text) else { return nil }
    self.init(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
  }
}

extension CalendarDate {
  /// Today in Vietnam, whose offset of seven hours never changes.
  static var today: CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? calendar.timeZone
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard
      let today = CalendarDate(
        year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    else { preconditionFailure("the calendar gives dates of the calendar") }
    return today
  }
}

extension Hold {
  /// The envelope fails checks: the first one that blocks says which.
  init(_ error: PackagingError) {
    switch error {
    case .blocked(let issues):
      let blocking = issues.filter { $0.level == .block }
      self.init(
        reason: .envelope,
        message: Wording(
          vi: "gói edXML chưa đạt: "
            + blocking.map { "\($0.check) \($0.path): \($0.message.vi)" }.joined(separator: "; "),
          en: "the edXML envelope fails: "
            + blocking.map { "\($0.check) \($0.path): \($0.message.en)" }.joined(separator: "; ")))
    }
  }

  static func duplicate(identifier: String, of other: String) -> Hold {
    Hold(
      reason: .duplicate,
      message: Wording(
        vi: "trùng mã định danh \(identifier) với văn bản “\(other)” đã có trong hàng chờ",
        en: "the identifier \(identifier) is in the queue already, for document “\(other)”"))
  }

  static let nothingToUpdate = Hold(
    reason: .alreadySent,
    message: Wording(
      vi:
        "văn bản được cập nhật chưa gửi xong; đợi gửi xong, hoặc hủy lượt gửi rồi sửa thẳng văn bản",
      en:
        "what is to be updated has not arrived yet; wait for it, or cancel it and correct the document"
    ))

  static let alreadySent = Hold(
    reason: .alreadySent,
    message: Wording(
      vi:
        "một gói của văn bản này đã gửi đi; muốn đổi phải thu hồi, thay thế hoặc cập nhật (sohoa review supersede)",
      en:
        "an envelope of this document has left; changing it needs a recall, a replacement or an update (sohoa review supersede)"
    ))
}
