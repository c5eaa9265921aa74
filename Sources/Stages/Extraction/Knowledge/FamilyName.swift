import Foundation
import Recognition

/// What the family names of Vietnam say of a word that a seal or a pen lies over.
enum FamilyName {
  /// The names that end as a word does that lost its first consonants: `âm` is left of Lâm, `uyễn` of Nguyễn.
  ///
  /// Marks must agree. Names that hardly anybody bears count only where no other ends so.
  static func ending(in torn: String) -> [String] {
    let rest = torn.lowercased().precomposedStringWithCanonicalMapping
    guard !rest.isEmpty else { return [] }
    let found = all.filter { name in
      let lower = name.lowercased()
      return lower.count > rest.count && lower.hasSuffix(rest)
        && lower.count - rest.count <= consonants(of: lower)
    }
    let usual = found.filter { !rare.contains($0) }
    return usual.isEmpty ? found : usual
  }

  /// The names that differ from a word by one letter, by two from six letters on, marks aside; where several do,
  /// those whose last two letters bear the same marks.
  static func like(_ word: String) -> [String] {
    let letters = Letters.skeleton(word)
    guard letters.count >= 3 else { return [] }
    let near = all.map { ($0, distance(Letters.skeleton($0), letters)) }
      .filter { name, gap in gap <= (min(letters.count, name.count) >= 6 ? 2 : 1) && name.count >= 3
      }
    guard let least = near.map(\.1).min() else { return [] }
    let nearest = near.filter { $0.1 == least }.map(\.0)
    guard nearest.count > 1 else { return nearest }
    let end = word.precomposedStringWithCanonicalMapping.lowercased().suffix(2)
    return nearest.filter { $0.lowercased().hasSuffix(end) }
  }

  private static let all = Signing.familyNames.values.flatMap { $0 }.sorted()

  /// Names of the list that few bear, and that end as usual ones do.
  private static let rare = Set(
    [
      "Trà", "Kông", "Ông", "Xa", "Đan", "Nhan", "Tào", "Thi", "Y", "H", "Rơ", "Danh", "Vòng",
      "Phù",
    ] + Signing.uplandNames)

  /// How many letters stand before the first vowel; the G of Giang and the Q of Quách take a vowel with them.
  private static func consonants(of name: String) -> Int {
    let vowels = Set("aeiouy".utf8)
    let bases = Letters.skeleton(name).map { $0 | 0x20 }
    let count = bases.firstIndex { vowels.contains($0) } ?? 0
    return bases.starts(with: Array("gi".utf8)) || bases.starts(with: Array("qu".utf8))
      ? count + 1 : count
  }
}
