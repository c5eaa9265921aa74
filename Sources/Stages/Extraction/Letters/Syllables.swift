import Recognition

/// Words as the syllables they are made of.
enum Syllables {
  /// The two words that a fused one holds, `đơnvị`; the word itself when it is one, or no two syllables.
  static func unfused(_ word: String) -> [String] {
    let letters = Array(word)
    guard letters.count >= 5, letters.allSatisfy(\.isLetter), !isSyllable(word),
      letters.dropFirst().allSatisfy(\.isLowercase) || letters.allSatisfy(\.isUppercase)
    else { return [word] }
    let cuts = (2...letters.count - 2).filter { cut in
      isSyllable(String(letters[..<cut])) && isSyllable(String(letters[cut...]))
    }
    guard cuts.count == 1, let cut = cuts.first else { return [word] }
    return [String(letters[..<cut]), String(letters[cut...])]
  }
}
