import Delivery
import FoundationEssentials
import GRDB
import Packaging

extension Database {
  /// The delivery of that id.
  func delivery(_ id: String) throws -> DeliveryEntry {
    let row = try Row.fetchOne(self, sql: "SELECT * FROM deliveries WHERE id = ?", arguments: [id])
    guard let row else { throw LedgerError.noSuchDelivery(id: id) }
    return try DeliveryEntry(row: row)
  }

  /// Every delivery of a document, in the order they were queued.
  func deliveries(of document: String) throws -> [DeliveryEntry] {
    try Row.fetchAll(
      self, sql: "SELECT * FROM deliveries WHERE document = ? ORDER BY createdAt, id",
      arguments: [document]
    ).map(DeliveryEntry.init(row:))
  }
}

extension DeliveryEntry {
  init(row: Row) throws {
    self.init(
      id: row["id"], document: row["document"], documentId: row["documentId"],
      destination: row["destination"],
      receivers: try StoredJSON(data: row["receivers"]).value([String].self),
      envelopePath: row["envelopePath"], envelopeSHA256: row["envelopeSHA256"],
      fileName: row["fileName"], urgency: row["urgency"],
      deadline: (row["deadline"] as Int64?).map(Moment.init(milliseconds:)),
      edition: row["edition"],
      state: try StoredJSON(data: row["stateJSON"]).value(DeliveryState.self),
      createdAt: Moment(milliseconds: row["createdAt"]),
      updatedAt: Moment(milliseconds: row["updatedAt"]))
  }

  init(_ new: NewDelivery, of document: String, at now: Moment) {
    self.init(
      id: new.id, document: document, documentId: new.documentId, destination: new.destination,
      receivers: new.receivers, envelopePath: new.envelopePath,
      envelopeSHA256: new.envelopeSHA256, fileName: new.fileName, urgency: new.urgency,
      deadline: new.deadline, edition: new.edition,
      state: DeliveryState(id: new.id, queuedAt: now), createdAt: now, updatedAt: now)
  }

  /// Takes over what an accepted document brings in place of what is queued.
  mutating func take(_ new: NewDelivery, of document: String) {
    self.document = document
    receivers = new.receivers
    envelopePath = new.envelopePath
    envelopeSHA256 = new.envelopeSHA256
    fileName = new.fileName
    urgency = new.urgency
    deadline = new.deadline
  }

  /// Feeds an event to the state, keeps the outcome, and writes down what happened.
  @discardableResult
  mutating func apply(
    _ event: DeliveryEvent, by actor: String, note: String, at now: Moment, in database: Database
  ) throws -> DeliveryAction {
    let before = state
    let action = state.handle(event)
    guard state != before else { return action }
    updatedAt = now
    try save(in: database)
    try write(from: before.name, by: actor, note: note, at: now, in: database)
    return action
  }

  /// Writes one line of the delivery's story.
  func write(
    from: DeliveryState.Name?, by actor: String, note: String, at now: Moment,
    in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO deliveryEvents (delivery, at, actor, "from", "to", note)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, now.milliseconds, actor, from?.rawValue, state.name.rawValue, note])
  }

  /// Writes the row; the columns beside the state's JSON are for finding it.
  func save(in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO deliveries
          (id, document, documentId, destination, receivers, envelopePath, envelopeSHA256, fileName,
          state, stateJSON, attempts, notBefore, leaseUntil, lastError, createdAt, updatedAt,
          urgency, deadline, deliveredAt, reference, yearCode, edition)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          document = excluded.document, receivers = excluded.receivers,
          envelopePath = excluded.envelopePath, envelopeSHA256 = excluded.envelopeSHA256,
          fileName = excluded.fileName, state = excluded.state, stateJSON = excluded.stateJSON,
          attempts = excluded.attempts, notBefore = excluded.notBefore,
          leaseUntil = excluded.leaseUntil, lastError = excluded.lastError,
          updatedAt = excluded.updatedAt, urgency = excluded.urgency,
          deadline = excluded.deadline, deliveredAt = excluded.deliveredAt,
          reference = excluded.reference
        """,
      arguments: [
        id, document, documentId, destination, StoredJSON(receivers, version: 1).data,
        envelopePath, envelopeSHA256, fileName, state.name.rawValue,
        StoredJSON(state, version: 1).data, state.attempts, state.notBefore?.milliseconds,
        state.lease?.until.milliseconds, state.lastError?.code.rawValue, createdAt.milliseconds,
        updatedAt.milliseconds, urgency, deadline?.milliseconds, state.receipt?.at.milliseconds,
        state.receipt?.reference, DocumentIdParts(documentId).yearCode, edition,
      ])
  }

  /// Begins the story of each receiver that the envelope names, and ends that of all others.
  func saveReceivers(in database: Database) throws {
    try database.execute(sql: "DELETE FROM receivers WHERE delivery = ?", arguments: [id])
    for receiver in Set(receivers) {
      try database.execute(
        sql: "INSERT INTO receivers (delivery, receiver, queuedAt) VALUES (?, ?, ?)",
        arguments: [id, receiver, createdAt.milliseconds])
    }
  }
}
