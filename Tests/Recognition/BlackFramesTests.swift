import Imaging
import Leptonica
import Testing

@testable import Recognition

/// A white A5 page at 200 dpi with black strokes, painted row by row.
private struct Sheet {
  var pixels = [UInt8](repeating: 255, count: 1654 * 1169)

  mutating func fill(_ box: Box) {
    for y in box.y..<box.maxY { for x in box.x..<box.maxX { pixels[y * 1654 + x] = 0 } }
  }

  mutating func frame(_ box: Box, thickness: Int = 3) {
    fill(Box(x: box.x, y: box.y, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.maxY - thickness, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.y, width: thickness, height: box.height))
    fill(Box(x: box.maxX - thickness, y: box.y, width: thickness, height: box.height))
  }

  var image: GrayImage { GrayImage(width: 1654, height: 1169, pixels: pixels) }
}

@Suite struct `Frames in black` {
  @Test func `are found by their outline`() throws {
    var sheet = Sheet()
    let stamp = Box(x: 400, y: 400, width: 158, height: 63)
    sheet.frame(stamp)
    let found = blackFrames(in: sheet.image, dpi: 200)
    #expect(found.count == 1 && !found[0].isDouble)
    #expect(found.map { ($0.box.intersection(stamp)?.area ?? 0) * 20 > stamp.area * 19 } == [true])
    #expect(abs(found[0].tilt) < 0.5 && abs(found[0].size.height - 63) < 6)
    // A second line 1 mm inside makes it the frame of a secrecy mark.
    sheet.frame(Box(x: 408, y: 408, width: 142, height: 47))
    #expect(blackFrames(in: sheet.image, dpi: 200).map(\.isDouble) == [true])
  }

  @Test func `are not rules, cells of a stamp's size but open, or solid blocks`() throws {
    var sheet = Sheet()
    sheet.fill(Box(x: 100, y: 100, width: 400, height: 3))
    sheet.fill(Box(x: 400, y: 400, width: 158, height: 63))
    // A corner of two strokes has a stamp's box and no right or lower side.
    sheet.fill(Box(x: 900, y: 400, width: 158, height: 3))
    sheet.fill(Box(x: 900, y: 400, width: 3, height: 63))
    #expect(blackFrames(in: sheet.image, dpi: 200).isEmpty)
  }

  @Test func `give the word inside to the stamps of a black and white page`() throws {
    var sheet = Sheet()
    let frame = Box(x: 400, y: 380, width: 420, height: 120)
    sheet.frame(frame)
    let page = try painted(["KHAN"], on: sheet.image, left: 480, top: 455, leading: 40, size: 20)
    let recognizer = try Recognizer(languages: "vie")
    let read = recognizer.recognize(
      .bilevel(page), plan: ReadingPlan(dpi: 200), cpuSeconds: 60)
    #expect(read.stamps.map { $0.text.filter(\.isLetter) } == ["KHAN"])
    #expect(read.stamps.map { $0.box.intersection(frame) } == read.stamps.map(\.box))
  }
}
