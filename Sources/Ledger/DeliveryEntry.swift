public import Delivery
import Digest
public import Packaging

/// A package that an accepted document brings into the queue.
public struct NewDelivery: Sendable, Equatable {
  /// The envelope's `DocumentId`.
  public let documentId: String
  /// The destination's name, as its driver gives it.
  public let destination: String
  /// The agency codes of the receivers that the envelope names.
  public let receivers: [String]
  /// Where the envelope waits.
  public let envelopePath: String
  /// SHA-256 of the envelope, 64 lower-case hexadecimal digits.
  public let envelopeSHA256: String
  /// The name that the envelope bears at the destination.
  public let fileName: String
  /// How urgent it is, 0…4; the more urgent, the sooner it is sent.
  public let urgency: Int
  /// Until when it must have left; nil when that is not known.
  public let deadline: Moment?
  /// The identifier of the document that it brings up to date; nil for all but updates.
  public let updates: String?
  /// Which envelope of its document it is: the time of an update, empty for the first.
  public let edition: String

  /// Makes a delivery of a package whose envelope is on disk already.
  public init(
    of package: SubmissionPackage, storedAt path: String, to destination: String, at now: Moment,
    by calendar: WorkCalendar = .announced
  ) {
    self.init(
      documentId: package.documentId, destination: destination,
      receivers: package.receivers.map(\.id), envelopePath: path, envelopeSHA256: package.sha256,
      fileName: package.fileName, urgency: package.urgency,
      // The deadline is that of the document; what corrects it later has none.
      deadline: package.update == nil
        ? Delivery.deadline(
          of: package.date, urgency: package.urgency, queuedAt: now, by: calendar) : nil,
      updates: package.update?.documentId, edition: package.update?.timestamp ?? "")
  }

  package init(
    documentId: String, destination: String, receivers: [String], envelopePath: String,
    envelopeSHA256: String, fileName: String, urgency: Int = 0, deadline: Moment? = nil,
    updates: String? = nil,
    edition: String = ""
  ) {
    self.documentId = documentId
    self.destination = destination
    self.receivers = receivers
    self.envelopePath = envelopePath
    self.envelopeSHA256 = envelopeSHA256
    self.fileName = fileName
    self.urgency = urgency
    self.deadline = deadline
    self.updates = updates
    self.edition = edition
  }

  /// The delivery's id: the same envelope for the same destination is always the same delivery.
  ///
  /// One envelope names all its receivers and the destination hands it on, so it is sent once: the
  /// axis would get it once for each. What becomes of it at each receiver has a row of its own,
  /// `ReceiverFate`.
  public var id: String {
    let name = "\(documentId)\n\(destination)" + (edition.isEmpty ? "" : "\n\(edition)")
    return String(SHA256.hex(of: Array(name.utf8)).prefix(12))
  }
}

/// One row of the sending queue.
public struct DeliveryEntry: Sendable, Equatable {
  /// The delivery's id.
  public let id: String
  /// The run's name of the document.
  public internal(set) var document: String
  /// The envelope's `DocumentId`.
  public let documentId: String
  /// The destination's name.
  public let destination: String
  /// The agency codes of the receivers that the envelope names.
  public internal(set) var receivers: [String]
  /// Where the envelope waits.
  public internal(set) var envelopePath: String
  /// SHA-256 of the envelope.
  public internal(set) var envelopeSHA256: String
  /// The name that the envelope bears at the destination.
  public internal(set) var fileName: String
  /// How urgent it is, 0…4.
  public internal(set) var urgency: Int
  /// Until when it must have left; nil when that is not known.
  public internal(set) var deadline: Moment?
  /// Which envelope of its document it is: the time of an update, empty for the first.
  public let edition: String
  /// Where the delivery stands.
  public internal(set) var state: DeliveryState
  /// When it was first queued.
  public let createdAt: Moment
  /// When it last changed.
  public internal(set) var updatedAt: Moment

  /// The envelope on its way; only the holder of the lease may ask for it.
  ///
  /// `others` are the peer's names of other envelopes of the same document.
  public func shipment(besides others: Set<String> = []) throws(SendingError) -> Shipment {
    try Shipment(
      delivery: id, attempt: state.attempts, documentId: documentId, receivers: receivers,
      storedAt: envelopePath, sha256: envelopeSHA256, fileName: fileName,
      isInDoubt: state.isInDoubt, others: others)
  }
}

extension DeliveryEntry {
  /// Whether it left too late, or has not left and should have by then.
  public func isLate(at now: Moment) -> Bool {
    guard let deadline, state.name != .cancelled else { return false }
    return (state.receipt?.at ?? now) > deadline
  }
}

/// One thing that happened to a delivery; never changed.
public struct DeliveryEventEntry: Sendable, Equatable {
  /// The delivery's id.
  public let delivery: String
  /// When.
  public let at: Moment
  /// Who or what did it.
  public let actor: String
  /// The state before; nil for the first event.
  public let from: DeliveryState.Name?
  /// The state after.
  public let to: DeliveryState.Name
  /// What happened, without text of the document.
  public let note: String
}

/// What the queue looks like in figures.
public struct QueueStatistics: Sendable, Equatable, Codable {
  /// Deliveries in each state; states without any are 0.
  public let counts: [DeliveryState.Name: Int]
  /// Since when the oldest delivery waits that has neither arrived nor been cancelled.
  public let oldestSince: Moment?
}
