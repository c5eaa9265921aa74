import Imaging
import Measuring
import Painting
import Testing

/// Letters whose upper 12 rows are a stem and whose lower rows a hairline that goes on from it; 50 in each line.
private struct Letters {
  var stem = 6
  var hairline = 2
  var rowsOfHairline = 6
  /// From here on, letters of a line are stems from head to foot.
  var firstWhole = 50

  func painted() -> PaintedPage {
    var page = PaintedPage()
    for line in 0..<30 {
      for letter in 0..<50 {
        let (left, top) = (60 + letter * 20, 60 + line * 48)
        for y in 0..<12 + rowsOfHairline {
          for x in 0..<(y < 12 || letter >= firstWhole ? stem : hairline) {
            page.pixels[(top + y) * page.width + left + x] = 20
          }
        }
      }
    }
    return page
  }

  func widths(streaks: [Box] = []) -> StrokeWidths? {
    let image = painted().image
    let runs = inkRuns(of: image, on: paperMap(of: image))
    let pieces = inkPieces(of: runs)
    return strokeWidths(
      of: runs, pieces: pieces,
      text: textPieces(of: pieces, width: image.width, height: image.height), streaks: streaks)
  }
}

@Suite struct `The finest strokes` {
  @Test(arguments: [(2, 2.1), (3, 3.1), (6, 5.7)])
  func `are the hairlines where a third of all cuts goes through one`(width: Int, fine: Double)
    throws
  {
    let found = try #require(Letters(hairline: width).widths())
    #expect(abs(found.fine - fine) < 0.001)
    #expect(found.mean > found.fine || width == 6)
  }

  @Test func `are the stems where hairlines are few`() throws {
    let found = try #require(Letters(rowsOfHairline: 2).widths())
    #expect(found.fine > 5.5)
  }

  @Test func `are looked for beside streaks only`() throws {
    let letters = Letters(firstWhole: 35)
    let all = try #require(letters.widths())
    #expect(all.fine < 2.5)
    let upright = (0..<35).map { Box(x: 60 + $0 * 20, y: 0, width: 1, height: 1754) }
    let beside = try #require(letters.widths(streaks: upright))
    #expect(beside.fine > 5.5 && beside.mean == all.mean)
    #expect(letters.widths(streaks: [Box(x: 0, y: 55, width: 1240, height: 100)]) == all)
    #expect(letters.widths(streaks: [Box(x: 0, y: 0, width: 1240, height: 1754)]) == nil)
  }

  @Test(arguments: [
    (18.0, 0, 0.0, 0.1), (18, 180, 0, 0.1), (18, 90, 0, nil), (11, 0, 0, nil), (18, 0, 0.03, nil),
  ])
  func `are known of upright letters of some size without print of the back`(
    xHeight: Double, orientation: Int, ghosts: Double, expected: Double?
  ) {
    let page = Measurements(
      widthPixels: 1654, heightPixels: 2339, colorMode: .gray, xHeight: xHeight,
      orientationDegrees: orientation, signalToNoise: 100,
      print: PrintQuality(letters: 400, ghostStrokes: ghosts, strokeWidth: 3, fineStroke: 1.8))
    #expect(page.fineStroke == expected)
  }

  @Test func `are not known where grain frays all outlines`() {
    let page = Measurements(
      widthPixels: 1654, heightPixels: 2339, colorMode: .gray, xHeight: 18, signalToNoise: 15,
      print: PrintQuality(letters: 400, strokeWidth: 3, fineStroke: 1.8))
    #expect(page.fineStroke == nil)
  }
}
