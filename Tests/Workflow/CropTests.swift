import Extraction
import Imaging
import Recognition
import Testing

@testable import Reporting
@testable import Workflow

/// A white page of 400 × 200 with a black bar where a pen wrote a number.
private let page = {
  var pixels = [UInt8](repeating: 255, count: 400 * 200)
  for y in 90..<110 { for x in 180..<220 { pixels[y * 400 + x] = 0 } }
  return GrayImage(width: 400, height: 200, pixels: pixels)
}()

private func text(
  _ turn: QuarterTurn, pen: Double, width: Int, height: Int
) -> RecognizedPage {
  let box = turn.inverse.turned(
    Box(x: 180, y: 90, width: 40, height: 20), width: 400, height: 200)
  return RecognizedPage(
    outcome: .read, width: width, height: height, words: [], textOrientation: turn,
    slots: [
      SlotReading(
        slot: Slot(kind: .number, box: box), handwritten: pen, box: box,
        candidates: [SlotCandidate(text: "1", p: 0.9)])
    ])
}

@Suite struct `The crop of a field` {
  @Test(arguments: [QuarterTurn.none, .clockwise, .half, .counterClockwise])
  func `shows the ink upright with print around it`(turn: QuarterTurn) throws {
    let image = PageImage.gray(page).turned(turn.inverse)
    let crops = FieldCrop.crops(
      of: image, text: text(turn, pen: 0.9, width: image.width, height: image.height))
    let crop = try #require(crops.first)
    #expect(crops.map(\.field) == [.codeNumber])
    // From three heights before the slot to seven behind it, one above and one below.
    #expect([crop.picture.width, crop.picture.height] == [240, 60])
    #expect(crop.ink == [Box(x: 250, y: 333, width: 166, height: 333)])
    let rows = crop.braille(columns: 120)
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0.unicodeScalars.count { $0 != "\u{2800}" } == 20 })
  }

  @Test func `is not made of print`() {
    #expect(
      FieldCrop.crops(of: .gray(page), text: text(.none, pen: 0.05, width: 400, height: 200))
        .isEmpty)
  }
}
