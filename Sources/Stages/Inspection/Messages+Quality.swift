import Findings

extension Messages {
  static func optical(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "Chi tiết của ảnh chỉ mang khoảng \($0) dpi; cần ít nhất \($1) dpi." },
      en: {
        "The detail of the image carries about \($0) dpi only; at least \($1) dpi is required."
      })
  }

  static func shading(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured * 100, required * 100, digits: 0,
      vi: { "Nền giấy sáng không đều: chênh \($0) %; cho phép đến \($1) %." },
      en: { "The paper is lit unevenly: \($0) % apart; up to \($1) % is allowed." })
  }

  static func showThrough(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured * 100, required * 100, digits: 1,
      vi: { "Chữ mặt sau hằn lên \($0) % trang; cho phép đến \($1) %." },
      en: { "Print of the back shows on \($0) % of the page; up to \($1) % is allowed." })
  }

  static func speckle(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 1,
      vi: { "Đốm bẩn: \($0) đốm trên mỗi nét chữ; cho phép đến \($1)." },
      en: { "Specks: \($0) for each letter; up to \($1) is allowed." })
  }

  static func whiteSpeckle(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured * 100, required * 100, digits: 0,
      vi: { "Nét chữ lỗ chỗ: \($0) % số lỗ là lỗ li ti; cho phép đến \($1) %." },
      en: { "Strokes are full of holes: \($0) % of holes are tiny; up to \($1) % is allowed." })
  }

  static func thinStrokes(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 3,
      vi: { "Nét chữ quá mảnh: \($0) chiều cao chữ; cần ít nhất \($1)." },
      en: { "Strokes are thin: \($0) of the x-height; at least \($1) is required." })
  }

  static func mergedStrokes(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 1,
      vi: { "Chữ dính nhau: \($0) cụm trên mỗi chữ rời; cho phép đến \($1)." },
      en: { "Letters run together: \($0) for each that stands alone; up to \($1) is allowed." })
  }

  static func jpegQuality(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "Ảnh JPEG nén ở mức \($0); cần ít nhất \($1)." },
      en: { "The JPEG has quality \($0); at least \($1) is required." })
  }

  static func legibility(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 2,
      vi: { "Khả năng máy đọc đúng chữ in là \($0); cần ít nhất \($1)." },
      en: { "The print is read right with probability \($0); at least \($1) is required." })
  }

  static func displayQuality(
    _ measured: Double, _ required: Double, because worst: DisplayQuality.Aspect
  ) -> Wording {
    sentence(
      measured, required, digits: 2,
      vi: { "Chất lượng hiển thị \($0), thấp nhất ở \(worst.title.vi); cần ít nhất \($1)." },
      en: { "Display quality is \($0), worst in \(worst.title.en); at least \($1) is required." })
  }
}
