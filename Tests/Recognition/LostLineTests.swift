import Imaging
import Ingest
import Recognition
import Testing

/// Gives the words of a page, and others for any line that is asked for alone.
private final class LineEngine: Recognizing {
  let page: [Word]
  let line: [Word]
  private(set) var lines = 0

  init(page: [Word], line: [Word]) { (self.page, self.line) = (page, line) }

  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    guard layout == .line else { return page }
    lines += 1
    return line
  }
}

@Suite struct `Lines that were read as nonsense` {
  /// 24 words that are sure, and behind them a line of two.
  private func page(_ text: [String], confidence: Double, height: Int = 30) -> [Word] {
    (0..<24).map {
      Word(
        text: "tiếng", box: Box(x: 100 + $0 % 8 * 90, y: 100 + $0 / 8 * 50, width: 80, height: 30),
        confidence: 96, line: $0 / 8, block: 0)
    }
      + text.enumerated().map {
        Word(
          text: $1, box: Box(x: 400 + $0 * 110, y: 600, width: 100, height: height),
          confidence: confidence, line: 3, block: 1)
      }
  }

  private func line(_ confidence: Double) -> [Word] {
    ["CHỦ", "TỊCH"].enumerated().map {
      Word(
        text: $1, box: Box(x: 7 + $0 * 110, y: 7, width: 100, height: 30), confidence: confidence,
        line: 0, block: 0)
    }
  }

  private func read(_ engine: LineEngine) -> [Word] {
    let white = GrayImage(
      width: 1000, height: 1400, pixels: [UInt8](repeating: 255, count: 1_400_000))
    return Recognizer(engine: engine).recognize(
      .gray(white), plan: ReadingPlan(dpi: 200), cpuSeconds: 9
    ).words
  }

  @Test func `are read again alone, in their place`() throws {
    let engine = LineEngine(page: page(["-(ï21U)", "THG171"], confidence: 0), line: line(96))
    let words = read(engine)
    #expect(engine.lines == 1)
    #expect(words.suffix(2).map(\.text) == ["CHỦ", "TỊCH"])
    let last = try #require(words.last)
    #expect(last.line == 3 && last.block == 1 && last.box.x == 510 && last.box.y == 600)
  }

  @Test func `stay as they are where the second reading is no better`() {
    let engine = LineEngine(page: page(["-(ï21U)", "THG171"], confidence: 0), line: line(60))
    #expect(read(engine).suffix(2).map(\.text) == ["-(ï21U)", "THG171"])
  }

  @Test func `are not looked for in what is believed, too high or too short`() {
    for words in [
      page(["CHỦ", "TỊCH"], confidence: 70), page(["THG171", "THG17"], confidence: 5, height: 90),
      page(["a"], confidence: 5),
    ] {
      let engine = LineEngine(page: words, line: line(96))
      _ = read(engine)
      #expect(engine.lines == 0)
    }
  }
}
