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

@Suite struct `The way through the feeder` {
  private let print = PaintedPage().text(text())
  private let row = 1000

  /// The page with rows taken from elsewhere.
  private func fed(
    _ page: PaintedPage? = nil, _ source: (Int) -> (row: Int, shift: Int)
  ) -> PaintedPage {
    let print = page ?? self.print
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

  @Test func `shows a band twice where the sheet slips back`() throws {
    let y = inked - 4
    let found = faults(of: fed { ($0 < y + 12 ? $0 : $0 - 12, 0) }).motionFaults
    let band = try #require(found?.first)
    #expect(band.y >= y - 2 && band.y < y + 12)
  }

  /// The page with all but the first letters of the line around a row gone.
  private func short(_ y: Int) -> PaintedPage {
    print.filled(Box(x: 330, y: y - 45, width: print.width, height: 90), with: 240)
  }

  @Test func `throws the few letters of a short line to the side`() throws {
    // Far enough below the heads of letters for what is left of them not to be specks.
    let y = inked + 3
    let band = try #require(faults(of: fed(short(y)) { ($0, $0 < y ? 0 : 3) }).motionFaults?.first)
    #expect(band.y < y && band.maxY > y)
  }

  @Test func `throws letters of a short line to the side a few rows below their heads`() throws {
    var y = inked
    while crossings(y - 1) * 2 > crossings(inked) { y -= 1 }
    // What is above the jump has two rows of each letter: pieces of 8 pixels and less.
    let band = try #require(
      faults(of: fed(short(inked)) { ($0, $0 < y + 2 ? 0 : 6) }).motionFaults?.first)
    #expect(band.y < y + 2 && band.maxY > y + 2)
  }

  @Test func `loses a band and goes on with other strokes`() throws {
    let y = inked
    var torn = print
    for row in y..<torn.height {
      for x in 0..<torn.width {
        torn.pixels[row * torn.width + x] = print.pixels[(row + 1) * torn.width - 1 - x]
      }
    }
    let band = try #require(faults(of: torn).motionFaults?.first)
    #expect(band.y < y && band.maxY > y)
  }

  @Test func `is even where nothing happened`() {
    #expect(faults(of: print).motionFaults?.isEmpty == true)
    #expect(faults(of: short(inked)).motionFaults?.isEmpty == true)
  }
}
