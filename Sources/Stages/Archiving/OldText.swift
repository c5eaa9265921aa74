import Recognition

/// From which figures on the text layer of an earlier OCR is believed.
public struct OldTextLimits: Sendable, Equatable, Codable {
  /// Least share of the old words that the fresh reading must confirm in place, 0…1.
  public let agreement: Double
  /// Least share of the words read with confidence that the old text must have in place, 0…1.
  public let coverage: Double
  /// Least mean confidence of the fresh reading, 0…100, below which it replaces nothing.
  public let confidence: Double

  /// What a pipeline asks for that says nothing: two engines that both read a page well agree on nine
  /// words in ten; layers without tones, shifted ones and those of old fonts agree on fewer than half.
  public static let standard = OldTextLimits(agreement: 0.85, coverage: 0.85, confidence: 70)

  /// Limits that no old text reaches.
  static func believingNone(_ limits: OldTextLimits) -> OldTextLimits {
    OldTextLimits(agreement: 2, coverage: 2, confidence: limits.confidence)
  }

  /// Sets the limits.
  public init(agreement: Double, coverage: Double, confidence: Double) {
    self.agreement = agreement
    self.coverage = coverage
    self.confidence = confidence
  }
}

/// What became of the text layer that a page of a PDF brought along, and why.
public struct OldText: Sendable, Equatable, Codable {
  /// What is done with the layer.
  public enum Decision: String, Sendable, Codable {
    /// It agrees with the fresh reading and stays.
    case kept
    /// It is taken out, and what was read now stands in its place.
    case replaced
    /// It stays because it cannot be taken out or nothing better was read, and is not to be relied on.
    case distrusted
  }

  /// What was done.
  public let decision: Decision
  /// Whether what was read now stands on the page, instead of the old layer or beside it.
  public let hasFreshText: Bool
  /// Words of the old layer; nil when they could not be read.
  public let words: Int?
  /// Share of them that the fresh reading confirms in place, 0…1; nil when it was not compared.
  public let agreement: Double?
  /// The same once marks and tones are taken away.
  public let agreementWithoutMarks: Double?
  /// Share of the words read with confidence that the old layer has, 0…1.
  public let coverage: Double?

  /// Records a decision with its figures to three places, which is finer than one word in a page.
  init(_ decision: Decision, hasFreshText: Bool, _ measured: TextAgreement?) {
    func rounded(_ share: Double?) -> Double? { share.map { ($0 * 1000).rounded() / 1000 } }
    self.decision = decision
    self.hasFreshText = hasFreshText
    words = measured?.oldWords
    agreement = rounded(measured?.share)
    agreementWithoutMarks = rounded(measured?.shareWithoutMarks)
    coverage = rounded(measured?.coverage)
  }
}

/// Decides what becomes of an old text layer; the only place where that is decided.
///
/// `measured` is nil when the words of the layer could not be read. `isRemovable` says whether the page
/// is one picture that can be set anew without its layer, `isFragment` that the layer has less than
/// half of the letters that were read. Two layers of the same words would double every search, so a
/// distrusted one gets fresh text beside it only where it is a fragment or mostly wrong.
func oldText(
  _ measured: TextAgreement?, fresh: RecognizedPage?, isRemovable: Bool, isFragment: Bool,
  limits: OldTextLimits
) -> OldText {
  let share = measured?.share ?? 0
  if let coverage = measured?.coverage, share >= limits.agreement, coverage >= limits.coverage {
    return OldText(.kept, hasFreshText: false, measured)
  }
  let isBetter = fresh?.isReliable(above: limits.confidence) ?? false
  guard !isRemovable || !isBetter else {
    return OldText(.replaced, hasFreshText: true, measured)
  }
  let isMostlyWrong = share < limits.agreement / 2
  return OldText(.distrusted, hasFreshText: isFragment || (isBetter && isMostlyWrong), measured)
}

extension RecognizedPage {
  /// Whether words were read whose mean confidence, weighted by their letters, reaches a limit.
  func isReliable(above confidence: Double) -> Bool {
    let letters = words.reduce(0) { $0 + $1.text.count }
    let sum = words.reduce(0.0) { $0 + $1.confidence * Double($1.text.count) }
    return letters > 0 && sum >= confidence * Double(letters)
  }
}
