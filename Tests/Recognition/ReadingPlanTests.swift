import Imaging
import Measuring
import Recognition
import Testing

struct ReadingPlanTests {
  private func plan(
    xHeight: Double? = 18, skew: Double? = 0, orientation: Int? = 0, dpi: Double? = 200,
    edgeGradient: Double? = 0.36, contrast: Double? = 0.8, signalToNoise: Double? = 50,
    colorMode: ColorMode = .color, print: PrintQuality = PrintQuality(),
    faults: PageFaults = PageFaults(), side: Int = 1654
  ) -> ReadingPlan {
    readingPlan(
      for: Measurements(
        widthPixels: side, heightPixels: side, colorMode: colorMode, effectiveDpi: dpi,
        xHeight: xHeight, skewDegrees: skew, orientationDegrees: orientation,
        edgeGradient: edgeGradient, contrast: contrast, signalToNoise: signalToNoise, print: print,
        faults: faults))
  }

  @Test func `grain is smoothed and specks take the median`() {
    #expect(plan(signalToNoise: 11).restoration.steps == [.gaussian(sigma: 1.2 * 18 / 26)])
    #expect(plan(signalToNoise: 13).restoration.steps.isEmpty)
    #expect(plan(print: PrintQuality(speckle: 1.1)).restoration.steps == [.median])
    #expect(
      plan(signalToNoise: 8, print: PrintQuality(speckle: 60)).restoration.steps == [.median])
    #expect(
      plan(signalToNoise: 4, print: PrintQuality(speckle: 60)).restoration.steps
        == [.median, .gaussian(sigma: 2.0 * 18 / 26)])
    #expect(
      plan(signalToNoise: 5, colorMode: .bilevel, print: PrintQuality(speckle: 9)).restoration
        .steps.isEmpty)
  }

  @Test func `shade is evened out and a ghost is clipped between ink and paper`() {
    func steps(_ print: PrintQuality) -> [Restoration.Step] { plan(print: print).restoration.steps }
    #expect(steps(PrintQuality(nonUniformity: 0.2)) == [.whiten(clipsAbove: nil)])
    #expect(steps(PrintQuality(nonUniformity: 0.1)).isEmpty)
    #expect(steps(PrintQuality(showThrough: 0.02)) == [.whiten(clipsAbove: 0.6)])
    #expect(steps(PrintQuality(showThrough: 0.005)).isEmpty)
    #expect(steps(PrintQuality(ghostStrokes: 0.1)) == [.whiten(clipsAbove: 0.55)])
  }

  @Test func `strokes with holes close and edges out of focus are sharpened`() {
    let holes = plan(edgeGradient: 0.35, print: PrintQuality(whiteSpeckle: 0.7)).restoration.steps
    #expect(holes.first == .thicken && holes.count == 2)
    #expect(plan(edgeGradient: 0.35).restoration.steps.isEmpty)
    #expect(plan(edgeGradient: 0.15).restoration.steps == [.sharpen(reach: 2)])
    #expect(
      plan(edgeGradient: 0.15, print: PrintQuality(whiteSpeckle: 0.7)).restoration.steps
        == [.sharpen(reach: 2)])
    // Smeared strokes fall apart, a few grey levels turn to blots.
    #expect(
      plan(edgeGradient: 0.15, print: PrintQuality(edgeEvenness: 0.6)).restoration.steps.isEmpty)
    #expect(plan(edgeGradient: 0.15, contrast: 0.05).restoration.steps.isEmpty)
  }

  @Test func `streaks are levelled before anything else`() throws {
    let streak = Box(x: 40, y: 0, width: 2, height: 100)
    let found = plan(signalToNoise: 11, faults: PageFaults(streaks: [streak])).restoration.steps
    #expect(found.first == .levelStreaks && found.count == 2)
  }

  @Test func `lines that run together are levelled only when all of them lean`() {
    let slanted = PageFaults(keystoneDegrees: 3)
    #expect(plan(skew: 1, faults: slanted).deskewDegrees == 0)
    #expect(plan(skew: 2, faults: slanted).deskewDegrees == 2)
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
