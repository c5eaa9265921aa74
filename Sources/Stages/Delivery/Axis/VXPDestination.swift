import Packaging

/// The national axis as a destination.
///
/// An envelope is sent once for all its receivers. Before it is sent again after an attempt whose end
/// is not known, the axis's list of what we sent is asked: number and notation, sender and receiver
/// say whether it is there.
public struct VXPDestination: Sending {
  private let axis: VXPAxis
  /// The destination's name in the queue.
  public let destination: String

  /// Makes a destination.
  public init(axis: VXPAxis) {
    self.axis = axis
    destination = Self.name(endpoint: axis.account.endpoint, systemId: axis.account.systemId)
  }

  /// The name of such a destination, which needs no key.
  public static func name(endpoint: String, systemId: String) -> String {
    "vxp:\(systemId)@\(endpoint)"
  }

  /// The axis can be asked what it has.
  public var resendRule: ResendRule { .tryAgain }

  /// Sends the envelope, unless the axis has it already.
  public func send(_ shipment: Shipment, at now: Moment) throws(SendingError) -> Receipt {
    if shipment.isInDoubt, let known = try find(shipment, at: now) {
      return Receipt(
        reference: known, sha256: shipment.sha256, arrival: .alreadyThere, at: now)
    }
    let docId = try axis.send(
      shipment.envelope, as: .document, from: DocumentIdParts(shipment.documentId).sender,
      to: shipment.receivers, at: now)
    return Receipt(reference: docId, sha256: shipment.sha256, arrival: .written, at: now)
  }

  /// The axis's name for an envelope that it has; nil when it has none.
  ///
  /// While the axis cannot be asked, nothing may be sent: whatever goes wrong leaves the doubt.
  private func find(_ shipment: Shipment, at now: Moment) throws(SendingError) -> String? {
    let items: [SentItem]
    do throws(SendingError) {
      items = try axis.sent(.document, at: now)
    } catch {
      guard error.kind != .blocked else { throw error }
      throw SendingError(
        kind: .unconfirmed, code: error.code, subject: error.subject, message: error.message)
    }
    let parts = DocumentIdParts(shipment.documentId)
    let found = items.first { item in
      guard item.fromCode == parts.sender, item.notation == parts.code, let to = item.toCode,
        shipment.receivers.contains(to), !shipment.others.contains(item.senderDocId ?? "")
      else { return false }
      // The same number comes back every year.
      guard let sentTime = item.sentTime else { return true }
      return sentTime.prefix(10) >= parts.date
    }
    guard let found else { return nil }
    return found.senderDocId ?? "?"
  }
}
