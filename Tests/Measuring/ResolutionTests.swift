import Imaging
import Measuring
import Painting
import Testing

/// One row of the table: pixels and x-height in, paper and dots per inch out.
struct EffectiveCase: CustomTestStringConvertible {
  let width: Int
  let height: Int
  let xHeight: Double?
  let declared: Double?
  let paper: String?
  let dpi: Double?
  var testDescription: String { "\(width) × \(height), x-height \(xHeight ?? 0)" }
}

@Suite struct `Effective resolution` {
  @Test(
    arguments: [
      .init(width: 2480, height: 3508, xHeight: 26, declared: 300, paper: "A4", dpi: 300),
      // The file lies: it says 72, or 600.
      .init(width: 2480, height: 3508, xHeight: 26, declared: 72, paper: "A4", dpi: 300),
      .init(width: 2480, height: 3508, xHeight: 26, declared: 600, paper: "A4", dpi: 300),
      .init(width: 1240, height: 1754, xHeight: 13, declared: nil, paper: "A4", dpi: 150),
      .init(width: 3508, height: 2480, xHeight: 26, declared: nil, paper: "A4", dpi: 300),
      .init(width: 3508, height: 4961, xHeight: 26, declared: 300, paper: "A3", dpi: 300),
      .init(width: 1748, height: 2480, xHeight: 26, declared: 300, paper: "A5", dpi: 300),
      .init(width: 2550, height: 3300, xHeight: 26, declared: 300, paper: "Letter", dpi: 300),
      // Small print on A4 is still A4.
      .init(width: 2480, height: 3508, xHeight: 21, declared: 300, paper: "A4", dpi: 300),
      // A strip of a page: only the print tells.
      .init(width: 2000, height: 800, xHeight: 26, declared: 300, paper: nil, dpi: 309.4),
      // Too little print: shape and declared size agree, or nothing is known.
      .init(width: 2480, height: 3508, xHeight: nil, declared: 300, paper: "A4", dpi: 300),
      .init(width: 2480, height: 3508, xHeight: nil, declared: 96, paper: nil, dpi: nil),
      .init(width: 2480, height: 3508, xHeight: nil, declared: nil, paper: nil, dpi: nil),
    ] as [EffectiveCase])
  func `follows paper and print, not the file`(row: EffectiveCase) throws {
    let found = effectiveResolution(
      width: row.width, height: row.height, xHeight: row.xHeight,
      declared: row.declared.flatMap { Resolution(x: $0, y: $0) })
    #expect(found?.paper == row.paper)
    guard let dpi = row.dpi else {
      #expect(found == nil)
      return
    }
    #expect(abs(try #require(found).dpi - dpi) < 1)
  }

  @Test func `the three figures stay apart on a page`() throws {
    let painted = PaintedPage().text(text())
    let found = measurements(of: page(painted, declared: 300))
    #expect(found.declaredDpi == Resolution(x: 300, y: 300))
    #expect(found.paper == "A4")
    #expect(abs(try #require(found.effectiveDpi) - 150) < 1)
  }

  @Test func `letters with touching tone marks do not count as the x-height`() throws {
    let heights = [Int](repeating: 17, count: 300) + [Int](repeating: 25, count: 500)
    #expect(try #require(xHeight(ofLetterHeights: heights)) == 17)
  }

  @Test func `a page in capitals has the height of capitals`() throws {
    let heights = [Int](repeating: 25, count: 500) + [Int](repeating: 17, count: 20)
    #expect(try #require(xHeight(ofLetterHeights: heights)) == 25)
  }

  @Test func `29 letters are too few`() {
    #expect(xHeight(ofLetterHeights: [Int](repeating: 20, count: 29)) == nil)
  }
}
