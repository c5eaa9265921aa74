public import Imaging

/// The page number that is printed on a page.
public struct PrintedNumber: Sendable, Equatable, Codable {
  /// The number, 1 to 999.
  public let value: Int
  /// Where it stands, in pixels of the page as shown.
  public let box: Box

  /// Makes a number.
  public init(value: Int, box: Box) {
    self.value = value
    self.box = box
  }

  /// The page number that a line states with nothing else: `2`, `- 2 -`, `2.`, `Trang 2`, `2/5`.
  package static func value(of line: String) -> Int? {
    var text = Substring(line.lowercased())
    for word in ["trang", "page"] where text.hasPrefix(word) { text = text.dropFirst(word.count) }
    let signs: Set<Character> = [
      " ", "-", "–", "—", "~", ".", ",", ":", "_", "(", ")", "[", "]", "|", "*", "'", "‘", "’", "·",
    ]
    while let first = text.first, signs.contains(first) { text.removeFirst() }
    while let last = text.last, signs.contains(last) { text.removeLast() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let value = parts.first.flatMap(number) else { return nil }
    guard parts.count == 2 else { return value }
    // Of `3/2` neither figure is to be believed.
    guard let all = number(parts[1]), value <= all else { return nil }
    return value
  }

  private static func number(_ text: Substring) -> Int? {
    let digits = text.filter { $0 != " " }
    guard (1...3).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      digits.first != "0"
    else { return nil }
    return Int(digits)
  }
}
