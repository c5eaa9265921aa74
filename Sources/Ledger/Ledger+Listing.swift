public import Delivery
import FoundationEssentials
import GRDB

/// Which deliveries are asked for; what is nil is not asked.
public struct QueueFilter: Sendable, Equatable {
  /// In one of these states.
  public var states: Set<DeliveryState.Name>?
  /// Of that document of a run.
  public var document: String?
  /// With that receiver among others.
  public var receiver: String?
  /// With that last report from a receiver.
  public var code: String?
  /// Queued at that time or later.
  public var since: Moment?
  /// Overdue at that time: not arrived, and the deadline is over.
  public var overdueAt: Moment?
  /// At most so many; nil for all.
  public var limit: Int?

  /// Asks for everything.
  public init(
    states: Set<DeliveryState.Name>? = nil, document: String? = nil, receiver: String? = nil,
    code: String? = nil, since: Moment? = nil, overdueAt: Moment? = nil, limit: Int? = nil
  ) {
    self.states = states
    self.document = document
    self.receiver = receiver
    self.code = code
    self.since = since
    self.overdueAt = overdueAt
    self.limit = limit
  }
}

extension Ledger {
  /// The deliveries that a filter asks for, oldest first; what is overdue, the longest overdue first.
  public func deliveries(
    _ filter: QueueFilter = QueueFilter()
  ) throws(LedgerError) -> [DeliveryEntry] {
    try read { database in
      var conditions: [String] = []
      var arguments = StatementArguments()
      func ask(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        conditions.append(condition)
        arguments += StatementArguments(values)
      }
      if let states = filter.states {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        // What is overdue is walked by its deadline; the plus keeps the index of states out of it.
        conditions.append("\(filter.overdueAt == nil ? "" : "+")state IN (\(marks))")
        arguments += StatementArguments(states.map(\.rawValue).sorted())
      }
      if let document = filter.document { ask("document = ?", document) }
      // By receiver the walk goes along that index, in the same order, and ends at the limit.
      let byReceiver = filter.receiver != nil || filter.code != nil
      if let receiver = filter.receiver { ask("receiver = ?", receiver) }
      if let code = filter.code { ask("code = ?", code) }
      if let since = filter.since { ask("createdAt >= ?", since.milliseconds) }
      if let overdueAt = filter.overdueAt {
        ask("deadline < ? AND deliveredAt IS NULL AND state <> 'cancelled'", overdueAt.milliseconds)
      }
      let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      let limit = filter.limit.map { " LIMIT \($0)" } ?? ""
      let source =
        byReceiver
        ? "receivers CROSS JOIN deliveries ON id = delivery\(condition) ORDER BY queuedAt, delivery"
        : "deliveries\(condition) ORDER BY \(filter.overdueAt == nil ? "createdAt, id" : "deadline")"
      // Without a receiver's name one delivery may come once for each of its receivers.
      let distinct = byReceiver && filter.receiver == nil ? "DISTINCT " : ""
      return try Row.fetchAll(
        database, sql: "SELECT \(distinct)deliveries.* FROM \(source)\(limit)", arguments: arguments
      ).map(DeliveryEntry.init(row:))
    }
  }

  /// How many deliveries stand in each state, and since when the oldest waits.
  public func statistics() throws(LedgerError) -> QueueStatistics {
    try read { database in
      var counts = Dictionary(uniqueKeysWithValues: DeliveryState.Name.allCases.map { ($0, 0) })
      var oldest: Int64?
      for name in DeliveryState.Name.allCases {
        counts[name] = try Int.fetchOne(
          database, sql: "SELECT COUNT(*) FROM deliveries WHERE state = ?",
          arguments: [name.rawValue])
        guard name != .delivered, name != .cancelled else { continue }
        let first = try Int64.fetchOne(
          database, sql: "SELECT MIN(createdAt) FROM deliveries WHERE state = ?",
          arguments: [name.rawValue])
        oldest = [oldest, first].compactMap { $0 }.min()
      }
      return QueueStatistics(
        counts: counts, oldestSince: oldest.map(Moment.init(milliseconds:)))
    }
  }

  /// What became of a delivery at each of its receivers, by code.
  public func fates(of delivery: String) throws(LedgerError) -> [ReceiverFate] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM receivers WHERE delivery = ? ORDER BY receiver",
        arguments: [delivery]
      ).map(ReceiverFate.init(row:))
    }
  }
}

extension ReceiverFate {
  init(row: Row) {
    self.init(
      receiver: row["receiver"], transport: row["transport"], code: row["code"],
      reason: row["reason"], reportedAt: row["reportedAt"])
  }
}
