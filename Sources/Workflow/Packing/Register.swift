import Findings
import Foundation
import Packaging

/// What a register (sổ, mục lục) says of documents, one row each.
struct Register {
  /// A row: the document's name in the run, its sheets, and its fields.
  struct Row {
    let file: String
    let sheets: String?
    let fields: [DossierDocumentField: String]
  }

  let rows: [Row]

  /// Reads CSV (RFC 4180) with a heading; commas or, as Vietnamese spreadsheets write them, semicolons.
  init(csv data: Data, path: String) throws(PackError) {
    guard var text = String(data: data, encoding: .utf8) else {
      throw PackError.register(path, Message.notUTF8)
    }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let firstLine = text.prefix { $0 != "\n" && $0 != "\r\n" }
    let separator: Character = firstLine.contains(";") && !firstLine.contains(",") ? ";" : ","
    var table = Self.cells(of: text, separator)
    guard !table.isEmpty else { throw PackError.register(path, Message.emptyRegister) }
    let head = table.removeFirst().map { $0.trimmingCharacters(in: .whitespaces) }
    let known = ["file", "sheets"] + DossierDocumentField.allCases.map(\.rawValue)
    for name in head where !known.contains(name) {
      throw PackError.register(
        path, Message.unknownColumn(name, nearest: nearestWord(to: name, among: known)))
    }
    guard let file = head.firstIndex(of: "file") else {
      throw PackError.register(path, Message.noFileColumn)
    }
    var rows: [Row] = []
    for cells in table where cells.contains(where: { !$0.isEmpty }) {
      func cell(_ index: Int) -> String? {
        guard cells.indices.contains(index), !cells[index].isEmpty else { return nil }
        return cells[index]
      }
      var fields: [DossierDocumentField: String] = [:]
      for (index, name) in head.enumerated() {
        if let field = DossierDocumentField(rawValue: name) { fields[field] = cell(index) }
      }
      rows.append(
        Row(
          file: cell(file) ?? "", sheets: head.firstIndex(of: "sheets").flatMap(cell),
          fields: fields))
    }
    self.rows = rows
  }

  private static func cells(of text: String, _ separator: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = Substring(text)
    while let letter = rest.popFirst() {
      switch letter {
      case "\"" where isQuoted:
        if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      case "\"" where cell.isEmpty: isQuoted = true
      case separator where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted, "\r" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(letter)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows
  }
}
