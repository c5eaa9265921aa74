import Foundation
import Packaging

/// What stands in `record.json` beside a document that came in.
struct IncomingRecord: Sendable, Equatable, Codable {
  let schema: String
  let docId: String
  let documentId: String?
  let from: Agency
  let to: [Agency]
  let codeNumber: String?
  let codeNotation: String?
  let promulgationDate: String?
  let promulgationPlace: String?
  let documentType: String?
  let subject: String?
  let signer: SignedBy?
  let dueDate: String?
  let priority: Int
  let toPlaces: [String]
  let action: String
  let reason: String?
  let actsOn: [String]
  let responseFor: [DocumentReference]
  let files: [String]
  let envelopeSHA256: String
  let oddities: [String]

  init(_ document: ReceivedDocument, docId: String, files: [String], sha256: String) {
    schema = "sohoa.incoming/1"
    self.docId = docId
    documentId = document.documentId
    from = document.from
    to = document.to
    codeNumber = document.number
    codeNotation = document.notation
    promulgationDate = document.date?.iso
    promulgationPlace = document.place
    documentType = document.typeName
    subject = document.subject
    signer = document.signer
    dueDate = document.dueDate?.iso
    priority = document.priority
    toPlaces = document.toPlaces
    action = "\(document.action)"
    reason = document.reason
    actsOn = [document.actsOn].compactMap { $0 } + document.replaces
    responseFor = document.responseFor
    self.files = files
    envelopeSHA256 = sha256
    oddities = document.oddities
  }
}
