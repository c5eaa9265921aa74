import Imaging
import Recognition

/// An A4 page at 200 dpi on which a test sets lines of words; nothing on it is a real document.
struct Sheet {
  private var words: [Word] = []
  private var line = 0
  private var block = 0

  static let width = 1654
  static let height = 2339
  /// The width of a letter and the height of a word at 13 pt, about.
  private static let advance = 13
  private static let wordHeight = 27

  /// Sets words from a column on; `confidence` is that of all of them.
  mutating func set(_ text: String, x: Int, y: Int, confidence: Double = 95, height: Int = 27) {
    add(text, x: x, y: y, confidence: confidence, height: height)
    line += 1
  }

  /// Sets two texts that the recogniser takes for one line, as it does with the two columns of a heading.
  mutating func setFused(_ left: String, x: Int, _ right: String, x second: Int, y: Int) {
    add(left, x: x, y: y, confidence: 95, height: Sheet.wordHeight)
    add(right, x: second, y: y + 4, confidence: 95, height: Sheet.wordHeight)
    line += 1
  }

  /// Sets words around the middle of the page.
  mutating func centre(_ text: String, y: Int, confidence: Double = 95) {
    set(text, x: (Sheet.width - text.count * Sheet.advance) / 2, y: y, confidence: confidence)
  }

  private mutating func add(_ text: String, x: Int, y: Int, confidence: Double, height: Int) {
    var left = x
    for word in text.split(separator: " ") {
      let width = word.count * Sheet.advance - 3
      words.append(
        Word(
          text: String(word), box: Box(x: left, y: y, width: width, height: height),
          confidence: confidence, line: line, block: block))
      left += width + 11
    }
  }

  /// The page with its words.
  var page: RecognizedPage {
    RecognizedPage(
      outcome: words.isEmpty ? .blank : .read, width: Sheet.width, height: Sheet.height,
      words: words)
  }

  /// The page as a scanner sees it that took the sheet upside down.
  var upsideDown: RecognizedPage {
    RecognizedPage(
      outcome: .read, width: Sheet.width, height: Sheet.height,
      words: words.map {
        let box = Box(
          x: Sheet.width - $0.box.maxX, y: Sheet.height - $0.box.maxY, width: $0.box.width,
          height: $0.box.height)
        return Word(
          text: $0.text, box: box, confidence: $0.confidence, line: $0.line, block: $0.block)
      }, textOrientation: .half)
  }

  /// The heading of an invented decision.
  static func decision(code: String = "Số: 45 /QĐ-SXD", date: String = "ngày 04 tháng 01 năm 2023")
    -> Sheet
  {
    var sheet = Sheet()
    sheet.heading(code: code, date: "Hà Nam, \(date)")
    sheet.centre("QUYẾT ĐỊNH", y: 420)
    sheet.centre("Về việc công nhận tuyến đường kiểu mẫu", y: 470)
    sheet.centre("trên địa bàn xã Hương Lúa", y: 510)
    sheet.centre("GIÁM ĐỐC SỞ XÂY DỰNG", y: 610)
    sheet.set("Căn cứ Luật Xây dựng số 50/2014/QH13 ngày 18 tháng 6 năm 2014;", x: 320, y: 690)
    sheet.set("Xét đề nghị của Trưởng phòng Hạ tầng,", x: 320, y: 740)
    return sheet
  }

  /// The heading of an invented official letter.
  static func letter(
    code: String = "Số: 45 /SXD-QLN", date: String = "Hà Nam, ngày 04 tháng 01 năm 2023"
  ) -> Sheet {
    var sheet = Sheet()
    sheet.heading(code: code, date: date)
    sheet.set("V/v kiểm tra cây xanh dọc", x: 270, y: 370)
    sheet.set("các tuyến đường tỉnh", x: 290, y: 408)
    sheet.set("Kính gửi:", x: 480, y: 520)
    sheet.set("- Ủy ban nhân dân các xã;", x: 640, y: 565)
    sheet.set("- Trung tâm Cây xanh và", x: 640, y: 605)
    sheet.set("Chiếu sáng.", x: 660, y: 645)
    sheet.set("Sở Xây dựng đề nghị các đơn vị kiểm tra cây xanh trước mùa mưa.", x: 300, y: 760)
    return sheet
  }

  /// A heading and a title, without a subject.
  static func titled(
    _ title: String, place: String = "Hà Nam,", parent: String = "UBND TỈNH HÀ NAM"
  ) -> Sheet {
    var sheet = Sheet()
    sheet.heading(
      code: "Số: 45/BC-SXD", date: "\(place) ngày 12 tháng 5 năm 2025", parent: parent)
    sheet.centre(title, y: 420)
    return sheet
  }

  /// The two columns of a heading, fused line by line.
  mutating func heading(code: String, date: String, parent: String = "UBND TỈNH HÀ NAM") {
    setFused(
      parent, x: 250, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 790, y: 180)
    setFused("SỞ XÂY DỰNG", x: 300, "Độc lập - Tự do - Hạnh phúc", x: 870, y: 220)
    setFused(code, x: 270, date, x: 830, y: 310)
  }

  /// Nơi nhận and the signature below it.
  mutating func foot(
    authority: [String] = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: String? = "Trần Văn Mẫu",
    recipients: [String] = ["- Như trên;", "- Ban Giám đốc Sở;", "- Lưu: VT, QLN."], y: Int = 1700
  ) {
    set("Nơi nhận:", x: 250, y: y)
    for (index, line) in authority.enumerated() {
      set(line, x: 1150 - line.count * 6, y: y + index * 36)
    }
    for (index, line) in recipients.enumerated() { set(line, x: 250, y: y + 45 + index * 35) }
    if let name { set(name, x: 1150 - name.count * 6, y: y + 290) }
  }
}
