import QPDF

/// How far the numbers, strings and names of an object or a content stream reach.
struct Extremes: Sendable, Equatable {
  /// The least and the greatest whole number, 0 among them.
  private(set) var integers = 0...0
  /// The real number that is farthest from 0, without its sign.
  private(set) var largestReal = 0.0
  /// The real number that is nearest to 0 and not 0, without its sign; nil when there is none.
  private(set) var smallestReal: Double?
  /// Bytes of the longest string.
  private(set) var longestString = 0
  /// Bytes of the longest name, keys too.
  private(set) var longestName = 0
  /// Items of the longest array.
  private(set) var longestArray = 0
  /// Entries of the largest dictionary.
  private(set) var largestDictionary = 0

  init() {}

  /// The reach of one object.
  init(of object: PDFObject) { note(object) }

  /// Notes an object and everything inside it; references are not followed.
  mutating func note(_ object: PDFObject) {
    var waiting = [object]
    while let next = waiting.popLast() {
      if let number = next.integer {
        integers = min(integers.lowerBound, number)...max(integers.upperBound, number)
      } else if let number = next.number.map(abs) {
        largestReal = max(largestReal, number)
        if number > 0 { smallestReal = min(smallestReal ?? number, number) }
      }
      longestString = max(longestString, next.bytes?.count ?? 0)
      longestName = max(longestName, next.name?.utf8.count ?? 0)
      if let items = next.array {
        longestArray = max(longestArray, items.count)
        waiting += items
      }
      if let entries = next.entries {
        largestDictionary = max(largestDictionary, entries.count)
        for key in entries.keys { longestName = max(longestName, key.utf8.count) }
        waiting += entries.values
      }
    }
  }
}
