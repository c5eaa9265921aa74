extension String {
  /// The text with one word put in the place of another wherever that stands between spaces.
  func replacingWord(_ word: String, by other: String) -> String {
    split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == word ? other : String($0) }.joined(separator: " ")
  }

  /// The text without the given characters at both ends.
  func trimmed(of characters: String) -> String {
    let set = Set(characters)
    var text = self[...]
    while let first = text.first, set.contains(first) { text.removeFirst() }
    while let last = text.last, set.contains(last) { text.removeLast() }
    return String(text)
  }
}
