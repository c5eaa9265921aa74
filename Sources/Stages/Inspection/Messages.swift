import Findings

/// What a finding says, with its figures, in both languages.
enum Messages {
  /// Fills a sentence in with the figures of both languages.
  static func sentence(
    _ measured: Double, _ required: Double, digits: Int, vi: (String, String) -> String,
    en: (String, String) -> String
  ) -> Wording {
    let viet = Figure.pair(measured, required, digits: digits, in: .vi)
    let english = Figure.pair(measured, required, digits: digits, in: .en)
    return Wording(
      vi: vi(viet.measured, viet.required), en: en(english.measured, english.required))
  }

  static let blankPage = Wording(
    vi: "Trang trắng; các tiêu chí khác không áp dụng.",
    en: "The page is blank; no other rule applies.")

  static let resolutionUnknown = Wording(
    vi: "Tệp không ghi độ phân giải đáng tin cậy.",
    en: "The file states no credible resolution.")

  static func declaredResolution(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0, vi: { "Tệp ghi \($0) dpi; cần ít nhất \($1) dpi." },
      en: { "The file states \($0) dpi; at least \($1) dpi is required." })
  }

  static func effectiveResolution(
    _ measured: Double, _ required: Double, paper: String?
  ) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: {
        "Độ phân giải thực khoảng \($0) dpi (\(paper.map { "khổ \($0)" } ?? "suy từ cỡ chữ")); "
          + "cần ít nhất \($1) dpi."
      },
      en: {
        "The effective resolution is about \($0) dpi (\(paper ?? "by the size of the print")); "
          + "at least \($1) dpi is required."
      })
  }

  static func mismatch(
    _ measured: Double, _ required: Double, declared: Double, effective: Double
  ) -> Wording {
    let vi = Figure.pair(declared, effective, digits: 0, in: .vi)
    let en = Figure.pair(declared, effective, digits: 0, in: .en)
    return sentence(
      measured * 100, required * 100, digits: 0,
      vi: {
        "Tệp ghi \(vi.measured) dpi nhưng độ phân giải thực khoảng \(vi.required) dpi, "
          + "lệch \($0) %; cho phép đến \($1) %."
      },
      en: {
        "The file states \(en.measured) dpi but really has about \(en.required) dpi, "
          + "\($0) % apart; up to \($1) % is allowed."
      })
  }

  static let bilevelPage = Wording(
    vi: "Trang là ảnh đen trắng; cần ảnh màu.",
    en: "The page is black and white; a colour image is required.")

  static let grayPage = Wording(
    vi: "Trang là ảnh xám; cần ảnh màu.", en: "The page is grey; a colour image is required.")

  static let grayInDisguise = Wording(
    vi: "Tệp lưu kiểu ảnh màu nhưng mọi điểm ảnh đều xám: màu đã mất trước khi lưu.",
    en: "The file is stored as colour but every pixel is grey: the colour was lost before.")

  static func skew(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 1, vi: { "Trang nghiêng \($0)°; cho phép đến \($1)°." },
      en: { "The page is skewed by \($0)°; up to \($1)° is allowed." })
  }

  static func orientation(_ turn: Int) -> Wording {
    switch turn {
    case 90:
      Wording(
        vi: "Trang nằm ngang; xoay 90° theo chiều kim đồng hồ thì đúng chiều.",
        en: "The page lies on its side; a turn of 90° clockwise makes it upright.")
    case 270:
      Wording(
        vi: "Trang nằm ngang; xoay 90° ngược chiều kim đồng hồ thì đúng chiều.",
        en: "The page lies on its side; a turn of 90° counter-clockwise makes it upright.")
    default:
      Wording(
        vi: "Trang lộn ngược; xoay 180° thì đúng chiều.",
        en: "The page is upside down; a turn of 180° makes it upright.")
    }
  }

  static func contrast(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 2, vi: { "Độ tương phản \($0); cần ít nhất \($1)." },
      en: { "Contrast is \($0); at least \($1) is required." })
  }

  static func sharpness(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 2, vi: { "Nét chữ nhòe: độ nét \($0); cần ít nhất \($1)." },
      en: { "The print is blurred: edge gradient \($0); at least \($1) is required." })
  }

  static func noise(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "Nền lấm tấm: tỷ số tín hiệu trên nhiễu \($0); cần ít nhất \($1)." },
      en: { "The ground is grainy: signal-to-noise ratio \($0); at least \($1) is required." })
  }

  static func blackBorder(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 1, vi: { "Viền đen rộng \($0) mm; cho phép đến \($1) mm." },
      en: { "A black border is \($0) mm deep; up to \($1) mm is allowed." })
  }

  static func cutOffText(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "\($0) chữ bị cắt ở mép ảnh; cho phép đến \($1)." },
      en: { "Letters cut at an edge of the image: \($0); up to \($1) is allowed." })
  }
}

extension Messages {
  static let notRead = Wording(
    vi: "Trang chưa được nhận dạng chữ.", en: "The page was not read by OCR.")

  static let readingTimedOut = Wording(
    vi: "Nhận dạng chữ đã dùng hết thời gian cho phép mà chưa xong.",
    en: "OCR used up its time before it finished.")

  static let readingFailed = Wording(
    vi: "Nhận dạng chữ thất bại.", en: "OCR failed.")

  static let takenForBlank = Wording(
    vi: "Trang bị bỏ qua khi nhận dạng vì tưởng là trang trắng.",
    en: "OCR skipped the page, taking it for blank.")

  static let noText = Wording(
    vi: "Trang có nét mực nhưng không đọc được từ nào.",
    en: "There is ink on the page, but no word could be read.")

  static func confidence(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "Độ tin cậy nhận dạng trung bình \($0); cần ít nhất \($1)." },
      en: { "Mean OCR confidence is \($0); at least \($1) is required." })
  }

  static func coverage(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured * 100, required * 100, digits: 0,
      vi: { "Chỉ \($0) % phần chữ được nhận dạng; cần ít nhất \($1) %." },
      en: { "Only \($0) % of the print was read; at least \($1) % is required." })
  }

  static func notMeasured(_ title: Wording) -> Wording {
    Wording(
      vi: "Không đo được: \(title.vi.lowercasedFirst).",
      en: "Could not be measured: \(title.en.lowercasedFirst).")
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    // "OCR coverage" keeps its capitals.
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
