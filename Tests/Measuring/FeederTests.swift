import Foundation
import Imaging
import Ingest
import Measuring
import Painting
import Testing

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

  /// The page in letters that are wider at their heads, bars and feet, as those with serifs are.
  private var serifs: PaintedPage {
    var page = print
    for y in 2..<print.height - 2
    where crossings(y) > 2 * min(crossings(y - 2), crossings(y + 2)) {
      for x in 2..<print.width - 2 {
        let near = y * print.width + x - 2..<y * print.width + x + 3
        page.pixels[y * print.width + x] = print.pixels[near].min() ?? 0
      }
    }
    return page
  }

  @Test(arguments: [true, false]) func `cuts a line off in the middle of its letters`(
    atFeet: Bool
  ) throws {
    // From `inked` on there are stems in four rows.
    let y = atFeet ? inked + 3 : inked
    func cut(_ page: PaintedPage) -> PaintedPage {
      page.filled(
        Box(x: 0, y: atFeet ? y + 1 : y - 45, width: page.width, height: 45), with: 240)
    }
    let band = try #require(faults(of: cut(serifs)).motionFaults?.first)
    #expect(band.y < y && band.maxY > y)
    #expect(faults(of: serifs).motionFaults == [])
    // Where the letters of all lines end in stems, this tells nothing.
    #expect(faults(of: cut(print)).motionFaults == [])
  }

  @Test func `is even where nothing happened`() {
    #expect(faults(of: print).motionFaults?.isEmpty == true)
    #expect(faults(of: short(inked)).motionFaults?.isEmpty == true)
  }

  /// Upright rules over 40 mm, as of an empty table, below print.
  private var ruled: PaintedPage {
    (0..<4).reduce(
      print.filled(Box(x: 0, y: 1250, width: print.width, height: 500), with: 240)
    ) {
      $0.filled(Box(x: 200 + 130 * $1, y: 1300, width: 4, height: 240), with: 40)
    }
  }

  @Test func `breaks the rules of a table where the sheet is jerked`() throws {
    let y = 1420
    let broken = fed(ruled) { ($0, (y..<y + 30).contains($0) ? 5 : 0) }
    let found = faults(of: broken).motionFaults ?? []
    #expect(found.contains { $0.y < y && $0.maxY > y })
    #expect(faults(of: ruled).motionFaults == [])
  }

  /// A page of print with upright pen strokes in red, 3 pixels wide, moved to the right below row y.
  private func signed(strokes: Int, slipping by: Int, below y: Int) -> ColorImage {
    colored(print.filled(Box(x: 0, y: 1250, width: print.width, height: 500), with: 240))
      .painted([200, 40, 60]) { x, row in
        (1300..<1480).contains(row)
          && (0..<strokes).contains { (0..<3).contains(x - 300 - 37 * $0 - (row < y ? 0 : by)) }
      }
  }

  @Test(arguments: [4, 12]) func `breaks strokes of a pen or a seal where the sheet is jerked`(
    strokes: Int
  ) throws {
    let slipped = measurements(of: page(.color(signed(strokes: strokes, slipping: 5, below: 1390))))
    let band = try #require(slipped.faults.motionFaults?.first)
    #expect(band.y < 1390 && band.maxY > 1390)
    let even = measurements(of: page(.color(signed(strokes: strokes, slipping: 0, below: 1390))))
    #expect(even.faults.motionFaults == [])
  }
}
