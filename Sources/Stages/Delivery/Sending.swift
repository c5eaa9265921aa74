/// A destination that envelopes are sent to.
public protocol Sending: Sendable {
  /// The destination's name in the queue, such as `folder:/srv/out`.
  var destination: String { get }
  /// What may be done when a sender vanished in the middle of an attempt.
  var resendRule: ResendRule { get }
  /// Sends once, blocking; sending what is there already is a success that changes nothing.
  func send(_ shipment: Shipment, at now: Moment) throws(SendingError) -> Receipt
}
