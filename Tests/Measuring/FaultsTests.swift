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
  private func lifted(ink: Double, paper: Double = 255, isEaten: Bool = true) -> Double {
    let image = PaintedPage().text(text()).image
    let runs = inkRuns(of: image, on: paperMap(of: image))
    let pieces = inkPieces(of: runs)
    return clipping(
      of: image, runs: runs, pieces: pieces,
      text: textPieces(of: pieces, width: image.width, height: image.height), ink: ink,
      paper: paper, isEaten: isEaten)
  }

  @Test func `is by how much too much light has lifted the ink of eaten strokes`() {
    #expect(abs(lifted(ink: 140) - 0.356) < 0.001)
    #expect(lifted(ink: 60) == 0)
    #expect(lifted(ink: 140, paper: 240) == 0)
    #expect(lifted(ink: 140, isEaten: false) == 0)
    #expect(lifted(ink: 240) == 0)
  }

  @Test func `is none where strokes are whole, however pale`() {
    #expect(faults(of: PaintedPage(paper: 255).text(text { $0.ink = 140 })).clipping == 0)
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
    // The slope falls by 0.02 over 1300 rows, and the page has 1754.
    let expected = 0.02 * 1754 / 1300 * 180 / Double.pi
    #expect(abs(try #require(degrees(fan)) - expected) < 0.1)
    // A page that is printed on its upper third only tells the same.
    let upper = fan.filter { $0.y < 560 }
    #expect(abs(try #require(degrees(upper)) - expected) < 0.3)
    let turned = fan.map { Box(x: $0.y, y: $0.x, width: $0.height, height: $0.width) }
    #expect(degrees(turned, sideways: true) == degrees(fan))
  }

  @Test func `are not known with few lines`() {
    #expect(degrees(letters { _ in 0 }.filter { $0.y < 350 }) == nil)
  }
}
