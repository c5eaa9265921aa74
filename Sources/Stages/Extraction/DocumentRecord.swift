public import Imaging

/// What may be done with a field's value.
public enum Lane: String, Sendable, Codable, CaseIterable {
  /// Taken as read.
  case accept
  /// A person confirms it.
  case confirm
  /// A person types it.
  case type
}

/// The place on a page where a value can be seen.
public struct Evidence: Sendable, Hashable, Codable {
  /// The page of the document, from 1.
  public let page: Int
  /// The place, in pixels of the page as shown.
  public let box: Box

  /// Makes evidence.
  public init(page: Int, box: Box) {
    self.page = page
    self.box = box
  }
}

/// One reading of a field, with its probability.
public struct Candidate: Sendable, Hashable, Codable {
  /// The reading.
  public let value: String
  /// Probability that it is right, 0…1.
  public let p: Double

  /// Makes a candidate.
  public init(value: String, p: Double) {
    self.value = value
    self.p = p
  }
}

/// Named metadata with its value, confidence, evidence and lane.
public struct Field: Sendable, Equatable, Codable {
  /// The normalised value, NFC, dates as `yyyy-MM-dd`; nil when nothing was found.
  public let value: String?
  /// The text as read, before normalisation; nil when nothing was read.
  public let raw: String?
  /// Probability that `value` is right, 0…1; 0 when there is no value.
  public let confidence: Double
  /// What may be done with it.
  public let lane: Lane
  /// Whether the value is written by hand; nil where that cannot be told.
  public let handwritten: Bool?
  /// Where the value can be seen; empty when there is no value.
  public let evidence: [Evidence]
  /// The best readings, best first.
  public let candidates: [Candidate]
  /// The documents of its register that put the readings in another order; empty when they stand as read.
  public let neighbours: [String]

  /// Makes a field.
  public init(
    value: String?, raw: String? = nil, confidence: Double, lane: Lane, handwritten: Bool? = nil,
    evidence: [Evidence] = [], candidates: [Candidate] = [], neighbours: [String] = []
  ) {
    self.value = value
    self.raw = raw
    self.confidence = confidence
    self.lane = lane
    self.handwritten = handwritten
    self.evidence = evidence
    self.candidates = candidates
    self.neighbours = neighbours
  }

  /// The field of a document in which nothing was found.
  public static let missing = Field(value: nil, confidence: 0, lane: .type)

  private enum Key: String, CodingKey {
    case value, raw, confidence, lane, handwritten, evidence, candidates, neighbours
  }

  /// Reads what `encode(to:)` wrote; a field of an earlier program knows no neighbours.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    value = try container.decodeIfPresent(String.self, forKey: .value)
    raw = try container.decodeIfPresent(String.self, forKey: .raw)
    confidence = try container.decode(Double.self, forKey: .confidence)
    lane = try container.decode(Lane.self, forKey: .lane)
    handwritten = try container.decodeIfPresent(Bool.self, forKey: .handwritten)
    evidence = try container.decode([Evidence].self, forKey: .evidence)
    candidates = try container.decode([Candidate].self, forKey: .candidates)
    neighbours = try container.decodeIfPresent([String].self, forKey: .neighbours) ?? []
  }

  /// Writes every key, `null` where there is no value, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(value, forKey: .value)
    try container.encode(raw, forKey: .raw)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(lane, forKey: .lane)
    try container.encode(handwritten, forKey: .handwritten)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(candidates, forKey: .candidates)
    try container.encode(neighbours, forKey: .neighbours)
  }
}

/// One person who signed: on whose authority, as what, and who.
public struct Signer: Sendable, Equatable, Codable {
  /// The authority line, such as `KT. GIÁM ĐỐC`; missing when the head signs.
  public let competence: Field
  /// The position, such as `PHÓ GIÁM ĐỐC`.
  public let position: Field
  /// The full name.
  public let fullName: Field

  /// Makes a signer.
  public init(competence: Field, position: Field, fullName: Field) {
    self.competence = competence
    self.position = position
    self.fullName = fullName
  }
}

/// The names of the fields that hold one value (QCVN 102, Nghị định 30 Phụ lục VI).
public enum FieldName: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  /// Số của văn bản.
  case codeNumber
  /// Ký hiệu của văn bản, without the number and the slash.
  case codeNotation
  /// Địa danh.
  case promulgationPlace
  /// Ngày, tháng, năm ban hành, `yyyy-MM-dd`.
  case promulgationDate
  /// Tên loại văn bản, such as `Công văn`.
  case documentType
  /// Trích yếu nội dung.
  case subject
  /// Tên cơ quan ban hành.
  case organName
  /// Tên cơ quan chủ quản.
  case organizationInCharge
  /// Độ khẩn: `Khẩn`, `Thượng khẩn`, `Hỏa tốc`.
  case priority
  /// Độ mật: `Mật`, `Tối mật`, `Tuyệt mật`.
  case secrecy
  /// Phạm vi lưu hành.
  case sphereOfPromulgation
  /// Số trang.
  case pageAmount
  /// Ngôn ngữ.
  case language
  /// Số đến: the number that the receiving office stamped, never the document's own.
  case arrivalNumber
  /// Ngày đến, `yyyy-MM-dd`.
  case arrivalDate
  /// Hình thức sao: `Sao y`, `Sao lục`, `Trích sao`.
  case copyForm
}

/// The metadata of one document.
///
/// Nothing in it is invented: each value has its evidence.
public struct DocumentRecord: Sendable, Equatable, Codable {
  /// The fields of one value; a name that is absent was not looked for.
  public let fields: [FieldName: Field]
  /// Who signed, in reading order.
  public let signers: [Signer]
  /// Kính gửi, one field an addressee.
  public let addressees: [Field]
  /// Nơi nhận, one field a line.
  public let toPlaces: [Field]
  /// Căn cứ: the acts it rests on, one field a paragraph.
  public let legalBases: [Field]
  /// Phụ lục: the headings of its annexes.
  public let appendixes: [Field]
  /// Where a secrecy marking stands or may stand; any entry holds the document.
  public let secrecyMarks: [Evidence]
  /// Seals, signatures and handwriting; nil where nothing shows an administrative document, and in a record of an
  /// earlier program.
  public let facts: RecordFacts?

  /// Makes a record.
  public init(
    fields: [FieldName: Field], signers: [Signer] = [], addressees: [Field] = [],
    toPlaces: [Field] = [], legalBases: [Field] = [], appendixes: [Field] = [],
    secrecyMarks: [Evidence] = [], facts: RecordFacts? = nil
  ) {
    self.fields = fields
    self.signers = signers
    self.addressees = addressees
    self.toPlaces = toPlaces
    self.legalBases = legalBases
    self.appendixes = appendixes
    self.secrecyMarks = secrecyMarks
    self.facts = facts
  }

  /// The field of that name; a field that was not looked for is missing.
  public subscript(name: FieldName) -> Field { fields[name] ?? .missing }
}
