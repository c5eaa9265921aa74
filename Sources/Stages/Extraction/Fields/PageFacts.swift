import Imaging
import Recognition

/// What can be told of the document as a whole.
enum PageFacts {
  /// The pages that are not blank.
  static func pageAmount(_ pages: [RecognizedPage?]) -> Field {
    let count = pages.count { $0?.outcome != .blank }
    guard count > 0 else { return .missing }
    // A page that was not read may be blank.
    let isCertain = pages.allSatisfy {
      $0.map { $0.outcome == .read || $0.outcome == .blank } ?? false
    }
    return Field(
      value: String(count), confidence: isCertain ? 0.99 : 0.7,
      lane: isCertain ? .accept : .confirm,
      handwritten: false)
  }

  /// `vi` when the words are Vietnamese; missing when that cannot be told.
  ///
  /// Six syllables of ten of Vietnamese prose carry a mark, of other languages in Latin letters fewer
  /// than two; a quarter lies far from both.
  static func language(_ pages: [PageLayout]) -> Field {
    var words = 0
    var marked = 0
    for token in pages.flatMap(\.rows).flatMap(\.tokens) {
      let letters = Letters.count(in: token.text)
      guard letters.capitals + letters.small >= 2 else { continue }
      words += 1
      if token.text.unicodeScalars.contains(where: Letters.isMarked) { marked += 1 }
    }
    guard words >= 10, marked * 4 >= words else { return .missing }
    let confidence = words >= 40 && marked * 5 >= words * 2 ? 0.99 : 0.8
    return Field(
      value: "vi", confidence: confidence, lane: confidence >= 0.95 ? .accept : .confirm)
  }
}
