import Extraction
import Imaging
import Recognition
import Testing

@Suite struct `A second document` {
  private let decision = Sheet.decision().page
  private let letter = Sheet.letter().page

  private func headed(_ line: String) -> RecognizedPage {
    let marked = RecognizedPage(
      outcome: .read, width: Sheet.width, height: Sheet.height,
      words: [
        Word(
          text: line.split(separator: " ").first.map(String.init) ?? "",
          box: Box(x: 1200, y: 40, width: 90, height: 27), confidence: 95, line: 900, block: 9)
      ]
        + line.split(separator: " ").dropFirst().enumerated().map { index, word in
          Word(
            text: String(word), box: Box(x: 1300 + index * 70, y: 40, width: 60, height: 27),
            confidence: 95, line: 900, block: 9)
        } + letter.words)
    return marked
  }

  @Test func `begins where a later page bears a heading with a number of its own`() {
    let starts = documentStarts(in: [decision, nil, letter])
    #expect(starts.map(\.page) == [3])
    #expect(starts.first?.code.hasSuffix("/SXD-QLN") == true)
  }

  @Test func `does not begin with the first page, nor with a copy of it`() {
    #expect(documentStarts(in: [decision]) == [])
    #expect(documentStarts(in: [decision, decision]) == [])
    #expect(documentStarts(in: []) == [])
  }

  @Test(arguments: ["Phụ lục II", "Mẫu số 01", "Mẫu 3"])
  func `does not begin in an annex or on a form`(line: String) {
    #expect(documentStarts(in: [decision, headed(line)]) == [])
  }

  @Test func `does not begin behind an annex`() {
    var annex = Sheet()
    annex.centre("PHỤ LỤC I", y: 150)
    annex.set("Danh mục tài liệu", x: 300, y: 300)
    #expect(documentStarts(in: [decision, annex.page, letter]) == [])
  }
}
