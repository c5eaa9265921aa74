public import Delivery
import FoundationEssentials
import GRDB

/// What one month saw, as the Government Office asks agencies for it.
public struct MonthlyFigures: Sendable, Equatable, Codable {
  /// `yyyy-MM`, in Vietnam's time.
  public let month: String
  /// Documents that left.
  public internal(set) var sent = 0
  /// Receivers of those.
  public internal(set) var receivers = 0
  /// Documents that left after their deadline.
  public internal(set) var late = 0
  /// Receivers that refused, by the reason they gave.
  public internal(set) var refused: [String: Int] = [:]
  /// Documents that could not be sent, by the code of the last error.
  public internal(set) var undeliverable: [String: Int] = [:]
  /// Documents that came in.
  public internal(set) var received = 0
  /// Documents that came in a second time.
  public internal(set) var duplicates = 0
  /// Messages that could not be read.
  public internal(set) var unreadable = 0
  /// Scans that were sent back to be scanned again.
  public internal(set) var rescans = 0
}

/// One receiver of one delivery, for exports.
public struct DeliveryLine: Sendable, Equatable {
  /// The delivery.
  public let delivery: DeliveryEntry
  /// What became of it at that receiver.
  public let fate: ReceiverFate
}

extension Ledger {
  /// The figures of each month that saw anything, from `first` on (`yyyy-MM`), oldest first.
  public func monthlyFigures(from first: String = "") throws(LedgerError) -> [MonthlyFigures] {
    try read { database in
      var months: [String: MonthlyFigures] = [:]
      func count(_ sql: String, _ take: (inout MonthlyFigures, Row) -> Void) throws {
        for row in try Row.fetchAll(database, sql: sql) {
          let month: String = row["month"]
          guard month >= first else { continue }
          take(&months[month, default: MonthlyFigures(month: month)], row)
        }
      }
      func month(_ column: String) -> String {
        "strftime('%Y-%m', \(column) / 1000 + 25200, 'unixepoch') AS month"
      }
      try count(
        """
        SELECT \(month("deliveredAt")), COUNT(*) AS amount, SUM(deliveredAt > deadline) AS late
        FROM deliveries WHERE deliveredAt IS NOT NULL GROUP BY month
        """
      ) {
        $0.sent = $1["amount"]
        $0.late = $1["late"] ?? 0
      }
      try count(
        """
        SELECT \(month("deliveredAt")), COUNT(*) AS amount FROM receivers
        JOIN deliveries ON id = delivery WHERE deliveredAt IS NOT NULL GROUP BY month
        """
      ) { $0.receivers = $1["amount"] }
      try count(
        """
        SELECT \(month("deliveredAt")), COALESCE(reason, '') AS reason, COUNT(*) AS amount
        FROM receivers JOIN deliveries ON id = delivery
        WHERE code = '02' AND deliveredAt IS NOT NULL GROUP BY month, reason
        """
      ) { $0.refused[$1["reason"]] = $1["amount"] }
      try count(
        """
        SELECT \(month("updatedAt")), COALESCE(lastError, state) AS reason, COUNT(*) AS amount
        FROM deliveries WHERE state IN ('failed', 'unknown') GROUP BY month, reason
        """
      ) { $0.undeliverable[$1["reason"]] = $1["amount"] }
      try count(
        """
        SELECT \(month("at")), SUM(type = 'edoc' AND state = 'done') AS received,
          SUM(state = 'duplicate') AS duplicates, SUM(state = 'unreadable') AS unreadable
        FROM inbox GROUP BY month
        """
      ) {
        $0.received = $1["received"]
        $0.duplicates = $1["duplicates"]
        $0.unreadable = $1["unreadable"]
      }
      try count(
        """
        SELECT \(month("updatedAt")), COUNT(*) AS amount FROM documents
        WHERE status = 'rescan' GROUP BY month
        """
      ) { $0.rescans = $1["amount"] }
      return months.values.sorted { $0.month < $1.month }
    }
  }

  /// How many deliveries arrived since a moment.
  public func arrivals(since then: Moment) throws(LedgerError) -> Int {
    try read {
      try Int.fetchOne(
        $0, sql: "SELECT COUNT(*) FROM deliveries WHERE deliveredAt >= ?",
        arguments: [then.milliseconds]) ?? 0
    }
  }

  /// How many deliveries have not arrived though their deadline is over.
  public func overdue(at now: Moment) throws(LedgerError) -> Int {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT COUNT(*) FROM deliveries
          WHERE deadline < ? AND deliveredAt IS NULL AND state <> 'cancelled'
          """, arguments: [now.milliseconds]) ?? 0
    }
  }

  /// The deliveries that a filter asks for, a line for each receiver.
  public func lines(_ filter: QueueFilter) throws(LedgerError) -> [DeliveryLine] {
    var lines: [DeliveryLine] = []
    for delivery in try deliveries(filter) {
      for fate in try fates(of: delivery.id) {
        lines.append(DeliveryLine(delivery: delivery, fate: fate))
      }
    }
    return lines
  }

  /// The events behind a place in the story of the whole queue, and the place of the last of them.
  public func events(
    after place: Int64
  ) throws(LedgerError) -> (events: [DeliveryEventEntry], place: Int64) {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM deliveryEvents WHERE seq > ? ORDER BY seq LIMIT 1000",
        arguments: [place])
      return (try rows.map(DeliveryEventEntry.init(row:)), rows.last?["seq"] ?? place)
    }
  }

  /// The place of the last event so far.
  public func lastEventPlace() throws(LedgerError) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT MAX(seq) FROM deliveryEvents") ?? 0 }
  }

  /// Asks the receivers of a document that has left to give it back (status 13), in a person's name.
  ///
  /// The reports leave with the next pass of sending or receiving; the answers (15, 16) show at the receivers.
  public func recall(
    _ id: String, with reports: [OutgoingReport], by actor: String, why: String, at now: Moment
  ) throws(LedgerError) {
    try write { database in
      let entry = try database.delivery(id)
      for report in reports { try report.save(in: database, at: now) }
      try entry.write(
        from: entry.state.name, by: actor, note: "recall: \(why)", at: now, in: database)
    }
  }
}
