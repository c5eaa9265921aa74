import Imaging

/// Lines that were read as nonsense, read again alone.
///
/// Where a seal, a signature or a fold is near, layout analysis cuts lines so that clear print comes out as signs without
/// any confidence; a picture of that line alone is read well. A line is lost when its characters have under 30 in the mean
/// and it is about as high as other words and half as wide again as high; what is read again is taken from 85 on. At most 4 lines a page,
/// 10 ms each: a page with more is bad as a whole.
extension Recognizing {
  mutating func rereadLost(
    _ words: [Word], on image: GrayImage, dpi: Int, cpuSeconds: Double
  ) -> [Word] {
    var words = words
    for line in words.lostLines.prefix(4) {
      let members = words.filter { $0.line == line }
      guard let box = members.map(\.box).union, let first = members.first else { continue }
      let place = box.grown(by: box.height / 4, within: image.width, image.height)
      guard let crop = image.cropped(to: place) else { continue }
      // A line that fails stays as it was: the page is read already.
      let again = try? self.words(on: crop, layout: .line, dpi: dpi, cpuSeconds: min(5, cpuSeconds))
      let found = (again ?? []).compactMap(\.cleaned)
      guard found.letterConfidence ?? 0 >= 85, found.letters >= 4 else { continue }
      let moved = found.map {
        Word(
          text: $0.text, box: $0.box.moved(right: place.x, down: place.y),
          confidence: $0.confidence, line: line, block: first.block)
      }
      let at = words.firstIndex { $0.line == line } ?? words.endIndex
      words.removeAll { $0.line == line }
      words.insert(contentsOf: moved, at: at)
    }
    return words
  }
}

extension [Word] {
  /// The numbers of the lines that hold letters, none of them believed.
  fileprivate var lostLines: [Int] {
    let heights = filter { $0.confidence >= 90 }.map(\.box.height).sorted()
    guard heights.count >= 20 else { return [] }
    let usual = heights[heights.count / 2]
    return Dictionary(grouping: self, by: \.line).filter { _, members in
      guard let box = members.map(\.box).union, members.letters >= 4 else { return false }
      return members.letterConfidence ?? 100 < 30 && box.width * 2 >= box.height * 3
        && box.height * 10 >= usual * 7 && box.height <= usual * 2
    }.keys.sorted()
  }

  fileprivate var letters: Int { reduce(0) { $0 + $1.text.count { $0.isLetter || $0.isNumber } } }
}
