/// Something that happened to a delivery.
public enum DeliveryEvent: Sendable, Equatable {
  /// A sender takes it for a while.
  case leased(Lease, at: Moment)
  /// It arrived.
  case arrived(Receipt)
  /// The attempt of that number did not end with a receipt.
  case failed(SendingError, attempt: Int, policy: RetryPolicy, at: Moment)
  /// A sender took it and did not come back.
  case leaseExpired(ResendRule, at: Moment)
  /// A person asks for another attempt.
  case retried(at: Moment)
  /// A person takes it out of the queue.
  case cancelled
  /// Its document is no longer accepted.
  case withdrawn
  /// Its document is accepted with the envelope that is in the row already.
  case confirmed(at: Moment)
  /// Its document is accepted with another envelope.
  case replaced(at: Moment)
}

/// A sender's claim on a delivery.
public struct Lease: Sendable, Equatable, Codable {
  /// Which sender holds it, such as a host name and a process number.
  public let holder: String
  /// When the claim ends by itself.
  public let until: Moment

  /// Makes a lease.
  public init(holder: String, until: Moment) {
    self.holder = holder
    self.until = until
  }
}

/// What may be done when a sender vanished in the middle of an attempt.
public enum ResendRule: String, Sendable, Codable {
  /// The destination can tell whether the envelope is there: try again.
  case tryAgain
  /// It cannot: a person must find out.
  case askAPerson
}

/// What the edge must do after an event.
public enum DeliveryAction: Sendable, Equatable {
  /// Send the envelope now; this is the attempt of that number.
  case send(attempt: Int)
  /// Come back at that time.
  case wait(until: Moment)
  /// Nothing more to do: it arrived.
  case finish
  /// Nothing more to do: it was taken out of the queue.
  case drop
  /// Show it to a person as a dead letter.
  case bury
  /// Show it to a person: it may have arrived.
  case ask
  /// Nothing; the event came too late or changes nothing.
  case ignore
  /// Nothing; the event is not allowed now.
  case refuse(DeliveryRefusal)
}

/// Why an event is not allowed.
public enum DeliveryRefusal: String, Sendable, Codable {
  /// It arrived; only a recall or a replacement can change that.
  case arrivedAlready
  /// It is being sent at this moment.
  case beingSent
  /// It may have arrived; a person must find out first.
  case mayHaveArrived
  /// It is not due yet.
  case notDue
  /// It was taken out of the queue.
  case cancelledAlready
  /// Its document is not accepted.
  case documentNotAccepted
  /// The document that it would bring up to date has not arrived.
  case notArrived
}
