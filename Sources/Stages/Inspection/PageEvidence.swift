public import Findings
public import Ingest
public import Measuring
public import Recognition

/// What is known of one page when it is judged.
public struct PageEvidence: Sendable, Equatable, Codable {
  /// What the file says about the page.
  public let header: PageHeader
  /// What its pixels say.
  public let measurements: Measurements
  /// What was read; nil when reading was not asked for, or did not come to an end (`notRun`).
  public let text: RecognizedPage?
  /// Why reading did not come to an end although it was asked for; nil when it did or was not.
  public let notRun: Wording?

  /// Gathers the evidence of a page.
  public init(
    header: PageHeader, measurements: Measurements, text: RecognizedPage? = nil,
    notRun: Wording? = nil
  ) {
    self.header = header
    self.measurements = measurements
    self.text = text
    self.notRun = notRun
  }
}
