public import Delivery

/// Why the ledger could not do what it was asked.
public enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file cannot be opened as a ledger.
  case cannotOpen(path: String, reason: String)
  /// The file was written by a newer version of the program.
  case newerSchema(path: String, found: Int, known: Int)
  /// Another process held the file for too long.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The storage failed in another way.
  case storage(path: String, reason: String)
  /// A stored value cannot be read as what it should be.
  case unreadable(what: String)
  /// A value cannot be stored.
  case unwritable(what: String)
  /// There is no delivery of that id.
  case noSuchDelivery(id: String)
  /// There is no document of that name.
  case noSuchDocument(name: String)
  /// What was asked is not allowed in the delivery's state; nothing was changed.
  case refused(delivery: String, DeliveryRefusal)
  /// Another document stands in the queue under the same identifier; nothing was changed.
  case identifierTaken(documentId: String, by: String)

  /// One sentence: what, where, and what to do.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The ledger cannot be opened (\(reason)); check the path and its rights: \(path)"
    case .newerSchema(let path, let found, let known):
      "The ledger has schema \(found) and this program knows \(known); use a newer program: \(path)"
    case .busy(let path):
      "The ledger is held by another process; try again later: \(path)"
    case .full(let path):
      "The disk of the ledger is full; make room: \(path)"
    case .storage(let path, let reason):
      "The ledger cannot be read or written (\(reason)): \(path)"
    case .unreadable(let what):
      "The ledger holds a value that cannot be read: \(what)"
    case .unwritable(let what):
      "The value cannot be stored: \(what)"
    case .noSuchDelivery(let id):
      "There is no delivery \(id); sohoa queue list shows those that exist"
    case .noSuchDocument(let name):
      "There is no document \(name); check the name and the state folder"
    case .refused(let delivery, let refusal):
      "Delivery \(delivery) was left as it is: \(refusal.sentence)"
    case .identifierTaken(let documentId, let name):
      "The identifier \(documentId) is in the queue already, for document \(name); check for a double"
    }
  }
}

extension DeliveryRefusal {
  fileprivate var sentence: String {
    switch self {
    case .arrivedAlready: "it has arrived; only a recall or a replacement changes that"
    case .beingSent: "it is being sent at this moment; try again later"
    case .mayHaveArrived: "it may have arrived; find out at the receiver first"
    case .notDue: "it is not due yet"
    case .cancelledAlready: "it was taken out of the queue"
    case .documentNotAccepted: "its document is not accepted; have it accepted first"
    case .notArrived:
      "it has not arrived yet, so there is nothing to update; correct the document itself"
    }
  }
}
