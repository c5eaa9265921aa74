import Imaging
import Testing

@testable import Recognition

@Suite struct `Frames that print makes` {
  private func frame(isDouble: Bool = false, isCrossed: Bool = false) -> BlackFrame {
    BlackFrame(
      box: Box(x: 500, y: 400, width: 112, height: 46), tilt: 0, size: (112, 46),
      isDouble: isDouble, isClosed: false, isCrossed: isCrossed)
  }

  /// The word `GIÁM` in the lower part of the frame.
  private let word = Box(x: 495, y: 410, width: 116, height: 38)

  @Test func `have a whole side in one word and half of their outline in print`() {
    #expect(frame().isPrint(of: [word]))
    // Two words hold the side together; one that holds it covers less than half of the outline.
    let halves = [
      Box(x: 495, y: 410, width: 55, height: 38), Box(x: 556, y: 410, width: 55, height: 38),
    ]
    #expect(!frame().isPrint(of: halves))
    #expect(!frame().isPrint(of: [Box(x: 495, y: 436, width: 116, height: 38)]))
    #expect(!frame().isPrint(of: []))
  }

  @Test func `have one line that no print crosses`() {
    #expect(!frame(isDouble: true).isPrint(of: [word]))
    #expect(!frame(isCrossed: true).isPrint(of: [word]))
  }

  @Test(arguments: [
    ("GIÁM", 93.0, true), ("GIÁM", 60, false), ("MẬT", 96, false), ("IMẬTI", 96, false),
    ("TUYỆN", 96, false), ("TÔI MÂT", 96, false), ("GI", 96, false),
  ])
  func `are made by words that are certain and not like a mark`(
    text: String, confidence: Double, may: Bool
  ) {
    let read = Word(text: text, box: word, confidence: confidence, line: 0, block: 0)
    #expect(read.mayMakeFrames == may)
  }
}
