import Imaging
import Inspection
import Measuring
import Testing

@Suite struct `The sight of strokes` {
  /// A page of 20 pixels of x-height of which nothing else is known; widths in x-heights.
  private func quality(fine: Double, mean: Double) -> DisplayQuality? {
    DisplayQuality(
      of: Measurements(
        widthPixels: 1654, heightPixels: 2339, colorMode: .gray, xHeight: 20,
        print: PrintQuality(letters: 400, strokeWidth: 20 * mean + 0.6, fineStroke: 20 * fine)))
  }

  @Test(arguments: [(0.15, 1.0), (0.12, 0.5), (0.1, 0.3), (0.06, 0)])
  func `falls with the hairlines where the stems are wide`(fine: Double, expected: Double) throws {
    let found = try #require(quality(fine: fine, mean: 0.12))
    #expect(abs(found.value - expected) < 0.001)
    #expect(expected == 1 || found.worst == .strokes)
  }

  @Test func `falls with the mean width where no stroke is finer than the others`() throws {
    #expect(abs(try #require(quality(fine: 0.16, mean: 0.08)).value - 0.5) < 0.001)
  }
}
