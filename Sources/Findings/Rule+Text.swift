extension Rule {
  /// OCR doubts its own reading.
  public static let ocrConfidence = Rule(
    id: "ocr.confidence", direction: .atLeast, unit: nil,
    source: "Tesseract 5; ngưỡng đặt theo số đo thử của sohoa, không phải quy định pháp luật",
    title: Wording(vi: "Độ tin cậy nhận dạng", en: "OCR confidence"),
    measures: Wording(
      vi: "Trung bình mức tin cậy của các từ mà phần mềm nhận dạng đọc được, từ 0 đến 100.",
      en: "The mean confidence of the words that OCR read, 0 to 100."),
    why: Wording(
      vi: """
        Tin cậy thấp báo trước nhiều lỗi chính tả trong lớp văn bản, khiến tra cứu và trích \
        trường thông tin không đúng.
        """,
      en: """
        Low confidence foretells many errors in the text layer, so that search and metadata go \
        wrong.
        """),
    remedy: Wording(
      vi: "Quét lại ở 300 dpi, ảnh nét và đủ sáng; nếu bản giấy vốn xấu, đọc soát lại trang này.",
      en:
        "Scan again at 300 dpi, sharp and bright enough; if the paper is poor, proofread the page.")
  )

  /// Ink that looks like text was not read.
  public static let ocrCoverage = Rule(
    id: "ocr.coverage", direction: .atLeast, unit: nil,
    source: "Số đo thử của sohoa (bóng tối làm mất đến 40 % số từ mà độ tin cậy vẫn cao)",
    title: Wording(vi: "Phần chữ đã nhận dạng", en: "OCR coverage"),
    measures: Wording(
      vi: "Phần nét mực cỡ chữ nằm trong các từ đã nhận dạng, từ 0 đến 1.",
      en: "The share of letter-sized ink that lies inside the words that were read, 0 to 1."),
    why: Wording(
      vi: "Có đoạn chữ bị bỏ sót thì lớp văn bản thiếu nội dung dù các từ còn lại đọc đúng.",
      en: "Where text was skipped, the text layer lacks content though the other words are right."),
    remedy: Wording(
      vi: """
        Xem vùng bị bỏ sót: nếu do bóng tối hoặc mờ thì quét lại cho sáng đều; nếu là chữ viết \
        tay hoặc dấu thì xác nhận và cho qua.
        """,
      en: """
        Look at the part that was skipped: rescan with even light if it lies in shadow or is \
        pale; confirm it if it is handwriting or a seal.
        """))

  /// OCR did not finish.
  public static let ocrNotRun = Rule(
    id: "ocr.not-run", direction: .fact, unit: nil,
    source: "Nguyên tắc của sohoa: điều chưa kiểm tra được thì không coi là đạt",
    title: Wording(vi: "Chưa nhận dạng được", en: "OCR not run"),
    measures: Wording(
      vi: "Việc nhận dạng chữ trên trang có chạy đến cùng hay không.",
      en: "Whether OCR of the page ran to its end."),
    why: Wording(
      vi: "Trang chưa đọc xong thì chưa biết chữ có đọc được hay không, và không thể tra cứu.",
      en: "Until it is read nobody knows whether the print is legible, and it cannot be searched."),
    remedy: Wording(
      vi: """
        Chạy lại. Nếu vẫn không xong, quét lại với nền sạch hơn: trang quá nhiễu làm nhận dạng \
        kéo dài.
        """,
      en: "Run it again. If it still fails, rescan with a cleaner ground: noise makes OCR slow."))

  /// There is ink, but no word.
  public static let textNone = Rule(
    id: "text.none", direction: .fact, unit: nil,
    source: "Nguyên tắc của sohoa: trang có mực mà không có chữ phải có người xem",
    title: Wording(vi: "Không đọc được chữ nào", en: "No text found"),
    measures: Wording(
      vi: "Trang có nét mực nhưng phần mềm không nhận ra từ nào.",
      en: "The page has ink, but OCR found no word."),
    why: Wording(
      vi: "Có thể là bản vẽ, ảnh hay chữ viết tay; cũng có thể là trang quét hỏng.",
      en: "It may be a drawing, a photograph or handwriting, or a failed scan."),
    remedy: Wording(
      vi:
        "Xem trang: nếu là hình vẽ hoặc chữ viết tay thì xác nhận; nếu không đọc được thì quét lại.",
      en: "Look at the page: confirm a drawing or handwriting; rescan what cannot be read."))

  /// A measure that applies could not be taken.
  public static let measureNotRun = Rule(
    id: "measure.not-run", direction: .fact, unit: nil,
    source: "Nguyên tắc của sohoa: điều chưa kiểm tra được thì không coi là đạt",
    title: Wording(vi: "Chưa đo được", en: "Not measured"),
    measures: Wording(
      vi: "Có tiêu chí nào không đo được trên trang này hay không.",
      en: "Whether a measure that applies to this page could not be taken."),
    why: Wording(
      vi: "Tiêu chí chưa đo được thì không thể kết luận trang đạt tiêu chí đó.",
      en: "What was not measured cannot be called good."),
    remedy: Wording(
      vi: "Nhìn trang bằng mắt đối với tiêu chí này; trang ít chữ thường không đủ căn cứ để đo.",
      en: "Judge this point by eye; pages with little print often give too little to measure."))
}
