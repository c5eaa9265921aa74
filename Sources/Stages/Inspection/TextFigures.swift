public import Recognition

/// What reading a page says of it, in figures; nil is "not known".
public struct TextFigures: Sendable, Equatable, Codable {
  /// Share of text-sized ink inside word boxes, 0…1.
  public let coverage: Double?
  /// Mean confidence over the letters of print, 0…100.
  public let meanConfidence: Double?
  /// Share of letters in words of print with a confidence under 60, 0…1.
  public let doubtfulShare: Double?
  /// Share of words of print that could be Vietnamese syllables, 0…1.
  public let syllableShare: Double?

  /// Takes the figures of a page; without text all are unknown.
  ///
  /// Of the words only those count that are as large as the print, doubtful ones only in black: what a signature
  /// or a seal was taken for says nothing of the print.
  public init(of page: RecognizedPage?, xHeight: Double?) {
    let words = page.map { page in
      let black = page.words.filter { !$0.isColored }
      return xHeight.map { black.print(xHeight: $0) } ?? black
    }
    coverage = page?.coverage
    meanConfidence = words?.letterConfidence
    doubtfulShare = words?.doubtfulShare
    syllableShare = words?.syllableShare
  }

  /// Writes every key, `null` for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(coverage, forKey: .coverage)
    try container.encode(meanConfidence, forKey: .meanConfidence)
    try container.encode(doubtfulShare, forKey: .doubtfulShare)
    try container.encode(syllableShare, forKey: .syllableShare)
  }
}
