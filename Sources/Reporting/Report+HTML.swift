import Extraction
import Findings
import Inspection

extension Report {
  /// One self-contained page: a table, worst first, with every finding, figure and remedy.
  func html(_ language: Language) -> String {
    let title = language == .vi ? "Kết quả kiểm tra bản quét" : "Scan quality report"
    let rows = worstFirst.map { row($0, language) }.joined()
    let counts = Standing.allCases.map { status in
      let count = documents.filter { $0.verdict == status }.count
      return
        "<span class=\"\(status.rawValue)\">\(escaped(status.title(language))): \(count)</span>"
    }.joined(separator: " ")
    let heads =
      language == .vi
      ? ["Kết luận", "Tệp", "Số, ký hiệu", "Trang", "Nhận xét và cách khắc phục"]
      : ["Verdict", "File", "Number", "Pages", "Findings and remedies"]
    return """
      <!doctype html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
      <style>
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#222;max-width:75rem}
      table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.5rem;\
      text-align:left;vertical-align:top}
      .accepted{color:#17692f}.review{color:#8a5a00}.rescan,.failed{color:#a8201a}
      td:first-child{font-weight:600;white-space:nowrap}.remedy{color:#555}ul{margin:0;padding-left:1.1rem}
      .counts span{margin-right:1.5rem;font-weight:600}
      @media print{body{margin:0}tr{break-inside:avoid}}
      </style></head><body>
      <h1>\(title)</h1>
      <p class="counts">\(counts)</p>
      <table><thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead><tbody>
      \(rows)</tbody></table>
      \(batchSection(language))
      </body></html>

      """
  }

  private func row(_ document: DocumentReport, _ language: Language) -> String {
    let record = document.fields?.record
    let number = [record?[.codeNumber].value ?? "…", record?[.codeNotation].value ?? "…"]
      .joined(separator: "/")
    var items = document.allFindings.map { page, finding in
      let place = page.map { (language == .vi ? "Trang " : "Page ") + "\($0): " } ?? ""
      return
        "<li class=\"\(finding.severity.rawValue)\">\(escaped(place + finding.message(language)))"
        + " <span class=\"remedy\">\(escaped(finding.remedy(language)))</span></li>"
    }
    if let error = document.error {
      items.append(
        "<li>\(escaped(error.message(language))) "
          + "<span class=\"remedy\">\(escaped(error.remedy(language)))</span></li>")
    }
    if let held = document.held { items.append("<li>\(escaped(held.message(language)))</li>") }
    let status = document.verdict
    return """
      <tr><td class="\(status.rawValue)">\(escaped(status.title(language)))</td>\
      <td>\(escaped(document.file))</td><td>\(record == nil ? "" : escaped(number))</td>\
      <td>\(document.pages.count)</td><td><ul>\(items.joined())</ul></td></tr>

      """
  }
}
