import Recognition

/// Words as the syllables they are made of.
enum Syllables {
  /// The two words that a fused one holds, `đơnvị`; the word itself when it is one, or no two syllables.
  ///
  /// Between two vowels no word ends that was read as one: `NGHIẸP` is no `NGHI ẸP` but a syllable with a mark lost. Of several
  /// places to cut the one before a consonant counts.
  static func unfused(_ word: String) -> [String] {
    let letters = Array(word)
    guard letters.count >= 5, letters.allSatisfy(\.isLetter), !isSyllable(word),
      letters.dropFirst().allSatisfy(\.isLowercase) || letters.allSatisfy(\.isUppercase)
    else { return [word] }
    let all = (2...letters.count - 2).filter { cut in
      isSyllable(String(letters[..<cut])) && isSyllable(String(letters[cut...]))
        && !(isVowel(letters[cut - 1]) && isVowel(letters[cut])) && isSpelled(letters[cut...])
    }
    let cuts = all.count > 1 ? all.filter { !isVowel(letters[$0]) } : all
    guard cuts.count == 1, let cut = cuts.first else { return [word] }
    return [String(letters[..<cut]), String(letters[cut...])]
  }

  private static func isVowel(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.flatMap(Letters.base).map { "AEIOUY".utf8.contains($0) } ?? false
  }

  /// Whether `gh` and `ngh` stand before e, ê or i only, as the spelling has it.
  private static func isSpelled(_ syllable: ArraySlice<Character>) -> Bool {
    let bases = syllable.compactMap { $0.unicodeScalars.first.flatMap(Letters.base) }
    for onset in ["NGH", "GH"].map({ Array($0.utf8) }) where bases.starts(with: onset) {
      return bases.dropFirst(onset.count).first.map { "EI".utf8.contains($0) } ?? false
    }
    return true
  }
}
