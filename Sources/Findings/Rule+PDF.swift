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

  /// The PDF came with the text layer of an earlier OCR.
  public static let pdfOldText = Rule(
    id: "pdf.old-text", direction: .fact, unit: nil,
    source:
      "archive.oldText của quy trình; ISO 19005-2 6.2.11.7.2: chữ trong tệp phải đúng nghĩa Unicode",
    title: Wording(vi: "Lớp chữ có sẵn", en: "Old text layer"),
    measures: Wording(
      vi:
        "Bao nhiêu phần từ của lớp chữ có sẵn trùng với chữ vừa đọc: cùng chỗ, cùng chữ, cùng dấu. Trùng từ "
        + "mức archive.oldText trở lên thì giữ; ít hơn thì thay bằng chữ vừa đọc; không tách ra được hoặc chữ "
        + "vừa đọc cũng kém thì để lại và ghi là không tin được.",
      en:
        "Which share of the old layer's words the fresh reading confirms: same place, same letters, same tones. "
        + "From archive.oldText on it is kept; below, what was read now replaces it; where it cannot be taken "
        + "out, or the fresh reading is poor too, it stays and is marked as not to be relied on."),
    why: Wording(
      vi:
        "Lớp chữ của máy quét hay phần mềm cũ thường mất dấu, lệch chỗ hoặc theo bảng mã TCVN3, VNI: tìm "
        + "“Quyết định” không ra.",
      en:
        "Layers of scanners and older programs often lack tones, are shifted or use the TCVN3 and VNI "
        + "encodings: a search for “Quyết định” finds nothing."),
    remedy: Wording(
      vi:
        "Lớp chữ được giữ hay đã được thay: không phải làm gì. Chỉ khi ghi là không tin được: xuất lại tệp "
        + "không kèm chữ, hoặc quét lại ở 300 dpi, rồi chạy lại.",
      en:
        "Kept or replaced: nothing is to be done. Only where it is marked as not to be relied on: export the "
        + "file without text, or scan at 300 dpi, and run again."))

  /// Links of the source lead to pages that the document does not have.
  public static let pdfLinkDropped = Rule(
    id: "pdf.link-dropped", direction: .fact, unit: nil,
    source: "ISO 32000-1 12.3.2, 12.3.3, 12.5.6.5; ISO 19005-2 6.5.1",
    title: Wording(vi: "Liên kết bị bỏ", en: "Links left out"),
    measures: Wording(
      vi:
        "Bao nhiêu liên kết trong trang và dấu trang của tệp nguồn dẫn đến trang không có trong văn bản, "
        + "hoặc làm việc khác ngoài mở trang và mở địa chỉ mạng.",
      en:
        "How many links and bookmarks of the source lead to a page that is not in the document, or do "
        + "something else than opening a page or an address."),
    why: Wording(
      vi:
        "Liên kết đến trang còn lại và đến địa chỉ mạng vẫn dẫn đúng chỗ; liên kết không còn đích thì không để "
        + "lại dưới dạng hỏng.",
      en:
        "Links to pages that are there and to addresses lead where they led; one without its page is not "
        + "left behind broken."),
    remedy: Wording(
      vi: "Nếu cần liên kết: gộp các phần thành một văn bản, hoặc sửa liên kết trong tệp gốc.",
      en: "If the link is needed: keep the parts as one document, or mend it in the source."))
}
