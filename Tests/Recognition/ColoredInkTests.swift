import Imaging
import Recognition
import Testing

@Suite struct `Ink of a colour` {
  private static let paper: [UInt8] = [236, 234, 226]
  private let box = Box(x: 10, y: 10, width: 40, height: 20)

  /// Paper with strokes in the box, every fourth column; every so many of them in the second ink.
  private func page(
    _ ink: [UInt8], paper: [UInt8] = paper, second: [UInt8]? = nil, every: Int = 2
  ) -> ColorImage {
    var pixels: [UInt8] = []
    for y in 0..<40 {
      for x in 0..<60 {
        let isInk = (box.x..<box.maxX).contains(x) && (box.y..<box.maxY).contains(y) && x % 4 == 0
        let other = second.flatMap { x / 4 % every == 0 ? $0 : nil }
        pixels += isInk ? other ?? ink : paper
      }
    }
    return ColorImage(width: 60, height: 40, pixels: pixels)
  }

  @Test(arguments: [[200, 40, 60], [60, 70, 160]] as [[UInt8]])
  func `is a seal's or a pen's`(ink: [UInt8]) {
    #expect(page(ink).hasColoredInk(in: box))
    #expect(page(ink).hasColoredInk(in: Box(x: 0, y: 0, width: 500, height: 500)))
  }

  @Test func `is not black print, on white or on a cast`() {
    #expect(!page([40, 40, 44]).hasColoredInk(in: box))
    #expect(!page([36, 26, 14], paper: [240, 170, 90]).hasColoredInk(in: box))
  }

  @Test func `is not print that a seal lies over, nor bare paper, nor outside of the page`() {
    #expect(!page([40, 40, 44], second: [200, 40, 60]).hasColoredInk(in: box))
    #expect(!page([40, 40, 44]).hasColoredInk(in: Box(x: 52, y: 2, width: 6, height: 6)))
    #expect(!page([200, 40, 60]).hasColoredInk(in: Box(x: 90, y: 90, width: 6, height: 6)))
  }

  @Test(arguments: [(30.0, true), (80.0, false)])
  func `is told of doubtful words`(confidence: Double, isColored: Bool) throws {
    let word = Word(text: "X1", box: box, confidence: confidence, line: 0, block: 0)
    let read = Recognizer(engine: FixedEngine([word])).recognize(
      .color(page([200, 40, 60])), plan: ReadingPlan(), cpuSeconds: 1)
    #expect(try #require(read.words.first).isColored == isColored)
  }
}
