public import Findings
public import Ledger

/// The months as one self-contained page: a chart, and the table that it is drawn from.
///
/// No part of it asks the network for anything.
public func monthlyHTML(_ months: [MonthlyFigures], language: Language) -> String {
  let words = MonthlyWords(language)
  let rows = months.map { month in
    let cells: [String] = [
      month.month, "\(month.sent)", "\(month.receivers)", "\(month.late)",
      reasons(month.refused), reasons(month.undeliverable), "\(month.received)",
      "\(month.duplicates)", "\(month.unreadable)", "\(month.rescans)",
    ]
    return "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
  }
  return """
    <!doctype html>
    <html lang="\(language.rawValue)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
    <title>\(words.title)</title>
    <style>
    body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1f24;background:#fff}
    table{border-collapse:collapse;margin-top:1.5rem}
    th,td{border:1px solid #c8ccd1;padding:.3rem .6rem;text-align:left;vertical-align:top}
    th{background:#f2f4f6}figure{margin:0}svg{max-width:100%;height:auto}
    figcaption span{display:inline-block;margin-right:1.2rem}
    i{display:inline-block;width:.8em;height:.8em;margin-right:.4em}
    </style></head><body>
    <h1>\(words.title)</h1>
    \(chart(months, words))
    <table><thead><tr>\(words.columns.map { "<th>\($0)</th>" }.joined())</tr></thead>
    <tbody>
    \(rows.joined(separator: "\n"))
    </tbody></table>
    </body></html>

    """
}

/// Three bars a month: sent in time and late on top of each other, received, refused or undeliverable.
private func chart(_ months: [MonthlyFigures], _ words: MonthlyWords) -> String {
  let height = 220.0
  let top = Double(
    max(1, months.flatMap { [$0.sent, $0.received, $0.troubles] }.max() ?? 1))
  let scale = { (count: Int) in Double(count) / top * height }
  func bar(_ x: Double, _ from: Double, _ count: Int, _ color: String, _ label: String) -> String {
    let y = 20 + height - from - scale(count)
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"24\" height=\"\(scale(count))\" fill=\"\(color)\">"
      + "<title>\(label): \(count)</title></rect>"
  }
  var parts: [String] = []
  for (index, month) in months.enumerated() {
    let x = 50.0 + Double(index) * 110
    let inTime = month.sent - month.late
    parts += [
      bar(x, 0, inTime, words.colors[0], words.legend[0]),
      bar(x, scale(inTime), month.late, words.colors[1], words.legend[1]),
      bar(x + 28, 0, month.received, words.colors[2], words.legend[2]),
      bar(x + 56, 0, month.troubles, words.colors[3], words.legend[3]),
      "<text x=\"\(x + 40)\" y=\"\(height + 38)\" text-anchor=\"middle\">\(escaped(month.month))</text>",
    ]
  }
  let width = 60 + max(1, months.count) * 110
  let legend = zip(words.colors, words.legend).map {
    "<span><i style=\"background:\($0)\"></i>\($1)</span>"
  }
  return """
    <figure><svg viewBox="0 0 \(width) \(Int(height) + 50)" width="\(width)" role="img" \
    aria-label="\(words.title)" font-size="13">
    <line x1="40" y1="\(20 + height)" x2="\(width)" y2="\(20 + height)" stroke="#667"/>
    <text x="34" y="26" text-anchor="end">\(Int(top))</text>
    <text x="34" y="\(20 + height)" text-anchor="end">0</text>
    \(parts.joined(separator: "\n"))
    </svg><figcaption>\(legend.joined())</figcaption></figure>
    """
}

extension MonthlyFigures {
  /// What was refused or could not be sent.
  fileprivate var troubles: Int {
    refused.values.reduce(0, +) + undeliverable.values.reduce(0, +)
  }
}

private struct MonthlyWords {
  let title: String
  let columns: [String]
  let legend: [String]
  let colors = ["#2f6f4f", "#d08a1d", "#3b6ea5", "#b3372f"]

  init(_ language: Language) {
    switch language {
    case .vi:
      title = "Gửi, nhận văn bản điện tử theo tháng"
      columns = [
        "Tháng", "Văn bản gửi", "Lượt nhận", "Gửi quá hạn", "Bị từ chối (lý do)",
        "Không gửi được", "Văn bản đến", "Đến trùng", "Không đọc được", "Phải quét lại",
      ]
      legend = ["gửi đúng hạn", "gửi quá hạn", "đến", "bị từ chối hoặc không gửi được"]
    case .en:
      title = "Electronic documents sent and received, by month"
      columns = [
        "Month", "Sent", "Receivers", "Late", "Refused (reason)", "Undeliverable", "Received",
        "Duplicates", "Unreadable", "To be rescanned",
      ]
      legend = ["sent in time", "sent late", "received", "refused or undeliverable"]
    }
  }
}
