extension Rule {
  /// What the file says of its dots per inch.
  public static let resolutionDeclared = Rule(
    id: "resolution.declared", direction: .atLeast, unit: "dpi",
    source: """
      NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II.I.2 (200 dpi); \
      36 CFR 1236.50(d), FADGI 2023 (300 ppi − 2 %)
      """,
    title: Wording(vi: "Độ phân giải ghi trong tệp", en: "Declared resolution"),
    measures: Wording(
      vi: """
        Số điểm ảnh trên mỗi inch (dpi) mà máy quét ghi trong tệp. Nếu hai chiều khác nhau thì \
        lấy chiều thấp hơn.
        """,
      en: """
        The dots per inch that the scanner wrote into the file; the lower of the two axes when \
        they differ.
        """),
    why: Wording(
      vi: """
        Bản số hóa văn bản giấy phải đạt tối thiểu 200 dpi. Dưới mức này, dấu thanh và chữ nhỏ \
        ở phần Nơi nhận dễ dính nét hoặc mất nét.
        """,
      en: """
        The law asks for at least 200 dpi in a digitized paper document. Below it, tone marks \
        and the small print of the recipient list run together or vanish.
        """),
    remedy: Wording(
      vi: """
        Quét lại bản giấy ở 300 dpi, tỷ lệ 100 %. Không phóng to ảnh cũ cho đủ dpi: chi tiết đã \
        mất không lấy lại được.
        """,
      en: """
        Scan the paper again at 300 dpi, scale 100 %. Do not enlarge the old image to reach the \
        figure: lost detail does not come back.
        """))

  /// The file does not say how many dots an inch it has.
  public static let resolutionUnknown = Rule(
    id: "resolution.unknown", direction: .fact, unit: nil,
    source: "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II.I.2 (200 dpi, 100 %)",
    title: Wording(vi: "Tệp không ghi độ phân giải", en: "Resolution not stated"),
    measures: Wording(
      vi: "Tệp có ghi một độ phân giải (dpi) đáng tin cậy hay không.",
      en: "Whether the file states a credible resolution."),
    why: Wording(
      vi: """
        Không có dpi thì không thể xác nhận bản số hóa đạt mức tối thiểu và đúng tỷ lệ 100 % so \
        với bản giấy.
        """,
      en: """
        Without it nobody can confirm that the copy reaches the minimum and has the scale of \
        the paper, 100 %.
        """),
    remedy: Wording(
      vi: """
        Quét lại và lưu thẳng từ phần mềm máy quét ra PDF, TIFF hoặc JPEG. Không dùng ảnh chụp \
        màn hình hay ảnh tải về từ ứng dụng nhắn tin, vì các ảnh này thường bị xóa thông tin dpi.
        """,
      en: """
        Scan again and save straight from the scanner software as PDF, TIFF or JPEG. Avoid \
        screenshots and pictures that went through a messaging app: they lose the figure.
        """))

  /// What the paper size and the size of the print say of the dots per inch.
  public static let resolutionEffective = Rule(
    id: "resolution.effective", direction: .atLeast, unit: "dpi",
    source: """
      NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II.I.2 (200 dpi); 36 CFR 1236.50(d) (300 ppi − 2 %); \
      cách suy ra: khổ giấy (ISO 216), chiều cao chữ x
      """,
    title: Wording(vi: "Độ phân giải thực", en: "Effective resolution"),
    measures: Wording(
      vi: """
        Số điểm ảnh thực có trên mỗi inch giấy, suy từ kích thước ảnh so với khổ giấy và đối \
        chiếu với chiều cao chữ thường của phần nội dung (cỡ chữ 13–14).
        """,
      en: """
        The dots that are really there for each inch of paper, from the image size against the \
        paper size, cross-checked with the height of the lower-case letters (13–14 pt).
        """),
    why: Wording(
      vi: """
        Con số ghi trong tệp có thể sai khi ảnh bị thu nhỏ, phóng to hoặc lưu lại. Độ phân giải \
        thực mới cho biết chữ có đủ nét để đọc và lưu trữ hay không.
        """,
      en: """
        The figure in the file is wrong once an image was shrunk, enlarged or saved again. The \
        effective one says whether the print has enough detail to be read and kept.
        """),
    remedy: Wording(
      vi: """
        Quét lại ở 300 dpi, tỷ lệ 100 %, và tắt chế độ "giảm dung lượng" hoặc "thu nhỏ ảnh" của \
        máy quét.
        """,
      en: """
        Scan again at 300 dpi, scale 100 %, with the scanner's "reduce size" or "shrink" option \
        switched off.
        """))

  /// Declared and effective resolution tell different stories.
  public static let resolutionMismatch = Rule(
    id: "resolution.mismatch", direction: .atMost, unit: nil,
    source: """
      FADGI 2023, Metamorfoze (sai lệch tỷ lệ 1–3 %); ngưỡng đặt theo số đo thử của sohoa, không \
      phải quy định pháp luật Việt Nam
      """,
    title: Wording(vi: "Độ phân giải ghi và thực không khớp", en: "Resolution mismatch"),
    measures: Wording(
      vi: "Chênh lệch tương đối giữa dpi ghi trong tệp và độ phân giải thực (0 là khớp).",
      en: "The relative difference of declared and effective resolution (0 is equal)."),
    why: Wording(
      vi: """
        Hai con số không khớp nghĩa là ảnh đã bị đổi kích thước, hoặc dpi được gán tay; khi in \
        lại, văn bản sẽ không đúng tỷ lệ 100 %.
        """,
      en: """
        When they disagree the image was resized or the figure was made up; printed again, the \
        document will not have its true size.
        """),
    remedy: Wording(
      vi: """
        Kiểm tra tỷ lệ quét là 100 % và khổ giấy chọn đúng (A4), rồi quét lại. Không sửa dpi của \
        tệp bằng phần mềm chỉnh ảnh.
        """,
      en: """
        See that the scan scale is 100 % and the right paper size (A4) is chosen, then scan \
        again. Do not edit the figure with image software.
        """))
}
