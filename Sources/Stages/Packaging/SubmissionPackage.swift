import Digest

/// A document in its edXML envelope, complete and checked: the only thing that can be queued.
public struct SubmissionPackage: Sendable, Equatable {
  /// `{OrganId},{yyyy/MM/dd},{number}/{notation}`: stable for the life of the document.
  public let documentId: String
  /// The envelope's bytes; the same input gives the same bytes.
  public let envelope: [UInt8]
  /// SHA-256 of the envelope, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// A name for the envelope in a folder, ASCII, ends in `.edxml`, one for each `documentId`.
  public let fileName: String
  /// Who sends.
  public let sender: Agency
  /// Who receives.
  public let receivers: [Agency]
  /// The document's date.
  public let date: CalendarDate
  /// How urgent it is, 0 for normal … 4 for express at a time: the more urgent, the sooner it is sent.
  public let urgency: Int
  /// The document that it brings up to date, and when that was ordered; nil for every other envelope.
  public let update: DocumentUpdate?
  /// What a person should know; nothing in it blocks.
  public let warnings: [EnvelopeIssue]

  init(
    documentId: String, envelope: [UInt8], sender: Agency, receivers: [Agency],
    date: CalendarDate, urgency: Int, update: DocumentUpdate? = nil, warnings: [EnvelopeIssue]
  ) {
    self.documentId = documentId
    self.envelope = envelope
    sha256 = SHA256.hex(of: envelope)
    fileName = envelopeFileName(for: documentId, update: update)
    self.sender = sender
    self.receivers = receivers
    self.date = date
    self.urgency = urgency
    self.update = update
    self.warnings = warnings
  }
}

/// Which document an envelope brings up to date.
///
/// It may bear that document's own identifier: the axis takes updates in whatever it has had before.
public struct DocumentUpdate: Sendable, Equatable {
  /// The identifier of the document that receivers have.
  public let documentId: String
  /// When the update was ordered, `yyyy/MM/dd HH:mm:ss` in Vietnam's time; tells one update from the next.
  public let timestamp: String

  init?(_ business: Business) {
    guard business.action == .update, let documentId = business.actsOn.first?.documentId else {
      return nil
    }
    self.documentId = documentId
    timestamp = business.timestamp
  }
}

/// Packs a document into its envelope after the checks V1…V13; `today` bounds its date.
package func submissionPackage(
  of content: EnvelopeContent, today: CalendarDate, settings: EnvelopeSettings = .standard,
  catalogue: AgencyCatalogue = AgencyCatalogue([])
) throws(PackagingError) -> SubmissionPackage {
  let header = EnvelopeHeader(of: content, types: settings.types)
  var issues =
    header.issues(today: today) + header.issues(in: catalogue) + content.issues(settings)
  guard let complete = header.complete, !issues.blocks else { throw .blocked(issues) }

  let text = EnvelopeText(header: complete, pdf: content.pdf)
  if let tooLarge = sizeIssue(byteCount: text.byteCount, limitBytes: settings.limitBytes) {
    issues.append(tooLarge)
    throw .blocked(issues)
  }
  return SubmissionPackage(
    documentId: complete.documentId, envelope: text.bytes(), sender: content.from,
    receivers: content.to, date: complete.date, urgency: complete.priority.rawValue,
    update: content.business.flatMap(DocumentUpdate.init), warnings: issues)
}
