import Imaging
import Testing

@testable import Recognition

struct RereadingTests {
  private let zone = Zone(kind: .recipients, box: Box(x: 50, y: 100, width: 200, height: 300))

  /// A page with a black bar every 20 rows.
  private var page: PageImage {
    var pixels = [UInt8](repeating: 255, count: 400 * 500)
    for y in stride(from: 0, to: 500, by: 20) {
      for x in 60..<240 { pixels[y * 400 + x] = 0 }
    }
    return .gray(GrayImage(width: 400, height: 500, pixels: pixels))
  }

  private func readings(
    _ engine: FixedEngine, parts: ([ZoneReading]) -> [Box]
  ) -> [ZoneReading] {
    let text = RecognizedPage(outcome: .read, width: 400, height: 500, words: [])
    return Recognizer(engine: engine).reread(
      zone, of: page, text: text, plan: ReadingPlan(dpi: 200), cpuSeconds: 1, parts: parts)
  }

  @Test func `what lies between two parts is paper for the engine`() throws {
    let engine = FixedEngine([])
    let parts = [
      Box(x: 50, y: 110, width: 200, height: 20), Box(x: 50, y: 350, width: 200, height: 20),
    ]
    let found = readings(engine) { $0.isEmpty ? parts : [] }
    #expect(found.map(\.zone.box) == [Box(x: 50, y: 110, width: 200, height: 260)])
    let image = try #require(engine.images.first)
    let inked = (0..<image.height).filter {
      image.pixels[$0 * image.width..<($0 + 1) * image.width].contains(0)
    }
    // A rim of 20 pixels stands around what was cut out.
    #expect(inked == [20 + 10, 20 + 250])
  }

  @Test func `words of a part stand where the part stands`() {
    let word = Word(
      text: "Lưu", box: Box(x: 30, y: 25, width: 40, height: 12), confidence: 90, line: 0, block: 0)
    let part = Box(x: 80, y: 200, width: 100, height: 60)
    let found = readings(FixedEngine([word])) { _ in [part] }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.words.map(\.box) == [Box(x: 90, y: 205, width: 40, height: 12)] })
  }

  @Test func `no part ends the reading, and a part outside of the zone is none`() {
    let engine = FixedEngine([])
    #expect(readings(engine) { _ in [] }.isEmpty)
    #expect(readings(engine) { _ in [Box(x: 300, y: 10, width: 50, height: 50)] }.isEmpty)
    #expect(engine.images.isEmpty)
  }
}
