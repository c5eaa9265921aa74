public import Delivery
import Findings
import Foundation
public import Ledger

/// The deliveries as a table for spreadsheets, a line for each receiver.
///
/// RFC 4180, with a byte order mark so that accents show.
public func queueCSV(_ lines: [DeliveryLine], at now: Moment) -> String {
  let header = [
    "id", "document", "documentId", "destination", "receiver", "state", "attempts", "urgency",
    "queuedAt", "deadline", "deliveredAt", "late", "reference", "transport", "status",
    "reportedAt", "reason", "error", "sha256",
  ]
  let rows = lines.map { line -> [String] in
    let delivery = line.delivery
    let fate = line.fate
    return [
      delivery.id, delivery.document, delivery.documentId, delivery.destination, fate.receiver,
      delivery.state.name.rawValue, "\(delivery.state.attempts)", "\(delivery.urgency)",
      isoTime(delivery.createdAt), delivery.deadline.map(isoTime) ?? "",
      (delivery.state.receipt?.at).map(isoTime) ?? "", delivery.isLate(at: now) ? "1" : "0",
      delivery.state.receipt?.reference ?? "", fate.transport ?? "", fate.code ?? "",
      fate.reportedAt ?? "", fate.reason ?? "", delivery.state.lastError?.code.rawValue ?? "",
      delivery.envelopeSHA256,
    ]
  }
  return table([header] + rows)
}

/// The months as a table for spreadsheets.
public func monthlyCSV(_ months: [MonthlyFigures]) -> String {
  let header = [
    "month", "sent", "receivers", "late", "refused", "refusedReasons", "undeliverable",
    "undeliverableReasons", "received", "duplicates", "unreadable", "rescans",
  ]
  return table(
    [header]
      + months.map { month in
        [
          month.month, "\(month.sent)", "\(month.receivers)", "\(month.late)",
          "\(month.refused.values.reduce(0, +))", reasons(month.refused),
          "\(month.undeliverable.values.reduce(0, +))", reasons(month.undeliverable),
          "\(month.received)", "\(month.duplicates)", "\(month.unreadable)", "\(month.rescans)",
        ]
      })
}

/// Reasons with their counts, the most frequent first.
func reasons(_ counts: [String: Int]) -> String {
  counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    .map { "\($0.key.isEmpty ? "?" : $0.key): \($0.value)" }.joined(separator: "; ")
}

private func table(_ rows: [[String]]) -> String {
  "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
}

/// A cell; what a spreadsheet would take for a formula is made text.
private func cell(_ text: String) -> String {
  let safe = ["=", "+", "-", "@", "\t"].contains(text.prefix(1)) ? "'" + text : text
  guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
  return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
}

/// A moment in Vietnam's time, ISO 8601.
private func isoTime(_ moment: Moment) -> String {
  let formatter = ISO8601DateFormatter()
  formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
  return formatter.string(
    from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
}
