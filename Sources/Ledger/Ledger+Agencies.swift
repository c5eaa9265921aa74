import Delivery
import GRDB
public import Packaging

extension Ledger {
  /// The catalogue of agencies; empty when none was imported.
  public func agencies() throws(LedgerError) -> AgencyCatalogue {
    try read { database in
      AgencyCatalogue(
        try Row.fetchAll(database, sql: "SELECT * FROM agencies").map { row in
          let from: String? = row["validFrom"]
          let until: String? = row["validUntil"]
          return CataloguedAgency(
            code: row["code"], name: row["name"], parent: row["parent"],
            oldCode: row["oldCode"], validFrom: from.flatMap(CalendarDate.init(iso:)),
            validUntil: until.flatMap(CalendarDate.init(iso:)), isLocked: row["isLocked"],
            mail: row["mail"])
        })
    }
  }

  /// Takes a catalogue in place of the one before.
  public func replaceAgencies(with agencies: [CataloguedAgency]) throws(LedgerError) {
    try write { database in
      try database.execute(sql: "DELETE FROM agencies")
      for agency in agencies {
        try database.execute(
          sql: """
            INSERT OR REPLACE INTO agencies
              (code, name, parent, oldCode, validFrom, validUntil, isLocked, mail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            agency.code, agency.name, agency.parent, agency.oldCode, agency.validFrom?.iso,
            agency.validUntil?.iso, agency.isLocked, agency.mail,
          ])
      }
    }
  }
}
