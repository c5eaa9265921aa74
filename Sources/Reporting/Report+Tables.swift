import Extraction
import Findings
import Foundation
import Inspection

extension Report {
  /// One line a document for spreadsheets: RFC 4180, with a byte order mark so that accents show.
  func csv(_ language: Language) -> String {
    let header = [
      "file", "sha256", "verdict", "pages", "rules", "held", "codeNumber", "codeNotation",
      "promulgationDate", "documentType", "organName", "subject", "signer", "message",
    ]
    let rows = documents.map { document in
      let record = document.fields?.record
      let rules = Set(
        document.allFindings.filter { $0.finding.severity > .info }.map(\.finding.rule))
      return [
        document.file, document.sha256 ?? "", document.verdict.rawValue, "\(document.pages.count)",
        rules.sorted().map(\.rawValue).joined(separator: " "), document.held?.reason.rawValue ?? "",
        record?[.codeNumber].value ?? "", record?[.codeNotation].value ?? "",
        record?[.promulgationDate].value ?? "", record?[.documentType].value ?? "",
        record?[.organName].value ?? "", record?[.subject].value ?? "",
        record?.signers.first?.fullName.value ?? "", document.error?.message(language) ?? "",
      ]
    }
    return "\u{FEFF}"
      + ([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private func quoted(_ value: String) -> String {
    // A leading = + - @ is a formula to a spreadsheet: an apostrophe makes it text.
    let safe = value.first.map { "=+-@".contains($0) } == true ? "'" + value : value
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  /// JUnit XML: a document is a test case; unfit or held is a failure, unreadable an error.
  func junit(_ language: Language) -> String {
    let failures = documents.filter { $0.error == nil && !$0.isFree }.count
    let errors = documents.filter { $0.error != nil }.count
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="sohoa" tests="\(documents.count)" failures="\(failures)" errors="\(errors)">
        <testsuite name="\(escaped(pipeline))" tests="\(documents.count)" failures="\(failures)" \
      errors="\(errors)">

      """
    for document in documents {
      xml += "    <testcase classname=\"\(escaped(pipeline))\" name=\"\(escaped(document.file))\""
      let details = document.allFindings.filter { $0.finding.severity > .info }.map {
        page, finding in
        (page.map { "p\($0) " } ?? "") + "\(finding.rule): \(finding.message(language))"
      }
      if let error = document.error {
        xml +=
          ">\n      <error type=\"\(escaped(error.code))\" message=\"\(escaped(error.message(language)))\"/>\n"
        xml += "    </testcase>\n"
      } else if document.isFree {
        xml += "/>\n"
      } else {
        xml += ">\n      <failure type=\"\(document.verdict.rawValue)\" message=\""
        xml +=
          escaped(
            details.first ?? document.held?.message(language) ?? document.verdict.title(language))
          + "\">"
        xml += escaped(details.joined(separator: "\n")) + "</failure>\n    </testcase>\n"
      }
    }
    return xml + "  </testsuite>\n</testsuites>\n"
  }
}

extension DocumentReport {
  /// Whether nothing keeps it: accepted and not held.
  fileprivate var isFree: Bool { verdict == .accepted && held == nil }
}

/// Text made safe for XML and HTML; characters that XML forbids become U+FFFD.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
