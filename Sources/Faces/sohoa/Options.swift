import ArgumentParser
import Findings
import Foundation
import Reporting
import Workflow

/// The language of messages, as an argument.
enum LanguageArgument: String, ExpressibleByArgument, CaseIterable {
  case vi, en
}

/// When the progress bar is drawn.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How the log on standard error is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// The options that say how this invocation talks.
struct TalkOptions: ParsableArguments {
  @Option(
    help: .init(
      say(
        "Ngôn ngữ của thông báo: vi hoặc en (mặc định theo máy).",
        "Language of messages: vi or en (default from the locale).")))
  var lang: LanguageArgument?

  @Flag(name: [.short, .long], help: .init(say("Chỉ in kết quả.", "Print results only.")))
  var quiet = false

  @Flag(
    name: [.short, .long],
    help: .init(say("In thêm chi tiết.", "Say more of what is going on.")))
  var verbose = false

  @Option(help: .init(say("Dạng nhật ký: text hoặc json.", "Form of the log: text or json.")))
  var logFormat: LogFormat = .text

  @Option(
    help: .init(
      say("Thanh tiến độ: auto, always, never.", "Progress bar: auto, always, never.")))
  var progress: ProgressMode = .auto
}

/// The options that choose a pipeline and change its keys.
struct PipelineOptions: ParsableArguments {
  @Option(
    help: .init(
      say(
        "Quy trình: tên trong thư mục Pipelines hoặc tệp .yml.",
        "Pipeline: a name in the Pipelines folder, or a .yml file."),
      valueName: "name|file"))
  var pipeline = "van-thu"

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: .init(
      say(
        "Đổi một khóa của quy trình, ví dụ rules.skew.reject=3 (lặp lại được).",
        "Override a pipeline key, such as rules.skew.reject=3 (repeatable)."),
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    name: [.short, .long],
    help: .init(
      say("Ngôn ngữ của văn bản, ví dụ vie.", "Languages of the documents, such as vie.")))
  var languages: String?

  @Option(
    name: [.short, .long],
    help: .init(
      say("Số trang xử lý song song (mặc định: số lõi).", "Pages in work at once (default: cores).")
    ))
  var jobs: Int?

  /// The pipeline with its overrides.
  ///
  /// Throws `Failure` with what is wrong and what would be right.
  func load() throws -> Pipeline {
    var all: [Override] = []
    for text in overrides {
      guard let override = Override(argument: text) else {
        throw Failure(.usage, Phrase.badOverride(text))
      }
      all.append(override)
    }
    if let languages, let override = Override(argument: "ocr.languages=\(languages)") {
      all.append(override)
    }
    if let jobs, jobs < 1 { throw Failure(.usage, Phrase.badJobs) }
    let store = PipelineStore(
      workingFolder: FileManager.default.currentDirectoryPath, programPath: programPath)
    do {
      return try store.pipeline(pipeline, overrides: all)
    } catch {
      throw Failure(.usage, Phrase.pipeline(error))
    }
  }

  /// Pages in work at once.
  var workers: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

/// The path of this program, for starting workers and finding pipelines.
///
/// The link is there on every Linux; without it the name as typed is all we have.
let programPath =
  (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  ?? CommandLine.arguments[0]

/// Where the durable record of a run is.
struct StateOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Thư mục kết quả của lần chạy.", "The output folder of the run."), valueName: "dir"))
  var out: String?

  @Option(
    help: .init(
      say(
        "Thư mục sổ ghi (mặc định: .sohoa trong thư mục kết quả).",
        "Folder of the durable record (default: .sohoa in the output folder)."),
      valueName: "dir"))
  var state: String?

  /// The output folder as an absolute path: what is stored must mean the same from everywhere.
  var output: String? { out.map(absolutePath) }

  /// The folder of the record: `--state`, else below `--out`, else the one that is here.
  func folder() throws -> String {
    if let state { return absolutePath(state) }
    if let output { return output + "/.sohoa" }
    let near = [".sohoa", "out/.sohoa"].first(where: FileManager.default.fileExists(atPath:))
    guard let near else { throw Failure(.usage, Phrase.noState) }
    return absolutePath(near)
  }
}

/// A path from the root, without `.` and `..`.
private func absolutePath(_ path: String) -> String {
  URL(fileURLWithPath: path).standardizedFileURL.path
}

/// An end of the program that a person can act on.
struct Failure: Error {
  let status: ExitStatus
  let message: Wording

  init(_ status: ExitStatus, _ message: Wording) {
    self.status = status
    self.message = message
  }
}
