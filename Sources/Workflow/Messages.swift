public import Findings

/// What Workflow says to a person, in both languages.
enum Message {
  static let workerAnsweredNonsense = Wording(
    vi: "tiến trình xử lý trả lời không hợp lệ", en: "the worker gave an answer that makes no sense"
  )

  static let noWorker = Wording(
    vi: "không khởi động được tiến trình xử lý", en: "cannot start a worker process")

  static func workerOutOfMemory(limit: Int) -> Wording {
    Wording(
      vi:
        "tiến trình xử lý hết bộ nhớ (giới hạn \(limit) MiB); hãy giảm độ phân giải tệp hoặc tăng "
        + "ocr.memoryMegabytes",
      en: "the worker ran out of memory (limit \(limit) MiB); lower the file's resolution or raise "
        + "ocr.memoryMegabytes")
  }

  static func workerKilled(signal: Int) -> Wording {
    Wording(
      vi: "tiến trình xử lý dừng đột ngột vì tín hiệu \(signal)",
      en: "the worker was ended by signal \(signal)")
  }

  static func workerEnded(code: Int) -> Wording {
    Wording(
      vi: "tiến trình xử lý tự kết thúc với mã \(code)",
      en: "the worker ended by itself with code \(code)")
  }

  static let scanAgain = Wording(
    vi: "Thử chạy lại; nếu vẫn lỗi, quét lại hoặc xuất lại tệp này.",
    en: "Try once more; if it fails again, scan or export this file anew.")

  static let emptyPart = Wording(
    vi: "phần văn bản được tách không còn trang nào trong tệp",
    en: "the part that was split off holds no page of the file")

  static let reportIt = Wording(
    vi: "Thử chạy lại với -v; nếu vẫn lỗi, gửi thông báo này cho người phát triển.",
    en: "Try once more with -v; if it fails again, send this message to the developers.")

  static let veraPDFMissing = Wording(
    vi:
      "không thấy chương trình verapdf trong PATH; tải bộ cài ở https://verapdf.org/software (cần Java), "
      + "rồi thêm thư mục cài vào PATH",
    en:
      "there is no verapdf program on the PATH; get the installer from https://verapdf.org/software "
      + "(it needs Java), and add its folder to the PATH")

  static func veraPDFOverdue(seconds: Int) -> Wording {
    Wording(
      vi: "verapdf quá \(seconds) giây chưa xong nên đã dừng; không so sánh được",
      en: "verapdf was not done within \(seconds) s, so stopped; nothing to compare with")
  }

  static let veraPDFTooMuch = Wording(
    vi: "verapdf ghi ra nhiều hơn một báo cáo; không so sánh được",
    en: "verapdf wrote more than a report; nothing to compare with")

  static func veraPDFWithoutReport(code: Int32?) -> Wording {
    let ending =
      code.map { Wording(vi: "kết thúc với mã \($0)", en: "ended with code \($0)") }
      ?? Wording(vi: "dừng đột ngột", en: "was ended by a signal")
    return Wording(
      vi: "verapdf \(ending.vi), không có báo cáo đọc được; chạy “verapdf --version” để thử",
      en: "verapdf \(ending.en) without a report that can be read; try “verapdf --version”")
  }

  static func overdue(seconds: Int) -> Wording {
    Wording(
      vi: "quá \(seconds) giây chưa xong nên đã dừng",
      en: "not done within \(seconds) s, so stopped")
  }
}

/// Why a run cannot go on; the documents that were done are safe.
public enum RunError: Error, Sendable, Equatable {
  /// No worker process can be started.
  case noWorker(program: String)
  /// An output cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The recogniser is not usable: missing language data, or a model without Vietnamese letters.
  case noRecognizer(Wording)
}
