import Foundation
import Imaging
import Recognition
import Testing

@Suite struct `The printed page number` {
  @Test(
    arguments: [
      ("2", 2), ("- 12 -", 12), ("— 3 —", 3), ("Trang 4", 4), ("2/5", 2), ("7.", 7), ("120", 120),
    ])
  func `is a line of digits, perhaps between dashes`(line: String, value: Int) {
    #expect(PrintedNumber.value(of: line) == value)
  }

  @Test(arguments: ["", "0", "02", "2017", "2a", "3/2", "1.5", "II", "Số 2", "-"])
  func `is nothing else`(line: String) {
    #expect(PrintedNumber.value(of: line) == nil)
  }

  /// A4 at 100 dpi with a mark of ink wherever a word stands, and a line of text further down.
  private func read(
    _ words: [(String, Box)], marks: [Box] = [], strip: [Word] = []
  ) -> PrintedNumber? {
    let body = (0..<8).map { ("chữ", Box(x: 120 + $0 * 60, y: 300, width: 40, height: 12)) }
    var pixels = [UInt8](repeating: 255, count: 827 * 1169)
    for box in marks + (words + body).map(\.1) {
      for y in box.y..<box.maxY { for x in box.x..<box.maxX { pixels[y * 827 + x] = 0 } }
    }
    let found = (words + body).enumerated().map { index, word in
      Word(
        text: word.0, box: word.1, confidence: 95, line: index < words.count ? index : 99, block: 0)
    }
    return Recognizer(engine: StripEngine(page: found, strip: strip)).recognize(
      .gray(GrayImage(width: 827, height: 1169, pixels: pixels)), plan: ReadingPlan(dpi: 100),
      cpuSeconds: 1
    ).printedNumber
  }

  private let centre = Box(x: 425, y: 45, width: 8, height: 13)
  private let corner = Box(x: 760, y: 45, width: 8, height: 13)
  private let two = [
    Word(text: "2", box: Box(x: 0, y: 0, width: 5, height: 9), confidence: 90, line: 0, block: 0)
  ]

  @Test func `is taken from the middle of the top margin`() {
    #expect(read([("2", centre)]) == PrintedNumber(value: 2, box: centre))
  }

  @Test func `is taken from the middle and the right of the foot`() {
    let foot = Box(x: 425, y: 1110, width: 8, height: 13)
    let right = Box(x: 720, y: 1110, width: 8, height: 13)
    #expect(read([("3", foot)])?.value == 3)
    #expect(read([("4", right)])?.value == 4)
  }

  @Test func `is not a folio number in an upper corner`() {
    #expect(read([("2", corner)]) == nil)
    #expect(read([], marks: [corner], strip: two) == nil)
  }

  @Test func `is not one of a row of numbers, nor below other words`() {
    let beside = Box(x: 500, y: 45, width: 8, height: 13)
    #expect(read([("2", centre), ("3", beside)]) == nil)
    let heading = Box(x: 380, y: 20, width: 90, height: 13)
    #expect(read([("2", centre), ("ĐẢNG", heading)]) == nil)
  }

  @Test func `is read again from a lone mark that the page's reading lost`() {
    #expect(read([], marks: [centre], strip: two)?.value == 2)
    #expect(read([], marks: [centre], strip: []) == nil)
  }

  @Test func `is not made of a lone stroke, nor of doubtful digits`() {
    let stroke = Word(text: "1", box: two[0].box, confidence: 90, line: 0, block: 0)
    let doubtful = Word(text: "2", box: two[0].box, confidence: 60, line: 0, block: 0)
    #expect(read([], marks: [centre], strip: [stroke]) == nil)
    #expect(read([], marks: [centre], strip: [doubtful]) == nil)
  }

  @Test func `is missing from pages that were stored before it was read`() throws {
    let old = """
      {"outcome":"read","width":10,"height":20,"words":[],"textOrientation":0,"coverage":null}
      """
    let page = try JSONDecoder().decode(RecognizedPage.self, from: Data(old.utf8))
    #expect(page.printedNumber == nil)
  }
}

/// Gives some words for the page and others for a strip of it.
private struct StripEngine: Recognizing {
  let page: [Word]
  let strip: [Word]

  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    layout == .page || layout == .pageWithDarkBlocks ? page : strip
  }
}
