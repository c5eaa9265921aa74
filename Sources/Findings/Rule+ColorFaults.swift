extension Rule {
  /// The paper has a colour that paper does not have by itself.
  public static let colorCast = Rule(
    id: "color.cast", direction: .atMost, unit: nil,
    source: "ISO 19264-1, FADGI 2023 (cân bằng trắng); ngưỡng nới rộng cho giấy ố, do sohoa đặt",
    title: Wording(vi: "Ảnh ám màu", en: "Colour cast"),
    measures: Wording(
      vi: """
        Màu nền giấy lệch bao xa khỏi màu trắng và khỏi sắc vàng của giấy cũ, tính bằng đơn vị \
        sắc độ CIELAB (0 là không lệch).
        """,
      en: """
        How far the colour of the bare paper is from white and from the yellow of old paper, in \
        units of CIELAB chroma (0 is not at all).
        """),
    why: Wording(
      vi: """
        Ảnh ám xanh, lục hay hồng làm sai màu mực và màu dấu, khó phân biệt bản gốc với bản chụp. \
        Giấy ố vàng tự nhiên không bị tính là lỗi.
        """,
      en: """
        A blue, green or pink cast falsifies the colours of ink and seal, by which an original is \
        told from a copy. The natural yellow of age does not count.
        """),
    remedy: Wording(
      vi: """
        Cân bằng trắng (hiệu chuẩn) lại máy quét, tắt các chế độ chỉnh màu, rồi quét lại. Nếu \
        giấy vốn có màu thì xác nhận và cho qua.
        """,
      en: """
        Calibrate the white of the scanner, switch colour effects off, and scan again. Confirm \
        the page if the paper itself is coloured.
        """))

  /// The seal has lost its red though the page has colour.
  public static let colorInkMissing = Rule(
    id: "color.ink-missing", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II.I.2 (ảnh màu), Điều 33 (dấu màu đỏ)",
    title: Wording(vi: "Dấu tròn mất màu đỏ", en: "Seal without its red"),
    measures: Wording(
      vi: """
        Trang có mực màu ở chỗ khác nhưng dấu tròn lại xám hoặc đen, và không chỗ nào có mực đỏ.
        """,
      en: """
        Whether there is coloured ink elsewhere on the page, but the round seal is grey or black \
        and no red ink is anywhere.
        """),
    why: Wording(
      vi: """
        Dấu phải có màu đỏ. Dấu đen trên ảnh màu cho thấy bản giấy là bản chụp, hoặc máy quét đã \
        lọc mất màu đỏ.
        """,
      en: """
        A seal is red by law. A black one in a colour image means that the paper is a copy, or \
        that the scanner dropped the red.
        """),
    remedy: Wording(
      vi: """
        Xem bản giấy: nếu dấu màu đỏ thì tắt chế độ "lọc màu" (color dropout) rồi quét lại; nếu \
        là bản chụp thì tìm bản gốc hoặc xác nhận.
        """,
      en: """
        Look at the paper: if its seal is red, switch "colour dropout" off and scan again; if it \
        is a copy, find the original or confirm it.
        """))

  /// A corner of the sheet is folded over.
  public static let cornerFolded = Rule(
    id: "corner.folded", direction: .fact, unit: nil,
    source: "36 CFR 1236.46(d)(3) (thấy trọn trang); cách đo của sohoa",
    title: Wording(vi: "Góc giấy bị gập", en: "Folded corner"),
    measures: Wording(
      vi: """
        Ở góc trang có một tam giác, mỗi cạnh 10 đến 70 mm, khác màu nền giấy và có mép chéo \
        thẳng.
        """,
      en: """
        Whether a corner of the page shows a triangle, 10 to 70 mm along each side, unlike the \
        paper and with a straight slanting edge.
        """),
    why: Wording(
      vi: """
        Phần giấy gập lại che mất chữ nằm ở góc, thường là số trang, bút phê hoặc dấu đến.
        """,
      en: """
        The fold hides what is written in the corner, often a page number, a note or the stamp \
        of the receiving office.
        """),
    remedy: Wording(
      vi: "Vuốt phẳng góc giấy rồi quét lại trang này.",
      en: "Unfold the corner, smooth it and scan this page again."))

  /// A finger or a note lies over the page.
  public static let occlusion = Rule(
    id: "occlusion", direction: .fact, unit: nil,
    source: "36 CFR 1236.46(d)(3) (không che khuất nội dung); cách đo của sohoa",
    title: Wording(vi: "Trang bị che", en: "Covered page"),
    measures: Wording(
      vi: """
        Trên trang có ngón tay thò vào từ mép hoặc tờ giấy ghi chú đè lên hay không: một vùng \
        trơn, liền khối, khác màu nền giấy.
        """,
      en: """
        Whether a finger reaches in from an edge or a note lies over the page: a smooth, solid \
        area unlike the paper.
        """),
    why: Wording(
      vi: "Phần bị che không có trong bản số hóa, mà người đọc không biết nó có nội dung gì.",
      en: "What is covered is missing from the copy, and no reader can tell what it says."),
    remedy: Wording(
      vi: """
        Gỡ tờ ghi chú (quét riêng nếu cần giữ), không để tay trong vùng quét, rồi quét lại.
        """,
      en: """
        Take the note off (scan it by itself if it must be kept), keep hands out of the scan \
        area, and scan again.
        """))
}
