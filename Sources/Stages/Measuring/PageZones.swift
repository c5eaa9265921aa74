package import Imaging

/// The parts of a page that are looked at one by one: a grid of about 4 × 6 on an upright A4.
///
/// The worst zone tells what the mean over the page hides: a curled corner out of focus, a shadow over the
/// signature.
package struct PageZones: Equatable {
  /// The side of a zone, in pixels.
  package let side: Int
  /// Zones a row.
  package let columns: Int
  /// Rows of zones.
  package let rows: Int

  /// Divides a page.
  package init(width: Int, height: Int) {
    side = max(1, max(width, height) / 6)
    columns = (width + side - 1) / side
    rows = (height + side - 1) / side
  }

  /// How many there are.
  package var count: Int { columns * rows }

  /// The zone of a pixel.
  @inline(__always)
  package func index(x: Int, y: Int) -> Int { y / side * columns + x / side }

  /// Where a zone lies.
  package func box(_ zone: Int, width: Int, height: Int) -> Box? {
    Box(x: zone % columns * side, y: zone / columns * side, width: side, height: side)
      .intersection(Box(x: 0, y: 0, width: width, height: height))
  }
}

/// What the ink of one zone is like.
package struct ZoneInk: Equatable {
  package var tones = InkTones()
  /// Sum of the paper's level at each run of a letter, and how many runs.
  package var paperSum = 0
  package var runs = 0

  package init() {}

  /// The paper under the letters, 0…255; nil without letters.
  package var paper: Double? { runs > 0 ? Double(paperSum) / Double(runs) : nil }

  /// How much darker ink is than the paper under it, in grey levels; nil with too little ink.
  package var step: Double? { paper.flatMap { paper in tones.typical.map { paper - $0 } } }
}

/// Takes the tones of ink and paper of each zone, over the ink of letters only.
package func zoneInk(
  of image: GrayImage, runs: InkRuns, pieces: InkPieces, text: TextPieces, paper: PaperMap,
  darkest: [UInt8], zones: PageZones
) -> [ZoneInk] {
  var found = [ZoneInk](repeating: ZoneInk(), count: zones.count)
  let pixels = image.pixels.span
  for y in 0..<runs.height {
    let base = y * runs.width
    let tiles = y / PaperMap.side * paper.columns
    for run in runs.ofRow(y) where text.isText[Int(pieces.pieceOfRun[run])] {
      let start = Int(runs.starts[run])
      let end = Int(runs.ends[run])
      let zone = zones.index(x: start, y: y)
      found[zone].paperSum &+= Int(paper.levels[tiles &+ start / PaperMap.side])
      found[zone].runs &+= 1
      found[zone].tones.add(darkest: darkest[run])
      for x in start + 1..<max(start + 1, end - 1) {
        found[zone].tones.add(inside: pixels[base &+ x])
      }
    }
  }
  return found
}
