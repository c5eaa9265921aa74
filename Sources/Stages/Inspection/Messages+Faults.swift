import Findings

extension Messages {
  static func clipping(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured * 100, required * 100, digits: 0,
      vi: { "Nét chữ mất \($0) % vì cháy sáng hoặc bết đen; cho phép đến \($1) %." },
      en: { "The print has lost \($0) % to clipped tones; up to \($1) % is allowed." })
  }

  static let whiteOut = Wording(
    vi: """
      Cả trang trắng tuyệt đối, không còn hạt giấy: nếu tờ giấy có chữ thì chữ đã mất vì quét quá sáng. Hãy xem lại tờ giấy.
      """,
    en: """
      The whole page is pure white without any grain of paper: if the sheet bears print, it was lost to too much light. Look \
      at the sheet.
      """)

  static func keystone(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 1,
      vi: { "Các dòng chữ lệch nhau \($0)° trong cùng một trang; cho phép đến \($1)°." },
      en: { "Lines of text differ by \($0)° within the page; up to \($1)° is allowed." })
  }

  static func streaks(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "\($0) vệt mảnh chạy suốt trang; cho phép đến \($1)." },
      en: { "Thin lines through the whole page: \($0); up to \($1) is allowed." })
  }

  static func motion(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "\($0) dải bị kéo dài hoặc xô lệch khi máy kéo giấy; cho phép đến \($1)." },
      en: { "Bands drawn out or displaced by the feeder: \($0); up to \($1) is allowed." })
  }

  static func colorCast(_ measured: Double, _ required: Double) -> Wording {
    sentence(
      measured, required, digits: 0,
      vi: { "Nền giấy ám màu \($0) đơn vị CIELAB; cho phép đến \($1)." },
      en: { "The paper has a colour cast of \($0) CIELAB units; up to \($1) is allowed." })
  }

  static let colorlessSeal = Wording(
    vi: "Dấu tròn không có màu đỏ dù trang có mực màu.",
    en: "The round seal has no red although the page has coloured ink.")

  static let foldedCorner = Wording(
    vi: "Một góc giấy bị gập.", en: "A corner of the sheet is folded over.")

  static let occlusion = Wording(
    vi: "Có vật che trên trang: ngón tay hoặc giấy ghi chú.",
    en: "Something lies over the page: a finger or a note.")
}
