import Imaging
public import Recognition

extension DocumentRecord {
  /// The pages with the names of signers where they stand, so that a search finds them.
  ///
  /// The first reading of a page loses most names under seals; what the readings of its zones agree on is known
  /// to the record alone. Only values taken as read, or set by a person, and shown by one line of ink.
  public func shown(on pages: [RecognizedPage?]) -> [RecognizedPage?] {
    var pages = pages
    for field in signers.flatMap({ [$0.competence, $0.position, $0.fullName] }) {
      guard field.lane == .accept, let value = field.value, field.evidence.count == 1,
        let place = field.evidence.first, pages.indices.contains(place.page - 1),
        let page = pages[place.page - 1], page.textOrientation == .none
      else { continue }
      let there = page.words.filter {
        place.box.contains($0.box.midX, $0.box.midY)
      }.map(\.text).joined(separator: " ")
      guard there != value else { continue }
      pages[place.page - 1] = page.replacing(
        ZoneReading(
          zone: Zone(kind: .signature, box: place.box), words: spread(value, over: place.box)))
    }
    return pages
  }
}

/// The words of a line, each as wide as its share of the letters.
private func spread(_ text: String, over box: Box) -> [Word] {
  let step = Double(box.width) / Double(max(1, text.count))
  var words: [Word] = []
  var start = 0
  for part in text.split(separator: " ", omittingEmptySubsequences: false) {
    defer { start += part.count + 1 }
    guard !part.isEmpty else { continue }
    words.append(
      Word(
        text: String(part),
        box: Box(
          x: box.x + Int(Double(start) * step), y: box.y,
          width: max(1, Int(Double(part.count) * step)), height: box.height),
        confidence: 95, line: 0, block: 0))
  }
  return words
}

extension Box {
  fileprivate func contains(_ x: Double, _ y: Double) -> Bool {
    x >= Double(self.x) && x < Double(maxX) && y >= Double(self.y) && y < Double(maxY)
  }
}
