import Foundation

extension String {
  /// The text composed, with the tone of `oa`, `oe` and `uy` on the second letter: `hòa` becomes `hoà`.
  ///
  /// Both placements are right, so texts that differ in nothing else are the same words. Only these three pairs can be
  /// written in two ways; a tone on a wrong letter (`cuả`) stays another spelling. Folding looks at two letters that stand
  /// together, so a text gives the same as its pieces.
  public var withToneOnSecondVowel: String {
    var scalars = Array(decomposedStringWithCanonicalMapping.unicodeScalars)
    guard scalars.count > 2 else { return precomposedStringWithCanonicalMapping }
    for index in 0..<scalars.count - 2 where tones.contains(scalars[index + 1]) {
      guard pairs.contains([scalars[index], scalars[index + 2]]),
        // A second letter with marks of its own (`oê`, `oă`) is another vowel.
        index + 3 == scalars.count
          || scalars[index + 3].properties.canonicalCombiningClass == .notReordered
      else { continue }
      scalars.swapAt(index + 1, index + 2)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).precomposedStringWithCanonicalMapping
  }
}

/// Grave, acute, tilde, hook above, dot below.
private let tones: Set<Unicode.Scalar> = [
  "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}",
]

private let pairs: Set<[Unicode.Scalar]> = Set(
  ["oa", "oe", "uy"].flatMap { pair in
    [pair, pair.capitalized, pair.uppercased()].map { Array($0.unicodeScalars) }
  })
