public import Findings

/// One of the checks that an envelope passes before it is sent.
public struct EnvelopeCheck: Sendable, Equatable {
  /// `V1`…`V13`, as issues name it.
  public let id: String
  /// What it asks for.
  public let asks: Wording
  /// What follows from a breach.
  public let follows: Wording
  /// Where it comes from.
  public let source: String

  /// The check of that id, in either case; nil when there is none.
  public static func named(_ id: String) -> EnvelopeCheck? {
    all.first { $0.id == id.uppercased() }
  }

  /// Every check, in order.
  public static let all: [EnvelopeCheck] = [
    check(
      "V1", "XML đúng mẫu edXML, UTF-8, không có ký tự điều khiển",
      "XML of the edXML pattern, UTF-8, no control characters", .block, "QCVN 102:2016"),
    check(
      "V2", "cơ quan gửi có mã và tên; mã có trong danh mục, chưa đóng, không bị khóa",
      "the sender has code and name; the code is in the catalogue, open and not locked", .both,
      "QĐ 20/2020/QĐ-TTg, QĐ 09/2025/QĐ-TTg"),
    check(
      "V3", "có nơi nhận, không trùng; mã có trong danh mục, chưa đóng, không bị khóa",
      "there are receivers, none twice; each code is in the catalogue, open and not locked", .both,
      "QĐ 20/2020/QĐ-TTg, QĐ 09/2025/QĐ-TTg"),
    check(
      "V4", "có số, ký hiệu, ngày (không ở tương lai), trích yếu, tên loại, độ khẩn hợp lệ",
      "number, notation, date (not in the future), subject, type and a known urgency", .block,
      "QCVN 102:2016; NĐ 30/2020 PL VI"),
    check(
      "V5", "độ dài các trường trong giới hạn", "the lengths of fields are within their limits",
      .both, "NĐ 30/2020 PL VI"),
    check(
      "V6", "loại văn bản là 1 hoặc 2 và tên loại có trong bảng",
      "the document's type is 1 or 2 and its name is in the table", .warn,
      "QCVN 102:2016/SĐ1:2022"),
    check(
      "V7", "mỗi mục của danh sách đính kèm có đúng một tệp, và ngược lại",
      "each line of the manifest has one attachment, and the reverse", .block, "QCVN 102:2016"),
    check(
      "V8", "tệp chính là PDF; đã ký số (package.signature: required thì bắt buộc)",
      "the main file is a PDF; it is signed (must be, where package.signature is required)", .both,
      "QĐ 28/2018/QĐ-TTg Điều 4"),
    check(
      "V9", "văn bản không có dấu độ mật", "the document bears no secrecy marking", .block,
      "QĐ 28/2018/QĐ-TTg Điều 1"),
    check(
      "V10", "thu hồi, cập nhật, thay thế: nêu văn bản cũ và lý do",
      "a recall, an update, a replacement names the older document and the reason", .block,
      "QCVN 102:2016"),
    check(
      "V11", "báo cáo trạng thái: đủ nơi gửi, văn bản, mã, giờ; 02, 13, 16 phải có lý do",
      "a status report names sender, document, code and time; 02, 13 and 16 give the reason",
      .block, "QCVN 102:2016"),
    check(
      "V12", "số trang ghi trong gói bằng số trang của PDF",
      "the number of pages is that of the PDF", .warn, "NĐ 30/2020 PL VI"),
    check(
      "V13", "gói không lớn hơn giới hạn (package.megabytes)",
      "the envelope is not over the limit (package.megabytes)", .block, "package.megabytes"),
  ]

  private enum Weight { case block, warn, both }

  private static func check(
    _ id: String, _ vi: String, _ en: String, _ weight: Weight, _ source: String
  ) -> EnvelopeCheck {
    let follows =
      switch weight {
      case .block: Wording(vi: "không đạt thì giữ lại, không gửi", en: "else it is held")
      case .warn: Wording(vi: "không đạt thì chỉ cảnh báo", en: "else a warning")
      case .both:
        Wording(
          vi: "tùy chỗ: giữ lại hoặc cảnh báo", en: "else it is held or a warning, as the place is")
      }
    return EnvelopeCheck(id: id, asks: Wording(vi: vi, en: en), follows: follows, source: source)
  }
}
