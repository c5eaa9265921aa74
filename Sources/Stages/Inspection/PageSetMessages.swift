import Extraction
import Findings

/// What is said of the pages of a document as a set.
enum PageSetMessages {
  static func gap(_ gap: PageNumbering.Gap) -> Wording {
    let (low, high) = (gap.missing.lowerBound, gap.missing.upperBound)
    return low == high
      ? Wording(
        vi: "Thiếu trang số \(low), giữa trang \(gap.before) và trang \(gap.after) của tệp.",
        en: "The page numbered \(low) is missing between pages \(gap.before) and \(gap.after).")
      : Wording(
        vi: "Thiếu các trang số \(low)–\(high), giữa trang \(gap.before) và trang \(gap.after) "
          + "của tệp.",
        en: "The pages numbered \(low) to \(high) are missing between pages \(gap.before) and "
          + "\(gap.after).")
  }

  static func repeated(_ sheets: [PageNumbering.Sheet]) -> Wording {
    let (places, number) = (sheets.map(\.place), sheets.first?.number ?? 0)
    return Wording(
      vi: "Các trang \(list(places, "và")) của tệp cùng mang số \(number).",
      en: "Pages \(list(places, "and")) both bear the number \(number).")
  }

  static func order(_ sheets: [PageNumbering.Sheet]) -> Wording {
    Wording(
      vi: "Sai thứ tự: "
        + sheets.map { "trang \($0.place) của tệp mang số \($0.number ?? 0)" }
        .joined(separator: ", ") + ".",
      en: "Out of order: "
        + sheets.map { "page \($0.place) bears the number \($0.number ?? 0)" }
        .joined(separator: ", ") + ".")
  }

  static func duplicate(_ earlier: Int, _ later: Int) -> Wording {
    Wording(
      vi: "Trang \(later) giống hệt trang \(earlier): có lẽ một tờ được quét hai lần.",
      en: "Page \(later) shows what page \(earlier) shows: one sheet was probably scanned twice.")
  }

  static func size(_ place: Int, _ sheet: SheetMeasure, others: SheetMeasure) -> Wording {
    Wording(
      vi: "Trang \(place) có khổ \(size(sheet, .vi)), các trang khác \(size(others, .vi)).",
      en: "Page \(place) is \(size(sheet, .en)), the others are \(size(others, .en)).")
  }

  static func split(_ start: DocumentStart) -> Wording {
    Wording(
      vi:
        "Trang \(start.page) có đủ Quốc hiệu và số, ký hiệu riêng (\(start.code)): có lẽ một văn bản "
        + "khác bắt đầu ở đây.",
      en: "Page \(start.page) bears a heading and a number of its own (\(start.code)): another "
        + "document probably begins here.")
  }

  private static func size(_ sheet: SheetMeasure, _ language: Language) -> String {
    if let paper = sheet.paper { return paper }
    let digits = sheet.isMetric ? 0 : 2
    let sides = sheet.isMetric ? (sheet.short, sheet.long) : (1, sheet.long / sheet.short)
    let (short, long) = (
      Figure.text(sides.0, digits: digits, in: language),
      Figure.text(sides.1, digits: digits, in: language)
    )
    return sheet.isMetric ? "\(short) × \(long) mm" : "\(short) : \(long)"
  }

  private static func list(_ places: [Int], _ and: String) -> String {
    places.map(String.init).joined(separator: " \(and) ")
  }
}
