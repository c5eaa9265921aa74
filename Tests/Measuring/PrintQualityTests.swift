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

  @Test(arguments: [(255, true), (250, false)])
  func `shows pale fragments of the back where the paper is all white`(paper: UInt8, isSeen: Bool)
    throws
  {
    // Dots at three heights in every cell of a bare band: what the scanner left of two lines of the back.
    var page = PaintedPage(paper: paper).text(text { $0.margin = 0.3 })
    for y in 60..<340 where y % 90 < 30 {
      for x in 100..<1100 where x % 9 < 2 && y % 9 < 2 {
        page.pixels[y * page.width + x] = paper - 20
      }
    }
    #expect((try #require(quality(of: page).ghostFragments) > 0.02) == isSeen)
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

@Suite struct `Print of the back` {
  /// Print under print of the back, which the paper has blurred.
  private func ghosted(depth: Double, blur: Double) -> PaintedPage {
    var front = PaintedPage().text(text { $0.xHeight = 22 })
    let back = front.blurred(blur)
    // Half a line lower, so that ghosts stand between the lines.
    for at in front.pixels.indices.dropFirst(28 * front.width) {
      let ghost = 240 - (240 - Double(back.pixels[at - 28 * front.width])) * depth
      front.pixels[at] = min(front.pixels[at], UInt8(ghost))
    }
    return front
  }

  @Test func `is told by strokes that are pale and soft`() throws {
    let found = try #require(quality(of: ghosted(depth: 0.9, blur: 2.6)).ghostStrokes)
    #expect(found > 0.02)
  }

  @Test func `is told by its edges where it is as dark as the front`() throws {
    let pale = try #require(quality(of: ghosted(depth: 0.7, blur: 2.6)).ghostStrokes)
    let dark = try #require(quality(of: ghosted(depth: 1.15, blur: 2.6)).ghostStrokes)
    #expect(dark > 0.5 * pale)
  }

  @Test func `is not seen in clean, blurred or faint print`() {
    let clean = PaintedPage().text(text())
    #expect(quality(of: clean).ghostStrokes == 0)
    #expect(quality(of: clean.blurred(1.5)).ghostStrokes == 0)
    #expect(quality(of: PaintedPage().text(text { $0.ink = 190 })).ghostStrokes == 0)
  }
}

@Suite struct `The height of lines` {
  /// Rows of ticks, with half of the ink above and below them for accents and descenders.
  private func lines(holes: Int) -> InkRuns {
    var painted = PaintedPage()
    for line in 0..<30 {
      for letter in 0..<70 {
        let (x, y) = (60 + letter * 16, 60 + line * 48 + 20)
        painted = painted.filled(Box(x: x, y: y, width: 4, height: 18), with: 20)
        if letter % 3 == 0 {
          painted = painted.filled(Box(x: x, y: y - 9, width: 4, height: 34), with: 20)
        }
        for hole in 0..<holes {
          painted = painted.filled(
            Box(x: x, y: y + 2 + hole * 5 + letter % 5, width: 4, height: 2), with: 240)
        }
      }
    }
    return inkRuns(of: painted.image, on: paperMap(of: painted.image))
  }

  private func height(_ runs: InkRuns) -> Double? {
    lineHeight(of: runs, pieces: inkPieces(of: runs), skewDegrees: 0, tallest: 60)
  }

  @Test func `is that of the dense band`() throws {
    #expect(abs(try #require(height(lines(holes: 0))) - 18) <= 2)
  }

  @Test func `stays where strokes fall to pieces`() throws {
    #expect(abs(try #require(height(lines(holes: 3))) - 18) <= 3)
  }

  @Test func `stands in where the pieces are no letters`() {
    #expect(trustedHeight(pieces: 17, lines: 18) == 17)
    #expect(trustedHeight(pieces: 5, lines: 18) == 18)
    #expect(trustedHeight(pieces: 28, lines: 18) == 18)
    #expect(trustedHeight(pieces: 18, lines: 4) == 18)
    #expect(trustedHeight(pieces: nil, lines: 18) == nil)
  }
}

@Suite struct `Print that is hardly there` {
  @Test func `is not a blank page where it is crisp`() {
    let found = measurements(of: page(PaintedPage().text(text { $0.ink = 228 })))
    #expect(!found.isBlank && found.print.letters >= 60)
  }

  @Test func `is blank where it only shines through`() {
    let ghost = PaintedPage().text(text { $0.ink = 220 }).blurred(3)
    #expect(measurements(of: page(ghost)).isBlank)
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
