/// Where one delivery stands: events in, actions out, no clock and no I/O.
public struct DeliveryState: Sendable, Equatable, Codable {
  private enum State: Sendable, Equatable, Codable {
    /// Waits for a sender from that time on. To sending, delivered, cancelled, queued.
    case queued(from: Moment)
    /// A sender has it. To delivered, waiting, failed, unknown, sending (by another), cancelled.
    case sending(Lease, isWithdrawn: Bool)
    /// An attempt failed; waits for the next. To sending, delivered, cancelled, queued.
    case waiting(until: Moment, SendingError)
    /// It arrived. Final.
    case delivered(Receipt)
    /// Dead letter. To queued, delivered, cancelled.
    case failed(SendingError)
    /// It may have arrived. To queued (a person asks again), delivered, cancelled.
    case unknown
    /// A person took it out. To queued (a person asks again), delivered (by a late sender).
    case cancelled
    /// Its document is no longer accepted. To queued (accepted again), delivered (a late sender).
    case withdrawn
  }

  private var state: State
  /// The delivery's id; it spreads the waits of different deliveries.
  public let id: String
  /// Attempts begun so far, over the whole life of the row; an attempt's number is never used twice.
  public private(set) var attempts = 0
  /// Attempts failed since the last time a person or a new envelope started it afresh.
  public private(set) var failures = 0
  /// Whether an attempt may have brought it there; the destination is asked before the next one.
  public private(set) var isInDoubt = false

  /// Makes the state of a delivery that was just queued.
  public init(id: String, queuedAt: Moment) {
    self.id = id
    state = .queued(from: queuedAt)
  }

  /// Reads a state; one that was stored before doubt was kept is in none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    state = try container.decode(State.self, forKey: .state)
    id = try container.decode(String.self, forKey: .id)
    attempts = try container.decode(Int.self, forKey: .attempts)
    failures = try container.decode(Int.self, forKey: .failures)
    isInDoubt = try container.decodeIfPresent(Bool.self, forKey: .isInDoubt) ?? false
  }

  /// Takes in an event and says what must be done.
  public mutating func handle(_ event: DeliveryEvent) -> DeliveryAction {
    switch event {
    case .leased(let lease, let now): take(lease, at: now)
    case .arrived(let receipt): arrive(receipt)
    case .failed(let error, let attempt, let policy, let now):
      fail(error, attempt: attempt, policy: policy, at: now)
    case .leaseExpired(let rule, let now): expire(rule, at: now)
    case .retried(let now): retry(at: now)
    case .cancelled: cancel()
    case .withdrawn: withdraw()
    case .confirmed(let now): confirm(at: now)
    case .replaced(let now): replace(at: now)
    }
  }
}

extension DeliveryState {
  /// The name of a state, as lists and filters show it.
  public enum Name: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    /// Waits for a sender.
    case queued
    /// A sender has it.
    case sending
    /// An attempt failed; waits for the next.
    case waiting
    /// It arrived.
    case delivered
    /// Dead letter.
    case failed
    /// It may have arrived; waits for a person.
    case unknown
    /// Taken out of the queue, by a person or because its document is no longer accepted.
    case cancelled
  }

  /// The name of the state.
  public var name: Name {
    switch state {
    case .queued: .queued
    case .sending: .sending
    case .waiting: .waiting
    case .delivered: .delivered
    case .failed: .failed
    case .unknown: .unknown
    case .cancelled, .withdrawn: .cancelled
    }
  }

  /// When a sender may take it; nil when none may.
  public var notBefore: Moment? {
    switch state {
    case .queued(let from): from
    case .waiting(let until, _): until
    case .sending, .delivered, .failed, .unknown, .cancelled, .withdrawn: nil
    }
  }

  /// The claim of the sender that has it.
  public var lease: Lease? {
    guard case .sending(let lease, _) = state else { return nil }
    return lease
  }

  /// The proof that it arrived.
  public var receipt: Receipt? {
    guard case .delivered(let receipt) = state else { return nil }
    return receipt
  }

  /// Why the last attempt failed, while it waits for the next or for a person.
  public var lastError: SendingError? {
    switch state {
    case .waiting(_, let error), .failed(let error): error
    case .queued, .sending, .delivered, .unknown, .cancelled, .withdrawn: nil
    }
  }
}

extension DeliveryState {
  private mutating func take(_ lease: Lease, at now: Moment) -> DeliveryAction {
    switch state {
    case .queued(let from), .waiting(let from, _):
      guard from <= now else { return .refuse(.notDue) }
      attempts += 1
      state = .sending(lease, isWithdrawn: false)
      return .send(attempt: attempts)
    case .sending: return .refuse(.beingSent)
    case .delivered: return .refuse(.arrivedAlready)
    case .failed, .unknown: return .refuse(.mayHaveArrived)
    case .cancelled, .withdrawn: return .refuse(.cancelledAlready)
    }
  }

  /// What arrived has arrived, whatever was decided meanwhile.
  private mutating func arrive(_ receipt: Receipt) -> DeliveryAction {
    if case .delivered = state { return .ignore }
    state = .delivered(receipt)
    return .finish
  }

  private mutating func fail(
    _ error: SendingError, attempt: Int, policy: RetryPolicy, at now: Moment
  ) -> DeliveryAction {
    // A sender whose lease ran out may report while another one has the row already.
    guard case .sending(_, let isWithdrawn) = state, attempt == attempts else { return .ignore }
    switch error.kind {
    case .outcomeUnknown, .unconfirmed: isInDoubt = true
    // A destination that refuses was asked first when there was a doubt.
    case .permanent: isInDoubt = false
    case .transient, .blocked: break
    }
    if error.kind == .outcomeUnknown || isWithdrawn && isInDoubt {
      state = .unknown
      return .ask
    }
    if isWithdrawn {
      state = .withdrawn
      return .drop
    }
    // What is wrong with all of us is no failure of this one.
    if error.kind != .blocked { failures += 1 }
    guard error.kind != .permanent,
      let delay = policy.delayMilliseconds(afterFailures: failures, of: id)
    else {
      state = isInDoubt ? .unknown : .failed(error)
      return isInDoubt ? .ask : .bury
    }
    let until = now.adding(milliseconds: delay)
    state = .waiting(until: until, error)
    return .wait(until: until)
  }

  private mutating func expire(_ rule: ResendRule, at now: Moment) -> DeliveryAction {
    guard case .sending(let lease, let isWithdrawn) = state, lease.until <= now else {
      return .ignore
    }
    isInDoubt = true
    // A withdrawn one must not be sent to find out whether it is there.
    if rule == .askAPerson || isWithdrawn {
      state = .unknown
      return .ask
    }
    state = .queued(from: now)
    return .wait(until: now)
  }

  private mutating func retry(at now: Moment) -> DeliveryAction {
    switch state {
    case .failed, .unknown, .cancelled, .waiting, .queued:
      failures = 0
      state = .queued(from: now)
      return .wait(until: now)
    case .withdrawn: return .refuse(.documentNotAccepted)
    case .sending: return .refuse(.beingSent)
    case .delivered: return .refuse(.arrivedAlready)
    }
  }

  private mutating func cancel() -> DeliveryAction {
    switch state {
    case .queued, .waiting, .failed, .unknown, .withdrawn:
      state = .cancelled
      return .drop
    case .cancelled: return .ignore
    case .sending: return .refuse(.beingSent)
    case .delivered: return .refuse(.arrivedAlready)
    }
  }

  private mutating func withdraw() -> DeliveryAction {
    switch state {
    case .queued where isInDoubt, .waiting where isInDoubt:
      state = .unknown
      return .refuse(.mayHaveArrived)
    case .queued, .waiting, .failed:
      state = .withdrawn
      return .drop
    case .sending(let lease, false):
      state = .sending(lease, isWithdrawn: true)
      return .refuse(.beingSent)
    case .sending(_, true): return .refuse(.beingSent)
    case .unknown: return .refuse(.mayHaveArrived)
    case .cancelled, .withdrawn: return .ignore
    case .delivered: return .refuse(.arrivedAlready)
    }
  }

  /// A document that a person took out of the queue stays out, however often it is run again.
  private mutating func confirm(at now: Moment) -> DeliveryAction {
    switch state {
    case .withdrawn:
      failures = 0
      state = .queued(from: now)
      return .wait(until: now)
    case .sending(let lease, true):
      state = .sending(lease, isWithdrawn: false)
      return .ignore
    case .sending(_, false), .queued, .waiting, .delivered, .failed, .unknown, .cancelled:
      return .ignore
    }
  }

  private mutating func replace(at now: Moment) -> DeliveryAction {
    switch state {
    case .queued where isInDoubt, .waiting where isInDoubt: return .refuse(.mayHaveArrived)
    case .queued, .waiting, .failed, .withdrawn:
      failures = 0
      state = .queued(from: now)
      return .wait(until: now)
    case .cancelled: return .ignore
    case .sending: return .refuse(.beingSent)
    case .unknown: return .refuse(.mayHaveArrived)
    case .delivered: return .refuse(.arrivedAlready)
    }
  }
}
