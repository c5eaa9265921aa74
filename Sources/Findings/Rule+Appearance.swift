extension Rule {
  /// The page is not a colour image.
  public static let colorMode = Rule(
    id: "color.mode", direction: .fact, unit: nil,
    source:
      "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II.I.2 (ảnh màu); TT 05/2025/TT-BNV, Điều 8 (24 bit)",
    title: Wording(vi: "Ảnh không phải ảnh màu", en: "Not a colour image"),
    measures: Wording(
      vi: "Trang được lưu dưới dạng ảnh màu, ảnh xám hay ảnh đen trắng.",
      en: "Whether the page is stored in colour, in grey, or in black and white."),
    why: Wording(
      vi: """
        Bản số hóa phải là ảnh màu: dấu đỏ và chữ ký mực xanh là bằng chứng của bản gốc, ảnh xám \
        hay đen trắng làm mất bằng chứng đó.
        """,
      en: """
        A digitized copy must be in colour: the red seal and the blue ink of the signature show \
        that the paper was an original, and grey or black and white loses them.
        """),
    remedy: Wording(
      vi: """
        Chọn chế độ "Màu" (Color, 24 bit) trên máy quét rồi quét lại; không chọn "Tự động" nếu \
        máy hay chuyển sang đen trắng.
        """,
      en: """
        Set the scanner to "Color" (24 bit) and scan again; avoid "Auto" when the device likes \
        to switch to black and white.
        """))

  /// There is nothing on the page.
  public static let pageBlank = Rule(
    id: "page.blank", direction: .fact, unit: nil,
    source: "US 5467410 (cách nhận biết); ngưỡng đặt theo số đo thử của sohoa",
    title: Wording(vi: "Trang trắng", en: "Blank page"),
    measures: Wording(
      vi: """
        Trang có chữ, dấu hay nét mực nào không. Giấy ố vàng, mực thấm từ mặt sau và vết dấu \
        hằn mờ vẫn được coi là trang trắng.
        """,
      en: """
        Whether there is any print, seal or stroke. Yellowed paper, show-through and the faint \
        ghost of a seal still count as blank.
        """),
    why: Wording(
      vi: """
        Trang trắng thường là mặt sau của tờ một mặt. Trang chỉ được đánh dấu, không bao giờ bị \
        xóa, để thứ tự và số tờ của văn bản giữ nguyên.
        """,
      en: """
        It is mostly the back of a one-sided sheet. The page is marked and never deleted, so \
        that order and count of the sheets stay.
        """),
    remedy: Wording(
      vi: """
        Không phải làm gì nếu mặt giấy đúng là trắng. Nếu bản giấy có nội dung, đặt lại đúng mặt \
        rồi quét lại trang này.
        """,
      en: """
        Nothing to do if the sheet is blank. If the paper has content, turn the right side to \
        the glass and scan this page again.
        """))

  /// Ink stands out too little from the paper.
  public static let contrast = Rule(
    id: "contrast", direction: .atLeast, unit: nil,
    source:
      "Độ tương phản Weber; ngưỡng đặt theo số đo thử của sohoa, không phải quy định pháp luật",
    title: Wording(vi: "Độ tương phản", en: "Contrast"),
    measures: Wording(
      vi: """
        Mực đậm hơn giấy bao nhiêu: (giấy − mực) / giấy, tính trên độ sáng điển hình của nét chữ \
        và nền. 0 là không phân biệt được, 1 là mực đen trên giấy trắng.
        """,
      en: """
        How much darker the ink is than the paper: (paper − ink) / paper, on the typical \
        brightness of strokes and ground. 0 is no difference, 1 is black on white.
        """),
    why: Wording(
      vi: "Chữ nhạt khó đọc trên màn hình, và mất hẳn khi in lại hoặc sao chụp.",
      en: "Pale print is hard to read on a screen and is lost when printed or copied again."),
    remedy: Wording(
      vi: """
        Quét lại, giảm độ sáng hoặc tăng độ tương phản, tắt chế độ tiết kiệm mực hay "xóa nền". \
        Nếu bản giấy vốn mờ, ghi chú tình trạng văn bản.
        """,
      en: """
        Scan again with less brightness or more contrast and without "background removal". If \
        the paper itself is faded, note its condition.
        """))

  /// Edges of strokes are washed out.
  public static let sharpness = Rule(
    id: "sharpness", direction: .atLeast, unit: nil,
    source: """
      Gradient Sobel trên biên nét chữ, chuẩn hóa theo độ tương phản; ngưỡng đặt theo số đo thử \
      của sohoa, không phải quy định pháp luật
      """,
    title: Wording(vi: "Độ nét", en: "Sharpness"),
    measures: Wording(
      vi: """
        Mép nét chữ chuyển từ mực sang giấy nhanh đến đâu (gradient biên chuẩn hóa), đo theo \
        hướng nhòe hơn và ở vùng nhòe nhất của trang. Chữ nét khoảng 0,35 trở lên; càng nhòe càng \
        gần 0.
        """,
      en: """
        How fast the edge of a stroke turns from ink to paper (normalised edge gradient), in the \
        softer direction and in the softest part of the page. Crisp print has about 0.35 or more; \
        the more blur, the nearer to 0.
        """),
    why: Wording(
      vi: "Ảnh nhòe làm lẫn dấu thanh (ẩ/ẫ, ở/ỡ) và chữ số; người đọc và máy đều đọc sai.",
      en: "Blur confuses tone marks and digits, for people and for OCR alike."),
    remedy: Wording(
      vi: """
        Vuốt phẳng giấy, lau kính, ép sát và đậy nắp máy rồi quét lại. Nếu chụp bằng điện thoại, \
        hãy quét bằng máy quét.
        """,
      en: """
        Flatten the paper, clean the glass, press it down and close the lid, then scan again. A \
        phone picture should be replaced by a scan.
        """))

  /// Grain drowns the print.
  public static let noise = Rule(
    id: "noise", direction: .atLeast, unit: nil,
    source: """
      Immerkær 1996 (ước lượng nhiễu); ngưỡng đặt theo số đo thử của sohoa, không phải quy định \
      pháp luật
      """,
    title: Wording(vi: "Nhiễu hạt", en: "Noise"),
    measures: Wording(
      vi: """
        Chênh lệch sáng giữa giấy và mực gấp bao nhiêu lần độ lấm tấm của nền giấy (tỷ số tín \
        hiệu trên nhiễu). Càng lớn càng sạch.
        """,
      en: """
        How many times the step from paper to ink exceeds the grain of the bare paper \
        (signal-to-noise ratio). More is cleaner.
        """),
    why: Wording(
      vi: "Nền lấm tấm che dấu thanh, làm máy đọc sai và làm tệp nặng lên nhiều lần.",
      en: "Grain hides tone marks, misleads OCR and makes files many times larger."),
    remedy: Wording(
      vi: """
        Lau kính và con lăn, chọn chế độ quét văn bản (không phải ảnh chụp), tránh độ nhạy hay \
        độ sáng quá cao, rồi quét lại ở 300 dpi.
        """,
      en: """
        Clean glass and rollers, choose the text mode (not photo), avoid high gain or \
        brightness, and scan again at 300 dpi.
        """))
}
