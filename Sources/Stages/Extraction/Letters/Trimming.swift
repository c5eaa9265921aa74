extension String {
  /// The text without the given characters at both ends.
  func trimmed(of characters: String) -> String {
    let set = Set(characters)
    var text = self[...]
    while let first = text.first, set.contains(first) { text.removeFirst() }
    while let last = text.last, set.contains(last) { text.removeLast() }
    return String(text)
  }
}
