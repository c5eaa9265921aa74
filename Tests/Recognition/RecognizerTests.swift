import Imaging
import Leptonica
import Testing

@testable import Recognition

struct RecognizerTests {
  static func white(_ width: Int, _ height: Int) -> GrayImage {
    GrayImage(
      width: width, height: height, pixels: [UInt8](repeating: 255, count: width * height))
  }

  static func page(_ width: Int, _ height: Int, ink: Box) -> PageImage {
    var pixels = [UInt8](repeating: 255, count: width * height)
    for y in ink.y..<ink.maxY { for x in ink.x..<ink.maxX { pixels[y * width + x] = 0 } }
    return .gray(GrayImage(width: width, height: height, pixels: pixels))
  }

  @Test(arguments: QuarterTurn.allCases, [1, 2])
  func `a turned and enlarged word is found where its ink stands`(turn: QuarterTurn, scale: Int) {
    let ink = Box(x: 40, y: 30, width: 60, height: 12)
    let page = Self.page(300, 200, ink: ink)
    let read = Recognizer(engine: InkEngine()).recognize(
      page, plan: ReadingPlan(turn: turn, scale: scale), cpuSeconds: 1)
    #expect(read.words.count == 1)
    #expect(read.words.allSatisfy { distance($0.box, ink) <= 1 })
    #expect(read.textOrientation == turn)
  }

  @Test(arguments: [-4.0, -1.0, 1.0, 4.0], [QuarterTurn.none, .clockwise])
  func `a levelled word is found where its ink stands`(degrees: Double, turn: QuarterTurn) {
    let ink = Box(x: 400, y: 60, width: 16, height: 16)
    let read = Recognizer(engine: InkEngine()).recognize(
      Self.page(500, 700, ink: ink), plan: ReadingPlan(turn: turn, deskewDegrees: degrees),
      cpuSeconds: 1)
    #expect(read.words.count == 1)
    // The box around a square turned by 4° and back is 2 · 16 · sin 4° = 2.2 pixels larger.
    #expect(read.words.allSatisfy { distance($0.box, ink) <= 3 })
  }

  private func distance(_ first: Box, _ second: Box) -> Int {
    [
      first.x - second.x, first.y - second.y, first.maxX - second.maxX, first.maxY - second.maxY,
    ].map(abs).max() ?? 0
  }

  @Test func `an engine out of time gives a timed-out page without words`() {
    let read = Recognizer(engine: FailingEngine(error: .outOfProcessorTime)).recognize(
      .gray(Self.white(10, 20)), plan: ReadingPlan(), cpuSeconds: 1)
    #expect(read == RecognizedPage(outcome: .timedOut, width: 10, height: 20, words: []))
  }

  @Test func `a failing engine gives a failed page without words`() {
    let read = Recognizer(engine: FailingEngine(error: .engineFailed)).recognize(
      .gray(Self.white(10, 20)), plan: ReadingPlan(), cpuSeconds: 1)
    #expect(read == RecognizedPage(outcome: .failed, width: 10, height: 20, words: []))
  }

  @Test func `an engine that finds nothing gives a page that was read`() {
    let read = Recognizer(engine: FixedEngine([])).recognize(
      .gray(Self.white(10, 20)), plan: ReadingPlan(), cpuSeconds: 1)
    #expect(read == RecognizedPage(outcome: .read, width: 10, height: 20, words: []))
  }

  @Test func `a crash of the engine ends the process that reads`() async {
    await #expect(processExitsWith: .failure) {
      _ = Recognizer(engine: CrashingEngine()).recognize(
        .gray(GrayImage(width: 1, height: 1, pixels: [255])), plan: ReadingPlan(), cpuSeconds: 1)
    }
  }

  @Test func `garbage is cut to the page or dropped`() {
    let garbage = [
      Word(
        text: "a b", box: Box(x: -5, y: -5, width: 500, height: 500), confidence: .nan, line: 0,
        block: 0),
      Word(text: " ", box: Box(x: 1, y: 1, width: 5, height: 5), confidence: 50, line: 0, block: 0),
      Word(
        text: "far", box: Box(x: 900, y: 9, width: 5, height: 5), confidence: 50, line: 1, block: 0),
      Word(
        text: "ok", box: Box(x: 1, y: 2, width: 3, height: 4), confidence: 900, line: 2, block: 0),
    ]
    let read = Recognizer(engine: FixedEngine(garbage)).recognize(
      .gray(Self.white(100, 80)), plan: ReadingPlan(), cpuSeconds: 1)
    #expect(
      read.words == [
        Word(
          text: "ab", box: Box(x: 0, y: 0, width: 100, height: 80), confidence: 0, line: 0, block: 0
        ),
        Word(
          text: "ok", box: Box(x: 1, y: 2, width: 3, height: 4), confidence: 100, line: 2, block: 0
        ),
      ])
  }

  @Test func `the engine reads grey in which red ink has faded`() {
    let engine = FixedEngine([])
    let page = PageImage.color(ColorImage(width: 2, height: 1, pixels: [230, 20, 30, 10, 20, 30]))
    _ = Recognizer(engine: engine).recognize(page, plan: ReadingPlan(dpi: 200), cpuSeconds: 1)
    #expect(engine.images == [GrayImage(width: 2, height: 1, pixels: [230, 30])])
    #expect(engine.resolutions == [200])
  }

  @Test func `an enlarged page has an enlarged resolution`() {
    let engine = FixedEngine([])
    _ = Recognizer(engine: engine).recognize(
      .gray(Self.white(30, 20)), plan: ReadingPlan(scale: 2, dpi: 150), cpuSeconds: 1)
    #expect(engine.resolutions == [300])
    #expect(engine.images.map(\.width) == [60])
  }

  @Test func `Tesseract reads a painted page and covers its ink`() throws {
    let lines = ["Hai ba trung nam ngoc", "Kim son thuy an binh", "Thanh long bach ho"]
    let image = try painted(lines, on: Self.white(1000, 500), left: 80, top: 80, leading: 70)
    let recognizer = try Recognizer(languages: "vie")
    let read = recognizer.recognize(.gray(image), plan: ReadingPlan(), cpuSeconds: 30)
    #expect(read.outcome == .read)
    #expect(read.text.contains("Thanh long"))
    #expect((read.coverage ?? 0) > 0.95)
    let late = recognizer.recognize(.gray(image), plan: ReadingPlan(), cpuSeconds: 0)
    #expect(late.outcome == .timedOut)
  }

  @Test func `light print on a dark block is read beside dark print`() throws {
    var pixels = try painted(
      ["Hai ba trung nam ngoc", "", "Kim son thuy an binh"], on: Self.white(1000, 400), left: 80,
      top: 80, leading: 70
    ).pixels
    for y in 180..<280 { for x in 40..<960 { pixels[y * 1000 + x] ^= 255 } }
    let page = GrayImage(width: 1000, height: 400, pixels: pixels)
    let read = try Recognizer(languages: "vie").recognize(
      .gray(page), plan: ReadingPlan(), cpuSeconds: 30)
    #expect(read.text.contains("Hai ba"))
    #expect(read.text.contains("Kim son"))
  }

  @Test func `letters, frames and the border of a scan are no dark blocks`() throws {
    var page = try painted(
      ["HAI BA TRUNG"], on: Self.white(1000, 300), left: 80, top: 120, leading: 70, size: 20
    ).pixels
    for x in 40..<900 { for y in [60, 61, 200, 201] { page[y * 1000 + x] = 0 } }
    for y in 60..<202 { for x in [40, 41, 898, 899] { page[y * 1000 + x] = 0 } }
    // The dark border of a scan bears no print.
    for y in 0..<50 { for x in 0..<1000 { page[y * 1000 + x] = 0 } }
    let ink = try PageInk(GrayImage(width: 1000, height: 300, pixels: page))
    #expect(!ink.hasDarkBlocks(dpi: 300))
    // The head of a table, joined to its lines: light letters on dark.
    for y in 60..<202 { for x in 40..<900 { page[y * 1000 + x] ^= 255 } }
    let blocked = try PageInk(GrayImage(width: 1000, height: 300, pixels: page))
    #expect(blocked.hasDarkBlocks(dpi: 300))
  }

  @Test func `missing language data are an error with their name`() {
    #expect(throws: RecognitionError.languagesNotLoaded("xxx")) {
      _ = try Recognizer(languages: "xxx")
    }
  }

  @Test func `coverage is the share of letters inside words`() {
    var pixels = [UInt8](repeating: 255, count: 400 * 100)
    for letter in 0..<40 {
      let (left, top) = (10 + letter % 20 * 18, 20 + letter / 20 * 40)
      for y in 0..<14 { for x in 0..<8 { pixels[(top + y) * 400 + left + x] = 0 } }
    }
    let page = PageImage.gray(GrayImage(width: 400, height: 100, pixels: pixels))
    let first = Word(
      text: "x", box: Box(x: 8, y: 18, width: 380, height: 18), confidence: 90, line: 0, block: 0)
    let read = Recognizer(engine: FixedEngine([first])).recognize(
      page, plan: ReadingPlan(), cpuSeconds: 1)
    #expect(read.coverage == 0.5)
  }
}
