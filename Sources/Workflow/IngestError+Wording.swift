import Findings
import Foundation
import Ingest

extension IngestError {
  /// What was found, naming file and page.
  var message: Wording {
    let name = URL(fileURLWithPath: file).lastPathComponent
    let vi = page.map { "\(name), trang \($0): " } ?? "\(name): "
    let en = page.map { "\(name), page \($0): " } ?? "\(name): "
    let what = problem
    let detail = found.isEmpty ? "" : " (\(found))"
    return Wording(vi: vi + what.vi + detail, en: en + what.en + detail)
  }

  private var problem: Wording {
    switch code {
    case .unreadable: Wording(vi: "không mở được tệp", en: "the file cannot be opened")
    case .empty: Wording(vi: "tệp rỗng, không có byte nào", en: "the file is empty")
    case .growing: Wording(vi: "tệp vẫn đang được ghi", en: "the file is still being written")
    case .unknownFormat:
      Wording(
        vi: "không phải tệp TIFF, PNG, JPEG hay PDF", en: "not a TIFF, PNG, JPEG or PDF file")
    case .encrypted: Wording(vi: "tệp bị khóa bằng mật khẩu", en: "the file is encrypted")
    case .damaged: Wording(vi: "tệp bị hỏng hoặc bị cụt", en: "the file is damaged or cut short")
    case .tooManyBytes:
      Wording(vi: "tệp lớn hơn mức cho phép", en: "the file is larger than allowed")
    case .tooManyPages:
      Wording(vi: "tệp có nhiều trang hơn mức cho phép", en: "the file has more pages than allowed")
    case .tooManyPixels:
      Wording(vi: "trang lớn hơn mức cho phép", en: "the page is larger than allowed")
    case .noPages: Wording(vi: "tệp không có trang nào", en: "the file has no page")
    case .unsupported:
      Wording(vi: "kiểu ảnh bên trong chưa đọc được", en: "this kind of image is not supported")
    case .toolFailed:
      Wording(
        vi: "chương trình cần để đọc trang này bị thiếu hoặc báo lỗi",
        en: "a program needed to read this page is missing or failed")
    }
  }

  /// What to do about it.
  var remedy: Wording {
    switch code {
    case .unreadable:
      Wording(
        vi: "Kiểm tra đường dẫn và quyền đọc tệp.", en: "Check the path and that it may be read.")
    case .empty, .damaged:
      Wording(
        vi: "Chép lại tệp từ máy quét, hoặc quét lại văn bản.",
        en: "Copy the file from the scanner again, or scan the document again.")
    case .growing:
      Wording(
        vi: "Chờ máy quét ghi xong rồi chạy lại.", en: "Wait until the scanner is done, then rerun.")
    case .unknownFormat, .unsupported:
      Wording(
        vi: "Xuất lại từ máy quét thành PDF, TIFF, JPEG hoặc PNG.",
        en: "Export it from the scanner as PDF, TIFF, JPEG or PNG.")
    case .encrypted:
      Wording(
        vi: "Gỡ mật khẩu bằng phần mềm đã tạo tệp, rồi chạy lại.",
        en: "Remove the password in the program that made the file, then rerun.")
    case .tooManyBytes:
      Wording(
        vi: "Tách tệp, giảm độ phân giải, hoặc nâng limits.megabytes.",
        en: "Split the file, lower the resolution, or raise limits.megabytes.")
    case .tooManyPages:
      Wording(
        vi: "Tách tệp thành từng văn bản, hoặc nâng limits.pages.",
        en: "Split the file into documents, or raise limits.pages.")
    case .tooManyPixels:
      Wording(
        vi: "Quét lại ở 300 dpi, hoặc nâng limits.megapixels.",
        en: "Scan at 300 dpi, or raise limits.megapixels.")
    case .noPages:
      Wording(vi: "Xuất lại tệp từ máy quét.", en: "Export the file from the scanner again.")
    case .toolFailed:
      Wording(
        vi: "Chạy “sohoa doctor” để xem thiếu gì.", en: "Run “sohoa doctor” to see what is missing.")
    }
  }
}
