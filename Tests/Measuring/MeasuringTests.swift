import Foundation
import Imaging
import Ingest
import Measuring
import Painting
import Testing

/// A grey page at 150 dpi as Ingest would hand it over.
func page(
  _ painted: PaintedPage, bilevel: Bool = false, declared: Double? = 150
) -> Page {
  let image: PageImage = bilevel ? .bilevel(painted.bilevel.image) : .gray(painted.image)
  return page(image, declared: declared)
}

func page(_ image: PageImage, declared: Double? = 150) -> Page {
  Page(
    header: PageHeader(
      index: 1, width: image.width, height: image.height,
      bitsPerSample: image.mode == .bilevel ? 1 : 8,
      samplesPerPixel: image.mode == .color ? 3 : 1, colorMode: image.mode,
      declared: declared.flatMap { Resolution(x: $0, y: $0) }, orientation: .none,
      container: .samples),
    image: image)
}

func text(_ change: (inout PaintedText) -> Void = { _ in }) -> PaintedText {
  var text = PaintedText()
  text.xHeight = 13
  change(&text)
  return text
}

@Suite struct `Measures of painted pages` {
  @Test(arguments: [-3.0, -1.5, -0.5, 0, 0.3, 1.5, 3])
  func `text painted at an angle measures the turn that levels it`(degrees: Double) throws {
    let found = measurements(of: page(PaintedPage().text(text { $0.degrees = degrees })))
    let turn = try #require(found.skewDegrees)
    #expect(abs(turn + degrees) < 0.12)
  }

  @Test(arguments: [10.0, 13, 20, 26])
  func `the x-height is the painted one`(height: Double) throws {
    let scale = height / 13
    let painted = PaintedPage(width: Int(1240 * scale), height: Int(1754 * scale))
    let found = measurements(of: page(painted.text(text { $0.xHeight = height }), declared: nil))
    #expect(abs(try #require(found.xHeight) - height) <= 1)
  }

  @Test func `more blur gives a smaller edge gradient`() throws {
    let sharp = PaintedPage(width: 620, height: 877).text(text { $0.xHeight = 26 })
    let gradients = try [sharp, sharp.blurred(1), sharp.blurred(2), sharp.blurred(3)].map {
      try #require(measurements(of: page($0)).edgeGradient)
    }
    #expect(gradients == gradients.sorted(by: >))
    // A Gaussian edge has the slope 1 / (σ √(2π)), 0.2 at σ = 2; strokes of 4 pixels never reach full
    // ink then, so the step they are measured against is smaller and the figure somewhat larger.
    #expect(gradients[2] > 0.2 && gradients[2] < 0.27)
  }

  @Test(arguments: [2.0, 5, 10])
  func `painted grain measures its standard deviation`(sigma: Double) throws {
    let painted = PaintedPage(paper: 200).text(text()).noisy(sigma)
    let found = measurements(of: page(painted))
    #expect(abs(try #require(found.noise) - sigma) < 0.05 * sigma + 0.1)
    #expect(abs(try #require(found.signalToNoise) - 180 / sigma) < 0.1 * 180 / sigma)
  }

  @Test(arguments: [(UInt8(20), UInt8(240)), (UInt8(120), UInt8(240)), (UInt8(190), UInt8(230))])
  func `contrast is paper less ink over paper`(ink: UInt8, paper: UInt8) throws {
    let painted = PaintedPage(paper: paper).text(
      text {
        $0.ink = ink
        $0.xHeight = 26
      })
    let found = measurements(of: page(painted))
    let expected = Double(paper - ink) / Double(paper)
    #expect(abs(try #require(found.contrast) - expected) < 0.02)
  }

  @Test func `two clean tones are separable and shade is not`() throws {
    let painted = PaintedPage().text(text())
    let clean = try #require(measurements(of: page(painted)).separability)
    let shaded = try #require(measurements(of: page(painted.shaded(downTo: 0.4))).separability)
    #expect(clean > 0.9)
    #expect(shaded < clean - 0.1)
  }

  @Test func `shade costs no letters`() throws {
    let painted = PaintedPage().text(text())
    let clean = measurements(of: page(painted))
    let shaded = measurements(of: page(painted.shaded(downTo: 0.6)))
    #expect(abs(try #require(shaded.xHeight) - (try #require(clean.xHeight))) < 0.5)
    #expect(shaded.blackBorderMillimetres == 0)
  }

  @Test func `bilevel pages have no tones`() {
    let found = measurements(of: page(PaintedPage().text(text()), bilevel: true))
    #expect(
      [
        found.contrast, found.edgeGradient, found.noise, found.signalToNoise, found.separability,
      ] == [nil, nil, nil, nil, nil])
    #expect(found.skewDegrees != nil)
    #expect(found.xHeight != nil)
  }
}

@Suite struct `Edges of painted pages` {
  @Test(
    arguments: [
      Box(x: 0, y: 0, width: 30, height: 1754), Box(x: 1210, y: 200, width: 30, height: 900),
      Box(x: 0, y: 0, width: 1240, height: 30), Box(x: 300, y: 1724, width: 700, height: 30),
    ])
  func `a black band is measured in millimetres and boxed`(band: Box) throws {
    let found = measurements(of: page(PaintedPage().text(text()).filled(band, with: 10)))
    #expect(abs(try #require(found.blackBorderMillimetres) - 30 / 150.0 * 25.4) < 0.2)
    #expect(found.blackBorderBox == band)
    #expect(found.cutOffText == 0)
  }

  @Test func `a bar in a corner is as deep as it is thin`() throws {
    let bar = Box(x: 0, y: 1400, width: 30, height: 354)
    let found = measurements(of: page(PaintedPage().text(text()).filled(bar, with: 10)))
    #expect(found.blackBorderBox == bar)
  }

  @Test func `a page with margins has neither border nor cut text`() {
    let found = measurements(of: page(PaintedPage().text(text())))
    #expect(found.blackBorderMillimetres == 0)
    #expect(found.blackBorderBox == nil)
    #expect(found.cutOffText == 0)
    #expect(found.cutOffBoxes.isEmpty)
  }

  @Test func `letters that run over the edge are counted and boxed`() throws {
    let painted = PaintedPage().text(text { $0.shift = -150 })
    let found = measurements(of: page(painted))
    let lines = Int(0.8 * 1754 / (2.6 * 13))
    let cut = try #require(found.cutOffText)
    #expect(cut >= lines / 3 && cut <= lines)
    #expect(found.cutOffBoxes.allSatisfy { $0.x <= 2 })
  }

  @Test func `a speck at the edge is no letter`() {
    let painted = PaintedPage().text(text())
      .filled(Box(x: 0, y: 500, width: 9, height: 12), with: 10)
    #expect(measurements(of: page(painted)).cutOffText == 0)
  }
}

@Suite struct `Blank pages` {
  @Test(
    arguments: [
      PaintedPage(), PaintedPage(paper: 255), PaintedPage(paper: 190).noisy(6),
      PaintedPage().filled(Box(x: 600, y: 700, width: 4, height: 5), with: 0),
      PaintedPage().filled(Box(x: 0, y: 0, width: 20, height: 1754), with: 0),
      PaintedPage().shaded(downTo: 0.5),
    ])
  func `paper, grain, a speck, a border and shade are blank`(painted: PaintedPage) {
    let found = measurements(of: page(painted))
    #expect(found.isBlank)
    #expect(
      [found.contrast, found.xHeight, found.skewDegrees, found.separability]
        == [nil, nil, nil, nil])
    #expect(found.cutOffText == nil)
  }

  @Test(arguments: [
    (PaintedPage(paper: 255), false, 1.0 as Double?), (PaintedPage(paper: 255), true, nil),
    (PaintedPage(paper: 250), false, nil),
  ])
  func `a page of nothing but clipped white says so`(
    painted: PaintedPage, bilevel: Bool, clipping: Double?
  ) {
    let found = measurements(of: page(painted, bilevel: bilevel))
    #expect(found.isBlank && found.faults.clipping == clipping)
  }

  @Test func `print of the back page shining through is blank`() {
    let back = PaintedPage(paper: 235).text(
      text {
        $0.ink = 195
        $0.xHeight = 26
      }
    ).blurred(2.5)
    #expect(measurements(of: page(back)).isBlank)
  }

  @Test func `faint but sharp print is not blank`() {
    let faint = PaintedPage(paper: 235).text(
      text {
        $0.ink = 190
        $0.xHeight = 26
      })
    #expect(!measurements(of: page(faint)).isBlank)
  }

  @Test func `very faint print in light grain is not blank`() {
    let faint = PaintedPage(paper: 242).text(
      text {
        $0.ink = 216
        $0.xHeight = 26
      }
    ).noisy(2)
    #expect(!measurements(of: page(faint)).isBlank)
  }

  @Test(arguments: [PaintedPage(paper: 15).text(text { $0.ink = 240 }), PaintedPage(paper: 5)])
  func `a negative and a black page are not blank`(painted: PaintedPage) {
    #expect(!measurements(of: page(painted)).isBlank)
  }

  @Test func `a page of print is not blank, in grey and in black and white`() {
    #expect(!measurements(of: page(PaintedPage().text(text()))).isBlank)
    #expect(!measurements(of: page(PaintedPage().text(text()), bilevel: true)).isBlank)
  }

  @Test(
    arguments: [
      ([250, 238, 200], [250, 238, 200], true),  // yellow paper
      ([245, 242, 240], [240, 214, 214], true),  // the pink ghost of a seal
      ([245, 242, 240], [205, 40, 55], false),  // a seal
      ([245, 242, 240], [50, 70, 190], false),  // a signature in blue ink
    ] as [([UInt8], [UInt8], Bool)])
  func `only fresh colour is content`(paper: [UInt8], mark: [UInt8], blank: Bool) {
    var pixels: [UInt8] = []
    for y in 0..<877 {
      for x in 0..<620 {
        let isMark = (300..<360).contains(x) && (400..<460).contains(y)
        pixels += isMark ? mark : paper
      }
    }
    let image = ColorImage(width: 620, height: 877, pixels: pixels)
    #expect(measurements(of: page(.color(image))).isBlank == blank)
  }
}
