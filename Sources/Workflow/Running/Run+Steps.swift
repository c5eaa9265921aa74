import Archiving
import Extraction
import Findings
import Foundation
import Ingest
import Inspection
import Recognition
import Reporting

extension Run {
  /// The job of a step; nil when the journal has its result, which is taken at once.
  func job(for step: Step, of work: inout DocumentWork) throws -> (job: Job, wallSeconds: Int)? {
    let limits = settings.pipeline.limits
    switch step {
    case .survey(let file):
      let path = work.source.files[file]
      if let key = try journal.surveyKey(path: path, limits: limits) {
        if let scan = try journal.result(.survey, key, as: Scan.self) {
          work.scans[file] = scan
          return nil
        }
        work.surveyKeys[file] = key
      }
      return (.survey(path: path, limits: limits), 300)
    case .page(let index, let withText):
      let slot = work.pages[index]
      guard let scan = work.scans[slot.file] else { return nil }
      let reading = withText ? settings.pipeline.reading : nil
      let key = try journal.pageKey(scan, index: slot.header.index, reading: reading)
      if let result = try journal.result(.page, key, as: PageResult.self) {
        work.pages[index].result = result
        return nil
      }
      // Processor time is limited inside; the wall clock only catches what hangs.
      let wallSeconds = 180 + (reading.map { $0.seconds * 10 } ?? 0)
      return (
        .page(
          index: slot.header.index, scan: scan, limits: limits, reading: reading,
          makesThumbnail: settings.makesThumbnails), wallSeconds
      )
    case .archive:
      guard let job = try archiveJob(for: work) else { return nil }
      let key = try journal.archiveKey(job)
      if let record = try journal.result(.archive, key, as: DeliverableRecord.self),
        record.isIntact(at: job.target)
      {
        work.deliverable = record
        return nil
      }
      try makeFolder(ofFile: job.target)
      // An access copy is read again, a page that is read worse up to seven times.
      let reading = job.accessForm == nil ? 0 : (job.reading?.seconds ?? 0) * 8
      return (.archive(job), 120 + work.pages.count * (10 + reading))
    }
  }

  /// Takes the end of a step into what is known of the document.
  func take(_ end: JobEnd, of step: Step, into work: inout DocumentWork) throws {
    switch (step, end) {
    case (.survey(let file), .answer(.survey(let scan))):
      work.scans[file] = scan
      // Only when the file still looks as it did: else the next run surveys it again.
      let path = work.source.files[file]
      let key = try journal.surveyKey(path: path, limits: settings.pipeline.limits)
      if let key, key == work.surveyKeys[file] { try journal.record(.survey, key, scan) }
    case (.page(let index, let withText), .answer(.page(let result))):
      work.pages[index].result = result
      guard let scan = work.scans[work.pages[index].file] else { return }
      // A page that ran out of time may do better on a quieter day: it is read again next time.
      if let outcome = result.text?.outcome, outcome == .timedOut || outcome == .failed { return }
      let key = try journal.pageKey(
        scan, index: result.header.index, reading: withText ? settings.pipeline.reading : nil)
      try journal.record(.page, key, result)
    case (.archive, .answer(.archive(let record))):
      work.deliverable = record
      guard let job = try archiveJob(for: work) else { return }
      try journal.record(.archive, try journal.archiveKey(job), record)
    case (.survey(let file), _):
      work.fail(failure(end, file: work.source.files[file], page: nil))
    case (.page(let index, true), .died), (.page(let index, true), .overdue):
      // The text is lost, the pixels may still be judged: once more without reading.
      work.pages[index].textFailure = failure(end, file: "", page: nil).message
      work.waiting.append(.page(index, withText: false))
    case (.page(let index, _), _):
      let file = work.source.files[work.pages[index].file]
      work.pages[index].pageFailure = failure(end, file: file, page: index + 1)
    case (.archive, .answer(.cannotWrite(let reason))):
      throw RunError.cannotWrite(path: try archiveJob(for: work)?.target ?? "", reason: reason)
    case (.archive, _):
      work.archiveFailure = failure(end, file: work.source.name, page: nil)
    }
  }

  /// Plans what comes after the steps that are done; leaves the work idle when nothing does.
  func planNext(_ work: inout DocumentWork) throws {
    guard work.error == nil else { return }
    if work.pages.isEmpty {
      for (file, scan) in work.allScans.enumerated() {
        for header in scan.pages { work.pages.append(PageSlot(file: file, header: header)) }
      }
      if let part = work.source.part {
        work.pages = work.pages.enumerated().filter { part.holds(page: $0.offset + 1) }
          .map(\.element)
        guard !work.pages.isEmpty else {
          // A split is checked when it is decided; only a damaged ledger leads here.
          return work.fail(
            FailureReport(
              code: "failed", page: nil, message: Message.emptyPart, remedy: Message.reportIt))
        }
      }
      work.waiting = work.pages.indices.map { .page($0, withText: settings.readsText) }
      return
    }
    guard !work.isRead else { return }
    if let failure = work.pageFailure, work.pages.allSatisfy({ $0.result == nil }) {
      work.fail(failure)
      return
    }
    work.isRead = true
    work.record =
      settings.readsText
      ? documentRecord(from: work.evidence.map(\.text), under: settings.pipeline.lanes) : nil
    if work.pageFailure == nil, try archiveJob(for: work) != nil { work.waiting = [.archive] }
  }

  /// The verdict on a document with the decisions that persons made so far.
  func judge(_ work: DocumentWork) throws -> DocumentJudgement {
    let evidence = work.evidence
    return judgement(
      of: evidence, record: try rankedRecord(of: work), decisions: try decisions(on: work),
      deliverable: work.deliverable?.findings ?? [],
      under: settings.pipeline.profile,
      sending: settings.readsText ? settings.pipeline.package?.sending : nil)
  }

  /// What persons decided on these very bytes so far.
  func decisions(on work: DocumentWork) throws -> [Decision] {
    try ledger?.decisions(of: work.source.name, sources: work.sourceKeys) ?? []
  }

  private func failure(_ end: JobEnd, file: String, page: Int?) -> FailureReport {
    switch end {
    case .answer(.unreadable(let error)):
      return FailureReport(
        code: error.code.rawValue, page: error.page ?? page, message: error.message,
        remedy: error.remedy)
    case .answer(.failed(let text)):
      let message = Wording(vi: "không xử lý được: \(text)", en: "could not be processed: \(text)")
      return FailureReport(
        code: "failed", page: page, message: message, remedy: Message.reportIt)
    case .answer:
      return FailureReport(
        code: "failed", page: page, message: Message.workerAnsweredNonsense,
        remedy: Message.reportIt)
    case .died(let why):
      return FailureReport(code: "crashed", page: page, message: why, remedy: Message.scanAgain)
    case .overdue(let seconds):
      return FailureReport(
        code: "overdue", page: page, message: Message.overdue(seconds: seconds),
        remedy: Message.scanAgain)
    }
  }
}
