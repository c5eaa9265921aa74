import Imaging
import Painting
import Testing

@testable import Recognition

@Suite struct `Restoration for reading` {
  @Test func `makes a streak as bright as its neighbours`() throws {
    var painted = PaintedPage(paper: 240)
    for y in 0..<painted.height {
      for x in 600..<603 { painted.pixels[y * painted.width + x] = 120 }
    }
    let restored = try painted.image.restored(by: Restoration([.levelStreaks]))
    #expect(restored.pixels.allSatisfy { $0 >= 236 })
  }

  @Test func `leaves a page without streaks alone`() throws {
    let image = PaintedPage().text().image
    #expect(try image.restored(by: Restoration([.levelStreaks])) == image)
    #expect(try image.restored(by: Restoration()) == image)
  }

  @Test func `closes holes in strokes`() throws {
    var painted = PaintedPage(paper: 255).filled(
      Box(x: 100, y: 100, width: 6, height: 40), with: 20)
    painted = painted.filled(Box(x: 102, y: 110, width: 2, height: 2), with: 255)
    let restored = try painted.image.restored(by: Restoration([.thicken]))
    #expect(restored.pixels[110 * painted.width + 102] == 20)
  }

  @Test func `makes soft edges steeper`() throws {
    let soft = PaintedPage().text().blurred(2.5).image
    let sharp = try soft.restored(by: Restoration([.sharpen(reach: 3)]))
    func steepest(_ image: GrayImage) -> Int {
      image.pixels.indices.dropFirst().reduce(0) {
        max($0, abs(Int(image.pixels[$1]) - Int(image.pixels[$1 - 1])))
      }
    }
    #expect(steepest(sharp) > steepest(soft) * 3 / 2)
  }
}

@Suite struct `Words of the size of print` {
  private func word(_ text: String, width: Int, height: Int, confidence: Double = 90) -> Word {
    Word(
      text: text, box: Box(x: 0, y: 0, width: width, height: height), confidence: confidence,
      line: 0, block: 0)
  }

  @Test func `are neither strokes of a pen nor seals`() {
    let print = word("phòng", width: 70, height: 30)
    let others = [
      word("M2", width: 592, height: 179), word("—", width: 129, height: 20),
      word("lll", width: 12, height: 30), word("mm", width: 22, height: 4),
    ]
    #expect(([print] + others).print(xHeight: 18) == [print])
  }

  @Test func `count by their letters`() throws {
    let words = [
      word("xã", width: 20, height: 20, confidence: 40),
      word("nghiêng", width: 90, height: 20, confidence: 94),
    ]
    #expect(try abs(#require(words.letterConfidence) - 82) < 0.001)
    #expect(try abs(#require(words.doubtfulShare) - 2.0 / 9) < 0.001)
    #expect([Word]().letterConfidence == nil && words.syllableShare == nil)
  }
}
