import Imaging
import Inspection
import Recognition
import Testing

@Suite struct `The figures of a page's text` {
  private func word(_ text: String, _ confidence: Double, isColored: Bool = false) -> Word {
    Word(
      text: text, box: Box(x: 0, y: 0, width: 20 * text.count, height: 30), confidence: confidence,
      line: 0, block: 0, isColored: isColored)
  }

  private func figures(_ words: [Word]) -> TextFigures {
    TextFigures(
      of: RecognizedPage(outcome: .read, width: 500, height: 500, words: words), xHeight: 24)
  }

  @Test func `leave out what a pen or a seal was taken for, and no doubtful print`() {
    let print = [word("phải", 96), word("trả", 96)]
    let black = figures(print + [word("X1Z", 30)])
    #expect(black.doubtfulShare == 0.3)
    #expect(figures(print + [word("X1Z", 30, isColored: true)]) == figures(print))
    #expect(figures(print).meanConfidence == 96)
  }
}
