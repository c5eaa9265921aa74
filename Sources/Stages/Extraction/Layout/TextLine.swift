import Imaging
import Recognition

/// Words that stand on one line, from left to right.
struct TextLine {
  /// The words; there is one or more.
  let tokens: [Token]
  /// What holds them all, on the upright page.
  let box: Box
  /// The letters and digits of all words, as capitals without marks.
  let skeleton: [UInt8]
  /// Where the middle of the text runs: the median over the words, so that a tall scrawl moves it little.
  let middle: Double
  /// Share of its letters that are capitals, 0…1; 0 without letters.
  let capitalShare: Double

  /// Makes a line of the words, nil when there are none.
  init?(_ tokens: [Token]) {
    guard let box = tokens.map(\.box).union else { return nil }
    self.tokens = tokens.sorted { $0.box.x < $1.box.x }
    self.box = box
    skeleton = self.tokens.flatMap(\.skeleton)
    let middles = tokens.filter { !$0.skeleton.isEmpty }.map(\.box.midY).sorted()
    middle = middles.isEmpty ? box.midY : middles[middles.count / 2]
    let capitals = tokens.reduce(0) { $0 + $1.letters.capitals }
    let small = tokens.reduce(0) { $0 + $1.letters.small }
    capitalShare = capitals + small == 0 ? 0 : Double(capitals) / Double(capitals + small)
  }

  /// The words with one space between them.
  var text: String { tokens.map(\.text).joined(separator: " ") }

  /// Whether it is set in capitals: four letters of five, so that OCR may get one word wrong.
  var isCapital: Bool { capitalShare >= 0.8 }

  /// The words that hold the given letters of the skeleton.
  func tokens(holding range: Range<Int>) -> Range<Int> {
    var first = tokens.count
    var last = 0
    var start = 0
    for (index, token) in tokens.enumerated() {
      let end = start + token.skeleton.count
      if end > range.lowerBound && start < range.upperBound {
        first = min(first, index)
        last = index + 1
      }
      start = end
    }
    return first < last ? first..<last : 0..<0
  }

  /// The line without the words for which the test fails, nil when none is left.
  func filter(_ keep: (Token) -> Bool) -> TextLine? { TextLine(tokens.filter(keep)) }

  /// The pieces between gaps wider than the given one.
  func pieces(apart gap: Double) -> [TextLine] {
    var pieces: [[Token]] = []
    var edge = Int.min / 2
    for token in tokens {
      if pieces.isEmpty || Double(token.box.x - edge) > gap {
        pieces.append([token])
      } else {
        pieces[pieces.count - 1].append(token)
      }
      edge = max(edge, token.box.maxX)
    }
    return pieces.compactMap(TextLine.init)
  }
}

extension RecognizedPage {
  /// The lines of all stamps, in their order.
  func stampLines(number: Int) -> [TextLine] {
    Dictionary(grouping: stamps, by: \.line).sorted { $0.key < $1.key }.compactMap {
      TextLine($0.value.map { Token($0, on: self, number: number) })
    }
  }
}

extension [TextLine] {
  /// Lines put together from fragments whose middles are less than a tolerance apart, top down.
  ///
  /// Fragments that overlap from left to right are never joined: they are two lines set tight.
  func joined(within tolerance: Double) -> [TextLine] {
    var lines: [TextLine] = []
    for fragment in sorted(by: { $0.middle < $1.middle }) {
      // The fragments come top down, so only the last few lines can share a baseline with one.
      let match = lines.indices.suffix(6).last { index in
        let line = lines[index]
        return abs(line.middle - fragment.middle) < tolerance
          && !line.tokens.contains { token in
            fragment.tokens.contains { overlap(token.box, $0.box) > 4 }
          }
      }
      if let match, let line = TextLine(lines[match].tokens + fragment.tokens) {
        lines[match] = line
      } else {
        lines.append(fragment)
      }
    }
    return lines.sorted { $0.middle < $1.middle }
  }
}

/// How many columns two boxes share, in pixels.
private func overlap(_ a: Box, _ b: Box) -> Int { min(a.maxX, b.maxX) - max(a.x, b.x) }
