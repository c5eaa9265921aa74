import Measuring
import Recognition

/// What tells whether two pages show the same: the look from afar and the words.
struct PagePicture {
  private let fingerprint: PageFingerprint?
  private let number: Int?
  /// The runs of five words; nil when there are too few words to tell.
  private let phrases: Set<[String]>?

  init(_ page: PageEvidence) {
    fingerprint = page.measurements.isBlank ? nil : page.measurements.fingerprint
    number = page.text?.printedNumber?.value
    phrases = page.text.flatMap(Self.phrases)
  }

  /// Whether two pages are the same sheet, scanned twice.
  ///
  /// The look names the candidates, the words decide: 8 of 10 runs of five words must be shared, which
  /// two scans of one sheet reach and two forms with other names do not. Where words cannot decide, the look
  /// must agree far better: two pages of one template differ in a tenth of the bits at least, a page
  /// laid on the glass again in less than a thirtieth. Pages that bear two numbers are two pages.
  func shows(_ other: PagePicture) -> Bool {
    guard let fingerprint, let look = other.fingerprint else { return false }
    if let number, let second = other.number, number != second { return false }
    let distance = fingerprint.distance(to: look)
    guard distance <= Self.similar else { return false }
    guard let phrases, let others = other.phrases else {
      return phrases == nil && other.phrases == nil && distance <= Self.same
    }
    let shared = phrases.intersection(others).count
    return Double(shared) >= 0.8 * Double(phrases.count + others.count - shared)
  }

  /// Share of the bits; source: page-quality notes 1.4.
  private static let similar = 0.09
  private static let same = 0.03

  private static func phrases(of text: RecognizedPage) -> Set<[String]>? {
    let words = text.words.map { word in
      String(word.text.lowercased().filter { $0.isLetter || $0.isNumber })
    }.filter { !$0.isEmpty }
    // Twenty runs: a stamp or a signature alone decides nothing.
    guard words.count >= 24 else { return nil }
    return Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) })
  }
}
