import Foundation
import Imaging
import Leptonica
import Recognition
import Testing

/// Pages on which a word stands in red ink, painted pixel by pixel; nothing on them is a real document.
struct StampTests {
  private static let red: [UInt8] = [205, 45, 55]

  /// A white page with black and red ink where two grey pictures are dark.
  private static func page(black: GrayImage? = nil, red: GrayImage) -> PageImage {
    var pixels = [UInt8](repeating: 250, count: red.pixels.count * 3)
    for index in red.pixels.indices {
      let (ink, print) = (Double(255 - red.pixels[index]) / 255, black.map { $0.pixels[index] })
      for channel in 0..<3 {
        var value = 250 * (1 - ink) + Double(Self.red[channel]) * ink
        if let print { value *= Double(print) / 255 }
        pixels[index * 3 + channel] = UInt8(value)
      }
    }
    return .color(ColorImage(width: red.width, height: red.height, pixels: pixels))
  }

  /// A word in a frame of as many lines at a place of an 800 × 600 page of 200 dpi.
  private static func framed(_ word: String, frames: Int) throws -> GrayImage {
    let white = RecognizerTests.white(800, 600)
    let text =
      word.isEmpty
      ? white : try painted([word], on: white, left: 240, top: 130, leading: 40, size: 10)
    var pixels = text.pixels
    for frame in 0..<frames {
      let (left, top, right, bottom) = (
        200 + 9 * frame, 70 + 9 * frame, 420 - 9 * frame, 160 - 9 * frame
      )
      for line in 0..<3 {
        for x in left...right {
          pixels[(top + line) * 800 + x] = 0
          pixels[(bottom - line) * 800 + x] = 0
        }
        for y in top...bottom {
          pixels[y * 800 + left + line] = 0
          pixels[y * 800 + right - line] = 0
        }
      }
    }
    return GrayImage(width: 800, height: 600, pixels: pixels)
  }

  @Test(arguments: [0, 1, 2])
  func `a word in red ink is read whatever its frame`(frames: Int) throws {
    let page = Self.page(red: try Self.framed("THANH", frames: frames))
    let read = try Recognizer(languages: "vie").recognize(
      page, plan: ReadingPlan(dpi: 200), cpuSeconds: 20)
    #expect(read.stamps.map(\.text) == ["THANH"])
    let ink = try #require(
      inkComponents(of: Self.framed("THANH", frames: 0), below: 128).map(\.box).union)
    let box = try #require(read.stamps.first?.box)
    let edges = [box.x - ink.x, box.y - ink.y, box.maxX - ink.maxX, box.maxY - ink.maxY]
    // Tesseract's boxes keep a margin of a few pixels.
    #expect(edges.allSatisfy { abs($0) <= 5 }, "\(box) for \(ink)")
  }

  @Test(arguments: QuarterTurn.allCases)
  func `a stamp on a turned page is read where its ink stands`(turn: QuarterTurn) throws {
    let page = Self.page(red: try Self.framed("THANH", frames: 2)).turned(turn.inverse)
    let read = try Recognizer(languages: "vie").recognize(
      page, plan: ReadingPlan(turn: turn, dpi: 200), cpuSeconds: 20)
    #expect(read.stamps.map(\.text) == ["THANH"])
    let frame = turn.inverse.turned(
      Box(x: 200, y: 70, width: 221, height: 91), width: 800, height: 600)
    #expect(read.stamps.allSatisfy { $0.box.intersection(frame) == $0.box })
  }

  @Test func `a double frame without a word is reported as unread`() throws {
    let page = Self.page(red: try Self.framed("", frames: 2))
    let read = Recognizer(engine: FixedEngine([])).recognize(
      page, plan: ReadingPlan(dpi: 200), cpuSeconds: 1)
    #expect(read.stamps.map(\.text) == [RecognizedPage.unreadFrame])
  }

  @Test func `a stamp on which the engine fails is reported as unread`() throws {
    let page = Self.page(red: try Self.framed("THANH", frames: 1))
    let read = Recognizer(engine: FailingEngine(error: .engineFailed)).recognize(
      page, plan: ReadingPlan(dpi: 200), cpuSeconds: 1)
    #expect(read.outcome == .failed)
    #expect(read.stamps.map(\.text) == [RecognizedPage.unreadFrame])
  }

  @Test func `a round seal and black print are no stamps`() throws {
    var ring = RecognizerTests.white(800, 600).pixels
    for y in 0..<600 {
      for x in 0..<800 {
        let radius = Double((x - 400) * (x - 400) + (y - 300) * (y - 300)).squareRoot()
        if (128...134).contains(radius) || (82...84).contains(radius) { ring[y * 800 + x] = 0 }
      }
    }
    let inside = try painted(
      ["THANH"], on: GrayImage(width: 800, height: 600, pixels: ring), left: 340, top: 310,
      leading: 40)
    let print = try painted(
      ["Kim son"], on: RecognizerTests.white(800, 600), left: 60, top: 80, leading: 40)
    let engine = FixedEngine([])
    let read = Recognizer(engine: engine).recognize(
      Self.page(black: print, red: inside), plan: ReadingPlan(dpi: 200), cpuSeconds: 1)
    #expect(read.stamps.isEmpty)
    #expect(engine.images.count == 1)
  }

  @Test func `a page stored before stamps were read has none`() throws {
    let old = #"{"outcome":"read","width":3,"height":2,"words":[],"textOrientation":0}"#
    let page = try JSONDecoder().decode(RecognizedPage.self, from: Data(old.utf8))
    #expect(page == RecognizedPage(outcome: .read, width: 3, height: 2, words: []))
  }
}
