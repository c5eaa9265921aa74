/// Bands of rows in which the sheet did not move evenly past the sensor, told by the print.
///
/// Five faults of a feeder show in rows of ink. Stalled: the same row again and again, so that
/// letters are drawn out to stripes: all strokes of a row keep both ends within a pixel for longer than an
/// x-height; print never does, for some letter of a line has a bow or a bar. Moved: from one row to the next
/// all strokes jump to one side: 70 % of the ink lies in place after a shift, and much less without it. Torn: a band
/// is lost, and strokes find 45 % of their ink in the next row at most, where print finds 55 % or more.
/// Repeated: a band of at most 5.5 mm comes again at once, stroke for stroke, which print does not do within a line. Rows
/// need 12 strokes over half of the print's width, 20 to jump, 30 to tear. Where only feet or heads of letters are hit
/// there are fewer: 8 are enough where nearly all jump or come again within a pixel, 12 where three to four fifths of their ink
/// do, unless the page `isGrainy`. Cut: a line of 45 strokes or more ends in stems. Pieces higher than 15 mm are left to
/// `brokenRules`, specks under 3 pixels out. A jump between two lines of text shows nothing.
func motionFaults(of runs: InkRuns, pieces: InkPieces, _ traits: PrintTraits) -> [Range<Int>] {
  let (xHeight, millimetre) = (traits.xHeight, traits.millimetre)
  let scan = RowScan(runs: runs, pieces: pieces, tallest: Int(15 * millimetre))
  let rows = (0..<runs.height).map(scan.strokes)
  let bands =
    stalls(in: rows, longest: max(8, Int((1.1 * xHeight).rounded())))
    + tears(in: rows, around: Int(4 * millimetre))
    + (traits.isWhole ? cuts(in: rows, xHeight: xHeight, around: Int(4 * millimetre)) : [])
    + jumps(in: rows, by: traits.slipReach, isGrainy: traits.isGrainy)
    + repeats(
      in: rows, lags: max(4, Int(0.4 * xHeight))..<max(5, Int(5.5 * millimetre)),
      fewest: max(4, Int(0.3 * xHeight)), within: Int(1.5 * xHeight))
  return bands.sorted { $0.lowerBound < $1.lowerBound }
}

/// How the print of a page looks, as far as it matters to what the feeder did to it.
struct PrintTraits {
  /// In pixels.
  let xHeight: Double
  /// Pixels a millimetre.
  let millimetre: Double
  let isGrainy: Bool
  /// Whether letters are as sharp and dark as they were printed, without print of the back among them: where light, dust or
  /// blur took a part of them, they end anyhow.
  let isWhole: Bool

  /// How far to one side a sheet is looked for that slipped, in pixels.
  var slipReach: ClosedRange<Int> { max(3, Int(xHeight / 9))...max(6, Int(4 * millimetre)) }
}

/// The rows so many above and below each seam.
func bands(around seams: [Int], by reach: Int, within height: Int) -> [Range<Int>] {
  seams.map { max(0, $0 - reach)..<min(height, $0 + reach) }
}

/// Bands where one row comes again and again.
private func stalls(in rows: [Strokes], longest: Int) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var first = 0
  for y in rows.indices.dropFirst() where !(rows[y].isFull && rows[y].isSame(as: rows[y - 1])) {
    if y - 1 - first >= longest { found.append(first..<y) }
    first = y
  }
  return found
}

/// Where all strokes leave their place from one row to the next.
private func jumps(
  in rows: [Strokes], by reach: ClosedRange<Int>, isGrainy: Bool
) -> [Range<Int>] {
  let seams = rows.indices.dropFirst(3).dropLast(2).filter { y in
    let (above, below) = (rows[y - 1], rows[y])
    // With fewer strokes none of these tells; most rows end here.
    guard min(above.count, below.count) >= Strokes.few - 1, !below.isStill(under: above) else {
      return false
    }
    if below.jumps(from: above, by: reach) { return true }
    if isGrainy { return false }
    if below.jumpsWithFew(from: above, by: reach) { return true }
    return above.kept(from: rows[y - 3]).areAll(in: below, by: reach)
      || below.kept(from: rows[y + 2]).areAll(in: above, by: reach)
  }
  return bands(around: seams, by: reach.upperBound, within: rows.count)
}

/// Where the strokes of a row end, others begin in the next, and the rows before and after go on evenly.
private func tears(in rows: [Strokes], around: Int) -> [Range<Int>] {
  let seams = rows.indices.dropFirst(2).dropLast().filter {
    rows[$0].isTorn(from: rows[$0 - 1]) && rows[$0 - 1].goesOn(from: rows[$0 - 2])
      && rows[$0 + 1].goesOn(from: rows[$0])
  }
  return bands(around: seams, by: around, within: rows.count)
}

/// Where a line ends in the middle of its letters.
///
/// Its last row has the stems that stood there a fifth of an x-height before, and beyond is bare paper. Print ends in
/// serifs, bows and bars, wider or narrower than its stems; where lines do not, it is the typeface.
private func cuts(in rows: [Strokes], xHeight: Double, around: Int) -> [Range<Int>] {
  let (near, far) = (max(2, Int(0.19 * xHeight)), max(4, Int(0.35 * xHeight)))
  var (lines, cut) = (0, [Int]())
  for y in rows.indices.dropFirst(far).dropLast(far) where rows[y].count >= Strokes.ofLine {
    let last = rows[y]
    if rows[y - 1].count < Strokes.ofLine { lines += 1 }
    for beyond in [1, -1] {
      // A soft edge may leave some ink in the next row; a row of dots is no higher than they are.
      guard 4 * rows[y + beyond].ink <= 3 * last.ink, 4 * rows[y + 2 * beyond].ink <= last.ink,
        2 * rows[y - far * beyond].ink >= last.ink
      else { continue }
      if last.keeps(75, of: rows[y - near * beyond])
        || last.keeps(70, of: rows[y - near * beyond]) && last.keeps(55, of: rows[y - far * beyond])
      {
        cut.append(y)
      }
    }
  }
  guard cut.count < lines else { return [] }
  return bands(around: cut, by: around, within: rows.count)
}

/// Bands that come again right after themselves; those with few strokes `within` less than the pitch of lines,
/// since two short lines may be the same.
private func repeats(
  in rows: [Strokes], lags: Range<Int>, fewest: Int, within: Int
) -> [Range<Int>] {
  var found: [Range<Int>] = []
  // How many rows before this one have come again after each lag.
  var same = [Int](repeating: 0, count: lags.count)
  for y in rows.indices {
    for (index, lag) in lags.enumerated() {
      guard y + lag < rows.count, rows[y].isFull || lag <= within,
        rows[y].isSame(as: rows[y + lag]), rows[y].isGone(in: rows[y + lag / 2])
      else {
        same[index] = 0
        continue
      }
      same[index] += 1
      // Feet and heads of letters are cut by few rows, with bare paper between them and their like.
      let isApart = lag <= within && rows[y].isMostlyBare(in: rows[y + lag / 2])
      let enough = isApart ? 3 : fewest
      if same[index] >= enough { found.append(y + 1 - enough..<min(rows.count, y + 2 * lag)) }
    }
  }
  return found.reduce(into: []) { merged, band in
    // One band comes again at several lags where its strokes are upright.
    if merged.last?.overlaps(band) != true { merged.append(band) }
  }
}
