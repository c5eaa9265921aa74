extension Rule {
  /// Strokes or gaps vanish in clipped white or black.
  public static let clipping = Rule(
    id: "clipping", direction: .atMost, unit: nil,
    source: "FADGI 2023 (không cắt vùng sáng, vùng tối); ngưỡng đặt theo số đo thử của sohoa",
    title: Wording(vi: "Nét chữ bị cháy sáng hoặc bết đen", en: "Clipped tones"),
    measures: Wording(
      vi: """
        Mực bị ánh sáng thừa kéo nhạt đi bao nhiêu khi nền đã trắng tuyệt đối và nét bị ăn mảnh, \
        hoặc bao nhiêu khe hở giữa các nét bị mực đen tuyệt đối lấp kín, từ 0 đến 1. Nền trắng \
        tuyệt đối mà mực còn đậm thì không phải lỗi.
        """,
      en: """
        How much too much light has paled the ink where paper is pure white and strokes are eaten \
        away, or the share of gaps between strokes that fill with pure black, 0 to 1. Pure white \
        paper alone, with dark ink, is no fault.
        """),
    why: Wording(
      vi: """
        Nét mảnh, dấu thanh và chữ ký nhạt biến mất khi quét quá sáng; chữ bết lại khi quét quá \
        tối. Phần đã cháy hoặc đã bết không khôi phục được.
        """,
      en: """
        Thin strokes, tone marks and pale signatures vanish when a scan is too bright; letters \
        fill up when it is too dark. What was clipped cannot be restored.
        """),
    remedy: Wording(
      vi: """
        Đưa độ sáng và độ tương phản của máy quét về mặc định, tắt hoặc giảm chế độ "xóa nền", \
        rồi quét lại.
        """,
      en: """
        Set brightness and contrast of the scanner back to their defaults, switch "background \
        removal" off or down, and scan again.
        """))

  /// Lines of text that should be parallel are not.
  public static let keystone = Rule(
    id: "keystone", direction: .atMost, unit: "°",
    source: "FADGI 2023 (không méo hình học); ngưỡng đặt theo số đo thử của sohoa",
    title: Wording(vi: "Trang bị méo", en: "Distorted page"),
    measures: Wording(
      vi: """
        Các dòng chữ xoay đi bao nhiêu độ từ mép trên đến mép dưới của trang, hoặc một dòng xoay bao \
        nhiêu độ từ đầu dòng đến cuối dòng.
        """,
      en: """
        By how many degrees lines turn from the upper to the lower edge of the page, or a line from \
        its left to its right end.
        """),
    why: Wording(
      vi: """
        Trang méo thường là ảnh chụp bằng điện thoại, sách không ép phẳng, hoặc tờ giấy bị xoay \
        khi máy đang kéo. Bản số hóa không còn đúng tỷ lệ và hình dáng của bản giấy.
        """,
      en: """
        A distorted page is mostly a phone photo, a book that was not pressed flat, or a sheet \
        that turned while it was fed. The copy no longer has scale and shape of the paper.
        """),
    remedy: Wording(
      vi: """
        Quét bằng máy quét, không chụp bằng điện thoại; ép phẳng tờ giấy trên mặt kính hoặc chỉnh \
        sát thanh dẫn giấy, rồi quét lại.
        """,
      en: """
        Use a scanner instead of a phone; press the sheet flat on the glass, or set the paper \
        guides close to the sheet, and scan again.
        """))

  /// Dust on the glass drew lines along the page.
  public static let streaks = Rule(
    id: "streaks", direction: .atMost, unit: nil,
    source: "FADGI 2023, ISO 19264-1 (không có vệt do thiết bị); số lượng do sohoa đặt",
    title: Wording(vi: "Vệt dọc do bụi", en: "Scanner streaks"),
    measures: Wording(
      vi: """
        Số vệt mảnh, thẳng, chạy suốt trang qua cả lề lẫn chữ, sẫm, sáng hoặc có màu khác nền.
        """,
      en: """
        The number of thin straight lines that run through the whole page, margins and text \
        alike, darker, lighter or tinted against the paper.
        """),
    why: Wording(
      vi: """
        Hạt bụi trên kính máy quét kẻ một vệt lên mọi trang của cả tập: vệt cắt qua chữ, con số, \
        và có thể bị hiểu nhầm là nét gạch bỏ.
        """,
      en: """
        One speck on the glass of the feeder draws its line on every page of the batch, through \
        letters and figures, where it may pass for a stroke that crosses something out.
        """),
    remedy: Wording(
      vi: """
        Lau dải kính hẹp của bộ nạp giấy bằng khăn mềm hơi ẩm, quét thử một tờ trắng, rồi quét \
        lại các trang có vệt.
        """,
      en: """
        Wipe the narrow glass strip of the feeder with a soft, slightly damp cloth, try a white \
        sheet, and scan the pages with streaks again.
        """))

  /// The sheet did not run evenly through the feeder.
  public static let motion = Rule(
    id: "motion", direction: .atMost, unit: nil,
    source: "36 CFR 1236.46(d)(3) (không mất, không méo nội dung); cách đo của sohoa",
    title: Wording(vi: "Giấy bị kẹt hoặc giật khi quét", en: "Feeder fault"),
    measures: Wording(
      vi: """
        Số dải ngang mà nét chữ bị kéo dài thành sọc (giấy đứng lại), xô lệch sang một bên (giấy \
        giật), lặp lại hai lần (giấy trượt lùi) hoặc cụt giữa thân chữ (mất một dải).
        """,
      en: """
        The number of bands across the page in which letters are drawn out to stripes (the sheet \
        stalled), jump to one side (the sheet was jerked), come twice (it slipped back) or end in \
        the middle (a band was lost).
        """),
    why: Wording(
      vi: "Chữ trong dải hỏng không đọc được, và một đoạn nội dung có thể đã bị nuốt mất.",
      en: "The print in such a band cannot be read, and some content may have been swallowed."),
    remedy: Wording(
      vi: """
        Gỡ ghim, vuốt phẳng mép giấy, lau con lăn kéo giấy rồi quét lại; tờ mỏng hoặc nhàu thì \
        đặt trên mặt kính.
        """,
      en: """
        Remove staples, smooth the edges, clean the feed rollers and scan again; lay thin or \
        creased sheets on the glass.
        """))
}
