/// One line of a contents list (mục lục văn bản).
public struct ContentsLine: Sendable, Equatable {
  /// The cells, one a column of `Dossier.contentsColumns`.
  public let cells: [String]
}

extension Dossier {
  /// The columns of a contents list, as archives print it.
  public static let contentsColumns = [
    "STT", "Số, ký hiệu", "Ngày, tháng", "Tên loại và trích yếu nội dung", "Tác giả", "Tờ số",
    "Số trang", "Ghi chú",
  ]

  /// One line a document.
  public var contents: [ContentsLine] {
    documents.indices.map { index in
      let fields = document(index)
      let code = [fields[.codeNumber], fields[.codeNotation]].compactMap(\.self)
      let type = fields[.typeName].flatMap(ArchivalType.name).flatMap { $0 == "Khác" ? nil : $0 }
      return ContentsLine(cells: [
        String(index + 1), code.joined(separator: "/"), fields[.issuedDate] ?? "",
        [type, fields[.subject]].compactMap(\.self).joined(separator: ": "),
        fields[.organName] ?? "", documents[index].sheets ?? "", fields[.numberOfPage] ?? "",
        fields[.description] ?? "",
      ])
    }
  }

  /// Every field of every document as CSV (RFC 4180, UTF-8 with its mark for spreadsheets).
  ///
  /// Its columns are those of a register: what was put right in a spreadsheet can be packed again.
  var contentsCSV: [UInt8] {
    let head = ["file", "sheets"] + DossierDocumentField.allCases.map(\.rawValue)
    let rows = documents.indices.map { index in
      let fields = document(index)
      return [documents[index].name, documents[index].sheets ?? ""]
        + DossierDocumentField.allCases.map { fields[$0] ?? "" }
    }
    let text = ([head] + rows).map { row in row.map(Self.quoted).joined(separator: ",") }
    return [0xEF, 0xBB, 0xBF] + Array((text.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }
}
