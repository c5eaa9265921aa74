import Delivery
import Findings
import FoundationEssentials
import Testing

/// Times, policies and events that the rows below are written in.
enum Sample {
  static let start = Moment(milliseconds: 1_000_000)
  static let late = start.adding(seconds: 10_000)
  static let policy = RetryPolicy(
    firstDelaySeconds: 10, factor: 2, longestDelaySeconds: 60, spread: 0, attempts: 3)
  static let receipt = Receipt(
    reference: "/out/a.edxml", sha256: "ab", arrival: .written, at: start)

  static func error(_ kind: SendingError.Kind) -> SendingError {
    SendingError(
      kind: kind, code: .destinationFailed, subject: "/out", message: Wording(vi: "v", en: "e"))
  }

  static let leased = DeliveryEvent.leased(
    Lease(holder: "a", until: start.adding(seconds: 60)), at: start)

  static func failed(
    _ kind: SendingError.Kind, attempt: Int = 1, at now: Moment = start
  ) -> DeliveryEvent {
    .failed(error(kind), attempt: attempt, policy: policy, at: now)
  }

  /// A state that has been through some events.
  static func state(after events: [DeliveryEvent]) -> DeliveryState {
    var state = DeliveryState(id: "d1", queuedAt: start)
    for event in events { _ = state.handle(event) }
    return state
  }
}

/// One line of the specification: in that state, on that event, this is done and that is the state.
struct Step: CustomTestStringConvertible {
  let name: String
  let history: [DeliveryEvent]
  let event: DeliveryEvent
  let action: DeliveryAction
  let after: DeliveryState.Name

  var testDescription: String { name }

  static let queued: [DeliveryEvent] = []
  static let sending = [Sample.leased]
  static let waiting = sending + [Sample.failed(.transient)]
  static let failed = sending + [Sample.failed(.permanent)]
  static let unknown = sending + [Sample.failed(.outcomeUnknown)]
  static let doubted = sending + [Sample.failed(.unconfirmed)]
  static let lost = sending + [.leaseExpired(.tryAgain, at: Sample.late)]
  static let delivered = sending + [.arrived(Sample.receipt)]
  static let cancelled: [DeliveryEvent] = [.cancelled]
  static let withdrawn: [DeliveryEvent] = [.withdrawn]
  static let withdrawnWhileSending = sending + [.withdrawn]

  static func row(
    _ name: String, _ history: [DeliveryEvent], _ event: DeliveryEvent, _ action: DeliveryAction,
    _ after: DeliveryState.Name
  ) -> Step {
    Step(name: name, history: history, event: event, action: action, after: after)
  }

  static let late = DeliveryEvent.leased(
    Lease(holder: "b", until: Sample.late.adding(seconds: 60)), at: Sample.late)
  static let due = Sample.start.adding(seconds: 10)

  static let leasing = [
    row("queued is leased", queued, Sample.leased, .send(attempt: 1), .sending),
    row("waiting is leased when due", waiting, late, .send(attempt: 2), .sending),
    row("waiting is not leased early", waiting, Sample.leased, .refuse(.notDue), .waiting),
    row("sending is leased to one", sending, late, .refuse(.beingSent), .sending),
    row("failed is not leased", failed, late, .refuse(.mayHaveArrived), .failed),
    row("unknown is not leased", unknown, late, .refuse(.mayHaveArrived), .unknown),
    row("delivered is not leased", delivered, late, .refuse(.arrivedAlready), .delivered),
    row("cancelled is not leased", cancelled, late, .refuse(.cancelledAlready), .cancelled),
    row("withdrawn is not leased", withdrawn, late, .refuse(.cancelledAlready), .cancelled),
  ]

  static let ends = [
    row("sending arrives", sending, .arrived(Sample.receipt), .finish, .delivered),
    row("a late sender's arrival counts", cancelled, .arrived(Sample.receipt), .finish, .delivered),
    row("unknown is said to have arrived", unknown, .arrived(Sample.receipt), .finish, .delivered),
    row("delivered arrives again", delivered, .arrived(Sample.receipt), .ignore, .delivered),
    row("transient waits", sending, Sample.failed(.transient), .wait(until: due), .waiting),
    row("permanent is buried", sending, Sample.failed(.permanent), .bury, .failed),
    row("unknown asks", sending, Sample.failed(.outcomeUnknown), .ask, .unknown),
    row("unconfirmed waits", sending, Sample.failed(.unconfirmed), .wait(until: due), .waiting),
    row("blocked waits", sending, Sample.failed(.blocked), .wait(until: due), .waiting),
    row(
      "another attempt's failure is ignored", sending, Sample.failed(.permanent, attempt: 7),
      .ignore, .sending),
    row(
      "a failure after the end is ignored", delivered, Sample.failed(.transient), .ignore,
      .delivered),
    row(
      "an expired lease is due again", sending, .leaseExpired(.tryAgain, at: Sample.late),
      .wait(until: Sample.late), .queued),
    row(
      "an expired lease asks a person", sending, .leaseExpired(.askAPerson, at: Sample.late), .ask,
      .unknown),
    row(
      "a lease that runs does not expire", sending, .leaseExpired(.tryAgain, at: Sample.start),
      .ignore, .sending),
  ]

  static let people = [
    row("failed is retried", failed, .retried(at: due), .wait(until: due), .queued),
    row("unknown is retried", unknown, .retried(at: due), .wait(until: due), .queued),
    row("cancelled is retried", cancelled, .retried(at: due), .wait(until: due), .queued),
    row("waiting is retried now", waiting, .retried(at: due), .wait(until: due), .queued),
    row("sending is not retried", sending, .retried(at: due), .refuse(.beingSent), .sending),
    row(
      "delivered is not retried", delivered, .retried(at: due), .refuse(.arrivedAlready), .delivered
    ),
    row(
      "withdrawn is not retried", withdrawn, .retried(at: due), .refuse(.documentNotAccepted),
      .cancelled),
    row("queued is cancelled", queued, .cancelled, .drop, .cancelled),
    row("waiting is cancelled", waiting, .cancelled, .drop, .cancelled),
    row("failed is cancelled", failed, .cancelled, .drop, .cancelled),
    row("unknown is cancelled", unknown, .cancelled, .drop, .cancelled),
    row("cancelled is cancelled", cancelled, .cancelled, .ignore, .cancelled),
    row("sending is not cancelled", sending, .cancelled, .refuse(.beingSent), .sending),
    row("delivered is not cancelled", delivered, .cancelled, .refuse(.arrivedAlready), .delivered),
  ]

  static let documents = [
    row("queued is withdrawn", queued, .withdrawn, .drop, .cancelled),
    row("failed is withdrawn", failed, .withdrawn, .drop, .cancelled),
    row("sending cannot be withdrawn yet", sending, .withdrawn, .refuse(.beingSent), .sending),
    row("unknown cannot be withdrawn", unknown, .withdrawn, .refuse(.mayHaveArrived), .unknown),
    row("in doubt cannot be withdrawn", doubted, .withdrawn, .refuse(.mayHaveArrived), .unknown),
    row("lost cannot be withdrawn", lost, .withdrawn, .refuse(.mayHaveArrived), .unknown),
    row(
      "in doubt is not replaced", doubted, .replaced(at: due), .refuse(.mayHaveArrived), .waiting),
    row(
      "delivered cannot be withdrawn", delivered, .withdrawn, .refuse(.arrivedAlready), .delivered),
    row(
      "withdrawn while sending is not tried again", withdrawnWhileSending,
      Sample.failed(.transient),
      .drop, .cancelled),
    row(
      "withdrawn while sending and lost asks", withdrawnWhileSending,
      .leaseExpired(.tryAgain, at: Sample.late), .ask, .unknown),
    row(
      "withdrawn while sending may have arrived", withdrawnWhileSending, .arrived(Sample.receipt),
      .finish, .delivered),
    row("withdrawn is confirmed", withdrawn, .confirmed(at: due), .wait(until: due), .queued),
    row("cancelled stays out when confirmed", cancelled, .confirmed(at: due), .ignore, .cancelled),
    row("delivered is confirmed", delivered, .confirmed(at: due), .ignore, .delivered),
    row("failed is confirmed", failed, .confirmed(at: due), .ignore, .failed),
    row("queued is replaced", queued, .replaced(at: due), .wait(until: due), .queued),
    row("failed is replaced", failed, .replaced(at: due), .wait(until: due), .queued),
    row("withdrawn is replaced", withdrawn, .replaced(at: due), .wait(until: due), .queued),
    row("cancelled stays out when replaced", cancelled, .replaced(at: due), .ignore, .cancelled),
    row("sending is not replaced", sending, .replaced(at: due), .refuse(.beingSent), .sending),
    row("unknown is not replaced", unknown, .replaced(at: due), .refuse(.mayHaveArrived), .unknown),
    row(
      "delivered is not replaced", delivered, .replaced(at: due), .refuse(.arrivedAlready),
      .delivered),
  ]
}

@Suite struct `A delivery` {
  @Test(arguments: Step.leasing + Step.ends + Step.people + Step.documents)
  func `goes from state to state as specified`(step: Step) {
    var state = Sample.state(after: step.history)
    #expect(state.handle(step.event) == step.action)
    #expect(state.name == step.after)
  }

  @Test func `waits longer each time and is buried in the end`() {
    var state = Sample.state(after: [])
    var now = Sample.start
    var waits: [Int64] = []
    while true {
      _ = state.handle(.leased(Lease(holder: "a", until: now.adding(seconds: 60)), at: now))
      guard
        case .wait(let until) = state.handle(
          Sample.failed(.transient, attempt: state.attempts, at: now))
      else { break }
      waits.append((until.milliseconds - now.milliseconds) / 1000)
      now = until
    }
    #expect(waits == [10, 20])
    #expect(state.name == .failed)
    #expect(state.attempts == 3)
    #expect(state.lastError == Sample.error(.transient))
  }

  @Test func `ends as unknown and not as dead when one of its attempts was never confirmed`() {
    var state = Sample.state(after: [])
    var now = Sample.start
    for kind in [SendingError.Kind.unconfirmed, .transient, .transient] {
      _ = state.handle(.leased(Lease(holder: "a", until: now.adding(seconds: 60)), at: now))
      _ = state.handle(Sample.failed(kind, attempt: state.attempts, at: now))
      now = now.adding(seconds: 100)
    }
    #expect(state.name == .unknown)
    #expect(state.isInDoubt)
  }

  @Test func `never dies of what blocks them all`() {
    var state = Sample.state(after: [])
    var now = Sample.start
    for _ in 0..<20 {
      _ = state.handle(.leased(Lease(holder: "a", until: now.adding(seconds: 60)), at: now))
      _ = state.handle(Sample.failed(.blocked, attempt: state.attempts, at: now))
      now = now.adding(seconds: 100)
    }
    #expect(state.name == .waiting)
    #expect(state.failures == 0)
  }

  @Test func `that was stored before doubt was kept is in none`() throws {
    let stored = try JSONEncoder().encode(Sample.state(after: Step.queued))
    let text = String(decoding: stored, as: UTF8.self)
      .replacing(",\"isInDoubt\":false", with: "").replacing("\"isInDoubt\":false,", with: "")
    #expect(!text.contains("isInDoubt"))
    let state = try JSONDecoder().decode(DeliveryState.self, from: Data(text.utf8))
    #expect(!state.isInDoubt)
  }

  @Test func `starts afresh when a person retries it, yet no attempt number comes twice`() {
    var state = Sample.state(after: Step.failed + [.retried(at: Sample.start)])
    #expect(state.failures == 0)
    #expect(state.handle(Sample.leased) == .send(attempt: 2))
  }

  @Test(arguments: [
    Step.queued, Step.sending, Step.waiting, Step.failed, Step.unknown, Step.delivered,
    Step.doubted, Step.lost, Step.cancelled, Step.withdrawn, Step.withdrawnWhileSending,
  ])
  func `is the same after a round through storage`(history: [DeliveryEvent]) throws {
    let state = Sample.state(after: history)
    let stored = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(DeliveryState.self, from: stored) == state)
  }
}

@Suite struct `The retry policy` {
  @Test func `spreads the waits of different deliveries and repeats those of one`() {
    let policy = RetryPolicy.standard
    let waits = (0..<50).map { policy.delayMilliseconds(afterFailures: 1, of: "d\($0)") ?? 0 }
    #expect(Set(waits).count > 40)
    #expect(waits.allSatisfy { (30_000...45_000).contains($0) })
    #expect(waits == (0..<50).map { policy.delayMilliseconds(afterFailures: 1, of: "d\($0)") ?? 0 })
  }

  @Test func `never waits longer than its limit and its spread`() {
    let policy = RetryPolicy.standard
    let waits = (1..<12).compactMap { policy.delayMilliseconds(afterFailures: $0, of: "d") }
    #expect(waits.count == 11)
    #expect(waits.allSatisfy { $0 <= 5_400_000 })
    #expect(policy.delayMilliseconds(afterFailures: 12, of: "d") == nil)
  }
}
