extension Rule {
  /// Lines of text are not level.
  public static let skew = Rule(
    id: "skew", direction: .atMost, unit: "°",
    source: """
      FADGI 2016 4★ (±1°); 36 CFR 1236.46(d)(3) (không nghiêng); ngưỡng không phải quy định pháp \
      luật Việt Nam
      """,
    title: Wording(vi: "Độ nghiêng", en: "Skew"),
    measures: Wording(
      vi: "Góc giữa dòng chữ và phương ngang của ảnh, tính bằng độ.",
      en: "The angle between the lines of text and the horizontal, in degrees."),
    why: Wording(
      vi: "Trang nghiêng khó đọc, dễ mất chữ ở mép giấy và làm máy đọc sai dòng.",
      en: "A tilted page is tiring to read, may lose text at the edges and misleads OCR."),
    remedy: Wording(
      vi: """
        Đặt mép giấy sát thước của mặt kính; với khay nạp tự động, chỉnh hai thanh chặn ôm vừa \
        giấy, rồi quét lại.
        """,
      en: """
        Lay the sheet against the ruler of the glass, or set the guides of the feeder close to \
        the paper, and scan again.
        """))

  /// The page lies on its side or stands on its head.
  public static let orientation = Rule(
    id: "orientation", direction: .fact, unit: "°",
    source: "36 CFR 1236.46(d)(3)(v) (đúng chiều); NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I.I.2",
    title: Wording(vi: "Chiều trang", en: "Orientation"),
    measures: Wording(
      vi: "Chữ trên trang đứng thẳng, nằm ngang hay lộn ngược.",
      en: "Whether the text stands upright, lies on its side or is upside down."),
    why: Wording(
      vi: "Trang nằm ngang hay lộn ngược buộc người nhận phải tự xoay, và dễ bị đọc sai.",
      en: "The reader must turn the page, and software misreads it."),
    remedy: Wording(
      vi: "Xoay trang cho đúng chiều ngay trong phần mềm máy quét, hoặc đặt lại giấy rồi quét lại.",
      en: "Turn the page upright in the scanner software, or turn the sheet and scan again."))

  /// A dark band surrounds the sheet.
  public static let borderBlack = Rule(
    id: "border.black", direction: .atMost, unit: "mm",
    source: """
      Quy trình số hóa của Trung tâm Lưu trữ lịch sử tỉnh Vĩnh Long, bước 2 (cắt viền đen); số \
      mm đặt theo số đo thử của sohoa
      """,
    title: Wording(vi: "Viền đen", en: "Black border"),
    measures: Wording(
      vi: "Bề sâu của dải tối dính liền mép ảnh, tính bằng milimét.",
      en: "How deep the dark band along an edge of the image reaches, in millimetres."),
    why: Wording(
      vi: "Viền đen tốn mực khi in, có thể che chữ ở lề và cho thấy khổ giấy chọn chưa đúng.",
      en: "It wastes ink, may hide text at the margin and shows a wrong paper size."),
    remedy: Wording(
      vi: """
        Chọn đúng khổ giấy, đậy kín nắp máy (hoặc lót tờ giấy trắng phía sau), rồi quét lại. Có \
        thể cắt viền nếu không chạm vào chữ, dấu.
        """,
      en: """
        Choose the right paper size and close the lid (or put a white sheet behind), then scan \
        again. The border may be cropped where it touches no text or seal.
        """))

  /// Text runs over the edge of the image.
  public static let textCutOff = Rule(
    id: "text.cut-off", direction: .atMost, unit: nil,
    source: """
      FADGI 2016 (thấy trọn trang và một viền nhỏ); 36 CFR 1236.46(d)(3) (không cắt mất); số \
      lượng đặt theo số đo thử của sohoa
      """,
    title: Wording(vi: "Chữ bị cắt ở mép", en: "Text cut off"),
    measures: Wording(
      vi: "Số mảnh cỡ chữ chạm vào mép ảnh (cách mép không quá 2 điểm ảnh).",
      en: "The number of letter-sized pieces that touch an edge of the image (within 2 pixels)."),
    why: Wording(
      vi: "Nội dung bị mất ở mép thì không thể khôi phục, bản số hóa không còn đầy đủ.",
      en: "What is cut away cannot be restored: the copy is not complete."),
    remedy: Wording(
      vi: """
        Đặt trọn tờ giấy trong vùng quét, chọn khổ giấy lớn hơn nếu cần, tắt chế độ tự cắt mép, \
        rồi quét lại.
        """,
      en: """
        Lay the whole sheet inside the scan area, choose a larger paper size if needed, switch \
        automatic cropping off, and scan again.
        """))
}
