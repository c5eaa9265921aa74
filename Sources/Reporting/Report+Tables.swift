import Extraction
import Findings
import Foundation
import Inspection

extension Report {
  /// One line a document for spreadsheets, worst first: RFC 4180, with a byte order mark so that accents show.
  func csv(_ language: Language) -> String {
    let header = [
      "file", "sha256", "verdict", "pages", "rules", "held", "codeNumber", "codeNotation",
      "promulgationDate", "documentType", "organName", "subject", "signer", "message", "sample",
      "displayQuality", "ocrLegibility",
    ]
    let sampled = sample?.pagesByFile ?? [:]
    let rows = worstFirst.map { document in
      let record = document.fields?.record
      return [
        document.file, document.sha256 ?? "", document.verdict.rawValue, "\(document.pages.count)",
        document.graveRules.sorted().map(\.rawValue).joined(separator: " "),
        document.held?.reason.rawValue ?? "",
        record?[.codeNumber].value ?? "", record?[.codeNotation].value ?? "",
        record?[.promulgationDate].value ?? "", record?[.documentType].value ?? "",
        record?[.organName].value ?? "", record?[.subject].value ?? "",
        record?.signers.first?.fullName.value ?? "", document.error?.message(language) ?? "",
        (sampled[document.file] ?? []).sorted().map(String.init).joined(separator: " "),
        figure(document.displayQuality), figure(document.ocrLegibility),
      ]
    }
    return Self.table([header] + rows)
  }

  /// Rows as a spreadsheet reads them.
  static func table(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// With a decimal point whatever the language: a program reads it.
  private func figure(_ value: Double?) -> String {
    value.map { Figure.text($0, digits: 2, in: .en) } ?? ""
  }

  private static func quoted(_ value: String) -> String {
    // A leading = + - @ or tab is a formula to a spreadsheet: an apostrophe makes it text.
    let safe =
      value.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true
      ? "'" + value : value
    guard safe.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
