public import Delivery
import Findings
import FoundationEssentials
import GRDB

extension Ledger {
  /// The delivery of that id.
  public func delivery(_ id: String) throws(LedgerError) -> DeliveryEntry {
    try read { try $0.delivery(id) }
  }

  /// What happened to a delivery, oldest first.
  public func events(of delivery: String) throws(LedgerError) -> [DeliveryEventEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM deliveryEvents WHERE delivery = ? ORDER BY seq",
        arguments: [delivery]
      ).map(DeliveryEventEntry.init(row:))
    }
  }

  /// The peer's names of other envelopes of the same document, such as the one that an update follows.
  public func otherReferences(of delivery: DeliveryEntry) throws(LedgerError) -> Set<String> {
    try read {
      Set(
        try String.fetchAll(
          $0,
          sql: """
            SELECT reference FROM deliveries
            WHERE documentId = ? AND id <> ? AND reference IS NOT NULL
            """, arguments: [delivery.documentId, delivery.id]))
    }
  }

  /// Whether a document of that identifier is in the queue and no envelope of it has arrived.
  public func isOnItsWay(_ documentId: String) throws(LedgerError) -> Bool {
    try read {
      let states = try String.fetchAll(
        $0, sql: "SELECT state FROM deliveries WHERE documentId = ? AND edition = ''",
        arguments: [documentId])
      return !states.isEmpty && !states.contains("delivered")
    }
  }

  /// When the next delivery for a destination is due or its lease ends; nil when none will be.
  public func nextDue(for destination: String) throws(LedgerError) -> Moment? {
    try read { database in
      let leased = try Int64.fetchOne(
        database,
        sql: """
          SELECT MIN(leaseUntil) FROM deliveries
          WHERE destination = ? AND leaseUntil IS NOT NULL
          """, arguments: [destination])
      let due = try (0...4).map { urgency in
        try Int64.fetchOne(
          database,
          sql: """
            SELECT MIN(notBefore) FROM deliveries
            WHERE destination = ? AND urgency = ? AND notBefore IS NOT NULL
            """, arguments: [destination, urgency])
      }
      return (due + [leased]).compactMap { $0 }.min().map(Moment.init(milliseconds:))
    }
  }

  /// Takes the next delivery that is due, so that no other sender takes it before the lease ends.
  ///
  /// A lease that ran out is first settled by `rule`: it is due again, or waits for a person.
  public func leaseNext(
    for destination: String, by holder: String, until end: Moment, rule: ResendRule, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry? {
    try write { database in
      let expired = try Row.fetchAll(
        database,
        sql: "SELECT * FROM deliveries WHERE destination = ? AND leaseUntil <= ?",
        arguments: [destination, now.milliseconds])
      for row in expired {
        var entry = try DeliveryEntry(row: row)
        try entry.apply(
          .leaseExpired(rule, at: now), by: holder, note: "the sender did not come back", at: now,
          in: database)
      }
      // A level at a time: within one the index gives the next one at once, however many wait.
      var due: Row?
      for urgency in stride(from: 4, through: 0, by: -1) where due == nil {
        due = try Row.fetchOne(
          database,
          sql: """
            SELECT deliveries.* FROM deliveries JOIN documents ON documents.name = document
            WHERE destination = ? AND urgency = ? AND notBefore <= ? AND status = 'accepted'
            ORDER BY notBefore, createdAt, deliveries.rowid LIMIT 1
            """, arguments: [destination, urgency, now.milliseconds])
      }
      guard let due else { return nil }
      var entry = try DeliveryEntry(row: due)
      try entry.apply(
        .leased(Lease(holder: holder, until: end), at: now), by: holder,
        note: "attempt \(entry.state.attempts + 1)", at: now, in: database)
      return entry
    }
  }

  /// Settles what senders hold that are gone for certain, without waiting for their leases to end.
  ///
  /// Whether something arrived is not known, so the attempt counts as one that was never confirmed.
  public func settleVanished(
    for destination: String, rule: ResendRule, policy: RetryPolicy, by actor: String,
    at now: Moment, isGone: (_ holder: String) -> Bool
  ) throws(LedgerError) {
    let held = try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM deliveries WHERE destination = ? AND leaseUntil IS NOT NULL",
        arguments: [destination]
      ).map(DeliveryEntry.init(row:))
    }
    for entry in held {
      guard let holder = entry.state.lease?.holder, isGone(holder) else { continue }
      let error = SendingError(
        kind: rule == .tryAgain ? .unconfirmed : .outcomeUnknown, code: .senderVanished,
        subject: destination,
        message: Wording(
          vi: "Tiến trình gửi dừng giữa chừng.", en: "The sender ended in the middle of an attempt."
        ))
      try settle(
        entry.id, .failed(error, attempt: entry.state.attempts, policy: policy, at: now), by: actor,
        note: "\(error.kind.rawValue): \(error.code.rawValue)", at: now)
    }
  }

  /// Keeps how an attempt ended; an outcome that comes after its lease has run out is judged too.
  @discardableResult
  public func finish(
    _ lease: DeliveryEntry, with outcome: Result<Receipt, SendingError>, policy: RetryPolicy,
    by holder: String, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry {
    switch outcome {
    case .success(let receipt):
      return try settle(
        lease.id, .arrived(receipt), by: holder, note: receipt.arrival.rawValue, at: now)
    case .failure(let error):
      return try settle(
        lease.id,
        .failed(error, attempt: lease.state.attempts, policy: policy, at: now), by: holder,
        note: "\(error.kind.rawValue): \(error.code.rawValue)", at: now)
    }
  }

  /// Puts a dead letter, a cancelled or a waiting delivery back into the queue, due at once.
  ///
  /// It is refused while the document is not accepted, whatever the person wishes.
  @discardableResult
  public func retry(
    _ delivery: String, by actor: String, why: String, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry {
    try write { database in
      var entry = try database.delivery(delivery)
      let status = try String.fetchOne(
        database, sql: "SELECT status FROM documents WHERE name = ?", arguments: [entry.document])
      guard status == DocumentStatus.accepted.rawValue else {
        throw LedgerError.refused(delivery: delivery, .documentNotAccepted)
      }
      let action = try entry.apply(
        .retried(at: now), by: actor, note: "retry: \(why)", at: now, in: database)
      if case .refuse(let refusal) = action {
        throw LedgerError.refused(delivery: delivery, refusal)
      }
      return entry
    }
  }

  /// Takes a delivery out of the queue; it stays out until a person retries it.
  @discardableResult
  public func cancel(
    _ delivery: String, by actor: String, why: String, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry {
    try settle(delivery, .cancelled, by: actor, note: "cancel: \(why)", at: now)
  }

  /// Keeps a person's word that a delivery of unknown outcome has arrived.
  @discardableResult
  public func confirmArrival(
    of delivery: String, reference: String, by actor: String, why: String, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry {
    let entry = try self.delivery(delivery)
    let receipt = Receipt(
      reference: reference, sha256: entry.envelopeSHA256, arrival: .confirmedByPerson, at: now)
    return try settle(delivery, .arrived(receipt), by: actor, note: "arrived: \(why)", at: now)
  }

  @discardableResult
  private func settle(
    _ id: String, _ event: DeliveryEvent, by actor: String, note: String, at now: Moment
  ) throws(LedgerError) -> DeliveryEntry {
    try write { database in
      var entry = try database.delivery(id)
      if case .refuse(let refusal) = try entry.apply(
        event, by: actor, note: note, at: now, in: database)
      {
        throw LedgerError.refused(delivery: id, refusal)
      }
      return entry
    }
  }
}

extension DeliveryEventEntry {
  init(row: Row) throws {
    let delivery: String = row["delivery"]
    let from: String? = row["from"]
    guard let to = DeliveryState.Name(rawValue: row["to"]) else {
      throw LedgerError.unreadable(what: "event of delivery \(delivery)")
    }
    self.init(
      delivery: delivery, at: Moment(milliseconds: row["at"]), actor: row["actor"],
      from: from.flatMap(DeliveryState.Name.init(rawValue:)), to: to, note: row["note"])
  }
}
