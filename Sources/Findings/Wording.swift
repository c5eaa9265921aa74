/// The languages in which sohoa speaks to a person.
public enum Language: String, Sendable, Codable, CaseIterable {
  /// Vietnamese.
  case vi
  /// English.
  case en
}

/// One sentence in every language that sohoa speaks.
public struct Wording: Sendable, Hashable, Codable {
  /// The Vietnamese sentence, NFC.
  public let vi: String
  /// The English sentence.
  public let en: String

  /// Makes a wording from its two sentences.
  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// The sentence in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}
