import Delivery
import Findings
import Foundation
import Ledger
import Testing

@Suite struct `Accepting a document` {
  let bench: Bench

  init() throws { bench = try Bench() }

  private func refusal(_ body: () throws -> Void) -> LedgerError? {
    do { try body() } catch { return error as? LedgerError }
    return nil
  }

  @Test func `queues it once, however often it is done`() throws {
    let package = try bench.package()
    #expect(try bench.accept([package]) == [.queued])
    #expect(try bench.accept([package]) == [.unchanged])
    try bench.reopen()
    #expect(try bench.accept([package]) == [.unchanged])
    let deliveries = try bench.ledger.deliveries()
    #expect(deliveries.map(\.state.name) == [.queued])
    #expect(try bench.ledger.events(of: package.id).map(\.to) == [.queued])
    #expect(try bench.ledger.document(named: "0347")?.status == .accepted)
  }

  @Test func `gives a delivery that was not sent the new envelope`() throws {
    try bench.accept([try bench.package()])
    let corrected = try bench.package("<edXML>2</edXML>")
    #expect(try bench.accept([corrected]) == [.replaced])
    try bench.sendNext()
    #expect(try bench.ledger.deliveries().map(\.envelopeSHA256) == [corrected.envelopeSHA256])
    #expect(bench.sent == ["envelope.edxml", "envelope.edxml.manifest.json"])
  }

  @Test func `leaves what has arrived as it is and changes nothing else`() throws {
    let package = try bench.package()
    try bench.accept([package])
    try bench.sendNext()
    try bench.ledger.record(bench.document("0347", .review), by: "run", at: Bench.now)
    #expect(
      refusal { try bench.accept([try bench.package("<edXML>2</edXML>")]) }
        == .refused(delivery: package.id, .arrivedAlready))
    #expect(try bench.ledger.document(named: "0347")?.status == .review)
    #expect(try bench.accept([package]) == [.unchanged])
    #expect(try bench.sendNext() == nil)
  }

  @Test func `lets an update follow what has arrived, once, and leaves that as it is`() throws {
    let first = try bench.package()
    try bench.accept([first])
    try bench.sendNext()
    let update = try bench.package(
      "<edXML>2</edXML>", updates: first.documentId, edition: "2026/03/07 10:00:00")
    #expect(try bench.accept([update]) == [.queued])
    #expect(try bench.accept([update]) == [.unchanged])
    #expect(try bench.ledger.delivery(first.id).state.name == .delivered)
    let sent = try #require(try bench.sendNext())
    #expect(sent.id == update.id && sent.documentId == first.documentId)
    #expect(bench.sent.contains("update.edxml"))
    // The peer's name of the first must not be taken for that of the update.
    #expect(
      try bench.ledger.otherReferences(of: sent)
        == [try #require(try bench.ledger.delivery(first.id).state.receipt?.reference)])
    // Another scan of the same letter may bring it up to date too.
    let rescanned = try bench.package(
      "<edXML>3</edXML>", updates: first.documentId, edition: "2026/03/08 10:00:00")
    #expect(try bench.accept([rescanned], name: "0347-b") == [.queued])
  }

  @Test func `lets no update go before what it brings up to date`() throws {
    let first = try bench.package()
    try bench.accept([first])
    let update = try bench.package("<edXML>2</edXML>", updates: first.documentId, edition: "t")
    #expect(refusal { try bench.accept([update]) } == .refused(delivery: first.id, .notArrived))
    #expect(try bench.ledger.delivery(first.id).state.name == .queued)
    #expect(try bench.ledger.deliveries().count == 1)
  }

  @Test func `withdraws the envelope that bears the number before its correction`() throws {
    let wrong = try bench.package(documentId: "Y98.01,2026/03/05,128/SMH-VP")
    let right = try bench.package(documentId: "Y98.01,2026/03/05,123/SMH-VP")
    try bench.accept([wrong])
    #expect(try bench.accept([right]) == [.queued])
    #expect(try bench.ledger.delivery(wrong.id).state.name == .cancelled)
    #expect(try bench.ledger.delivery(right.id).state.name == .queued)
  }

  @Test func `is refused under a new number once the old one has arrived`() throws {
    let wrong = try bench.package(documentId: "Y98.01,2026/03/05,128/SMH-VP")
    try bench.accept([wrong])
    try bench.sendNext()
    #expect(
      refusal { try bench.accept([try bench.package()]) }
        == .refused(delivery: wrong.id, .arrivedAlready))
    #expect(try bench.ledger.deliveries().count == 1)
  }

  @Test func `is refused while it is being sent`() throws {
    let package = try bench.package()
    try bench.accept([package])
    _ = try bench.lease()
    #expect(
      refusal { try bench.accept([try bench.package("<edXML>2</edXML>")]) }
        == .refused(delivery: package.id, .beingSent))
  }

  @Test func `is refused when another document has the identifier`() throws {
    let package = try bench.package()
    try bench.accept([package], name: "0347")
    #expect(
      refusal { try bench.accept([package], name: "copy of 0347") }
        == .identifierTaken(documentId: package.documentId, by: "0347"))
    #expect(try bench.ledger.document(named: "copy of 0347") == nil)
    try bench.ledger.record(bench.document("0347", .rescan), by: "run", at: Bench.now)
    #expect(try bench.accept([package], name: "copy of 0347") == [.queued])
    #expect(try bench.ledger.deliveries().map(\.document) == ["copy of 0347"])
  }
}

@Suite struct `A document that is no longer accepted` {
  let bench: Bench
  let package: NewDelivery

  init() throws {
    bench = try Bench()
    package = try bench.package()
    try bench.accept([package])
  }

  @Test(arguments: [DocumentStatus.review, .rescan, .held, .failed])
  func `is not sent`(status: DocumentStatus) throws {
    #expect(try bench.ledger.record(bench.document("0347", status), by: "r", at: Bench.now) == [])
    #expect(try bench.sendNext() == nil)
    #expect(try bench.ledger.delivery(package.id).state.name == .cancelled)
    #expect(throws: LedgerError.refused(delivery: package.id, .documentNotAccepted)) {
      try bench.ledger.retry(package.id, by: "lan", why: "?", at: Bench.now)
    }
    #expect(bench.sent == [])
  }

  @Test func `is queued again when it is accepted again`() throws {
    try bench.ledger.record(bench.document("0347", .held), by: "run", at: Bench.now)
    #expect(try bench.accept([package]) == [.queued])
    #expect(try bench.sendNext()?.state.name == .delivered)
  }

  @Test func `is not tried again when it was being sent`() throws {
    let lease = try #require(try bench.lease())
    let left = try bench.ledger.record(bench.document("0347", .held), by: "r", at: Bench.now)
    #expect(left.map(\.id) == [package.id])
    let error = SendingError(
      kind: .transient, code: .destinationFull, subject: "", message: .init(vi: "", en: ""))
    let after = try bench.ledger.finish(
      lease, with: .failure(error), policy: Bench.policy, by: "sender", at: Bench.now)
    #expect(after.state.name == .cancelled)
  }

  @Test func `stays out of the queue after a person has cancelled it`() throws {
    try bench.ledger.cancel(package.id, by: "lan", why: "sent on paper", at: Bench.now)
    #expect(try bench.accept([package]) == [.unchanged])
    #expect(try bench.sendNext() == nil)
    try bench.ledger.retry(package.id, by: "lan", why: "after all", at: Bench.now)
    #expect(try bench.sendNext()?.state.name == .delivered)
    #expect(
      try bench.ledger.events(of: package.id).map(\.note) == [
        "queued", "cancel: sent on paper", "retry: after all", "attempt 1", "written",
      ])
  }
}

@Suite struct `The sending queue` {
  let bench: Bench
  let package: NewDelivery

  init() throws {
    bench = try Bench()
    package = try bench.package()
    try bench.accept([package])
  }

  @Test func `gives one delivery to one sender`() throws {
    #expect(try bench.lease()?.id == package.id)
    #expect(try bench.lease() == nil)
    #expect(
      try bench.ledger.leaseNext(
        for: "folder:/elsewhere", by: "x", until: Bench.now, rule: .tryAgain, at: Bench.now) == nil)
  }

  @Test func `gives a delivery of a sender that was killed to the next one, sent once`() throws {
    let lease = try #require(try bench.lease(seconds: 60))
    // Killed after the envelope arrived and before the outcome was kept.
    _ = try bench.destination.send(try lease.shipment(), at: Bench.now)
    try bench.reopen()
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 59)) == nil)
    let after = try bench.sendNext(at: Bench.now.adding(seconds: 60))
    #expect(after?.state.receipt?.arrival == .alreadyThere)
    #expect(after?.state.attempts == 2)
    #expect(bench.sent == ["envelope.edxml", "envelope.edxml.manifest.json"])
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 6000)) == nil)
  }

  @Test func `takes the word of a sender that comes back after its lease`() throws {
    let slow = try #require(try bench.lease(seconds: 1))
    let later = Bench.now.adding(seconds: 2)
    let second = try #require(try bench.lease(at: later))
    let receipt = try bench.destination.send(try slow.shipment(), at: later)
    #expect(
      try bench.ledger.finish(
        slow, with: .success(receipt), policy: Bench.policy, by: "slow", at: later
      ).state.name == .delivered)
    let again = try bench.destination.send(try second.shipment(), at: later)
    #expect(again.arrival == .alreadyThere)
    #expect(
      try bench.ledger.finish(
        second, with: .success(again), policy: Bench.policy, by: "second", at: later
      ).state.receipt?.arrival == .written)
  }

  @Test func `waits after a failure and buries after the last`() throws {
    let broken = BrokenDestination(kind: .transient)
    #expect(try bench.sendNext(through: broken)?.state.name == .waiting)
    #expect(try bench.sendNext(through: broken) == nil)
    let due = try #require(try bench.ledger.nextDue(for: bench.destination.destination))
    #expect(due == Bench.now.adding(seconds: 10))
    #expect(try bench.sendNext(through: broken, at: due)?.state.name == .failed)
    #expect(try bench.ledger.nextDue(for: bench.destination.destination) == nil)
    #expect(try bench.ledger.deliveries(QueueFilter(states: [.failed])).map(\.id) == [package.id])
    try bench.ledger.retry(package.id, by: "lan", why: "disk mounted", at: due)
    #expect(try bench.sendNext(at: due)?.state.name == .delivered)
  }

  @Test func `waits for a person when the outcome is unknown`() throws {
    let broken = BrokenDestination(kind: .outcomeUnknown)
    #expect(try bench.sendNext(through: broken)?.state.name == .unknown)
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 100_000)) == nil)
    let after = try bench.ledger.confirmArrival(
      of: package.id, reference: "DOC-1", by: "lan", why: "asked by telephone", at: Bench.now)
    #expect(after.state.receipt?.arrival == .confirmedByPerson)
  }

  @Test func `refuses to send an envelope that was changed in the outbox`() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: package.envelopePath))
    let after = try bench.sendNext()
    #expect(after?.state.name == .failed)
    #expect(after?.state.lastError?.code == .envelopeChanged)
    #expect(bench.sent == [])
  }

  @Test func `counts what stands in it`() throws {
    let second = try bench.package(documentId: "Y98.01,2026/03/06,124/SMH-VP")
    try bench.accept([second], name: "0348")
    try bench.ledger.cancel(second.id, by: "lan", why: "", at: Bench.now)
    let statistics = try bench.ledger.statistics()
    #expect(statistics.counts[.queued] == 1)
    #expect(statistics.counts[.cancelled] == 1)
    #expect(statistics.counts[.delivered] == 0)
    #expect(statistics.oldestSince == Bench.now)
  }

  @Test func `knows no delivery that is not there`() {
    #expect(throws: LedgerError.noSuchDelivery(id: "nope")) {
      try bench.ledger.cancel("nope", by: "lan", why: "", at: Bench.now)
    }
  }
}
