public import Extraction
public import Findings
public import Measuring

/// What was found on one page, and what it is fit for.
public struct PageJudgement: Sendable, Equatable, Codable {
  /// Position in the document, from 1.
  public let index: Int
  /// The heaviest finding of the page.
  public let verdict: Verdict
  /// Whether the page holds nothing.
  public let isBlank: Bool
  /// The figures that were judged.
  public let measurements: Measurements
  /// What reading the page says of it.
  public let text: TextFigures
  /// How well a person sees the content; nil when it cannot be told.
  public let displayQuality: DisplayQuality?
  /// Probability that OCR reads the print, 0…1; nil when it cannot be told.
  public let ocrLegibility: Double?
  /// The rules that the page breaks, in the order of the catalogue.
  public let findings: [Finding]

  private enum Key: String, CodingKey {
    case index, verdict, blank, measurements, text, displayQuality, ocrLegibility, findings
  }

  init(
    index: Int, isBlank: Bool, measurements: Measurements, text: TextFigures,
    displayQuality: DisplayQuality?, ocrLegibility: Double?, findings: [Finding]
  ) {
    self.index = index
    verdict = Verdict(on: findings)
    self.isBlank = isBlank
    self.measurements = measurements
    self.text = text
    self.displayQuality = displayQuality
    self.ocrLegibility = ocrLegibility
    self.findings = findings
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    index = try container.decode(Int.self, forKey: .index)
    verdict = try container.decode(Verdict.self, forKey: .verdict)
    isBlank = try container.decode(Bool.self, forKey: .blank)
    measurements = try container.decode(Measurements.self, forKey: .measurements)
    text = try container.decode(TextFigures.self, forKey: .text)
    displayQuality = try container.decodeIfPresent(DisplayQuality.self, forKey: .displayQuality)
    ocrLegibility = try container.decodeIfPresent(Double.self, forKey: .ocrLegibility)
    findings = try container.decode([Finding].self, forKey: .findings)
  }

  /// Writes every key, `null` for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(index, forKey: .index)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(isBlank, forKey: .blank)
    try container.encode(measurements, forKey: .measurements)
    try container.encode(text, forKey: .text)
    try container.encode(displayQuality, forKey: .displayQuality)
    try container.encode(ocrLegibility, forKey: .ocrLegibility)
    try container.encode(findings, forKey: .findings)
  }
}

/// What was found in one document, what it is fit for, and whether it is kept from sending.
public struct DocumentJudgement: Sendable, Equatable, Codable {
  /// On what it rests.
  public let evidence: EvidenceKind
  /// The heaviest verdict of pages and document findings, unless a person decided otherwise.
  public let verdict: Verdict
  /// One judgement a page, in order.
  public let pages: [PageJudgement]
  /// Findings about the document as a whole.
  public let documentFindings: [Finding]
  /// The metadata after the decisions; nil when no text was read.
  public let record: DocumentRecord?
  /// Why the document is kept from sending; nil when nothing keeps it.
  public let held: Hold?

  init(
    evidence: EvidenceKind, verdict: Verdict, pages: [PageJudgement], documentFindings: [Finding],
    record: DocumentRecord?, held: Hold?
  ) {
    self.evidence = evidence
    self.verdict = verdict
    self.pages = pages
    self.documentFindings = documentFindings
    self.record = record
    self.held = held
  }

  /// The same judgement of a record whose readings stand in another order; no verdict rests on their order.
  public func replacing(_ record: DocumentRecord) -> DocumentJudgement {
    DocumentJudgement(
      evidence: evidence, verdict: verdict, pages: pages, documentFindings: documentFindings,
      record: record, held: held)
  }

  /// The document as something that may be packed; nil when it is held or not accepted.
  public func accepted() -> AcceptedDocument? {
    guard verdict.outcome == .accepted, held == nil, let record else { return nil }
    return AcceptedDocument(record: record, judgement: self)
  }
}

/// A document that was read, found fit and is not held; only Inspection makes one.
public struct AcceptedDocument: Sendable, Equatable {
  /// The metadata after the decisions.
  public let record: DocumentRecord
  /// The judgement that accepted it.
  public let judgement: DocumentJudgement

  init(record: DocumentRecord, judgement: DocumentJudgement) {
    self.record = record
    self.judgement = judgement
  }
}
