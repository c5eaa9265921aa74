import Imaging
import Testing

@testable import Recognition

@Suite struct `Frames that print makes` {
  private let frame = Word(
    text: RecognizedPage.unreadFrame, box: Box(x: 500, y: 400, width: 112, height: 46),
    confidence: 0, line: 0, block: 0)

  private func word(_ text: String, _ box: Box, confidence: Double = 93) -> Word {
    Word(text: text, box: box, confidence: confidence, line: 0, block: 0)
  }

  /// The word `GIÁM` in the lower part of the frame.
  private let print = Box(x: 495, y: 410, width: 116, height: 38)

  @Test func `are no stamps where a word that is certain holds a whole side`() {
    let other = word("TÁM", Box(x: 507, y: 410, width: 98, height: 30), confidence: 40)
    #expect([other, frame].withoutFrames(madeOf: [word("GIÁM", print)]) == [other])
  }

  @Test(arguments: [("GIÁM", 60.0), ("MẬT", 96), ("MẠTT", 96), ("TUYỆT", 96), ("G", 96)])
  func `may be stamps where the word is doubtful or like a mark`(text: String, confidence: Double) {
    #expect([frame].withoutFrames(madeOf: [word(text, print, confidence: confidence)]) == [frame])
  }

  @Test func `may be stamps where text only runs through them`() {
    // A line of a text below a stamp: short words, none as wide as the stamp.
    let line = (0..<4).map { word("tiếng", Box(x: 470 + $0 * 50, y: 430, width: 44, height: 30)) }
    #expect([frame].withoutFrames(madeOf: line) == [frame])
    // A title that ends beside the stamp.
    let title = word("BÁO", Box(x: 380, y: 410, width: 110, height: 38))
    #expect([frame].withoutFrames(madeOf: [title]) == [frame])
  }
}
