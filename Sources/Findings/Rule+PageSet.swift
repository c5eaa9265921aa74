extension Rule {
  /// A printed page number is missing between two neighbouring pages.
  public static let pagesGap = Rule(
    id: "pages.gap", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I; 36 CFR 1236 (NARA), tính đầy đủ",
    title: Wording(vi: "Thiếu trang", en: "Missing page"),
    measures: Wording(
      vi: """
        Số trang in ở giữa lề trên hoặc lề dưới có nối tiếp nhau không. Trang không có số, như phụ \
        lục, được tính là một trang.
        """,
      en: """
        Whether the page numbers printed in the middle of the top or bottom margin follow on each \
        other. A page without a number counts as a page.
        """),
    why: Wording(
      vi:
        "Máy quét kéo hai tờ một lúc là mất trang, và bản số hóa thiếu trang không thay được bản giấy.",
      en:
        "A feeder that draws two sheets loses one, and a copy with a page missing replaces nothing."
    ),
    remedy: Wording(
      vi:
        "Mở bản giấy, tìm trang thiếu và quét lại cả văn bản. Nếu bản giấy cũng thiếu thì ghi chú lại.",
      en:
        "Find the page in the paper and scan the document again; note it when the paper lacks it too."
    ))

  /// Two pages in a row bear the same number.
  public static let pagesRepeated = Rule(
    id: "pages.repeated", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I",
    title: Wording(vi: "Trùng số trang", en: "Page number twice"),
    measures: Wording(
      vi: "Hai trang liền nhau cùng mang một số trang.",
      en: "Whether two pages in a row bear the same number."),
    why: Wording(
      vi: "Thường là một tờ quét hai lần, cũng có khi là trang của văn bản khác lẫn vào.",
      en: "Mostly a sheet scanned twice, sometimes a page of another document that slipped in."),
    remedy: Wording(
      vi: "So hai trang với bản giấy; bỏ trang thừa hoặc quét lại cho đúng.",
      en: "Compare both pages with the paper; leave out the one too many, or scan again."))

  /// The page numbers do not rise.
  public static let pagesOrder = Rule(
    id: "pages.order", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I",
    title: Wording(vi: "Sai thứ tự trang", en: "Pages out of order"),
    measures: Wording(
      vi: "Số trang in trên các trang có tăng dần theo thứ tự trong tệp không.",
      en: "Whether the printed page numbers rise from page to page."),
    why: Wording(
      vi: "Trang đảo thứ tự làm người đọc hiểu sai và bản số hóa không còn đúng với bản gốc.",
      en: "Shuffled pages mislead the reader, and the copy is no longer true to the original."),
    remedy: Wording(
      vi: "Xếp lại tờ giấy theo số trang rồi quét lại cả văn bản.",
      en: "Put the sheets in the order of their numbers and scan the document again."))

  /// Two pages show the same.
  public static let pagesDuplicate = Rule(
    id: "pages.duplicate", direction: .fact, unit: nil,
    source: "pHash 255 bit và chuỗi 5 từ (page-quality 1.4)",
    title: Wording(vi: "Trang quét hai lần", en: "Page scanned twice"),
    measures: Wording(
      vi: """
        Hai trang có giống nhau từ xa (khác dưới 9 % dấu vân) và cùng lời văn không (chung ít nhất \
        80 % các chuỗi năm từ).
        """,
      en: """
        Whether two pages look alike from afar (less than 9 % of the fingerprint differs) and say \
        the same (at least 80 % of the runs of five words are shared).
        """),
    why: Wording(
      vi: "Tờ quét hai lần làm sai số trang, và có thể đã thế chỗ một tờ khác bị bỏ sót.",
      en:
        "A sheet scanned twice falsifies the page count, and another may have been left out for it."
    ),
    remedy: Wording(
      vi: "So hai trang với bản giấy, xem có sót tờ nào không; bỏ trang thừa rồi quét lại nếu cần.",
      en:
        "Compare both with the paper, look for a sheet left out, and scan again without the extra.")
  )

  /// A page is of another size than the others.
  public static let pagesSize = Rule(
    id: "pages.size", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I (khổ A4); TCVN ISO 216",
    title: Wording(vi: "Khổ giấy lạc", en: "Odd paper size"),
    measures: Wording(
      vi:
        "Trang có khổ giấy khác hẳn (trên 12 %) khổ chung của văn bản; đặt dọc hay ngang không tính.",
      en: """
        Whether a page is far (more than 12 %) from the common size of the document; whether it \
        stands or lies does not matter.
        """),
    why: Wording(
      vi: """
        Tờ A3 gấp đôi có thể mới quét được một nửa; tờ nhỏ lạc vào có thể là phiếu trình, hóa đơn \
        của văn bản khác.
        """,
      en: """
        Of a folded A3 sheet only half may have been scanned; a small one may be a slip or a bill \
        that belongs to another document.
        """),
    remedy: Wording(
      vi:
        "Xem bản giấy: tờ gấp thì mở hết ra mà quét; tờ lạc thì tách riêng. Đúng là khổ đó thì chấp nhận.",
      en: "Look at the paper: unfold it fully, or take out a stray sheet. Accept it if it is right."
    ))

  /// Another document begins inside the file.
  public static let pagesSplit = Rule(
    id: "pages.split", direction: .fact, unit: nil,
    source: "TT 05/2025/TT-BNV, Điều 8 (mỗi văn bản một tệp); NĐ 30/2020/NĐ-CP, Phụ lục I",
    title: Wording(vi: "Hai văn bản trong một tệp", en: "Two documents in one file"),
    measures: Wording(
      vi: """
        Trang sau có đủ Quốc hiệu, Tiêu ngữ và số, ký hiệu riêng không. Phụ lục, biểu mẫu và tài liệu \
        kèm theo không tính.
        """,
      en: """
        Whether a later page bears the national heading with a number and notation of its own. \
        Annexes, forms and enclosures do not count.
        """),
    why: Wording(
      vi:
        "Hai văn bản chung một tệp thì văn bản sau không có số, ngày, trích yếu và không ai tra ra.",
      en:
        "Of two documents in one file the second has no number, date or subject, and nobody finds it."
    ),
    remedy: Wording(
      vi:
        "Nếu đúng, tách bằng lệnh: sohoa review split VĂN-BẢN --at TRANG --why LÝ-DO. Nếu không, chấp nhận.",
      en: "If so, split it: sohoa review split DOC --at PAGE --why REASON. If not, accept it."))

  /// A page stands out from the other pages of a run.
  public static let pageOutlier = Rule(
    id: "page.outlier", direction: .atMost, unit: nil,
    source: "Iglewicz & Hoaglin 1993 (z theo trung vị và MAD)",
    title: Wording(vi: "Trang khác cả lô", en: "Page unlike its batch"),
    measures: Wording(
      vi: """
        Độ nghiêng, khổ giấy và độ đậm của trang lệch khỏi trung vị của cả lần chạy bao nhiêu lần độ \
        lệch thường (lô từ 20 trang). Chỉ ghi ở cuối báo cáo chung, không đổi kết luận nào.
        """,
      en: """
        By how many usual deviations skew, paper size and contrast of a page lie off the median of \
        the whole run (20 pages or more). Only noted at the end of the common report; it changes no \
        verdict.
        """),
    why: Wording(
      vi: "Trang khác hẳn cả lô thường là do đặt lệch tay, chỉnh sai máy hoặc lẫn tài liệu khác.",
      en: "A page unlike its batch is mostly a slip of the hand, a wrong setting or a stray sheet."),
    remedy: Wording(
      vi: "Mở các trang này xem trước tiên khi kiểm tra mẫu.",
      en: "Look at these pages first when you check a sample."))
}
