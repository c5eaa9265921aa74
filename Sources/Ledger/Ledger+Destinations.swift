import FoundationEssentials
import GRDB

extension Ledger {
  /// Keeps how a destination is reached, so that a sender need not ask every document.
  public func keep(destination name: String, settings: StoredJSON) throws(LedgerError) {
    let known = try read {
      try Data.fetchOne(
        $0, sql: "SELECT settings FROM destinations WHERE name = ?", arguments: [name])
    }
    // A write waits for the disk; the same settings again need none.
    guard known != settings.data else { return }
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO destinations (name, settings) VALUES (?, ?)",
        arguments: [name, settings.data])
    }
  }

  /// How each destination is reached, by name.
  public func destinations() throws(LedgerError) -> [(name: String, settings: StoredJSON)] {
    try read {
      try Row.fetchAll($0, sql: "SELECT * FROM destinations ORDER BY name").map {
        (name: $0["name"], settings: StoredJSON(data: $0["settings"]))
      }
    }
  }
}
