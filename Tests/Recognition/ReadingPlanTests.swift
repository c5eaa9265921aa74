import Imaging
import Measuring
import Recognition
import Testing

struct ReadingPlanTests {
  private func plan(
    xHeight: Double? = 18, skew: Double? = 0, orientation: Int? = 0, dpi: Double? = 200,
    contrast: Double? = 0.8, signalToNoise: Double? = 50, colorMode: ColorMode = .color,
    print: PrintQuality = PrintQuality(), side: Int = 1654
  ) -> ReadingPlan {
    readingPlan(
      for: Measurements(
        widthPixels: side, heightPixels: side, colorMode: colorMode, effectiveDpi: dpi,
        xHeight: xHeight, skewDegrees: skew, orientationDegrees: orientation, contrast: contrast,
        signalToNoise: signalToNoise, print: print))
  }

  @Test func `grain is smoothed and specks take the median`() {
    #expect(plan(signalToNoise: 11).restoration.smoothing != .none)
    #expect(plan(signalToNoise: 13).restoration.smoothing == .none)
    #expect(plan(print: PrintQuality(speckle: 1.1)).restoration.smoothing == .median)
    #expect(
      plan(signalToNoise: 5, colorMode: .bilevel, print: PrintQuality(speckle: 9)).restoration
        .smoothing == .none)
  }

  @Test func `shade is evened out and a ghost is clipped half-way between ink and paper`() {
    #expect(plan(print: PrintQuality(nonUniformity: 0.2)).restoration.evensLight)
    #expect(!plan(print: PrintQuality(nonUniformity: 0.1)).restoration.evensLight)
    #expect(plan(print: PrintQuality(showThrough: 0.02)).restoration.clipsAbove == 0.6)
    #expect(plan(print: PrintQuality(showThrough: 0.005)).restoration.clipsAbove == nil)
  }

  @Test func `a page of which nothing is known is read as it is`() {
    #expect(plan(xHeight: nil, skew: nil, orientation: nil, dpi: nil) == ReadingPlan(dpi: 300))
  }

  @Test(arguments: [
    (0.0, 0.0), (0.5, 0.0), (-0.5, 0.0), (0.6, 0.6), (-2.0, -2.0), (7.0, 7.0), (7.1, 0.0),
    (.nan, 0.0),
  ])
  func `only a skew between a half and seven degrees is levelled`(skew: Double, turn: Double) {
    #expect(plan(skew: skew).deskewDegrees == turn)
  }

  @Test(arguments: [(3.0, 1), (4.0, 2), (8.9, 2), (9.0, 1), (26.0, 1)])
  func `only small letters are enlarged`(xHeight: Double, scale: Int) {
    #expect(plan(xHeight: xHeight).scale == scale)
  }

  @Test func `a large page is not enlarged`() {
    #expect(plan(xHeight: 7, side: 5000).scale == 1)
  }

  @Test(arguments: [
    (0, QuarterTurn.none), (90, .clockwise), (180, .half), (270, .counterClockwise),
  ])
  func `the text is turned upright`(degrees: Int, turn: QuarterTurn) {
    #expect(plan(orientation: degrees).turn == turn)
  }

  @Test(
    arguments: [(nil, 300), (1.0, 300), (69, 300), (70, 70), (199.9, 200), (9600, 300)]
      as [(Double?, Int)])
  func `a resolution that is not credible is taken for 300`(dpi: Double?, used: Int) {
    #expect(plan(dpi: dpi).dpi == used)
  }
}
