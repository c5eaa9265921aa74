import ArgumentParser
import Findings
import Foundation
import Ledger
import ProcessLimits
import Reporting
import Workflow

/// `sohoa run IN… --out DIR`: the main job, from scans to a filled sending queue.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(
      "Làm trọn quy trình: đọc, xét, tạo PDF/A, đóng gói, xếp hàng gửi. Chạy lại là làm tiếp.",
      "The whole way: read, judge, write PDF/A, pack, queue. Run again to go on."),
    discussion: say(
      """
      Mỗi văn bản có một thư mục riêng trong thư mục kết quả: PDF, văn bản chữ, report.json, gói edXML.
      Bị ngắt hay mất điện: chạy lại đúng lệnh đó, việc đã xong không làm lại.
      """,
      """
      Each document gets a folder of its own below the output folder: PDF, text, report.json, edXML.
      After an interruption or a power cut run the same command again: what is done stays done.
      """))

  @Argument(
    help: .init(say("Tệp hoặc thư mục bản quét.", "Scans: files or folders."), valueName: "in"))
  var inputs: [String]
  @Flag(
    help: .init(
      say(
        "Rút ngẫu nhiên 10 % số trang, ít nhất 10, để người xem bằng mắt; ghi vào báo cáo.",
        "Draw 10 % of the pages by lot, at least 10, for a person to look at; listed in the report."
      )))
  var sample = false
  @Option(
    help: .init(
      say(
        "Số gieo của lần rút mẫu, để rút lại đúng các trang đó (kèm --sample).",
        "Seed of the draw, to draw the same pages again (implies --sample)."),
      valueName: "number"))
  var sampleSeed: Int?
  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var stateOptions: StateOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    guard let output = stateOptions.output else { throw Failure(.usage, Phrase.noOutput) }
    let pipeline = try pipelineOptions.load()
    let gathered = try Inputs(paths: inputs, grouping: pipeline.grouping, output: output)
    if gathered.documents.isEmpty { throw Failure(.usage, Phrase.nothingToDo(gathered.passedOver)) }
    let state = try stateOptions.folder()
    let ledger = try openLedger(state, creating: true)
    let lock = try lockState(state)
    defer { withExtendedLifetime(lock) {} }
    let log = TalkLog(talk)
    if !gathered.passedOver.isEmpty {
      log.note(Phrase.passedOver(gathered.passedOver.count))
    }
    let isInterrupted = watchForInterruption()
    var bar = ProgressBar(mode: talk.progress, isQuiet: talk.quiet)
    let total = gathered.documents.count
    var done = 0
    let run = Run(
      RunSettings(
        pipeline: pipeline, readsText: true, makesThumbnails: true, output: output,
        jobs: pipelineOptions.workers, program: programPath, workerLog: state + "/workers.log"),
      ledger: ledger, isInterrupted: isInterrupted
    ) { event in
      switch event {
      case .pages(let pages, let known):
        bar.show(donePages: pages, knownPages: known, doneDocuments: done, documents: total)
      case .finished(let document):
        done += 1
        bar.clear()
        log.finished(document)
      }
    }
    var report = try run.documents(gathered.documents)
    report.origins = gathered.origins(below: FileManager.default.currentDirectoryPath)
    bar.clear()
    if sample || sampleSeed != nil {
      // Numbers below 2³¹ survive every reader of JSON.
      let seed = sampleSeed ?? Int.random(in: 0..<1 << 31)
      report.drawSample(seed: seed)
      log.note(Phrase.sampled(report.sample?.pages.count ?? 0, seed: seed))
    }
    try reports.write(report, default: nil)
    for (kind, name) in [
      (ReportKind.json, "report.json"), (.html, "report.html"), (.csv, "report.csv"),
      (.fields, "fields.csv"),
    ] {
      try ReportOptions.write(report, as: kind, to: "\(output)/\(name)")
    }
    if reports.report.allSatisfy({ $0.file != nil }) { printSummary(report, output: output) }
    if report.documents.count < total {
      log.note(Phrase.interrupted)
      throw ExitStatus.interrupted
    }
    if report.exitStatus != .accepted { throw report.exitStatus }
  }

  private func printSummary(_ report: Report, output: String) {
    let held = report.documents.count { $0.held != nil }
    for status in Standing.allCases {
      let count = report.documents.filter { $0.verdict == status }.count
      printResult(status.title(language).padding(12) + "\(count)")
    }
    printResult(say("Giữ lại", "held").padding(12) + "\(held)")
    printResult(say("Báo cáo: ", "Report: ") + "\(output)/report.html")
    if held > 0 {
      printResult(
        say(
          "Văn bản giữ lại chờ người bổ sung: sohoa review list --out \(output)",
          "Held documents wait for a person: sohoa review list --out \(output)"))
    }
  }
}

/// One run or decision at a time on one record; the lock ends with the process.
func lockState(_ state: String) throws -> StateLock {
  guard let lock = StateLock(path: state + "/lock") else {
    throw Failure(.outputFailed, Phrase.stateInUse(state))
  }
  return lock
}

/// Opens the durable record.
///
/// Throws when there is none and none is to be made.
func openLedger(_ state: String, creating: Bool) throws -> Ledger {
  if !creating, !FileManager.default.fileExists(atPath: state) {
    throw Failure(.usage, Phrase.noRun(state))
  }
  do {
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
  } catch {
    throw RunError.cannotWrite(path: state, reason: error.localizedDescription)
  }
  return try Ledger(path: state + "/ledger.sqlite")
}

/// Holds the lock on a record while its command runs.
final class StateLock {
  private let lock: FileLock

  init?(path: String) {
    guard let lock = FileLock(path: path) else { return nil }
    self.lock = lock
  }
}
