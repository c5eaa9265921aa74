import Extraction

/// The header's values as they would be written, some of which may still be missing or wrong.
struct EnvelopeHeader: Sendable, Equatable {
  let from: Organization
  let to: [Organization]
  let number: String?
  let notation: String?
  let place: String?
  let date: CalendarDate?
  /// Whether the record has a date that could not be read as a day.
  let dateIsUnreadable: Bool
  let typeName: String?
  let type: DocumentTypeTable.Entry?
  let subject: String?
  let signer: SignerLines?
  let signerCount: Int
  let priority: Priority?
  let sphere: String?
  let promulgationAmount: Int?
  let pageAmount: Int
  /// The page count that the record has from the document's text.
  let statedPageAmount: Int?
  let toPlaces: [String]
  let business: Business?
  let dueDate: CalendarDate?

  init(of content: EnvelopeContent, types: DocumentTypeTable) {
    let record = content.record
    from = Organization(content.from)
    to = content.to.map(Organization.init)
    number = record[.codeNumber].usable
    notation = record[.codeNotation].usable
    place = record[.promulgationPlace].usable
    let dateText = record[.promulgationDate].usable
    date = dateText.flatMap(CalendarDate.init(iso:))
    dateIsUnreadable = dateText != nil && date == nil
    typeName = record[.documentType].usable
    type = typeName.flatMap { [notation] in types.entry(named: $0, notation: notation) }
    subject = record[.subject].usable
    signer = record.signers.first.flatMap(SignerLines.init)
    signerCount = record.signers.count
    priority = Priority(record[.priority].usable)
    sphere = record[.sphereOfPromulgation].usable
    promulgationAmount = content.promulgationAmount
    pageAmount = content.pageAmount
    statedPageAmount = record[.pageAmount].usable.flatMap { Int($0) }
    toPlaces = record.toPlaces.compactMap(\.usable)
    business = content.business
    dueDate = content.dueDate
  }

  /// The header when nothing that must be there is missing.
  var complete: CompleteHeader? {
    guard let number, let notation, let date, let typeName, let subject, let priority,
      from.id != nil
    else { return nil }
    return CompleteHeader(
      values: self, number: number, notation: notation, date: date, typeName: typeName,
      subject: subject, priority: priority)
  }
}

/// A header that has every value an envelope must have.
struct CompleteHeader: Sendable, Equatable {
  let values: EnvelopeHeader
  let number: String
  let notation: String
  let date: CalendarDate
  let typeName: String
  let subject: String
  let priority: Priority

  var documentId: String {
    Packaging.documentId(
      sender: values.from.id ?? "", date: date, number: number, notation: notation)
  }
}

/// An agency's values as an envelope carries them.
struct Organization: Sendable, Equatable {
  let id: String?
  let inCharge: String?
  let name: String?
  let address: String?
  let email: String?
  let telephone: String?
  let fax: String?
  let website: String?

  init(_ agency: Agency) {
    id = agency.id.envelopeValue
    inCharge = agency.inCharge?.envelopeValue
    name = agency.name?.envelopeValue
    address = agency.address?.envelopeValue
    email = agency.email?.envelopeValue
    telephone = agency.telephone?.envelopeValue
    fax = agency.fax?.envelopeValue
    website = agency.website?.envelopeValue
  }
}

/// What the envelope says of who signed; the format has room for one person.
struct SignerLines: Sendable, Equatable {
  let competence: String?
  let position: String?
  let fullName: String?

  init?(_ signer: Signer) {
    competence = signer.competence.usable
    position = signer.position.usable
    fullName = signer.fullName.usable
    if competence == nil, position == nil, fullName == nil { return nil }
  }
}

/// `OtherInfo/Priority`.
enum Priority: Int, Sendable, CaseIterable {
  case normal = 0
  case urgent
  case veryUrgent
  case express
  case expressAtTime

  /// No marking is normal; a marking that is not known is nil.
  init?(_ marking: String?) {
    switch marking?.folded {
    case nil, "", "thường": self = .normal
    case "khẩn": self = .urgent
    case "thượng khẩn": self = .veryUrgent
    case "hỏa tốc", "hoả tốc": self = .express
    case "hỏa tốc hẹn giờ", "hoả tốc hẹn giờ": self = .expressAtTime
    default: return nil
    }
  }
}

extension Field {
  /// The value as an envelope carries it; a value that a person must type is no value yet.
  var usable: String? {
    lane == .type ? nil : value?.envelopeValue
  }
}
