public import Delivery
import FoundationEssentials
import GRDB
public import Packaging

extension Ledger {
  /// The message of that name; nil when it is not here.
  public func incoming(_ docId: String) throws(LedgerError) -> InboxEntry? {
    try read {
      try Row.fetchOne($0, sql: "SELECT * FROM inbox WHERE docId = ?", arguments: [docId])
        .map(InboxEntry.init(row:))
    }
  }

  /// The messages of an account that the axis was not told about, oldest first.
  public func openIncoming(of account: String) throws(LedgerError) -> [InboxEntry] {
    try read {
      try Row.fetchAll(
        $0,
        sql: "SELECT * FROM inbox WHERE account = ? AND isAcknowledged = 0 ORDER BY at, docId",
        arguments: [account]
      ).map(InboxEntry.init(row:))
    }
  }

  /// The message that brought the same document before; nil when this is the first.
  ///
  /// A recall, an update and a replacement are never duplicates: each must be looked at.
  public func predecessor(of entry: InboxEntry) throws(LedgerError) -> InboxEntry? {
    guard let documentId = entry.documentId, entry.action == 0 else { return nil }
    return try read {
      try Row.fetchOne(
        $0,
        sql: """
          SELECT * FROM inbox WHERE sender = ? AND documentId = ? AND action = 0 AND docId <> ?
            AND receiver = ? AND state = 'done' ORDER BY at LIMIT 1
          """, arguments: [entry.sender, documentId, entry.docId, entry.receiver]
      ).map(InboxEntry.init(row:))
    }
  }

  /// The messages that came in, newest first; at most so many.
  public func incoming(limit: Int) throws(LedgerError) -> [InboxEntry] {
    try read {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM inbox WHERE type = 'edoc' ORDER BY at DESC, docId LIMIT ?",
        arguments: [limit]
      ).map(InboxEntry.init(row:))
    }
  }

  /// The messages that brought a document of that identifier to that receiver; to anybody when nil.
  public func incoming(
    documentId: String, receiver: String?
  ) throws(LedgerError) -> [InboxEntry] {
    try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT * FROM inbox WHERE type = 'edoc' AND documentId = ? AND state = 'done'
            AND (? IS NULL OR receiver = ?) ORDER BY at
          """, arguments: [documentId, receiver, receiver]
      ).map(InboxEntry.init(row:))
    }
  }

  /// Keeps a message, and the report on it that is to be sent, in one transaction.
  public func keep(
    _ entry: InboxEntry, report: OutgoingReport? = nil, at now: Moment
  ) throws(LedgerError) {
    try write { database in
      try entry.save(in: database)
      try report?.save(in: database, at: now)
    }
  }

  /// The next report of an account that is due.
  public func dueReport(of account: String, at now: Moment) throws(LedgerError) -> OutgoingReport? {
    try read {
      try Row.fetchOne(
        $0,
        sql:
          "SELECT * FROM reports WHERE account = ? AND notBefore <= ? ORDER BY notBefore LIMIT 1",
        arguments: [account, now.milliseconds]
      ).map(OutgoingReport.init(row:))
    }
  }

  /// Keeps how an attempt to send a report ended: under which name it was taken, or when it is due
  /// again; neither means that it never will be.
  public func settle(
    _ report: OutgoingReport, sentAs docId: String?, dueAgain: Moment?
  ) throws(LedgerError) {
    try write {
      try $0.execute(
        sql: """
          UPDATE reports SET sentAs = ?, notBefore = ?, attempts = attempts + 1
          WHERE documentId = ? AND organ = ? AND sender = ? AND code = ?
          """,
        arguments: [
          docId, dueAgain?.milliseconds, report.documentId, report.organ, report.sender,
          report.code,
        ])
    }
  }

  /// Takes in a report on a document that we sent; nil when we sent no such document.
  ///
  /// True when it is news; a report comes twice, late and out of order.
  public func take(
    _ report: StatusReport, by actor: String, at now: Moment
  ) throws(LedgerError) -> Bool? {
    let composed = [report.about.organId, report.about.date?.slashed, report.about.code]
      .compactMap { $0 }.joined(separator: ",")
    return try write { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM deliveries WHERE documentId IN (?, ?)",
        arguments: [report.about.documentId, composed])
      guard !rows.isEmpty else { return nil }
      var isNews = false
      for row in rows {
        let entry = try DeliveryEntry(row: row)
        let news = try entry.update(report.from.id, in: database) { $0.take(report) }
        guard news else { continue }
        isNews = true
        try entry.write(
          from: entry.state.name, by: actor, note: "\(report.from.id): \(report.code)", at: now,
          in: database)
      }
      return isNews
    }
  }

  /// Takes in what the axis says of each receiver's system; how many were news.
  public func track(
    _ items: [SentItem], by actor: String, at now: Moment
  ) throws(LedgerError) -> Int {
    try write { database in
      var count = 0
      for item in items {
        guard let docId = item.senderDocId, let receiver = item.toCode,
          let status = item.receiveStatus,
          let row = try Row.fetchOne(
            database, sql: "SELECT * FROM deliveries WHERE reference = ?", arguments: [docId])
        else { continue }
        let entry = try DeliveryEntry(row: row)
        guard try entry.update(receiver, in: database, { $0.track(status) }) else { continue }
        count += 1
        try entry.write(
          from: entry.state.name, by: actor, note: "\(receiver): \(status)", at: now,
          in: database)
      }
      return count
    }
  }
}

extension DeliveryEntry {
  /// Changes what is known of a receiver; true when that is news.
  fileprivate func update(
    _ receiver: String, in database: Database, _ change: (inout ReceiverFate) -> Bool
  ) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM receivers WHERE delivery = ? AND receiver = ?",
      arguments: [id, receiver])
    // An office that was not named may have got it from one that was.
    var fate = row.map(ReceiverFate.init(row:)) ?? ReceiverFate(receiver: receiver)
    guard change(&fate) else { return false }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO receivers
          (delivery, receiver, queuedAt, transport, code, reason, reportedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, receiver, createdAt.milliseconds, fate.transport, fate.code, fate.reason,
        fate.reportedAt,
      ])
    return true
  }
}

extension InboxEntry {
  fileprivate init(row: Row) throws {
    self.init(
      docId: row["docId"], account: row["account"], type: row["type"], sender: row["sender"],
      receiver: row["receiver"], sha256: row["sha256"], rawPath: row["rawPath"],
      at: Moment(milliseconds: row["at"]))
    documentId = row["documentId"]
    action = row["action"]
    folder = row["folder"]
    note = row["note"]
    isAcknowledged = row["isAcknowledged"]
    guard let state = State(rawValue: row["state"]) else {
      throw LedgerError.unreadable(what: "state of message \(docId)")
    }
    self.state = state
  }

  fileprivate func save(in database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO inbox (docId, account, type, sender, receiver, documentId, action,
          sha256, rawPath, folder, state, isAcknowledged, note, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        docId, account, type, sender, receiver, documentId, action, sha256, rawPath, folder,
        state.rawValue, isAcknowledged, note, at.milliseconds,
      ])
  }
}

extension OutgoingReport {
  fileprivate init(row: Row) {
    let envelope: Data = row["envelope"]
    self.init(
      documentId: row["documentId"], organ: row["organ"], sender: row["sender"],
      code: row["code"], account: row["account"], envelope: [UInt8](envelope),
      attempts: row["attempts"])
  }

  func save(in database: Database, at now: Moment) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO reports
          (documentId, organ, sender, code, account, envelope, notBefore, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        documentId, organ, sender, code, account, Data(envelope), now.milliseconds,
        now.milliseconds,
      ])
  }
}
