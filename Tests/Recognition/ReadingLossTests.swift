import Imaging
import Recognition
import Testing

@Suite struct `The loss of a reading` {
  func box(_ x: Int, _ width: Int, y: Int = 100) -> Box {
    Box(x: x, y: y, width: width, height: 20)
  }

  func read(_ words: [(String, Box, Double)], width: Int = 1000) -> RecognizedPage {
    RecognizedPage(
      outcome: .read, width: width, height: width,
      words: words.map { Word(text: $0.0, box: $0.1, confidence: $0.2, line: 0, block: 0) })
  }

  let before: [(String, Box, Double)] = [
    ("Quyết", Box(x: 0, y: 100, width: 50, height: 20), 95),
    ("định", Box(x: 60, y: 100, width: 40, height: 20), 95),
  ]

  /// How likely a word read below 80 is right.
  func likely(_ confidence: Double) -> Double { 0.1 + 0.55 * confidence / 80 }

  func loss(_ after: [(String, Box, Double)]) -> ReadingLoss {
    ReadingLoss(of: read(after), against: read(before))
  }

  @Test func `is nothing for the same words, at any resolution`() {
    #expect(loss(before).letters == 0 && loss(before).places.isEmpty)
    let twice = before.map { word in
      let box = word.1
      return (
        word.0,
        Box(x: box.x * 2, y: box.y * 2, width: box.width * 2, height: box.height * 2), word.2
      )
    }
    let loss = ReadingLoss(of: read(twice, width: 2000), against: read(before))
    #expect(loss.letters == 0)
  }

  @Test func `is every letter of a sure word that is gone, and says where it stood`() {
    let loss = loss([before[1]])
    #expect(loss.letters == 5 && loss.places.map(\.box) == [before[0].1])
    // Letters and a space for each word.
    #expect(loss.share == 5.0 / 11)
  }

  @Test func `is the letters that differ, by how much less sure the new word is`() {
    let other = loss([before[0], ("đinh", before[1].1, 30)])
    // Read at 30, a word is right three times in ten.
    #expect(abs(other.letters - (1 - likely(30))) < 1e-9)
    #expect(other.places.map(\.box) == [before[1].1])
    #expect(loss([before[0], ("đinh", before[1].1, 95)]).letters == 0)
    #expect(loss([before[0], ("định,", before[1].1, 62.5)]).letters == 1 - likely(62.5))
  }

  @Test func `counts a gain by half`() {
    let poor = [("Quyet", before[0].1, 30.0), before[1]]
    let loss = ReadingLoss(of: read(before), against: read(poor))
    // One letter was wrong, read at 30.
    #expect(abs(loss.letters + (1 - likely(30)) / 2) < 1e-9 && loss.places.isEmpty)
  }

  @Test func `is a little for a speck that comes, half a gain for a word that comes`() {
    #expect(abs(loss(before + [("~~~~", box(500, 80), 0)]).letters - 4 * (0.9 / 4 - 0.1)) < 1e-9)
    #expect(loss(before + [("số", box(500, 80), 95)]).letters == -1)
  }

  @Test func `counts a doubtful word as tall as a hand by a quarter, a sure one as any`() {
    let tall = Box(x: 300, y: 60, width: 100, height: 60)
    let pen = ReadingLoss(of: read(before), against: read(before + [("đhại.", tall, 75)]))
    #expect(abs(pen.letters - 5 * (likely(75) - (1 - likely(75)) / 4) / 4) < 1e-9)
    let title = ReadingLoss(of: read(before), against: read(before + [("BÁO", tall, 95)]))
    #expect(title.letters == 3)
  }

  @Test func `takes words that are parted otherwise as they are printed, with the space between`() {
    let joined = loss([("Quyếtđịnh", box(0, 100), 30)])
    #expect(abs(joined.letters - (1 - likely(30))) < 1e-9)
    #expect(joined.places.map(\.box) == [box(0, 100)])
  }

  @Test func `is none where nothing was read before`() {
    let loss = ReadingLoss(of: read(before), against: read([]))
    #expect(loss.letters < 0)
    #expect(ReadingLoss(of: read([]), against: read([])).share == 0)
  }
}
