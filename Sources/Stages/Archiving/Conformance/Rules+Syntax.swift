import Findings
import QPDF

extension ConformanceRule {
  /// Clauses 6.1.4 to 6.1.9: how the bytes around objects and streams are written.
  static let syntax: [ConformanceRule] = [
    ConformanceRule(
      "6.1.4-2", vi: "Giữa xref và dòng đầu của bảng chỉ có một dấu xuống dòng",
      en: "A single end-of-line parts xref from the header of its table"
    ) { facts in facts.syntax.places[.afterXref] ?? [] },
    ConformanceRule(
      "6.1.6-1", vi: "Chuỗi thập lục phân có số chữ số chẵn",
      en: "Hexadecimal strings have an even number of digits"
    ) { facts in facts.syntax.places[.oddHexString] ?? [] },
    ConformanceRule(
      "6.1.6-2", vi: "Chuỗi thập lục phân chỉ có chữ số 0–9, A–F",
      en: "Hexadecimal strings hold only the digits 0–9 and A–F"
    ) { facts in facts.syntax.places[.strangeHexString] ?? [] },
    ConformanceRule(
      "6.1.7.1-1", vi: "Length của luồng đúng bằng số byte của nó",
      en: "The Length of a stream is the number of its bytes"
    ) { facts in facts.syntax.places[.length] ?? [] },
    ConformanceRule(
      "6.1.7.1-2", vi: "Sau stream là CR LF hoặc LF, trước endstream là dấu xuống dòng",
      en: "CR LF or LF follows stream, and an end-of-line precedes endstream"
    ) { facts in facts.syntax.places[.aroundStream] ?? [] },
    ConformanceRule(
      "6.1.8-1", vi: "Tên phông, tên mực và tên loại cấu trúc là UTF-8 hợp lệ",
      en: "Names of fonts, colourants and structure types are valid UTF-8"
    ) { facts in
      facts.places { entries in
        let names = ["BaseFont", "FontName"].compactMap { facts.resolved(entries[$0]).name }
        let isElement = facts.resolved(entries["Type"]).name == "StructElem"
        let type = isElement ? facts.resolved(entries["S"]).name.map { [$0] } ?? [] : []
        return (names + type).contains(where: isBroken)
      }
        + facts.objectPlaces { facts.colorants(of: $0).contains(where: isBroken) }
    },
    ConformanceRule(
      "6.1.9-1", vi: "Số đối tượng, obj và endobj cách nhau đúng quy định",
      en: "Object numbers, obj and endobj are parted as they must be"
    ) { facts in facts.syntax.places[.aroundObject] ?? [] },
  ]

  /// What no UTF-8 is was read as U+FFFD, which no name of a font or an ink holds otherwise.
  @Sendable private static func isBroken(_ name: String) -> Bool { name.contains("\u{FFFD}") }
}

extension DocumentFacts {
  /// The colourants of a Separation or DeviceN colour space; none for other objects.
  func colorants(of object: PDFObject) -> [String] {
    guard let items = object.array, items.count >= 4 else { return [] }
    switch items[0].name {
    case "Separation": return [resolved(items[1]).name].compactMap { $0 }
    case "DeviceN": return (resolved(items[1]).array ?? []).compactMap { resolved($0).name }
    default: return []
    }
  }
}
