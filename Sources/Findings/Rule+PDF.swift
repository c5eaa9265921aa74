extension Rule {
  /// The PDF is larger than its scans, and nothing explains it.
  public static let pdfGrown = Rule(
    id: "pdf.grown", direction: .fact, unit: "%",
    source:
      "tiêu chuẩn của chương trình: ảnh giữ nguyên thì PDF lớn hơn bản quét tối đa 3 % và 8 kB một trang",
    title: Wording(vi: "PDF phình to", en: "PDF grown"),
    measures: Wording(
      vi: "PDF lớn hơn bản quét bao nhiêu phần trăm, không kể 8 kB lớp chữ của mỗi trang.",
      en: "By how many per cent the PDF is larger than the scan, less 8 kB of text for each page."),
    why: Wording(
      vi:
        "Ảnh được giữ nguyên từng byte, nên PDF không có lý do gì lớn hơn; lớn hơn là có điều bất thường.",
      en:
        "Images are kept byte for byte, so a PDF has no reason to grow; one that did holds a surprise."
    ),
    remedy: Wording(
      vi:
        "Xem tệp nguồn: ảnh lưu không nén hoặc nén kiểu PDF không nhận thì phải nén lại không mất mát.",
      en:
        "Look at the source: images that PDF cannot hold as they are must be packed again losslessly."
    ))

  /// Pages were made by a program and never were paper.
  public static let pdfBornDigital = Rule(
    id: "pdf.born-digital", direction: .fact, unit: nil,
    source: "TT 05/2025/TT-BNV: mức độ tin cậy 01 gốc điện tử, 02 số hóa, 03 hỗn hợp",
    title: Wording(vi: "Trang gốc điện tử", en: "Born-digital pages"),
    measures: Wording(
      vi: "Bao nhiêu trang của tệp nguồn là chữ và hình vẽ của máy, không phải ảnh quét.",
      en: "How many pages of the source are letters and drawings of a program, not scans."),
    why: Wording(
      vi:
        "Trang gốc điện tử được giữ nguyên, không biến thành ảnh; mức độ tin cậy của nó khác bản số hóa.",
      en:
        "Such pages are kept as they are, not turned into pictures; their level of confidence differs."
    ),
    remedy: Wording(
      vi:
        "Ghi mức độ tin cậy 01 hoặc 03 khi nộp lưu; nếu cần bản quét thì quét từ bản giấy có dấu.",
      en: "State level 01 or 03 in the archive's list; if a scan is needed, scan the stamped paper."
    ))
}
