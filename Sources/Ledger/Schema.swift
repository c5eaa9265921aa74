import GRDB

/// The tables, one step a version; a step that was released is never changed.
enum Schema {
  /// The version that this program writes.
  static var version: Int { steps.count }

  /// Brings a database to this program's version.
  ///
  /// Foreign keys must be off, for a step may make a table anew that others point at; they are checked at the
  /// end. All steps run in the one transaction that also reads the version, so that two processes that
  /// open a new ledger at the same time cannot both create the tables.
  static func migrate(_ database: Database, path: String) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LedgerError.newerSchema(path: path, found: found, known: version)
    }
    guard found < version else { return }
    for step in steps[found...] { try database.execute(sql: step) }
    try database.checkForeignKeys()
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let steps = [first, second, third]

  private static let first = """
    CREATE TABLE scans (
      sha256 TEXT NOT NULL, key TEXT NOT NULL, survey BLOB NOT NULL,
      PRIMARY KEY (sha256, key)) STRICT;

    CREATE TABLE results (
      stage TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
      PRIMARY KEY (stage, key)) STRICT;

    CREATE TABLE documents (
      name TEXT NOT NULL PRIMARY KEY,
      sources BLOB NOT NULL, pipeline TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('accepted', 'review', 'rescan', 'held', 'failed')),
      judgement BLOB, record BLOB, hold BLOB, error BLOB, outputs BLOB,
      updatedAt INTEGER NOT NULL) STRICT;
    CREATE INDEX documentsByStatus ON documents (status, name);

    CREATE TABLE decisions (
      document TEXT NOT NULL REFERENCES documents (name), seq INTEGER NOT NULL,
      act BLOB NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (document, seq)) STRICT;

    CREATE TABLE deliveries (
      id TEXT NOT NULL PRIMARY KEY,
      document TEXT NOT NULL REFERENCES documents (name),
      documentId TEXT NOT NULL, destination TEXT NOT NULL, receivers BLOB NOT NULL,
      envelopePath TEXT NOT NULL, envelopeSHA256 TEXT NOT NULL, fileName TEXT NOT NULL,
      state TEXT NOT NULL, stateJSON BLOB NOT NULL, attempts INTEGER NOT NULL,
      notBefore INTEGER, leaseUntil INTEGER, lastError TEXT,
      createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
      UNIQUE (documentId, destination)) STRICT;
    CREATE INDEX deliveriesByDocument ON deliveries (document);
    CREATE INDEX deliveriesByState ON deliveries (state, notBefore);

    CREATE TABLE deliveryEvents (
      seq INTEGER PRIMARY KEY,
      delivery TEXT NOT NULL REFERENCES deliveries (id),
      at INTEGER NOT NULL, actor TEXT NOT NULL, "from" TEXT, "to" TEXT NOT NULL,
      note TEXT NOT NULL) STRICT;
    CREATE INDEX deliveryEventsByDelivery ON deliveryEvents (delivery, seq);
    """
    + ["decisions", "deliveryEvents"].map { table in
      """

      CREATE TRIGGER \(table)KeepRows BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) are kept'); END;
      CREATE TRIGGER \(table)KeepValues BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) are kept'); END;
      """
    }.joined()

  /// Urgency, deadlines, what became of a document at each receiver, where documents go, what came
  /// in, and indexes for a queue of a million rows.
  private static let second = """
    ALTER TABLE deliveries ADD COLUMN urgency INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE deliveries ADD COLUMN deadline INTEGER;
    ALTER TABLE deliveries ADD COLUMN deliveredAt INTEGER;
    ALTER TABLE deliveries ADD COLUMN reference TEXT;
    ALTER TABLE deliveries ADD COLUMN yearCode TEXT;
    UPDATE deliveries SET yearCode = substr(documentId, 1, instr(documentId, ',') + 4) || ','
      || substr(documentId, instr(documentId, ',') + 12);
    CREATE INDEX deliveriesByYearCode ON deliveries (yearCode);
    UPDATE deliveries SET deliveredAt = updatedAt WHERE state = 'delivered';
    DROP INDEX deliveriesByState;
    CREATE INDEX deliveriesDue ON deliveries (destination, urgency, notBefore, createdAt)
      WHERE notBefore IS NOT NULL;
    CREATE INDEX deliveriesLeased ON deliveries (destination, leaseUntil)
      WHERE leaseUntil IS NOT NULL;
    CREATE INDEX deliveriesByCreation ON deliveries (createdAt, id);
    CREATE INDEX deliveriesByState ON deliveries (state, createdAt, id);
    CREATE INDEX deliveriesByReference ON deliveries (reference) WHERE reference IS NOT NULL;
    CREATE INDEX deliveriesByDeadline ON deliveries (deadline)
      WHERE deliveredAt IS NULL AND state <> 'cancelled';
    CREATE INDEX deliveriesByArrival ON deliveries (deliveredAt) WHERE deliveredAt IS NOT NULL;

    CREATE TABLE receivers (
      delivery TEXT NOT NULL REFERENCES deliveries (id), receiver TEXT NOT NULL,
      queuedAt INTEGER NOT NULL,
      transport TEXT, code TEXT, reason TEXT, reportedAt TEXT,
      PRIMARY KEY (delivery, receiver)) STRICT, WITHOUT ROWID;
    CREATE INDEX receiversByName ON receivers (receiver, queuedAt, delivery);
    CREATE INDEX receiversByCode ON receivers (code, queuedAt, delivery) WHERE code IS NOT NULL;
    INSERT INTO receivers (delivery, receiver, queuedAt)
      SELECT DISTINCT deliveries.id, entry.value, createdAt
      FROM deliveries, json_each(CAST(receivers AS TEXT), '$.value') AS entry;

    CREATE TABLE destinations (
      name TEXT NOT NULL PRIMARY KEY, settings BLOB NOT NULL) STRICT;

    CREATE TABLE inbox (
      docId TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, type TEXT NOT NULL,
      sender TEXT, receiver TEXT, documentId TEXT, action INTEGER, sha256 TEXT NOT NULL,
      rawPath TEXT NOT NULL, folder TEXT,
      state TEXT NOT NULL CHECK (state IN ('stored', 'done', 'duplicate', 'unreadable')),
      isAcknowledged INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX inboxByDocument ON inbox (sender, documentId, action);
    CREATE INDEX inboxByIdentifier ON inbox (documentId);
    CREATE INDEX inboxOpen ON inbox (account) WHERE isAcknowledged = 0;

    CREATE TABLE reports (
      documentId TEXT NOT NULL, organ TEXT NOT NULL, code TEXT NOT NULL, account TEXT NOT NULL,
      sender TEXT NOT NULL, envelope BLOB NOT NULL, sentAs TEXT, attempts INTEGER NOT NULL DEFAULT 0,
      notBefore INTEGER, at INTEGER NOT NULL,
      PRIMARY KEY (documentId, organ, sender, code)) STRICT;
    CREATE INDEX reportsDue ON reports (account, notBefore) WHERE notBefore IS NOT NULL;

    CREATE TABLE agencies (
      code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, parent TEXT, oldCode TEXT,
      validFrom TEXT, validUntil TEXT, isLocked INTEGER NOT NULL DEFAULT 0,
      mail TEXT) STRICT;
    """

  /// A document may have several envelopes for one destination: itself, and each update of it.
  ///
  /// SQLite cannot take a constraint away, so the table is made anew.
  private static let third = """
    CREATE TABLE newDeliveries (
      id TEXT NOT NULL PRIMARY KEY,
      document TEXT NOT NULL REFERENCES documents (name),
      documentId TEXT NOT NULL, destination TEXT NOT NULL, receivers BLOB NOT NULL,
      envelopePath TEXT NOT NULL, envelopeSHA256 TEXT NOT NULL, fileName TEXT NOT NULL,
      state TEXT NOT NULL, stateJSON BLOB NOT NULL, attempts INTEGER NOT NULL,
      notBefore INTEGER, leaseUntil INTEGER, lastError TEXT,
      createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
      urgency INTEGER NOT NULL DEFAULT 0, deadline INTEGER, deliveredAt INTEGER, reference TEXT,
      yearCode TEXT, edition TEXT NOT NULL DEFAULT '',
      UNIQUE (documentId, destination, edition)) STRICT;
    INSERT INTO newDeliveries
      SELECT id, document, documentId, destination, receivers, envelopePath, envelopeSHA256, fileName,
        state, stateJSON, attempts, notBefore, leaseUntil, lastError, createdAt, updatedAt, urgency,
        deadline, deliveredAt, reference, yearCode, ''
      FROM deliveries ORDER BY rowid;
    DROP TABLE deliveries;
    ALTER TABLE newDeliveries RENAME TO deliveries;
    CREATE INDEX deliveriesByDocument ON deliveries (document);
    CREATE INDEX deliveriesByYearCode ON deliveries (yearCode);
    CREATE INDEX deliveriesDue ON deliveries (destination, urgency, notBefore, createdAt)
      WHERE notBefore IS NOT NULL;
    CREATE INDEX deliveriesLeased ON deliveries (destination, leaseUntil)
      WHERE leaseUntil IS NOT NULL;
    CREATE INDEX deliveriesByCreation ON deliveries (createdAt, id);
    CREATE INDEX deliveriesByState ON deliveries (state, createdAt, id);
    CREATE INDEX deliveriesByReference ON deliveries (reference) WHERE reference IS NOT NULL;
    CREATE INDEX deliveriesByDeadline ON deliveries (deadline)
      WHERE deliveredAt IS NULL AND state <> 'cancelled';
    CREATE INDEX deliveriesByArrival ON deliveries (deliveredAt) WHERE deliveredAt IS NOT NULL;
    """
}
