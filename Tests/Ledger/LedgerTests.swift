import Delivery
import Foundation
import GRDB
import Ledger
import Testing

@Suite struct `The ledger` {
  let bench: Bench

  init() throws { bench = try Bench() }

  @Test func `keeps the result of a stage under its key`() throws {
    #expect(try bench.ledger.result(stage: "text", key: "k") == nil)
    try bench.ledger.record(stage: "text", key: "k", value: Data([1]))
    try bench.ledger.record(stage: "text", key: "k", value: Data([2]))
    try bench.ledger.record(stage: "pixels", values: [("k", Data([3])), ("l", Data([4]))])
    try bench.reopen()
    #expect(try bench.ledger.result(stage: "text", key: "k") == Data([2]))
    #expect(try bench.ledger.result(stage: "pixels", key: "k") == Data([3]))
  }

  @Test func `keeps what was found in a file`() throws {
    try bench.ledger.recordSurvey(Data([1]), sha256: "aa", key: "1")
    #expect(try bench.ledger.survey(sha256: "aa", key: "1") == Data([1]))
    #expect(try bench.ledger.survey(sha256: "aa", key: "2") == nil)
  }

  @Test func `gives back a document as it was kept`() throws {
    let document = DocumentEntry(
      name: "hồ sơ/0347", sources: ["aa", "bb"], pipeline: "pp", status: .held,
      judgement: try StoredJSON(["verdict": "review"], version: 3),
      record: nil, hold: try StoredJSON("secrecy", version: 1), updatedAt: Bench.now)
    try bench.ledger.record(document, by: "run", at: Bench.now)
    try bench.reopen()
    let found = try #require(try bench.ledger.document(named: "hồ sơ/0347"))
    #expect(found == document)
    #expect(try found.judgement?.version() == 3)
    #expect(try found.judgement?.value([String: String].self) == ["verdict": "review"])
    #expect(try bench.ledger.documents(.held) == [document])
    #expect(try bench.ledger.documents(.review) == [])
  }

  @Test func `adds decisions and never changes one`() throws {
    try bench.ledger.record(bench.document("0347", .review), by: "run", at: Bench.now)
    let act = try StoredJSON("accept", version: 1)
    for why in ["seen", "seen again"] {
      try bench.ledger.append(
        act, to: "0347", by: "lan", why: why, at: "2026-03-05T09:00:00+07:00")
    }
    let decisions = try bench.ledger.decisions(about: "0347")
    #expect(decisions.map(\.seq) == [1, 2])
    #expect(decisions.map(\.why) == ["seen", "seen again"])
    #expect(throws: LedgerError.noSuchDocument(name: "0348")) {
      try bench.ledger.append(act, to: "0348", by: "lan", why: "", at: "")
    }
    let raw = try DatabaseQueue(path: bench.ledger.path)
    for sql in ["DELETE FROM decisions", "UPDATE decisions SET why = ''"] {
      #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
    }
  }

  @Test func `is on disk when a call returns`() throws {
    let raw = try DatabaseQueue(path: bench.ledger.path)
    let mode = try raw.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
    try bench.ledger.record(stage: "s", key: "k", value: Data([7]))
    let value = try raw.read { try Data.fetchOne($0, sql: "SELECT value FROM results") }
    #expect(value == Data([7]))
    #expect(try bench.ledger.synchronousLevel() == 2)
  }

  @Test func `can be opened by many at once while it is new`() async throws {
    let path = "\(bench.folder)/fresh.sqlite"
    try await withThrowingTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          let ledger = try Ledger(path: path)
          try ledger.record(stage: "s", key: "\(number)", value: Data([UInt8(number)]))
        }
      }
      try await group.waitForAll()
    }
    let ledger = try Ledger(path: path)
    for number in 0..<8 {
      #expect(try ledger.result(stage: "s", key: "\(number)") == Data([UInt8(number)]))
    }
  }

  @Test func `is leased to one of many senders`() async throws {
    try bench.accept([try bench.package()])
    let path = bench.ledger.path
    let name = bench.destination.destination
    let holders = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<6 {
        group.addTask {
          try Ledger(path: path).leaseNext(
            for: name, by: "\(number)", until: Bench.now.adding(seconds: 60), rule: .tryAgain,
            at: Bench.now) != nil
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(holders == 1)
  }

  @Test func `of a newer program is refused`() throws {
    let raw = try DatabaseQueue(path: bench.ledger.path)
    try raw.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: LedgerError.newerSchema(path: bench.ledger.path, found: 99, known: 3)) {
      try Ledger(path: bench.ledger.path)
    }
  }

  @Test func `cannot be a folder`() {
    let error = #expect(throws: LedgerError.self) { try Ledger(path: bench.folder) }
    guard case .cannotOpen = error else {
      Issue.record("another error")
      return
    }
  }

  @Test func `says of a value it cannot read what it is and not what it holds`() throws {
    let stored = try StoredJSON(["bí mật"], version: 1)
    let error = #expect(throws: LedgerError.self) { try stored.value(Int.self) }
    #expect(error?.description.contains("bí mật") == false)
  }
}
