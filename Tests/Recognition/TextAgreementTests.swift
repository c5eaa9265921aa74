import Imaging
import Recognition
import Testing

@Suite struct `The agreement of an old text with a reading` {
  func box(_ x: Int, _ width: Int, y: Int = 100, height: Int = 20) -> Box {
    Box(x: x, y: y, width: width, height: height)
  }

  func read(_ words: [(String, Box, Double)]) -> RecognizedPage {
    RecognizedPage(
      outcome: .read, width: 1000, height: 1000,
      words: words.map { Word(text: $0.0, box: $0.1, confidence: $0.2, line: 0, block: 0) })
  }

  @Test func `takes words that are parted otherwise for the same`() {
    let old = [("Quyếtđịnh", box(0, 100)), ("số", box(120, 20)), ("01", box(150, 20))]
    let fresh = read([
      ("Quyết", box(0, 50), 90), ("định", box(56, 44), 90), ("số01", box(120, 50), 90),
    ])
    let agreement = TextAgreement(of: old, with: fresh)
    #expect(agreement.oldWords == 3 && agreement.agreeing == 3)
    #expect(agreement.freshWords == 3 && agreement.covered == 3)
  }

  @Test func `looks past case, marks of punctuation and how letters are composed`() {
    let old = [("(ĐI\u{0323}NH),", box(0, 50))]
    let agreement = TextAgreement(of: old, with: read([("định", box(2, 46), 90)]))
    #expect(agreement.share == 1)
  }

  @Test func `looks past where a tone stands, also in words that are parted otherwise`() {
    let old = [("Uỷban", box(0, 100)), ("hoà", box(120, 40))]
    let fresh = read([("Ủy", box(0, 40), 90), ("ban", box(50, 50), 90), ("hòa", box(120, 40), 90)])
    let agreement = TextAgreement(of: old, with: fresh)
    #expect(agreement.share == 1 && agreement.coverage == 1)
  }

  @Test func `tells a lost tone from another word`() {
    let old = [("dinh", box(0, 50)), ("danh", box(60, 50))]
    let fresh = read([("định", box(0, 50), 90), ("định", box(60, 50), 90)])
    let agreement = TextAgreement(of: old, with: fresh)
    #expect(agreement.share == 0 && agreement.shareWithoutMarks == 0.5)
  }

  @Test func `asks for the place: the line above and the column beside are others`() {
    let fresh = read([("định", box(100, 50), 90)])
    for place in [box(100, 50, y: 70), box(160, 50), box(100, 50, y: 121)] {
      #expect(TextAgreement(of: [("định", place)], with: fresh).share == 0)
    }
    // Boxes of another height around the same ink.
    let tall = box(98, 55, y: 92, height: 36)
    #expect(TextAgreement(of: [("định", tall)], with: fresh).share == 1)
  }

  @Test func `does not count what was hardly read as missing, nor what holds no letter`() {
    let fresh = read([("định", box(0, 50), 90), ("xyz", box(100, 50), 20)])
    let old = [("định", box(0, 50)), ("...", box(300, 10))]
    let agreement = TextAgreement(of: old, with: fresh)
    #expect(agreement.oldWords == 1 && agreement.freshWords == 1 && agreement.coverage == 1)
  }

  @Test func `is unknown where there is nothing to compare`() {
    let agreement = TextAgreement(of: [], with: read([]))
    #expect(agreement.share == nil && agreement.coverage == nil)
  }
}
