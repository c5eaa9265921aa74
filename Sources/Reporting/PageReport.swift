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
  /// Share of text-sized ink that was read, 0…1.
  public let coverage: Double?
  /// Mean confidence of the words, 0…100.
  public let meanConfidence: Double?
  /// What is wrong with the page.
  public let findings: [Finding]

  /// Makes a page's report from the judgement on it.
  public init(_ page: PageJudgement) {
    index = page.index
    verdict = page.verdict
    blank = page.isBlank
    measurements = page.measurements
    coverage = page.coverage
    meanConfidence = page.meanConfidence
    findings = page.findings
  }

  private enum Key: String, CodingKey {
    case index, verdict, blank, measurements, findings
  }

  private enum TextKey: String, CodingKey {
    case coverage, meanConfidence
  }

  /// Reads a page; coverage and confidence stand among the measurements.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    index = try container.decode(Int.self, forKey: .index)
    verdict = try container.decode(Verdict.self, forKey: .verdict)
    blank = try container.decode(Bool.self, forKey: .blank)
    findings = try container.decode([Finding].self, forKey: .findings)
    measurements = try container.decode(Measurements.self, forKey: .measurements)
    let text = try container.nestedContainer(keyedBy: TextKey.self, forKey: .measurements)
    coverage = try text.decodeIfPresent(Double.self, forKey: .coverage)
    meanConfidence = try text.decodeIfPresent(Double.self, forKey: .meanConfidence)
  }

  /// Writes a page; coverage and confidence stand among the measurements.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(index, forKey: .index)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(blank, forKey: .blank)
    try container.encode(findings, forKey: .findings)
    let nested = container.superEncoder(forKey: .measurements)
    try measurements.encode(to: nested)
    var text = nested.container(keyedBy: TextKey.self)
    try text.encode(coverage, forKey: .coverage)
    try text.encode(meanConfidence, forKey: .meanConfidence)
  }
}
