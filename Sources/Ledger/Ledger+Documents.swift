public import Delivery
import FoundationEssentials
import GRDB

extension Ledger {
  /// The document of that name; nil when there is none.
  public func document(named name: String) throws(LedgerError) -> DocumentEntry? {
    try read {
      try Row.fetchOne($0, sql: "SELECT * FROM documents WHERE name = ?", arguments: [name])
        .map(DocumentEntry.init(row:))
    }
  }

  /// The documents, by name; only those of one status when it is given.
  public func documents(
    _ status: DocumentStatus? = nil
  ) throws(LedgerError) -> [DocumentEntry] {
    try read {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM documents WHERE ? IS NULL OR status = ? ORDER BY name",
        arguments: [status?.rawValue, status?.rawValue]
      ).map(DocumentEntry.init(row:))
    }
  }

  /// Keeps a document that is not accepted and withdraws its deliveries, in one transaction.
  ///
  /// The answer names the deliveries that could not be withdrawn: they have arrived, may have
  /// arrived, or are being sent at this moment and will not be sent again.
  @discardableResult
  public func record(
    _ document: DocumentEntry, by actor: String, at now: Moment
  ) throws(LedgerError) -> [DeliveryEntry] {
    precondition(document.status != .accepted, "an accepted document is kept by accept(_:…)")
    return try write { database in
      try document.save(in: database)
      return try database.deliveries(of: document.name).compactMap { delivery in
        var delivery = delivery
        let action = try delivery.apply(
          .withdrawn, by: actor, note: "document is \(document.status.rawValue)", at: now,
          in: database)
        guard case .refuse = action else { return nil }
        return delivery
      }
    }
  }

  /// Keeps a document's metadata in another order of readings; where the document stands does not change.
  public func replaceRecord(
    of document: String, by record: StoredJSON, judgement: StoredJSON?
  ) throws(LedgerError) {
    try write {
      try $0.execute(
        sql: "UPDATE documents SET record = ?, judgement = ? WHERE name = ?",
        arguments: [record.data, judgement?.data, document])
    }
  }

  /// Adds a person's decision behind the others and gives it its place.
  @discardableResult
  public func append(
    _ act: StoredJSON, to document: String, by: String, why: String, at: String
  ) throws(LedgerError) -> DecisionEntry {
    try write { database in
      guard
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE name = ?)",
          arguments: [document]) == true
      else { throw LedgerError.noSuchDocument(name: document) }
      let last =
        try Int.fetchOne(
          database, sql: "SELECT MAX(seq) FROM decisions WHERE document = ?", arguments: [document])
        ?? 0
      try database.execute(
        sql: "INSERT INTO decisions (document, seq, act, by, why, at) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [document, last + 1, act.data, by, why, at])
      return DecisionEntry(
        document: document, seq: last + 1, act: act, by: by, why: why, at: at)
    }
  }

  /// The decisions about a document, oldest first.
  public func decisions(about document: String) throws(LedgerError) -> [DecisionEntry] {
    try read {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM decisions WHERE document = ? ORDER BY seq", arguments: [document]
      ).map { row in
        DecisionEntry(
          document: row["document"], seq: row["seq"], act: StoredJSON(data: row["act"]),
          by: row["by"], why: row["why"], at: row["at"])
      }
    }
  }
}

extension DocumentEntry {
  fileprivate init(row: Row) throws {
    let name: String = row["name"]
    guard let status = DocumentStatus(rawValue: row["status"]) else {
      throw LedgerError.unreadable(what: "status of document \(name)")
    }
    self.init(
      name: name, sources: try StoredJSON(data: row["sources"]).value([String].self),
      pipeline: row["pipeline"], status: status,
      judgement: Self.json(row, "judgement"), record: Self.json(row, "record"),
      hold: Self.json(row, "hold"), error: Self.json(row, "error"),
      outputs: Self.json(row, "outputs"), updatedAt: Moment(milliseconds: row["updatedAt"]))
  }

  /// Writes the row; a foreign key points at it, so it is updated and not replaced.
  func save(in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO documents
          (name, sources, pipeline, status, judgement, record, hold, error, outputs, updatedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET
          sources = excluded.sources, pipeline = excluded.pipeline, status = excluded.status,
          judgement = excluded.judgement, record = excluded.record, hold = excluded.hold,
          error = excluded.error, outputs = excluded.outputs, updatedAt = excluded.updatedAt
        """,
      arguments: [
        name, StoredJSON(sources, version: 1).data, pipeline, status.rawValue, judgement?.data,
        record?.data, hold?.data, error?.data, outputs?.data, updatedAt.milliseconds,
      ])
  }

  private static func json(_ row: Row, _ column: String) -> StoredJSON? {
    let data: Data? = row[column]
    return data.map { StoredJSON(data: $0) }
  }
}
