extension Rule {
  /// The page was enlarged, or its optics carry less than its pixels say.
  public static let resolutionOptical = Rule(
    id: "resolution.optical", direction: .atLeast, unit: "dpi",
    source: "ISO 12233 (ý tưởng đo qua mép); ngưỡng đặt theo số đo thử của sohoa, không phải luật",
    title: Wording(vi: "Độ phân giải quang học", en: "Optical resolution"),
    measures: Wording(
      vi: """
        Mép nét chữ rộng bao nhiêu điểm ảnh, quy ra số dpi mà chi tiết của ảnh thực sự mang. Ảnh \
        phóng to từ 100 dpi lên 300 dpi vẫn chỉ có khoảng 100 dpi.
        """,
      en: """
        How wide the edges of strokes are, as the dpi that the detail of the image really \
        carries. An image enlarged from 100 to 300 dpi still has about 100.
        """),
    why: Wording(
      vi: """
        Phóng to ảnh hoặc quét lệch tiêu cự thì tệp có đủ điểm ảnh nhưng không có đủ chi tiết: \
        dấu thanh và chữ nhỏ không đọc được.
        """,
      en: """
        An enlarged or unfocused scan has the pixels but not the detail: tone marks and small \
        print cannot be read.
        """),
    remedy: Wording(
      vi: """
        Quét lại bản giấy ở 300 dpi quang học (optical), không dùng 300 dpi nội suy \
        (interpolated) và không phóng to ảnh cũ; lau kính, ép phẳng giấy.
        """,
      en: """
        Scan the paper again at 300 dpi optical, not interpolated, and do not enlarge an old \
        image; clean the glass and press the paper flat.
        """))

  /// The paper is not lit evenly.
  public static let shading = Rule(
    id: "shading", direction: .atMost, unit: nil,
    source: "Số đo thử của sohoa (chuẩn hóa nền); FADGI 2023, lighting uniformity",
    title: Wording(vi: "Sáng không đều", en: "Uneven light"),
    measures: Wording(
      vi: """
        Nền giấy chỗ sáng nhất và chỗ tối nhất chênh nhau bao nhiêu so với mức giữa. 0 là sáng \
        đều, 0,6 là một bên chìm trong bóng tối.
        """,
      en: """
        How far the lightest and the darkest paper lie apart, over the middle. 0 is even light, \
        0.6 is one side in shadow.
        """),
    why: Wording(
      vi: "Chữ trong bóng tối khó nhìn, khi in hay sao lại thì mất; máy có thể bỏ sót cả đoạn.",
      en: "Print in shadow is hard to see and lost when printed; OCR may drop whole passages."),
    remedy: Wording(
      vi: """
        Ép phẳng giấy (nhất là gáy sổ), đậy kín nắp máy rồi quét lại. Nếu chụp bằng điện thoại, \
        hãy quét bằng máy quét.
        """,
      en: """
        Press the paper flat, above all at a spine, close the lid and scan again. A phone \
        picture should be replaced by a scan.
        """))

  /// The other side of the sheet can be seen.
  public static let showThrough = Rule(
    id: "show-through", direction: .atMost, unit: nil,
    source: "Số đo thử của sohoa (chữ mặt sau hằn lên mặt trước)",
    title: Wording(vi: "Chữ mặt sau hằn lên", en: "Show-through"),
    measures: Wording(
      vi: """
        Phần nền giấy trống mà vẫn có vết mờ của chữ, dấu mặt sau hoặc tờ dưới, hay phần nét chữ \
        nhạt và nhòe của mặt sau lẫn trong nét chữ mặt trước (lấy số lớn hơn), từ 0 đến 1.
        """,
      en: """
        The share of bare paper on which print of the back or of the next sheet is seen, or of \
        strokes that are pale and soft as those of the back are, whichever is larger, 0 to 1.
        """),
    why: Wording(
      vi: "Vết chữ mặt sau làm rối mắt người đọc và khiến máy đọc lẫn hai mặt vào nhau.",
      en: "It confuses the eye, and OCR mixes the two sides."),
    remedy: Wording(
      vi: """
        Lót một tờ giấy đen hoặc sẫm sau tờ đang quét rồi quét lại; tăng độ sáng một chút hoặc \
        bật chức năng "giảm hằn mặt sau".
        """,
      en: """
        Put a black or dark sheet behind the page and scan again; a little more brightness or \
        the scanner's bleed-through reduction helps.
        """))

  /// The ground is strewn with specks.
  public static let speckle = Rule(
    id: "speckle", direction: .atMost, unit: nil,
    source: "Blando, Kanai, Nartker 1995 (small speckle factor); ngưỡng theo số đo thử của sohoa",
    title: Wording(vi: "Đốm bẩn", en: "Specks"),
    measures: Wording(
      vi: "Có bao nhiêu đốm nhỏ hơn dấu chấm trên mỗi nét chữ. Trang sạch dưới 0,1.",
      en:
        "How many specks smaller than a dot there are for each letter. A clean page has under 0.1."
    ),
    why: Wording(
      vi: "Đốm bẩn bị đọc thành dấu chấm, dấu thanh; làm tệp đen trắng phình to.",
      en: "Specks are read as dots and tone marks, and they bloat bilevel files."),
    remedy: Wording(
      vi: """
        Lau kính, con lăn và mặt giấy; với ảnh đen trắng hãy chọn ngưỡng sáng hơn hoặc quét màu, \
        rồi quét lại.
        """,
      en: """
        Clean glass, rollers and paper; for black and white choose a lighter threshold or scan \
        in colour, then scan again.
        """))

  /// Strokes are full of holes.
  public static let speckleWhite = Rule(
    id: "speckle.white", direction: .atMost, unit: nil,
    source: "Blando, Kanai, Nartker 1995 (white speckle factor); ngưỡng theo số đo thử của sohoa",
    title: Wording(vi: "Nét chữ lỗ chỗ", en: "Holes in strokes"),
    measures: Wording(
      vi: "Trong các lỗ trắng nằm trong nét chữ, bao nhiêu phần là lỗ li ti, từ 0 đến 1.",
      en: "Of the holes inside strokes, the share that is tiny, 0 to 1."),
    why: Wording(
      vi: "Nét lỗ chỗ là dấu hiệu mực in tróc, bản sao nhiều lần hoặc nhiễu nặng.",
      en: "Strokes full of holes show flaked toner, a copy of a copy or heavy noise."),
    remedy: Wording(
      vi: "Quét lại từ bản gốc thay cho bản sao; giảm độ tương phản quá tay, tránh ảnh đen trắng.",
      en: "Scan the original instead of a copy; lower an excessive contrast, avoid black and white."
    ))

  /// Strokes are so thin that they break.
  public static let strokeThin = Rule(
    id: "stroke.thin", direction: .atLeast, unit: nil,
    source: "Số đo thử của sohoa; Cannon, Hochberg, Kelly 1999 (broken character factor)",
    title: Wording(vi: "Nét chữ quá mảnh", en: "Thin strokes"),
    measures: Wording(
      vi: """
        Bề rộng những nét mảnh nhất (một phần năm số lát cắt ngang nét chữ hẹp hơn thế) so với \
        chiều cao chữ thường. Chữ in rõ có khoảng 0,137 trở lên, dù kiểu chữ nào.
        """,
      en: """
        The width of the finest strokes (a fifth of all cuts through strokes are narrower) over \
        the x-height. Clear print has about 0.137 or more in any typeface.
        """),
    why: Wording(
      vi: "Nét quá mảnh thì đứt: e thành c, dấu thanh biến mất.",
      en: "Strokes that thin break: an e becomes a c, tone marks vanish."),
    remedy: Wording(
      vi: "Quét lại với độ sáng thấp hơn (hoặc ngưỡng đen trắng cao hơn); nếu mực mờ, quét màu.",
      en: "Scan again darker (or with a higher threshold); where the ink is faint, in colour."))

  /// Letters run together.
  public static let strokeMerged = Rule(
    id: "stroke.merged", direction: .atMost, unit: nil,
    source: "Số đo thử của sohoa; Cannon, Hochberg, Kelly 1999 (touching character factor)",
    title: Wording(vi: "Chữ dính nhau", en: "Letters run together"),
    measures: Wording(
      vi: "Có bao nhiêu cụm chữ dính vào nhau trên mỗi chữ đứng rời.",
      en: "How many letters run together for each that stands alone."),
    why: Wording(
      vi: "Chữ dính nhau thì dấu thanh và khoảng cách từ không còn phân biệt được.",
      en: "Where letters run together, tone marks and word gaps cannot be told apart."),
    remedy: Wording(
      vi: "Quét lại sáng hơn (hoặc ngưỡng đen trắng thấp hơn), ở 300 dpi và đúng tiêu cự.",
      en: "Scan again lighter (or with a lower threshold), at 300 dpi and in focus."))

  /// The JPEG was squeezed too hard.
  public static let jpegQuality = Rule(
    id: "jpeg.quality", direction: .atLeast, unit: nil,
    source: "ITU-T T.81, thang chất lượng của IJG; ngưỡng đặt theo số đo thử của sohoa",
    title: Wording(vi: "Chất lượng nén JPEG", en: "JPEG quality"),
    measures: Wording(
      vi: "Mức chất lượng đọc từ bảng lượng tử của tệp JPEG, từ 1 đến 100.",
      en: "The quality read from the quantization tables of the JPEG, 1 to 100."),
    why: Wording(
      vi: "Nén quá mạnh để lại ô vuông và quầng quanh chữ, làm bẩn dấu đỏ; không khôi phục được.",
      en: "Too much compression leaves blocks and halos around print and soils red seals, for good."
    ),
    remedy: Wording(
      vi: "Quét lại với chất lượng JPEG 75 trở lên; không nén lại tệp đã quét bằng phần mềm khác.",
      en: "Scan again at JPEG quality 75 or more; do not compress a scan again with other software."
    ))

  /// A person does not see the content well.
  public static let displayQuality = Rule(
    id: "display.quality", direction: .atLeast, unit: nil,
    source: "Yêu cầu của Văn phòng Chính phủ: bản số hóa hiển thị rõ nội dung; ngưỡng của sohoa",
    title: Wording(vi: "Chất lượng hiển thị", en: "Display quality"),
    measures: Wording(
      vi: """
        Người đọc nhìn thấy nội dung rõ đến đâu, từ 0 đến 1: lấy điểm thấp nhất trong độ nét, \
        tương phản, độ phân giải, độ sáng đều, hằn mặt sau, nhiễu, ở vùng chữ xấu nhất của trang.
        """,
      en: """
        How well a person sees the content, 0 to 1: the worst of sharpness, contrast, \
        resolution, light, show-through and noise, in the worst part of the page with print.
        """),
    why: Wording(
      vi: "Văn bản gửi qua trục phải hiển thị rõ: người nhận chỉ có bản quét, không có bản giấy.",
      en: "What is sent must display well: the recipient has the scan and not the paper."),
    remedy: Wording(
      vi: "Xem nhận xét đi kèm để biết điểm nào thấp nhất, khắc phục điểm đó rồi quét lại.",
      en: "See the finding beside it for what is worst, mend that and scan again."))

  /// OCR will hardly read the print.
  public static let ocrLegibility = Rule(
    id: "ocr.legibility", direction: .atLeast, unit: nil,
    source: "Mô hình của sohoa, hiệu chuẩn trên trang vẽ (Scripts/train-legibility)",
    title: Wording(vi: "Khả năng máy đọc được", en: "OCR legibility"),
    measures: Wording(
      vi: "Xác suất máy đọc chữ in với tỷ lệ lỗi ký tự không quá 2 %, từ 0 đến 1.",
      en: "The probability that OCR reads the print with at most 2 % of characters wrong, 0 to 1."),
    why: Wording(
      vi: "Máy đọc sai thì không tìm kiếm được, và số, ngày, trích yếu trong gói tin có thể sai.",
      en:
        "Misread text cannot be searched, and number, date or subject in the envelope may be wrong."
    ),
    remedy: Wording(
      vi: "Quét lại ở 300 dpi, màu, nét, sáng đều; nếu bản giấy vốn xấu, người đọc soát lại.",
      en:
        "Scan again at 300 dpi, in colour, sharp and evenly lit; proofread where the paper is poor."
    ))
}
