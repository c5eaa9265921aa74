import Delivery
import Findings
import Foundation
import Ledger
import Workflow

/// What the command line says to a person, in both languages; errors are worded here and only here.
enum Phrase {
  static func badOverride(_ text: String) -> Wording {
    Wording(
      vi: "--set \(text): phải có dạng khóa=giá-trị, ví dụ rules.skew.reject=3",
      en: "--set \(text): must be key=value, such as rules.skew.reject=3")
  }

  static let badJobs = Wording(vi: "--jobs phải từ 1 trở lên", en: "--jobs must be 1 or more")

  static let noOutput = Wording(
    vi: "thiếu --out DIR: hãy chọn thư mục để ghi kết quả",
    en: "--out DIR is missing: choose a folder for the results")

  static let interrupted = Wording(
    vi: "Đã dừng theo yêu cầu. Chạy lại đúng lệnh này để làm tiếp; không mất gì.",
    en: "Stopped as asked. Run the same command again to go on; nothing is lost.")

  static func sampled(_ pages: Int, seed: Int) -> Wording {
    Wording(
      vi: "Mẫu kiểm tra: \(pages) trang, số gieo \(seed) (rút lại: --sample-seed \(seed)).",
      en: "Sample: \(pages) pages, seed \(seed) (draw it again: --sample-seed \(seed)).")
  }

  static func passedOver(_ count: Int) -> Wording {
    Wording(
      vi: "Bỏ qua \(count) tệp không phải bản quét (PDF, TIFF, PNG, JPEG).",
      en: "Passed over \(count) files that are not scans (PDF, TIFF, PNG, JPEG).")
  }

  static func nothingToDo(_ passedOver: [String]) -> Wording {
    let count = passedOver.count
    return Wording(
      vi: "không thấy bản quét nào (PDF, TIFF, PNG, JPEG); có \(count) tệp loại khác",
      en: "no scan found (PDF, TIFF, PNG, JPEG); there are \(count) files of other kinds")
  }

  static let noReason = Wording(
    vi: "thiếu --why: quyết định này phải có lý do", en: "--why is missing: give the reason")

  static let noPerson = Wording(
    vi: "thiếu --by: ai quyết định?", en: "--by is missing: who decides?")

  static let noValues = Wording(
    vi: "thiếu giá trị, ví dụ codeNumber=347", en: "no value given, such as codeNumber=347")

  static let onceOrFollow = Wording(
    vi: "chọn một trong --once và --follow", en: "choose one of --once and --follow")

  static func badField(_ text: String, nearest: String?) -> Wording {
    Wording(
      vi: "“\(text)” không phải tên=giá-trị của một trường"
        + (nearest.map { "; có phải “\($0)”?" } ?? ""),
      en: "“\(text)” is not field=value of a field"
        + (nearest.map { "; did you mean “\($0)”?" } ?? ""))
  }

  static let fileOrAxis = Wording(
    vi: "chọn một tệp CSV hoặc --from-axis", en: "name a CSV file or --from-axis, one of the two")

  static let wordsOrDocument = Wording(
    vi: "chọn mã hoặc tên, hoặc --document", en: "give a code or name, or --document")

  static let noCatalogue = Wording(
    vi: "chưa có danh mục cơ quan; nạp bằng “sohoa agencies import”",
    en: "there is no catalogue; take one in with “sohoa agencies import”")

  static func badStatus(_ code: String) -> Wording {
    Wording(
      vi: "“\(code)” không phải trạng thái báo được: 01–06, 15, 16",
      en: "“\(code)” is no status to report: 01–06, 15, 16")
  }

  static let noCodes = Wording(
    vi: "thiếu mã cơ quan nhận", en: "no code of a receiver is given")

  static let noDeadline = Wording(
    vi:
      "chưa rõ: chưa biết lịch nghỉ lễ của những ngày sau đó; ghi vào khóa holidays của quy trình",
    en: "unknown: the days off that follow are not known; put them under holidays in the pipeline")

  static let recallsOrReplaces = Wording(
    vi: "chọn một trong --recalls, --replaces và --updates",
    en: "choose one of --recalls, --replaces and --updates")

  static let idsOrState = Wording(
    vi: "chọn mã lượt gửi, hoặc --in", en: "give delivery ids, or --in")

  static let badEvery = Wording(
    vi: "--every phải từ 1 giây trở lên", en: "--every must be 1 second or more")

  static func overdue(_ count: Int) -> Wording {
    Wording(
      vi: "\(count) văn bản đã quá hạn gửi (QĐ 28/2018 Điều 6); xem “sohoa queue list --late”",
      en: "\(count) documents should have left by now (QĐ 28/2018 Điều 6); see "
        + "“sohoa queue list --late”")
  }

  static func badMoment(_ text: String) -> Wording {
    Wording(
      vi: "“\(text)”: phải là ngày yyyy-MM-dd", en: "“\(text)”: must be a day, yyyy-MM-dd")
  }

  static func more(limit: Int) -> Wording {
    Wording(
      vi: "Chỉ in \(limit) dòng đầu; thêm --limit 0 để in hết.",
      en: "Only the first \(limit) lines; --limit 0 prints all.")
  }

  static func badState(_ text: String, known: String) -> Wording {
    Wording(
      vi: "không có trạng thái “\(text)”; chỉ có: \(known)",
      en: "there is no state “\(text)”; there are: \(known)")
  }

  static func sourceMissing(_ path: String) -> Wording {
    Wording(
      vi: "\(path): không còn bản quét ở đây; để lại chỗ cũ rồi quyết định lại",
      en: "\(path): the scan is no longer there; put it back, then decide again")
  }

  static func stateInUse(_ folder: String) -> Wording {
    Wording(
      vi: "\(folder): một lượt chạy hoặc quyết định khác đang dùng sổ này; chờ xong rồi làm lại",
      en:
        "\(folder): another run or decision is using this record; wait for its end, then try again")
  }

  static let noState = Wording(
    vi:
      "không thấy sổ ghi: hãy chỉ thư mục kết quả bằng --out DIR, hoặc thư mục sổ bằng --state DIR",
    en: "no record found: name the output folder with --out DIR, or the record with --state DIR")

  static func noRun(_ folder: String) -> Wording {
    Wording(
      vi: "\(folder): chưa có lần chạy nào ở đây; hãy chạy “sohoa run … --out DIR” trước",
      en: "\(folder): nothing was run here yet; start with “sohoa run … --out DIR”")
  }

  static func noDocument(_ name: String, nearest: String?) -> Wording {
    Wording(
      vi: "không có văn bản “\(name)”" + (nearest.map { "; gần nhất là “\($0)”" } ?? ""),
      en: "there is no document “\(name)”" + (nearest.map { "; the nearest is “\($0)”" } ?? ""))
  }

  static func noRule(_ name: String, nearest: String?) -> Wording {
    Wording(
      vi: "không có quy tắc “\(name)”" + (nearest.map { "; gần nhất là “\($0)”" } ?? "")
        + ". Chạy “sohoa explain” để xem tất cả.",
      en: "there is no rule “\(name)”" + (nearest.map { "; the nearest is “\($0)”" } ?? "")
        + ". Run “sohoa explain” to see all.")
  }

  /// What is wrong with a pipeline, where, and what would be right.
  static func pipeline(_ error: PipelineError) -> Wording {
    let place = error.key.isEmpty ? error.pipeline : "\(error.pipeline): \(error.key)"
    switch error.problem {
    case .noSuchPipeline(let known):
      let list = known.joined(separator: ", ")
      return Wording(
        vi: "\(place): không có quy trình này. Hiện có: \(list)",
        en: "\(place): there is no such pipeline. There are: \(list)")
    case .notYAML(let words):
      return Wording(
        vi: "\(place): không phải YAML hợp lệ: \(words)", en: "\(place): not valid YAML: \(words)")
    case .unknownKey(let nearest):
      return Wording(
        vi: "\(place): khóa lạ" + (nearest.map { "; có phải “\($0)”?" } ?? ""),
        en: "\(place): unknown key" + (nearest.map { "; did you mean “\($0)”?" } ?? ""))
    case .missingKey:
      return Wording(vi: "\(place): thiếu khóa này", en: "\(place): this key is missing")
    case .wrongValue(let found, let wanted):
      return Wording(
        vi: "\(place): “\(found)” không hợp lệ; cần: \(wanted)",
        en: "\(place): “\(found)” is not valid; wanted: \(wanted)")
    }
  }

  static func input(_ error: InputError) -> Wording {
    switch error {
    case .missing(let path):
      Wording(vi: "\(path): không có tệp hay thư mục này", en: "\(path): no such file or folder")
    case .badPattern(let pattern):
      Wording(
        vi: "pattern “\(pattern)”: phải là biểu thức chính quy có đúng một nhóm ( )",
        en: "pattern “\(pattern)”: must be a regular expression with exactly one group ( )")
    case .occupied(let document, let path):
      Wording(
        vi:
          "\(document): kết quả phải ghi vào \(path), nhưng ở đó đã có một tệp; hãy chọn --out khác",
        en:
          "\(document): its results belong at \(path), where there is a file; choose another --out")
    case .overlaps(let input, let output):
      Wording(
        vi: "thư mục kết quả \(output) trùng với thư mục đầu vào \(input); hãy chọn thư mục khác",
        en: "the output folder \(output) is the input folder \(input); choose another one")
    }
  }

  static let installVietnamese = Wording(
    vi: "Cài dữ liệu tiếng Việt: apt-get install tesseract-ocr-vie",
    en: "Install the Vietnamese data: apt-get install tesseract-ocr-vie")

  /// The exit status and the words for any error that reaches the face.
  static func failure(for error: any Error) -> Failure {
    switch error {
    case let error as PipelineError: return Failure(.usage, pipeline(error))
    case let error as InputError: return Failure(.usage, input(error))
    case let error as RunError: return failure(for: error)
    case let error as LedgerError: return failure(for: error)
    case let error as ReviewError: return failure(for: error)
    case let error as PackError: return failure(for: error)
    case let error as SendingError: return Failure(.outputFailed, error.message)
    case let error as AgencyImportError: return Failure(.usage, error.message)
    case let error as AnswerError: return Failure(.usage, error.message)
    case let error as DestinationError: return Failure(.usage, error.message)
    case let error as CocoaError:
      // Reading and writing files is all that Foundation is used for where this can surface.
      let words = error.localizedDescription
      return Failure(
        .outputFailed,
        Wording(
          vi: "không ghi hoặc đọc được tệp: \(words)", en: "a file operation failed: \(words)"))
    default:
      return Failure(
        .internalError,
        Wording(
          vi: "lỗi trong chương trình: \(error). Xin gửi dòng này cho người phát triển.",
          en: "internal error: \(error). Please send this line to the developers."))
    }
  }

  private static func failure(for error: RunError) -> Failure {
    switch error {
    case .noWorker(let program):
      Failure(
        .internalError,
        Wording(
          vi: "không khởi động được tiến trình xử lý \(program)",
          en: "cannot start a worker process \(program)"))
    case .cannotWrite(let path, let reason):
      Failure(
        .outputFailed,
        Wording(
          vi:
            "không ghi được \(path): \(reason). Kiểm tra dung lượng đĩa và quyền ghi, rồi chạy lại "
            + "cùng lệnh để làm tiếp.",
          en:
            "cannot write \(path): \(reason). Check disk space and permissions, then run the same "
            + "command again to go on."))
    case .noRecognizer(let why):
      Failure(
        .missingDependency,
        Wording(
          vi: "không đọc chữ được: \(why.vi). \(installVietnamese.vi)",
          en: "text cannot be read: \(why.en). \(installVietnamese.en)"))
    }
  }

  private static func failure(for error: LedgerError) -> Failure {
    let words = Wording(vi: "sổ ghi: \(error)", en: "\(error)")
    return switch error {
    case .noSuchDelivery(let id):
      Failure(
        .usage,
        Wording(
          vi: "không có lượt gửi \(id); xem “sohoa queue list”",
          en: "there is no delivery \(id); see “sohoa queue list”"))
    case .noSuchDocument(let name): Failure(.usage, noDocument(name, nearest: nil))
    case .cannotOpen, .newerSchema, .busy, .full, .storage, .unreadable, .unwritable, .refused,
      .identifierTaken:
      Failure(.outputFailed, words)
    }
  }
}
