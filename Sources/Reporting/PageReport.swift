public import Findings
public import Inspection
public import Measuring

/// What is said of one page.
public struct PageReport: Sendable, Equatable, Codable {
  /// Position in the document, from 1.
  public let index: Int
  /// The verdict on the page.
  public let verdict: Verdict
  /// Whether the page is blank.
  public let blank: Bool
  /// What was measured.
  public let measurements: Measurements
  /// What reading the page says of it.
  public let text: TextFigures
  /// How well a person sees the content, 0…1; nil when it cannot be told.
  public let displayQuality: Double?
  /// Probability that OCR reads the print, 0…1; nil when it cannot be told.
  public let ocrLegibility: Double?
  /// What is wrong with the page.
  public let findings: [Finding]

  /// Makes a page's report from the judgement on it.
  public init(_ page: PageJudgement) {
    index = page.index
    verdict = page.verdict
    blank = page.isBlank
    measurements = page.measurements
    text = page.text
    displayQuality = page.displayQuality?.value
    ocrLegibility = page.ocrLegibility
    findings = page.findings
  }

  private enum Key: String, CodingKey {
    case index, verdict, blank, displayQuality, ocrLegibility, measurements, findings
  }

  /// Reads a page; coverage and confidence stand among the measurements.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    index = try container.decode(Int.self, forKey: .index)
    verdict = try container.decode(Verdict.self, forKey: .verdict)
    blank = try container.decode(Bool.self, forKey: .blank)
    findings = try container.decode([Finding].self, forKey: .findings)
    measurements = try container.decode(Measurements.self, forKey: .measurements)
    displayQuality = try container.decodeIfPresent(Double.self, forKey: .displayQuality)
    ocrLegibility = try container.decodeIfPresent(Double.self, forKey: .ocrLegibility)
    text = try container.decode(TextFigures.self, forKey: .measurements)
  }

  /// Writes a page; coverage and confidence stand among the measurements.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(index, forKey: .index)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(blank, forKey: .blank)
    try container.encode(displayQuality, forKey: .displayQuality)
    try container.encode(ocrLegibility, forKey: .ocrLegibility)
    try container.encode(findings, forKey: .findings)
    let nested = container.superEncoder(forKey: .measurements)
    try measurements.encode(to: nested)
    try text.encode(to: nested)
  }
}
