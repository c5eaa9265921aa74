import Imaging
import Recognition

/// One word in its place on the upright page.
struct Token {
  /// The text, composed.
  let text: String
  /// The letters and digits, as capitals without marks.
  let skeleton: [UInt8]
  /// The place on the upright page.
  private(set) var box: Box
  /// The place on the page as shown.
  private(set) var shown: Box
  /// 0…100, as the recogniser gives it.
  private(set) var confidence: Double
  /// The page, from 1.
  let page: Int
  /// How many capitals and how many small letters it holds.
  let letters: (capitals: Int, small: Int)
  /// A number that words of the same letters share (FNV-1a, the same in every run).
  let hash: Int

  init(_ word: Word, on page: RecognizedPage, number: Int) {
    text = composed(word.text)
    skeleton = Letters.skeleton(text)
    box = upright(word.box, on: page)
    shown = word.box
    confidence = word.confidence
    self.page = number
    letters = Letters.count(in: text)
    hash = mixed(skeleton)
  }

  /// The same place and certainty with another text.
  init(_ text: String, at token: Token) {
    self.text = text
    skeleton = Letters.skeleton(text)
    box = token.box
    shown = token.shown
    confidence = token.confidence
    page = token.page
    letters = Letters.count(in: text)
    hash = mixed(skeleton)
  }

  /// The same word, believed no more than a word that was half seen.
  var doubted: Token { believed(min(confidence, 40)) }

  /// The same word, believed so much.
  func believed(_ confidence: Double) -> Token {
    var token = self
    token.confidence = confidence
    return token
  }

  /// The same word with what lies left of it, where letters of it are hidden; on upright pages.
  func reaching(left pixels: Int) -> Token {
    guard box == shown else { return self }
    var token = self
    let x = max(0, box.x - pixels)
    token.box = Box(x: x, y: box.y, width: box.maxX - x, height: box.height)
    token.shown = token.box
    return token
  }

  /// Whether all its letters are capitals, of which there is one or more.
  var isCapital: Bool { letters.capitals > 0 && letters.small == 0 }
}

private func mixed(_ letters: [UInt8]) -> Int {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
  return Int(truncatingIfNeeded: hash)
}

/// Where a box stands when the page is turned so that its text is upright.
func upright(_ box: Box, on page: RecognizedPage) -> Box {
  switch page.textOrientation {
  case .none: box
  case .clockwise:
    Box(x: page.height - box.maxY, y: box.x, width: box.height, height: box.width)
  case .half:
    Box(
      x: page.width - box.maxX, y: page.height - box.maxY, width: box.width, height: box.height)
  case .counterClockwise:
    Box(x: box.y, y: page.width - box.maxX, width: box.height, height: box.width)
  }
}
