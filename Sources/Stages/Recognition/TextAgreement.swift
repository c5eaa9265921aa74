import Foundation
public import Imaging

/// How an older text of a page agrees with what was read on its picture.
///
/// A word of the one is held against the words of the other that stand in its place: their text from
/// left to right, since engines part words differently. Only what has a letter or a digit counts, and
/// marks around it do not; `hòa` and `hoà` are the same. Where the old text is right and the reading is wrong they disagree too, so
/// the figure is a lower bound of what is right in the old text.
public struct TextAgreement: Sendable, Equatable {
  /// Words of the old text.
  public let oldWords: Int
  /// How many of them stand in their place letter for letter, tone for tone (case and the place of a tone aside).
  public let agreeing: Int
  /// How many do once marks and tones are taken away.
  public let agreeingWithoutMarks: Int
  /// Words that were read with a confidence of at least `confidence`.
  public let freshWords: Int
  /// How many of these the old text has in their place, letter for letter.
  public let covered: Int

  /// What the recogniser is right about nearly always (mean of correct words: 93, of wrong ones: 52).
  private static let confidence = 60.0

  /// Compares; boxes of the old text are in pixels of the page as shown.
  public init(of old: [(text: String, box: Box)], with fresh: RecognizedPage) {
    let old = old.compactMap { Entry($0.text, $0.box) }
    let read = fresh.words.compactMap { Entry($0.text, $0.box, confidence: $0.confidence) }
    let matches = old.map { Match(of: $0, among: read) }
    oldWords = old.count
    agreeing = matches.count { $0 == .exact }
    agreeingWithoutMarks = matches.count { $0 != .none }
    let sure = read.filter { $0.confidence >= Self.confidence }
    freshWords = sure.count
    covered = sure.count { Match(of: $0, among: old) == .exact }
  }

  /// Share of the old words that agree, 0…1; nil when there are none.
  public var share: Double? { Self.share(agreeing, oldWords) }
  /// The same once marks and tones are taken away.
  public var shareWithoutMarks: Double? { Self.share(agreeingWithoutMarks, oldWords) }
  /// Share of the words read with confidence that the old text has, 0…1; nil when there are none.
  public var coverage: Double? { Self.share(covered, freshWords) }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

private enum Match {
  case exact, withoutMarks, none

  /// What stands in the place of `word` among the words of the other text.
  init(of word: Entry, among others: [Entry]) {
    var inside: [Entry] = []
    for other in others where other.box.isPlace(of: word.box) {
      if other.contains(word), other.plain != word.plain {
        // A piece of a longer word: it agrees when the longer word has it.
        self =
          other.text.contains(word.text)
          ? .exact : other.plain.contains(word.plain) ? .withoutMarks : .none
        if self != .none { return }
      }
      inside.append(other)
    }
    inside.sort { $0.box.x < $1.box.x }
    let text = inside.map(\.text).joined()
    let plain = inside.map(\.plain).joined()
    let only = inside.first { $0.plain == word.plain }
    self =
      text == word.text || only?.text == word.text
      ? .exact : plain == word.plain || only != nil ? .withoutMarks : .none
  }
}

private struct Entry {
  let text: String
  let plain: String
  let box: Box
  let confidence: Double

  init?(_ text: String, _ box: Box, confidence: Double = 100) {
    let kept = text.lowercased().withToneOnSecondVowel
      .filter { $0.isLetter || $0.isNumber }
    guard !kept.isEmpty, box.width > 0, box.height > 0 else { return nil }
    self.text = kept
    plain =
      kept.replacing("đ", with: "d")
      .folding(options: .diacriticInsensitive, locale: Locale(identifier: "en_US_POSIX"))
    self.box = box
    self.confidence = confidence
  }

  /// Whether the other word is a piece of this one by its place.
  func contains(_ other: Entry) -> Bool {
    box.width > other.box.width * 5 / 4 && other.box.midX > Double(box.x)
      && other.box.midX < Double(box.maxX)
  }
}

extension Box {
  /// Whether the middle of the smaller box lies in the height of the other, and half of the narrower
  /// box in its width: engines draw boxes of unequal height around one word.
  func isPlace(of other: Box) -> Bool {
    let across = min(maxX, other.maxX) - max(x, other.x)
    guard across * 2 >= min(width, other.width) else { return false }
    let (low, high) = height < other.height ? (self, other) : (other, self)
    return low.midY >= Double(high.y) && low.midY <= Double(high.maxY)
  }
}
