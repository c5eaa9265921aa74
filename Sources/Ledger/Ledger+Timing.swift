package import Delivery
import Findings
import FoundationEssentials
import GRDB

extension Ledger {
  /// Fills an empty ledger with so many deliveries in every state, for measurements only.
  package func fillForTiming(
    rows: Int, destination: String, at now: Moment
  ) throws(LedgerError) {
    guard try deliveries(QueueFilter(limit: 1)).isEmpty else { return }
    try write { database in
      let error = SendingError(
        kind: .permanent, code: .refused, subject: destination,
        message: .init(vi: "v", en: "e"))
      let late = SendingError(
        kind: .transient, code: .noConnection, subject: destination, message: error.message)
      for number in 0..<rows {
        let document = DocumentEntry(
          name: "\(number).pdf", sources: ["\(number)"], pipeline: "bench", status: .accepted,
          updatedAt: now)
        try document.save(in: database)
        let time = now.adding(milliseconds: Int64(number - rows))
        var entry = DeliveryEntry(
          NewDelivery(
            documentId: "Y98.01,2026/03/05,\(number)/SMH-VP", destination: destination,
            receivers: ["Y10.\(String(1000 + number % 95).dropFirst())"],
            envelopePath: "/e/\(number)", envelopeSHA256: "\(number)", fileName: "\(number)",
            urgency: number % 50 == 0 ? 1 : 0, deadline: now.adding(seconds: number % 1000 - 500)),
          of: document.name, at: time)
        let lease = DeliveryEvent.leased(
          Lease(holder: "bench", until: now.adding(seconds: 900)), at: now)
        switch number % 10 {
        case 6:
          _ = entry.state.handle(lease)
          _ = entry.state.handle(
            .arrived(Receipt(reference: "1", sha256: "", arrival: .written, at: now)))
        case 7:
          _ = entry.state.handle(lease)
          _ = entry.state.handle(.failed(error, attempt: 1, policy: .standard, at: now))
        case 8: _ = entry.state.handle(.cancelled)
        case 9:
          _ = entry.state.handle(lease)
          _ = entry.state.handle(.failed(late, attempt: 1, policy: .standard, at: now))
        default: break
        }
        try entry.save(in: database)
        try entry.saveReceivers(in: database)
      }
    }
  }
}
