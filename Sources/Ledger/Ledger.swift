import GRDB

/// The durable record of scans, results, documents, decisions and deliveries, in one SQLite file.
///
/// Threads and processes: any number of them; each call is one transaction, and a call that writes
/// returns when the disk has it (write-ahead log, `synchronous=FULL`). A writer waits up to ten
/// seconds for another one.
public final class Ledger: Sendable {
  /// Where the file lies.
  public let path: String
  private let pool: DatabasePool

  /// Opens the ledger, creating the file or bringing an older one up to date.
  public init(path: String) throws(LedgerError) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.label = "sohoa ledger"
    self.path = path
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // GRDB sets NORMAL for a write-ahead log, which may lose the last commits on a power cut.
      try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF")
        try database.inTransaction(.immediate) {
          try Schema.migrate(database, path: path)
          return .commit
        }
        try database.execute(sql: "PRAGMA foreign_keys = ON")
      }
      self.pool = pool
    } catch let error as LedgerError {
      throw error
    } catch {
      throw .cannotOpen(path: path, reason: Self.reason(error))
    }
  }

  /// SQLite's `synchronous` of the writing connection; 2 is FULL.
  package func synchronousLevel() throws(LedgerError) -> Int {
    try write { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? 0 }
  }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw ledgerError(error)
    }
  }

  /// Writes in one transaction that holds the write lock from its start.
  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw ledgerError(error)
    }
  }

  private func ledgerError(_ error: any Error) -> LedgerError {
    if let error = error as? LedgerError { return error }
    guard let error = error as? DatabaseError else {
      return .storage(path: path, reason: Self.reason(error))
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_FULL: return .full(path: path)
    default: return .storage(path: path, reason: Self.reason(error))
    }
  }

  /// The code and SQLite's own text; never the statement's values, which are a document's.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return String(describing: type(of: error)) }
    return error.resultCode.description
  }
}
