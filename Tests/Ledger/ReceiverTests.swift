import Delivery
import Findings
import Foundation
import GRDB
import Ledger
import Packaging
import Testing

@Suite struct `What becomes of a document at its receivers` {
  let bench: Bench

  init() throws { bench = try Bench() }

  private func report(
    _ code: String, at time: String, from organ: String = "Y99.02", reason: String? = nil,
    documentId: String? = "Y98.01,2026/03/05,123/SMH-VP"
  ) -> StatusReport {
    StatusReport(
      from: Agency(id: organ),
      about: DocumentReference(
        organId: "Y98.01", code: "123/SMH-VP",
        date: CalendarDate(year: 2026, month: 3, day: 5), documentId: documentId),
      code: code, reason: reason, timestamp: time)
  }

  @Test func `is kept for each of them, the latest report last`() throws {
    let package = try bench.package()
    try bench.accept([package])
    try bench.sendNext()
    let take = { (report: StatusReport) in
      try self.bench.ledger.take(report, by: "axis", at: Bench.now)
    }
    #expect(try take(report("03", at: "2026/03/05 10:00:00")) == true)
    #expect(try take(report("03", at: "2026/03/05 10:00:00")) == false)
    #expect(try take(report("01", at: "2026/03/05 09:00:00")) == false)
    #expect(try take(report("05", at: "2026/03/05 10:00:00")) == true)
    #expect(try bench.ledger.fates(of: package.id).map(\.code) == ["05"])
    let notes = try bench.ledger.events(of: package.id).map(\.note)
    #expect(notes.suffix(2) == ["Y99.02: 03", "Y99.02: 05"])
  }

  @Test func `is found by number and date when the identifier is another`() throws {
    try bench.accept([try bench.package()])
    let other = report("02", at: "2026/03/05 10:00:00", reason: "sai", documentId: "a-uuid")
    #expect(try bench.ledger.take(other, by: "axis", at: Bench.now) == true)
    let filter = QueueFilter(receiver: "Y99.02", code: "02")
    #expect(try bench.ledger.deliveries(filter).count == 1)
    #expect(try bench.ledger.deliveries(QueueFilter(code: "03")).isEmpty)
  }

  @Test func `is nothing for a document that was not sent from here`() throws {
    let stranger = StatusReport(
      from: Agency(id: "Y99.02"), about: DocumentReference(documentId: "Y97,2026/01/01,1/A"),
      code: "01", timestamp: "2026/03/05 10:00:00")
    #expect(try bench.ledger.take(stranger, by: "axis", at: Bench.now) == nil)
  }

  @Test func `counts in the month, refusals by reason`() throws {
    let package = try bench.package()
    try bench.accept([package])
    try bench.sendNext()
    let refusal = report("02", at: "2026/03/05 10:00:00", reason: "chữ ký không hợp lệ")
    _ = try bench.ledger.take(refusal, by: "axis", at: Bench.now)
    try bench.ledger.record(bench.document("other", .rescan), by: "run", at: Bench.now)
    let months = try bench.ledger.monthlyFigures()
    #expect(months.map(\.month) == ["2023-11"])
    #expect(months.first?.sent == 1)
    #expect(months.first?.refused == ["chữ ký không hợp lệ": 1])
    #expect(months.first?.rescans == 1)
    #expect(try bench.ledger.monthlyFigures(from: "2024-01").isEmpty)
  }
}

@Suite struct `The order of sending` {
  let bench: Bench

  init() throws { bench = try Bench() }

  private func delivery(_ number: Int, urgency: Int) throws -> NewDelivery {
    let plain = try bench.package(documentId: "Y98.01,2026/03/05,\(number)/SMH-VP")
    return NewDelivery(
      documentId: plain.documentId, destination: plain.destination, receivers: ["Y99.02"],
      envelopePath: plain.envelopePath, envelopeSHA256: plain.envelopeSHA256,
      fileName: "\(number).edxml", urgency: urgency)
  }

  @Test func `is the most urgent first, then the oldest`() throws {
    for (number, urgency) in [(1, 0), (2, 3), (3, 0), (4, 1)] {
      try bench.ledger.accept(
        bench.document("\(number)"), packages: [try delivery(number, urgency: urgency)], by: "run",
        at: Bench.now.adding(seconds: number))
    }
    var order: [String] = []
    while let entry = try bench.sendNext(at: Bench.now.adding(seconds: 9)) {
      order.append(entry.document)
    }
    #expect(order == ["2", "4", "1", "3"])
  }

  @Test func `leaves what a sender holds that is gone, in doubt, to the next`() throws {
    let package = try bench.package()
    try bench.accept([package])
    _ = try bench.lease(seconds: 900)
    let settle = { (isGone: Bool) in
      try self.bench.ledger.settleVanished(
        for: package.destination, rule: .tryAgain, policy: Bench.policy, by: "next",
        at: Bench.now
      ) { _ in isGone }
    }
    try settle(false)
    #expect(try bench.ledger.delivery(package.id).state.name == .sending)
    try settle(true)
    let entry = try bench.ledger.delivery(package.id)
    #expect(entry.state.name == .waiting)
    #expect(entry.state.isInDoubt)
    #expect(entry.state.notBefore == Bench.now.adding(seconds: 10))
  }
}

@Suite struct `A number of the same year` {
  @Test func `under another day is taken for a double, until the first is out of the queue`() throws
  {
    let bench = try Bench()
    let first = try bench.package(documentId: "Y98.01,2026/03/05,123/SMH-VP")
    let second = try bench.package(documentId: "Y98.01,2026/05/03,123/SMH-VP")
    let nextYear = try bench.package(documentId: "Y98.01,2027/03/05,123/SMH-VP")
    try bench.accept([first], name: "a")
    #expect(throws: LedgerError.identifierTaken(documentId: first.documentId, by: "a")) {
      try bench.accept([second], name: "b")
    }
    #expect(try bench.accept([nextYear], name: "c") == [.queued])
    try bench.ledger.cancel(first.id, by: "lan", why: "misread", at: Bench.now)
    #expect(try bench.accept([second], name: "b") == [.queued])
  }
}

@Suite struct `A ledger of the first version` {
  @Test func `is brought up to date with its deliveries and their receivers`() throws {
    let bench = try Bench()
    let path = "\(bench.folder)/old.sqlite"
    // The first version, as its program left it.
    let old = try DatabaseQueue(path: path)
    try old.write { database in
      try database.execute(
        sql: """
          CREATE TABLE documents (
            name TEXT NOT NULL PRIMARY KEY, sources BLOB NOT NULL, pipeline TEXT NOT NULL,
            status TEXT NOT NULL, judgement BLOB, record BLOB, hold BLOB, error BLOB,
            outputs BLOB, updatedAt INTEGER NOT NULL) STRICT;
          CREATE TABLE deliveries (
            id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (name),
            documentId TEXT NOT NULL, destination TEXT NOT NULL, receivers BLOB NOT NULL,
            envelopePath TEXT NOT NULL, envelopeSHA256 TEXT NOT NULL, fileName TEXT NOT NULL,
            state TEXT NOT NULL, stateJSON BLOB NOT NULL, attempts INTEGER NOT NULL,
            notBefore INTEGER, leaseUntil INTEGER, lastError TEXT,
            createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
            UNIQUE (documentId, destination)) STRICT;
          CREATE INDEX deliveriesByDocument ON deliveries (document);
          CREATE INDEX deliveriesByState ON deliveries (state, notBefore);
          CREATE TABLE deliveryEvents (
            seq INTEGER PRIMARY KEY, delivery TEXT NOT NULL REFERENCES deliveries (id),
            at INTEGER NOT NULL, actor TEXT NOT NULL, "from" TEXT, "to" TEXT NOT NULL,
            note TEXT NOT NULL) STRICT;
          INSERT INTO documents VALUES
            ('a.pdf', CAST('{"value":["s"],"version":1}' AS BLOB), 'p', 'accepted',
            NULL, NULL, NULL, NULL, NULL, 5);
          INSERT INTO deliveries VALUES
            ('d1', 'a.pdf', 'Y98.01,2026/03/05,1/A', 'folder:/x',
            CAST('{"value":["Y99.02","Y99.03"],"version":1}' AS BLOB), '/e', 'ab', 'f', 'queued',
            CAST('{"value":{"attempts":0,"failures":0,"id":"d1","state":{"queued":{"from":7}}},"version":1}'
            AS BLOB), 0, 7, NULL, NULL, 7, 7);
          INSERT INTO deliveryEvents VALUES (1, 'd1', 7, 'run', NULL, 'queued', 'queued');
          PRAGMA user_version = 1;
          """)
    }
    try old.close()
    let ledger = try Ledger(path: path)
    #expect(try ledger.fates(of: "d1").map(\.receiver) == ["Y99.02", "Y99.03"])
    let entry = try ledger.delivery("d1")
    #expect(entry.urgency == 0)
    #expect(entry.deadline == nil)
    #expect(entry.state.name == .queued)
    let leased = try ledger.leaseNext(
      for: "folder:/x", by: "s", until: Bench.now.adding(seconds: 9), rule: .tryAgain,
      at: Bench.now)
    #expect(leased?.id == "d1")
    #expect(try ledger.events(of: "d1").map(\.to) == [.queued, .sending])
    // Rows that point at the table that was made anew still do, and nothing else may.
    let raw = try DatabaseQueue(path: path)
    #expect(try raw.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").isEmpty })
    #expect(
      try raw.read {
        try String.fetchAll(
          $0, sql: "SELECT name FROM sqlite_master WHERE sql LIKE '%newDeliveries%'")
      }.isEmpty)
    #expect(throws: DatabaseError.self) {
      try raw.write {
        try $0.execute(
          sql: "INSERT INTO receivers (delivery, receiver, queuedAt) VALUES ('no', 'r', 1)")
      }
    }
  }
}
