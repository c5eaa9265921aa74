import Foundation
import Imaging

/// Whether a word could be a Vietnamese syllable: onset, rhyme and tone fit together.
///
/// About 17 000 spellings do; that a spelling occurs is not asked. Misread words mostly fail, names of
/// foreign origin and abbreviations do too. The place of the tone mark is free (hòa, hoà).
package func isSyllable(_ word: String) -> Bool {
  var letters = ""
  var tones = 0
  var isSharpOrHeavy = false
  for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
    switch scalar {
    case "\u{0300}", "\u{0303}", "\u{0309}": tones += 1
    case "\u{0301}", "\u{0323}":
      tones += 1
      isSharpOrHeavy = true
    default: letters.unicodeScalars.append(scalar)
    }
  }
  guard tones <= 1 else { return false }
  let plain = letters.precomposedStringWithCanonicalMapping
  for length in stride(from: min(3, plain.count - 1), through: 0, by: -1) {
    let onset = String(plain.prefix(length))
    let rhyme = String(plain.dropFirst(length))
    guard onsets.contains(onset), rhymes.contains(rhyme) else { continue }
    // A rhyme that ends in a stop bears only the sharp or the heavy tone.
    let isStopped = ["c", "p", "t", "ch"].contains { rhyme.hasSuffix($0) }
    return !isStopped || isSharpOrHeavy
  }
  return false
}

private let onsets: Set<String> = [
  "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
  "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
]

private let rhymes = Set(
  """
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh \
  ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo \
  oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uach uai uan \
  uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt uâc uân uâng uât uây uc ue uen ueo uet uê uêch \
  uên uênh uêt uêu ui uit um un ung uôc uôi uôm uôn uông uôt uơ uơi uơn uơt up ut uy uya uych uyên \
  uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng \
  yêt yêu uin uinh êng
  """.split(separator: " ").map(String.init))

extension [Word] {
  /// The words that have the size of print of this x-height, in pixels: no strokes of a pen, no seal.
  ///
  /// 0.8 to 2.7 x-heights high, a letter 0.35 to 1.9 x-heights wide, at least one letter or digit.
  public func print(xHeight: Double) -> [Word] {
    filter { word in
      let height = Double(word.box.height) / xHeight
      let letter = Double(word.box.width) / Double(word.text.count) / xHeight
      return height >= 0.8 && height <= 2.7 && letter > 0.35 && letter < 1.9
        && word.text.contains { $0.isLetter || $0.isNumber }
    }
  }

  /// Mean confidence over their letters, 0…100; nil when there are none.
  public var letterConfidence: Double? {
    let letters = reduce(0) { $0 + $1.text.count }
    guard letters > 0 else { return nil }
    return reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
  }

  /// Share of letters in words whose confidence is under 60, 0…1; nil when there are none.
  public var doubtfulShare: Double? {
    let letters = reduce(0) { $0 + $1.text.count }
    guard letters > 0 else { return nil }
    return Double(reduce(0) { $0 + ($1.confidence < 60 ? $1.text.count : 0) }) / Double(letters)
  }

  /// Share of the words that could be Vietnamese syllables, 0…1; nil with fewer than 20 words of letters.
  ///
  /// Words in capitals only are left out when they have no vowel, as abbreviations are.
  public var syllableShare: Double? {
    let spelled = compactMap(\.spelling)
    guard spelled.count >= 20 else { return nil }
    return Double(spelled.count(where: isSyllable)) / Double(spelled.count)
  }
}

extension Word {
  /// The word without signs around it, nil unless it is spelled.
  fileprivate var spelling: String? {
    let text = text.trimmingCharacters(in: .punctuationCharacters)
    guard text.count >= 2, text.allSatisfy(\.isLetter) else { return nil }
    let isAbbreviation =
      text == text.uppercased()
      && !text.decomposedStringWithCanonicalMapping.lowercased().contains { "aeiouy".contains($0) }
    return isAbbreviation ? nil : text
  }
}
