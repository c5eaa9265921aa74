import Findings
import Imaging

/// What the page itself says, in one language.
struct HTMLWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  var title: String { say("Kết quả kiểm tra bản quét", "Scan quality report") }
  var pipeline: String { say("Quy trình", "Pipeline") }
  var held: String { say("Giữ lại", "Held") }
  var frequent: String { say("Lỗi hay gặp nhất (số văn bản)", "Most frequent faults (documents)") }
  var filter: String { say("Lọc và sắp xếp", "Filter and order") }
  var search: String { say("Tìm", "Search") }
  var verdict: String { say("Kết luận", "Verdict") }
  var rule: String { say("Quy tắc", "Rule") }
  var order: String { say("Sắp xếp", "Order") }
  var all: String { say("Tất cả", "All") }
  var worstFirst: String { say("Kém nhất trước", "Worst first") }
  var byFile: String { say("Theo tên tệp", "By file name") }
  var byVerdict: String { say("Theo kết luận", "By verdict") }
  var sample: String { say("Chỉ mẫu kiểm tra", "Sample only") }
  var sampleMark: String { say("mẫu kiểm tra", "sample") }
  /// Stands between how many documents are shown and how many there are.
  var shownOf: String { say("trên", "of") }
  var number: String { say("Số", "No.") }
  var blank: String { say("trang trắng", "blank page") }
  var displayQuality: String { say("Chất lượng hiển thị", "Display quality") }
  var ocrLegibility: String { say("Khả năng máy đọc", "OCR legibility") }
  var byQuality: String { say("Theo chất lượng hiển thị", "By display quality") }
  var measured: String { say("Đo được", "Measured") }
  var required: String { say("Yêu cầu", "Required") }
  var foot: String {
    say(
      "Mọi ảnh và số liệu nằm trong tệp này, không tải gì từ mạng.",
      "All pictures and figures are in this file; nothing is loaded from a network.")
  }

  func size(documents: Int, pages: Int) -> String {
    say(
      "\(documents) văn bản, \(pages) trang.",
      "\(documents) document\(documents == 1 ? "" : "s"), \(pages) page\(pages == 1 ? "" : "s").")
  }

  func page(_ number: Int) -> String { say("Trang \(number)", "Page \(number)") }

  func pages(_ count: Int) -> String {
    say("\(count) trang", "\(count) page\(count == 1 ? "" : "s")")
  }

  func quietPages(_ ranges: String) -> String {
    say("Trang \(ranges): không có nhận xét.", "Pages \(ranges): nothing to remark.")
  }

  func sampleNote(pages: Int, seed: Int) -> String {
    say(
      "Mẫu kiểm tra: \(pages) trang rút ngẫu nhiên để người xem bằng mắt (số gieo \(seed); chạy lại "
        + "với --sample-seed \(seed) sẽ rút đúng các trang này).",
      "Sample: \(pages) pages drawn by lot for a person to look at (seed \(seed); running again with "
        + "--sample-seed \(seed) draws the same pages).")
  }

  func picturesLeftOut(_ count: Int) -> String {
    say(
      "Để tệp không quá lớn, \(count) trang không kèm ảnh; trang có lỗi được giữ ảnh trước.",
      "To keep this file small, \(count) pages come without a picture; pages with faults come first."
    )
  }

  var secretHasNoPictures: String {
    say(
      "Văn bản có thể mang dấu mật: báo cáo không kèm ảnh.",
      "The document may be marked secret: this report shows no picture of it.")
  }

  var asks: String { say("Chữ viết tay chờ người xác nhận", "Handwriting for a person to confirm") }
  var typeIt: String { say("gõ giá trị khác", "type another value") }
  var unread: String { say("không đọc được", "could not be read") }
  var chosen: String {
    say("Đã chọn: chép các lệnh này vào cửa sổ lệnh", "Chosen: copy these commands to a terminal")
  }

  /// Where the ink of a field stands.
  func place(page: Int, x: Int, y: Int, width: Int, height: Int) -> String {
    say("trang \(page), ô", "page \(page), box") + " \(x), \(y), \(width) × \(height) px"
  }

  func ranked(because neighbours: [String]) -> String {
    say("Thứ tự xếp lại theo sổ, so với ", "Put in this order by the register, against ")
      + neighbours.joined(separator: ", ")
  }

  /// An ISO date as people write it.
  func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    guard language == .vi, parts.count == 3 else { return iso }
    return parts.reversed().joined(separator: "/")
  }

  func colorMode(_ mode: ColorMode) -> String {
    switch mode {
    case .bilevel: say("đen trắng", "black and white")
    case .gray: say("ảnh xám", "grey")
    case .color: say("ảnh màu", "colour")
    }
  }
}
