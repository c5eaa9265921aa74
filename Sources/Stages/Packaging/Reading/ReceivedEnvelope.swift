/// What the bytes of an envelope say.
public enum ReceivedEnvelope: Sendable, Equatable {
  /// A document, new or acting on an older one.
  case document(ReceivedDocument)
  /// A report on a document.
  case status(StatusReport)
}

/// What an envelope asks the receiver to do.
public enum BusinessAction: Int, Sendable, Codable, CaseIterable {
  /// A new document.
  case new = 0
  /// Thu hồi: an older one is taken back.
  case recall
  /// Cập nhật: an older one has other metadata or receivers.
  case update
  /// Thay thế: it stands in place of older ones.
  case replace
}

/// A document that came in.
public struct ReceivedDocument: Sendable, Equatable {
  /// Who sent it.
  public let from: Agency
  /// Who receives it.
  public let to: [Agency]
  /// Its identifier; nil when the sender gave none.
  public let documentId: String?
  /// Its number.
  public let number: String?
  /// Its notation.
  public let notation: String?
  /// Its date, when it is one.
  public let date: CalendarDate?
  /// The place of its date line.
  public let place: String?
  /// The name of its type.
  public let typeName: String?
  /// What it is about.
  public let subject: String?
  /// Who signed.
  public let signer: SignedBy?
  /// Until when an answer is asked for.
  public let dueDate: CalendarDate?
  /// 0 for normal … 4 for express at a time.
  public let priority: Int
  /// The lines of "Nơi nhận".
  public let toPlaces: [String]
  /// The documents that it answers or recalls.
  public let responseFor: [DocumentReference]
  /// What it asks for.
  public let action: BusinessAction
  /// The document acted upon, for an update.
  public let actsOn: String?
  /// Why.
  public let reason: String?
  /// The documents that it replaces.
  public let replaces: [String]
  /// What is attached, in order.
  public let attachments: [ReceivedAttachment]
  /// What is unusual about the envelope, in English, without its text.
  public let oddities: [String]
}

/// Who signed a document that came in.
public struct SignedBy: Sendable, Equatable, Codable {
  /// In whose name: `TM. …`, `KT. …`.
  public let competence: String?
  /// The office that the person holds.
  public let position: String?
  /// The person.
  public let fullName: String?
}

/// A file in an envelope.
public struct ReceivedAttachment: Sendable, Equatable {
  /// Its name, without any folder.
  public let name: String
  /// Its bytes, unpacked where the sender packed a single file.
  public let bytes: [UInt8]
  /// What it is for, when the sender says.
  public let description: String?

  /// Whether it begins as a PDF does.
  public var isPDF: Bool { bytes.starts(with: Array("%PDF-".utf8)) }
}
