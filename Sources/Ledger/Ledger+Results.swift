public import FoundationEssentials
import GRDB

extension Ledger {
  /// What was found in a file of that digest by the reader that `key` stands for; nil when unknown.
  public func survey(sha256: String, key: String) throws(LedgerError) -> Data? {
    try read {
      try Data.fetchOne(
        $0, sql: "SELECT survey FROM scans WHERE sha256 = ? AND key = ?", arguments: [sha256, key])
    }
  }

  /// Keeps what was found in a file; a later survey under the same key takes its place.
  public func recordSurvey(_ survey: Data, sha256: String, key: String) throws(LedgerError) {
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO scans (sha256, key, survey) VALUES (?, ?, ?)",
        arguments: [sha256, key, survey])
    }
  }

  /// The result of a stage under a key that names everything it depends on; nil when unknown.
  public func result(stage: String, key: String) throws(LedgerError) -> Data? {
    try read {
      try Data.fetchOne(
        $0, sql: "SELECT value FROM results WHERE stage = ? AND key = ?", arguments: [stage, key])
    }
  }

  /// Keeps the result of a stage; it is on disk when the call returns.
  public func record(stage: String, key: String, value: Data) throws(LedgerError) {
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO results (stage, key, value) VALUES (?, ?, ?)",
        arguments: [stage, key, value])
    }
  }

  /// Keeps the results of many pages in one transaction, for the price of one wait for the disk.
  public func record(stage: String, values: [(key: String, value: Data)]) throws(LedgerError) {
    try write {
      for (key, value) in values {
        try $0.execute(
          sql: "INSERT OR REPLACE INTO results (stage, key, value) VALUES (?, ?, ?)",
          arguments: [stage, key, value])
      }
    }
  }
}
