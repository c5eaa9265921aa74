import Foundation
import Imaging
import Ingest
import Measuring
import Painting
import Testing

/// What is found on a grey page at 150 dpi.
func faults(of painted: PaintedPage) -> PageFaults { measurements(of: page(painted)).faults }

/// A painted page in colour: each pixel of the page times three factors.
func colored(_ painted: PaintedPage, _ factors: [Double] = [1, 1, 1]) -> ColorImage {
  let pixels = painted.pixels.flatMap { value in
    factors.map { UInt8(max(0, min(255, (Double(value) * $0).rounded()))) }
  }
  return ColorImage(width: painted.width, height: painted.height, pixels: pixels)
}

extension ColorImage {
  /// Paints the pixels that a test holds for with one colour.
  func painted(_ color: [UInt8], where isInside: (Int, Int) -> Bool) -> ColorImage {
    var pixels = pixels
    for y in 0..<height {
      for x in 0..<width where isInside(x, y) {
        for sample in 0..<3 { pixels[(y * width + x) * 3 + sample] = color[sample] }
      }
    }
    return ColorImage(width: width, height: height, pixels: pixels)
  }
}

@Suite struct `Faults of painted pages` {
  private let print = PaintedPage().text(text())

  @Test func `a page without faults has none`() throws {
    let found = measurements(of: page(.color(colored(print)))).faults
    #expect(
      [
        found.streaks, found.motionFaults, found.colorlessSeals, found.foldedCorners,
        found.occlusions,
      ]
        == [[], [], [], [], []])
    #expect(found.clipping == 0)
    #expect(try #require(found.keystoneDegrees) < 0.1)
    #expect(try #require(found.colorCast) < 1)
  }

  @Test func `nothing is looked for on a blank page`() {
    #expect(faults(of: PaintedPage()) == PageFaults())
  }

  @Test func `a black and white page has no tones and no colours to judge`() {
    let found = measurements(of: page(print, bilevel: true)).faults
    #expect(found.clipping == nil && found.colorCast == nil && found.colorlessSeals == nil)
    #expect(found.streaks == [] && found.foldedCorners == [])
  }

  @Test func `they come back from JSON as they were`() throws {
    let found = PageFaults(
      clipping: 0.1, keystoneDegrees: 0.5, streaks: [Box(x: 9, y: 0, width: 2, height: 99)],
      motionFaults: [], colorCast: 3, colorlessSeals: nil, foldedCorners: [], occlusions: [])
    let data = try JSONEncoder().encode(found)
    #expect(try JSONDecoder().decode(PageFaults.self, from: data) == found)
  }
}

@Suite struct `Streaks` {
  private let print = PaintedPage().text(text())

  @Test(arguments: [UInt8(200), 225, 255])
  func `through the whole page count, dark or light`(value: UInt8) {
    let streak = Box(x: 700, y: 0, width: 2, height: 1754)
    #expect(faults(of: print.filled(streak, with: value)).streaks == [streak])
  }

  @Test func `across the page count when they are dark`() {
    let streak = Box(x: 0, y: 903, width: 1240, height: 2)
    #expect(faults(of: print.filled(streak, with: 120)).streaks == [streak])
  }

  @Test func `of a colour on white paper count`() {
    let image = colored(PaintedPage(paper: 255).text(text()))
      .painted([255, 255, 190]) { x, _ in (700..<702).contains(x) }
    #expect(
      measurements(of: page(.color(image))).faults.streaks
        == [Box(x: 700, y: 0, width: 2, height: 1754)])
  }

  @Test(
    arguments: [
      Box(x: 700, y: 120, width: 2, height: 1500),  // a rule of a table
      Box(x: 700, y: 0, width: 40, height: 1754),  // a band
      Box(x: 10, y: 0, width: 2, height: 1754),  // the edge of the sheet
      Box(x: 0, y: 877, width: 1240, height: 2),  // a faint fold
    ])
  func `are not rules, bands, edges of the sheet or folds`(line: Box) {
    #expect(faults(of: print.filled(line, with: 225)).streaks == [])
  }
}

@Suite struct `Clipping` {
  /// Hairlines of one pixel between full strokes of three, as `gain` of light leaves them.
  private func striped(hairline: UInt8, paper: UInt8 = 255, ink: UInt8 = 30) -> PaintedPage {
    var painted = PaintedPage(paper: paper)
    for line in 0..<40 {
      for letter in 0..<40 {
        let (x, y) = (100 + letter * 24, 100 + line * 36)
        for (left, value) in [(0, ink), (8, hairline)] {
          let box = Box(x: x + left, y: y, width: value == ink ? 3 : 1, height: 14)
          painted = painted.filled(box, with: value)
        }
      }
    }
    return painted
  }

  @Test func `counts strokes that fade into pure white`() throws {
    #expect(try #require(faults(of: striped(hairline: 205)).clipping) > 0.3)
  }

  @Test func `is none where strokes stay dark, or paper is not pure white`() {
    #expect(faults(of: striped(hairline: 60)).clipping == 0)
    #expect(faults(of: striped(hairline: 205, paper: 240)).clipping == 0)
  }

  @Test func `counts gaps that drown in pure black`() throws {
    var painted = PaintedPage()
    for line in 0..<40 {
      for letter in 0..<40 {
        let letterBox = Box(x: 100 + letter * 24, y: 100 + line * 36, width: 12, height: 14)
        painted = painted.filled(letterBox, with: 0)
        let gap = Box(x: letterBox.x + 5, y: letterBox.y, width: 2, height: 14)
        painted = painted.filled(gap, with: 50)
      }
    }
    #expect(try #require(faults(of: painted).clipping) > 0.3)
  }
}

@Suite struct `Directions of the print` {
  /// Letters on lines that fall by `slope(y)`.
  private func letters(_ slope: (Int) -> Double) -> [Box] {
    (0..<30).flatMap { line in
      (0..<50).map { letter in
        let (x, y) = (100 + letter * 20, 100 + line * 40)
        return Box(x: x, y: y + Int((slope(y) * Double(x)).rounded()), width: 13, height: 13)
      }
    }
  }

  private func degrees(_ boxes: [Box], sideways: Bool = false) -> Double? {
    keystone(
      of: boxes, xHeight: 13, isSideways: sideways, width: sideways ? 1754 : 1240,
      height: sideways ? 1240 : 1754)
  }

  @Test func `are one on a skewed page`() throws {
    #expect(try #require(degrees(letters { _ in 0.02 })) < 0.05)
  }

  @Test func `differ where the upper lines fall more than the lower ones`() throws {
    let fan = letters { 0.02 * (1 - Double($0) / 1300) }
    // The slope of 15 lines in the middle of each half: 600 pixels of 1300 apart.
    let expected = 0.02 * 600 / 1300 * 180 / Double.pi
    #expect(abs(try #require(degrees(fan)) - expected) < 0.05)
    let turned = fan.map { Box(x: $0.y, y: $0.x, width: $0.height, height: $0.width) }
    #expect(degrees(turned, sideways: true) == degrees(fan))
  }

  @Test func `are not known with few lines`() {
    #expect(degrees(letters { _ in 0 }.filter { $0.y < 350 }) == nil)
  }
}

@Suite struct `The way through the feeder` {
  private let print = PaintedPage().text(text())
  private let row = 1000

  /// The page with rows taken from elsewhere.
  private func fed(_ source: (Int) -> (row: Int, shift: Int)) -> PaintedPage {
    var painted = print
    for y in 0..<painted.height {
      let from = source(y)
      for x in 0..<painted.width {
        let column = min(painted.width - 1, max(0, x - from.shift))
        painted.pixels[y * painted.width + x] = print.pixels[from.row * painted.width + column]
      }
    }
    return painted
  }

  /// A row in the middle of letters: its neighbours cut as many strokes as it does.
  private var inked: Int {
    (row..<row + 60).max { fewest($0) < fewest($1) } ?? row
  }

  private func fewest(_ y: Int) -> Int {
    (y - 2...y + 2).map(crossings).min() ?? 0
  }

  private func crossings(_ y: Int) -> Int {
    (1..<print.width).count {
      (print.pixels[y * print.width + $0] < 128) != (print.pixels[y * print.width + $0 - 1] < 128)
    }
  }

  @Test func `draws letters out where the sheet stalls`() throws {
    let y = inked
    let found = faults(of: fed { (y..<y + 30).contains($0) ? (y, 0) : ($0, 0) })
    let band = try #require(found.motionFaults?.first)
    #expect(abs(band.y - y) <= 8 && band.height >= 25 && band.width == print.width)
  }

  // Painted letters stand 9 pixels apart: a jump near that, or of less than a stroke's gap, meets ink again.
  @Test(arguments: [-7, -6, 6, 7]) func `throws letters to the side where the sheet is jerked`(
    by: Int
  )
    throws
  {
    let y = inked
    let band = try #require(faults(of: fed { ($0, $0 < y ? 0 : by) }).motionFaults?.first)
    #expect(band.y < y && band.maxY > y)
  }
}

@Suite struct `Colours of the paper` {
  private let print = PaintedPage().text(text())

  @Test(
    arguments: [
      ([1, 1, 1], 0.0, 1.0), ([1, 0.93, 0.78], 0, 5),  // white, yellowed
      ([0.85, 0.93, 1], 8, 30), ([1, 0.85, 0.9], 8, 30), ([0.85, 1, 0.87], 8, 30),
    ] as [([Double], Double, Double)])
  func `are no cast when age makes them`(factors: [Double], low: Double, high: Double) throws {
    let image = colored(print, factors)
    let cast = try #require(measurements(of: page(.color(image))).faults.colorCast)
    #expect(cast >= low && cast <= high)
  }

  /// A page with a ring of 36 mm and a stroke of blue ink.
  private func sealed(_ ring: [UInt8], blue: [UInt8] = [40, 60, 170]) -> PageFaults {
    let head = PaintedPage().text(text()).filled(
      Box(x: 0, y: 1000, width: 1240, height: 754), with: 240)
    let image = colored(head)
      .painted(ring) { x, y in
        let far = hypot(Double(x) - 400, Double(y) - 1300)
        return far > 102 && far < 107
      }
      .painted(blue) { x, y in (700..<1000).contains(x) && (1300..<1306).contains(y) }
    return measurements(of: page(.color(image))).faults
  }

  @Test func `are missed in a black seal beside blue ink only`() throws {
    #expect(sealed([40, 40, 42]).colorlessSeals?.count == 1)
    #expect(sealed([205, 40, 55]).colorlessSeals == [])
    #expect(sealed([40, 40, 42], blue: [40, 40, 40]).colorlessSeals == [])
  }

  @Test func `convert to CIELAB as the standard says`() {
    let red = LabColor(red: 255, green: 0, blue: 0)
    #expect(abs(red.lightness - 53.24) < 0.1 && abs(red.a - 80.09) < 0.1 && abs(red.b - 67.2) < 0.1)
    #expect(LabColor(red: 119, green: 119, blue: 119).chroma < 0.1)
  }
}

@Suite struct `What hides the page` {
  private let print = PaintedPage().text(text())

  private func folded(_ legs: (Int, Int), _ value: UInt8) -> PaintedPage {
    var painted = print
    for y in 0..<legs.1 {
      for x in 0..<legs.0 where x * legs.1 + y * legs.0 < legs.0 * legs.1 {
        painted.pixels[y * painted.width + painted.width - 1 - x] = value
      }
    }
    return painted
  }

  @Test(arguments: [UInt8(20), 150, 215]) func `a folded corner is boxed`(value: UInt8) throws {
    let box = try #require(faults(of: folded((110, 90), value)).foldedCorners?.first)
    #expect(abs(box.x - 1130) <= 12 && box.y == 0 && abs(box.height - 90) <= 12)
  }

  @Test func `a small corner, the wedge beside a crooked sheet and shade are no fold`() {
    #expect(faults(of: folded((40, 40), 150)).foldedCorners == [])
    #expect(faults(of: folded((300, 20), 20)).foldedCorners == [])
    #expect(faults(of: print.shaded(downTo: 0.7)).foldedCorners == [])
  }

  @Test func `a finger from the edge and a note on the text are boxed`() throws {
    let finger = colored(print).painted([205, 150, 125]) { x, y in
      x > 1100 && abs(y - 900) < 50 && (x > 1150 || hypot(Double(x) - 1150, Double(y) - 900) < 50)
    }
    let box = try #require(measurements(of: page(.color(finger))).faults.occlusions?.first)
    #expect(abs(box.x - 1100) <= 10 && box.maxX >= 1230)
    let note = colored(print).painted([250, 232, 110]) { x, y in
      (300..<700).contains(x) && (500..<900).contains(y)
    }
    #expect(measurements(of: page(.color(note))).faults.occlusions?.count == 1)
  }

  @Test func `a seal, a coloured band and a black border hide nothing`() {
    let seal = colored(print).painted([205, 40, 55]) { x, y in
      let far = hypot(Double(x) - 600, Double(y) - 1200)
      return far > 98 && far < 106
    }
    let band = colored(print).painted([60, 90, 200]) { _, y in (30..<90).contains(y) }
    let border = colored(print).painted([20, 20, 20]) { x, _ in x < 60 }
    for image in [seal, band, border] {
      #expect(measurements(of: page(.color(image))).faults.occlusions == [])
    }
  }
}
