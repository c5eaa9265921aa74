import Findings
import Recognition

extension RecognitionError {
  /// What is wrong with the recogniser.
  var message: Wording {
    switch self {
    case .languagesNotLoaded(let languages):
      Wording(
        vi: "không có dữ liệu nhận dạng cho “\(languages)”",
        en: "there are no language data for “\(languages)”")
    case .lettersMissing(let languages, let letters):
      Wording(
        vi: "dữ liệu “\(languages)” thiếu \(letters.count) chữ cái tiếng Việt: "
          + letters.prefix(12).joined(separator: " "),
        en: "the data “\(languages)” lack \(letters.count) Vietnamese letters: "
          + letters.prefix(12).joined(separator: " "))
    case .outOfProcessorTime:
      Wording(vi: "hết thời gian xử lý cho một trang", en: "out of processor time for a page")
    case .engineFailed: Wording(vi: "bộ nhận dạng báo lỗi", en: "the recogniser failed")
    }
  }
}
