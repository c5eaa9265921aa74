import ArgumentParser
import Findings
import Foundation
import Reporting
import Workflow

/// `sohoa check FILE…`: judges scans; writes only reports.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Kiểm tra bản quét: có đạt không, lỗi gì, ở đâu, quét lại thế nào.",
      "Judge scans: fit or not, what is wrong, where, how to rescan."),
    discussion: say(
      "Chỉ ghi báo cáo. Không có --ocr thì xét riêng ảnh; thêm --ocr để có kết luận cuối cùng.",
      "Writes only reports. Without --ocr pixels alone are judged; --ocr gives the final verdict."))

  @Argument(
    help: .init(say("Tệp hoặc thư mục bản quét.", "Scans: files or folders."), valueName: "file"))
  var inputs: [String]

  @Flag(help: .init(say("Đọc chữ và xét cả chữ.", "Read the text and judge it too."))) var ocr =
    false
  @Flag(
    help: .init(say("In thông tin đọc được (kèm --ocr).", "Show the metadata (implies --ocr).")))
  var fields = false
  @Option(
    help: .init(
      say(
        "Tệp kết quả mong đợi; mã thoát 0 khi mọi kết luận đúng như mong đợi.",
        "Expected results; exit code 0 when every verdict and finding is as expected."),
      valueName: "expected.json"))
  var expect: String?

  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let pipeline = try pipelineOptions.load()
    let expectations = try expect.map(Expectations.init(path:))
    let gathered = try Inputs(paths: inputs, grouping: pipeline.grouping, output: nil)
    if gathered.documents.isEmpty { throw Failure(.usage, Phrase.nothingToDo(gathered.passedOver)) }
    let isInterrupted = watchForInterruption()
    var bar = ProgressBar(mode: talk.progress, isQuiet: talk.quiet)
    let total = gathered.documents.count
    var done = 0
    let run = Run(
      RunSettings(
        pipeline: pipeline, readsText: ocr || fields, makesThumbnails: reports.wants(.html),
        output: nil, jobs: pipelineOptions.workers, program: programPath,
        workerLog: talk.verbose ? "/dev/stderr" : nil),
      ledger: nil, isInterrupted: isInterrupted
    ) { event in
      switch event {
      case .pages(let pages, let known):
        bar.show(donePages: pages, knownPages: known, doneDocuments: done, documents: total)
      case .finished: done += 1
      }
    }
    var report = try run.documents(gathered.documents)
    report.origins = gathered.origins(below: FileManager.default.currentDirectoryPath)
    bar.clear()
    if report.documents.count < total { throw ExitStatus.interrupted }
    if let expectations {
      try reports.write(report, default: nil)
      try compare(report, with: expectations)
      return
    }
    try reports.write(report, default: .text)
    if fields, reports.report.isEmpty { report.documents.forEach(printFields) }
    if report.exitStatus != .accepted { throw report.exitStatus }
  }

  private func compare(_ report: Report, with expectations: Expectations) throws {
    let differences = expectations.differences(from: report)
    for difference in differences { printResult("✗ " + difference(language)) }
    let count = report.documents.count
    guard differences.isEmpty else {
      printTalk(
        say(
          "\(differences.count) khác với mong đợi, trên \(count) tệp",
          "\(differences.count) differences from what was expected, in \(count) files"))
      throw ExitStatus.attention
    }
    printResult(say("✓ \(count) tệp đúng như mong đợi", "✓ \(count) files as expected"))
  }
}
