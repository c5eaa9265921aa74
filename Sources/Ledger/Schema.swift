import GRDB

/// The tables, one step a version; a step that was released is never changed.
enum Schema {
  /// The version that this program writes.
  static var version: Int { steps.count }

  /// Brings a database to this program's version.
  ///
  /// All steps run in the one transaction that also reads the version, so that two processes that
  /// open a new ledger at the same time cannot both create the tables.
  static func migrate(_ database: Database, path: String) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LedgerError.newerSchema(path: path, found: found, known: version)
    }
    guard found < version else { return }
    for step in steps[found...] { try database.execute(sql: step) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let steps = [first]

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
}
