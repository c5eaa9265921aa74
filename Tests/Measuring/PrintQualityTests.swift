import Imaging
import Ingest
import Measuring
import Painting
import Testing

private func quality(of painted: PaintedPage) -> PrintQuality {
  measurements(of: page(painted)).print
}

/// A page of print whose pixels a test changes.
private func print(_ change: (Int, Int, UInt8) -> UInt8) -> PaintedPage {
  var painted = PaintedPage().text(text())
  for y in 0..<painted.height {
    for x in 0..<painted.width {
      let at = y * painted.width + x
      painted.pixels[at] = change(x, y, painted.pixels[at])
    }
  }
  return painted
}

@Suite struct `Print on paper` {
  private let clean = quality(of: PaintedPage().text(text()))

  @Test func `is even, clean and sharp where nothing was done to it`() throws {
    #expect(try #require(clean.nonUniformity) < 0.02)
    #expect(try #require(clean.showThrough) < 0.003)
    #expect(clean.speckle == 0)
    #expect(try #require(clean.edgeWidth) < 2.2)
    #expect(try #require(clean.opticalDpi) > 115)
  }

  @Test(arguments: [0.3, 0.6, 0.8]) func `is lit unevenly by as much as the light falls`(
    depth: Double
  ) throws {
    let shaded = quality(
      of: print { x, _, value in UInt8(Double(value) * (1 - depth * Double(x) / 1240)) })
    let expected = depth * 0.9 / (1 - depth / 2)
    #expect(abs(try #require(shaded.nonUniformity) - expected) < 0.12)
  }

  @Test func `counts specks and not the print`() throws {
    let specked = quality(of: print { x, y, value in x % 20 == 0 && y % 20 == 0 ? 30 : value })
    #expect(try #require(specked.speckle) > 1)
  }

  @Test func `shows what shines through in strokes and not a tint of the whole sheet`() throws {
    let ghost = print { x, y, value in
      value == 240 && (x / 3) % 6 == 0 && (y / 12) % 2 == 0 ? 190 : value
    }
    #expect(try #require(quality(of: ghost).showThrough) > 0.02)
    let tinted = PaintedPage(paper: 190).text(text())
    #expect(try #require(quality(of: tinted).showThrough) < 0.003)
  }

  @Test(arguments: [2, 3]) func `gives away that its pixels were repeated`(factor: Int) throws {
    let letters = text { $0.xHeight = 13 / Double(factor) }
    let small = PaintedPage(width: 1240 / factor, height: 1754 / factor).text(letters)
    var large = PaintedPage(width: small.width * factor, height: small.height * factor)
    for y in 0..<large.height {
      let row = y / factor * small.width
      for x in 0..<large.width {
        large.pixels[y * large.width + x] = small.pixels[row + x / factor]
      }
    }
    let dpi = try #require(measurements(of: page(large)).print.opticalDpi)
    #expect(abs(dpi * Double(factor) - 150) < 8)
  }

  @Test func `has strokes as wide as they were painted`() throws {
    let found = try #require(quality(of: PaintedPage().text(text { $0.xHeight = 26 })).strokeWidth)
    #expect(abs(found - 26.0 / 6) < 1.2)
  }
}

@Suite struct `Holes in ink` {
  @Test func `are found with their area, and gaps that open to the paper are none`() {
    // A ring with a hole of 3 × 2, and a cup that is open above.
    let rows = [
      "#######....#...#", "##...##....#...#", "##...##....#...#", "#######....#####",
    ]
    let pixels = rows.joined().map { $0 == "#" ? UInt8(0) : 255 }
    let image = GrayImage(width: 16, height: 4, pixels: pixels)
    let runs = inkRuns(of: image, on: paperMap(of: image))
    #expect(holeAreas(of: runs, pieces: inkPieces(of: runs), widest: 9) == [6])
  }
}
