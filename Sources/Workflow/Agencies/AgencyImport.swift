import Delivery
import Extraction
public import Findings
import Foundation
public import Ledger
public import Packaging

/// Why a catalogue of agencies cannot be taken in.
public enum AgencyImportError: Error, Sendable, Equatable {
  /// The file cannot be read.
  case noFile(String)
  /// The first line lacks that column.
  case noColumn(String, file: String)
  /// A line has no code or no name, or a date that is none.
  case badLine(Int, file: String)
  /// Nothing is in it.
  case empty(String)

  /// What is wrong and what would be right.
  public var message: Wording {
    switch self {
    case .noFile(let path):
      Wording(vi: "\(path): không đọc được tệp", en: "\(path): the file cannot be read")
    case .noColumn(let column, let file):
      Wording(
        vi: "\(file): dòng đầu thiếu cột “\(column)”; các cột: \(columns)",
        en: "\(file): the first line lacks the column “\(column)”; the columns are: \(columns)")
    case .badLine(let line, let file):
      Wording(
        vi: "\(file): dòng \(line) thiếu mã hoặc tên, hoặc ngày không có dạng yyyy-MM-dd",
        en: "\(file): line \(line) lacks a code or a name, or has a date that is not yyyy-MM-dd")
    case .empty(let file):
      Wording(vi: "\(file): không có cơ quan nào", en: "\(file): there is no agency in it")
    }
  }

  private var columns: String { "code, name, parent, oldCode, validFrom, validUntil, locked, mail" }
}

/// Takes a catalogue in from a CSV file, in place of the one before; how many agencies it has.
public func importAgencies(fromFile path: String, into ledger: Ledger) throws -> Int {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw AgencyImportError.noFile(path)
  }
  let agencies = try agencies(csv: String(decoding: data, as: UTF8.self), file: path)
  try ledger.replaceAgencies(with: agencies)
  return agencies.count
}

/// Takes a catalogue in from the axis, in place of the one before; how many agencies it has.
public func importAgenciesFromAxis(
  into ledger: Ledger, pipeline: Pipeline, output: String
) throws -> Int {
  let own = pipeline.destination.flatMap { $0.kind == .vxp ? $0 : nil }
  guard
    let settings = try own ?? ledger.routes().map(\.destination).first(where: { $0.kind == .vxp })
  else { throw DestinationError.noAxis }
  let listed = try settings.axis().agencies(at: .now)
  guard !listed.isEmpty else { throw AgencyImportError.empty(settings.endpoint ?? "") }
  try ledger.replaceAgencies(
    with: listed.map { agency in
      CataloguedAgency(
        code: agency.code, name: agency.name,
        oldCode: [agency.oldCode, agency.code102].compactMap { $0 }.first { !$0.isEmpty },
        mail: agency.mail)
    })
  return listed.count
}

/// Reads a catalogue: a line of column names, then a line an agency; commas or semicolons.
package func agencies(
  csv text: String, file: String
) throws(AgencyImportError) -> [CataloguedAgency] {
  let rows = rows(csv: text)
  guard let head = rows.first?.map({ $0.trimmingCharacters(in: .whitespaces).lowercased() }) else {
    throw .empty(file)
  }
  for column in ["code", "name"] where !head.contains(column) {
    throw .noColumn(column, file: file)
  }
  var result: [CataloguedAgency] = []
  for (index, row) in rows.enumerated().dropFirst() {
    func value(_ column: String) -> String? {
      guard let place = head.firstIndex(of: column.lowercased()), place < row.count else {
        return nil
      }
      let text = row[place].precomposedStringWithCanonicalMapping
        .trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }
    guard let code = value("code"), let name = value("name") else {
      if row.allSatisfy({ $0.trimmingCharacters(in: .whitespaces).isEmpty }) { continue }
      throw .badLine(index + 1, file: file)
    }
    let (from, until) = (value("validFrom"), value("validUntil"))
    let dates = [from, until].map { $0.flatMap(CalendarDate.init(iso:)) }
    if from != nil && dates[0] == nil || until != nil && dates[1] == nil {
      throw .badLine(index + 1, file: file)
    }
    result.append(
      CataloguedAgency(
        code: code, name: name, parent: value("parent"), oldCode: value("oldCode"),
        validFrom: dates[0], validUntil: dates[1],
        isLocked: ["1", "true", "x"].contains(value("locked")?.lowercased()),
        mail: value("mail")))
  }
  guard !result.isEmpty else { throw .empty(file) }
  return result
}

/// The cells of a CSV text (RFC 4180); the separator is the one that the first line has more of.
private func rows(csv text: String) -> [[String]] {
  let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  let first = body.prefix { !$0.isNewline }
  let separator: Character = first.count { $0 == ";" } > first.count { $0 == "," } ? ";" : ","
  var rows: [[String]] = []
  var row: [String] = []
  var cell = ""
  var isQuoted = false
  var characters = body.makeIterator()
  var pending: Character?
  while let character = pending ?? characters.next() {
    pending = nil
    if isQuoted {
      guard character == "\"" else {
        cell.append(character)
        continue
      }
      pending = characters.next()
      if pending == "\"" {
        cell.append("\"")
        pending = nil
      } else {
        isQuoted = false
      }
    } else if character == "\"" {
      isQuoted = true
    } else if character == separator {
      row.append(cell)
      cell = ""
    } else if character.isNewline {
      rows.append(row + [cell])
      row = []
      cell = ""
    } else {
      cell.append(character)
    }
  }
  return row.isEmpty && cell.isEmpty ? rows : rows + [row + [cell]]
}

/// What each line of a document's "Nơi nhận" may mean, line by line.
public func recipients(
  of document: String, in ledger: Ledger
) throws -> [(line: String, matches: [AgencyMatch])] {
  guard let entry = try ledger.document(named: document) else {
    throw LedgerError.noSuchDocument(name: document)
  }
  let record = try entry.record?.value(DocumentRecord.self)
  let names = AgencyNames(try ledger.agencies())
  return (record?.toPlaces ?? []).compactMap(\.value).map { line in
    (line: line, matches: names.matches(for: line, from: record?.province))
  }
}

extension DocumentRecord {
  /// The place of issue, where the name of the agency or of its parent has it too; nil for central bodies.
  fileprivate var province: String? {
    guard let place = self[.promulgationPlace].value,
      [FieldName.organName, .organizationInCharge].contains(where: {
        self[$0].value?.localizedCaseInsensitiveContains(place) ?? false
      })
    else { return nil }
    return place
  }
}
