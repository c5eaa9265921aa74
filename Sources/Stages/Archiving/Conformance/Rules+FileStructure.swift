import Findings
import QPDF

extension ConformanceRule {
  /// Clauses 6.1.2 to 6.1.12: header, trailer, streams, encryption.
  static let fileStructure: [ConformanceRule] = [
    ConformanceRule(
      "6.1.2-1", vi: "Tệp bắt đầu bằng %PDF-1.0 … %PDF-1.7",
      en: "The file starts with %PDF-1.0 … %PDF-1.7"
    ) { facts in
      let isHeader =
        facts.head.count > 8 && facts.head.starts(with: Array("%PDF-1.".utf8))
        && (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(facts.head[7])
        && [0x0A, 0x0D].contains(facts.head[8])
      return isHeader ? [] : ["header"]
    },
    ConformanceRule(
      "6.1.2-2", vi: "Dòng thứ hai là chú thích có ít nhất bốn byte trên 127",
      en: "The second line is a comment of at least four bytes above 127"
    ) { facts in
      let rest = facts.head.dropFirst(8).drop { $0 == 0x0A || $0 == 0x0D }
      let isBinary =
        rest.first == UInt8(ascii: "%") && rest.count > 4
        && rest.dropFirst().prefix(4).allSatisfy { $0 > 127 }
      return isBinary ? [] : ["header"]
    },
    ConformanceRule(
      "6.1.3-1", vi: "Trailer có ID", en: "The trailer has an ID"
    ) { facts in
      facts.resolved(facts.trailer["ID"]).array?.count == 2 ? [] : ["trailer"]
    },
    ConformanceRule(
      "6.1.3-2", vi: "Tệp không được mã hóa", en: "The file is not encrypted"
    ) { facts in
      facts.trailer["Encrypt"] != nil || facts.isEncrypted ? ["trailer"] : []
    },
    ConformanceRule(
      "6.1.3-3", vi: "Không có dữ liệu sau %%EOF cuối cùng",
      en: "Nothing but one end-of-line follows the last %%EOF"
    ) { facts in
      let mark = Array("%%EOF".utf8)
      let ends: [[UInt8]] = [[], [0x0A], [0x0D], [0x0D, 0x0A]]
      return ends.contains { facts.tail.suffix(mark.count + $0.count) == (mark + $0)[...] }
        ? [] : ["end of file"]
    },
    ConformanceRule(
      "6.1.4-1", vi: "Bảng tham chiếu đúng cú pháp, các đối tượng đọc được mà không cần sửa",
      en: "The cross-reference table is well-formed, and the objects are read without repair"
    ) { facts in
      (facts.isRepaired ? ["file"] : []) + (facts.syntax.places[.subsectionHeader] ?? [])
    },
    ConformanceRule(
      "6.1.7.1-3", vi: "Dữ liệu của luồng nằm trong tệp", en: "Stream data lies inside the file"
    ) { facts in
      facts.streams.filter { stream in
        ["F", "FFilter", "FDecodeParms"].contains { stream.entries[$0] != nil }
      }.map { placeText($0.id) }
    },
    ConformanceRule(
      "6.1.7.2-1", vi: "Luồng chỉ dùng bộ lọc chuẩn, không dùng LZW",
      en: "Streams use only standard filters, and never LZW"
    ) { facts in
      facts.streams.filter { stream in
        facts.filters(of: stream.entries).contains { !allowedFilters.contains($0) }
      }.map { placeText($0.id) }
    },
    ConformanceRule(
      "6.1.7.2-2", vi: "Bộ lọc Crypt chỉ được là Identity",
      en: "A Crypt filter can only be Identity"
    ) { facts in
      facts.streams.filter { stream in
        guard facts.filters(of: stream.entries).contains("Crypt") else { return false }
        let parms = facts.resolved(stream.entries["DecodeParms"])
        return (parms.array ?? [parms]).contains {
          let name = facts.resolved(facts.resolved($0).entries?["Name"]).name
          return name != nil && name != "Identity"
        }
      }.map { placeText($0.id) }
    },
    ConformanceRule(
      "6.1.10-1", vi: "Ảnh trong dòng nội dung chỉ dùng bộ lọc chuẩn, không dùng LZW và Crypt",
      en: "Inline images use only standard filters, and never LZW or Crypt"
    ) { facts in
      facts.contents.filter { $0.value.inlineImageFaults.contains("Filter") }.keys.sorted()
        .map(placeText)
    },
    ConformanceRule(
      "6.1.12-1", vi: "Quyền trong Perms chỉ là UR3 hoặc DocMDP",
      en: "Perms holds only UR3 and DocMDP"
    ) { facts in
      let perms = facts.resolved(facts.catalog["Perms"]).entries ?? [:]
      return perms.keys.allSatisfy { ["UR3", "DocMDP"].contains($0) } ? [] : ["Perms"]
    },
  ]

  private static let allowedFilters: Set<String> = [
    "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode",
    "JBIG2Decode", "DCTDecode", "JPXDecode", "Crypt",
  ]
}

extension DocumentFacts {
  /// The filters of a stream, in the order in which they are undone.
  func filters(of entries: [String: PDFObject]) -> [String] {
    let filter = resolved(entries["Filter"])
    return (filter.array ?? [filter]).compactMap { resolved($0).name }
  }

  /// The places of all objects, nested ones too, that meet a condition.
  func objectPlaces(_ condition: (PDFObject) -> Bool) -> [String] {
    ids.filter { id in
      var waiting = [objects[id] ?? .null]
      while let object = waiting.popLast() {
        if condition(object) { return true }
        waiting += object.array ?? []
        if let entries = object.entries { waiting += entries.values }
      }
      return false
    }.map { placeText($0) }
  }

  /// The places of objects and content streams whose numbers, strings or names reach too far.
  func placesBeyond(_ limit: (Extremes) -> Bool) -> [String] {
    Set(ids.filter { extremes[$0].map(limit) ?? false }).union(
      contents.filter { limit($0.value.extremes) }.keys
    ).sorted()
      .map(placeText)
  }
}
