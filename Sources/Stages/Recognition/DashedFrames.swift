import Imaging

/// The frames of faint stamps on a page of black and white, of whose lines the threshold left dashes and dots.
///
/// One level side with paper beside it is looked for by its dashes (`dashedLines`), the frame of a legal size is
/// matched to it (`DashedOutline`), and both lanes beside the whole outline must be paper: the bars and stems of
/// letters make outlines too, but print goes on around those; cells of a table go on at their corners. Such a
/// frame with print in it is closed, so that it may be a mark even when no word can be read. A stamp that lies
/// over print is left to `crossedFrames`, which takes dashes for lines too.
func dashedFrames(in image: GrayImage, page: CellMeans, dpi: Int) -> [BlackFrame] {
  let thin = ThinInk(of: image, rows: image.height * 6 / 10, cell: page.cell, dpi: dpi)
  let lanes = Lanes(ink: thin.all, millimetre: page.millimetre)
  let outline = DashedOutline(thin, millimetre: page.millimetre)
  // From a side of MẬT that lost an end to a whole one of TUYỆT MẬT.
  let lines = dashedLines(
    in: thin.lying,
    lengths: 12 * page.millimetre...DashedOutline.widths.upperBound * page.millimetre,
    share: 0.3, gap: Int(6 * page.millimetre))
  let ink = page.ink(darkerBy: 0.5)
  let dashed = lines.flatMap { line in
    [1.0, -1.0].compactMap { way -> BlackFrame? in
      let side = Side(from: line.left, to: line.right, out: (line.slope * way, -way))
      guard lanes.outside(side) < 0.1, lanes.inside(side) < 0.2,
        let match = outline.match(on: line, way), lanes.areClear(beside: match),
        // Of a frame that lost a side, none of the rest may be of letters.
        thin.share(of: match.sides) >= (outline.hasLostSide(match) ? 0.95 : 0.82)
      else { return nil }
      var frame = match.frame(
        cell: page.cell, isClosed: ink.holdsPrint(in: match, millimetre: page.millimetre))
      frame.isCrossed = !lanes.areAllClear(beside: match)
      return frame
    }
  }
  return dashed + crossedFrames(in: thin.all, lines: lines, page: page)
}

extension InkGrid {
  /// Whether the inner part of a frame holds as much ink as a word does.
  func holdsPrint(in match: DashedOutline.Match, millimetre: Double) -> Bool {
    let box = match.frame(cell: 1, isClosed: false).box
    let inset = Int((1.8 * millimetre).rounded())
    let inner = Box(
      x: box.x + inset, y: box.y + inset, width: max(0, box.width - 2 * inset),
      height: max(0, box.height - 2 * inset))
    let whole = Box(x: 0, y: 0, width: width, height: height)
    guard let inside = inner.intersection(whole), inside.area > 0 else { return false }
    return (0.005...0.5).contains(Double(count(in: inside)) / Double(inside.area))
  }
}

/// The paper beside the sides of a frame.
private struct Lanes {
  let ink: InkGrid
  private let wide: InkGrid
  private let millimetre: Double

  init(ink: InkGrid, millimetre: Double) {
    self.ink = ink
    self.millimetre = millimetre
    wide = ink.dilated(x: 2, y: 2)
  }

  /// The share of cells with ink from 0.5 to 1.5 mm outside of a side, 0…1.
  func outside(_ side: Side) -> Double {
    ink.share(along: side, at: stride(from: 0.5, through: 1.5, by: 0.25).map { $0 * millimetre })
  }

  /// The least share along a lane inside of a side, 0…1: the second line of a double frame lies at 1 mm.
  func inside(_ side: Side) -> Double {
    [0.45, 0.6, 0.75].map { ink.share(along: side, at: [-$0 * millimetre]) }.min() ?? 0
  }

  /// Whether paper runs beside most sides and nearly all of the outline, and the sides end at the corners.
  func areClear(beside match: DashedOutline.Match) -> Bool {
    let (outside, inside) = (match.sides.map(outside), match.sides.map(inside))
    let clear = (outside.count { $0 < 0.1 }, inside.count { $0 < 0.15 })
    // A word that runs in over a corner stands beside two sides.
    guard clear.0 >= 3 && clear.1 >= 3 || clear.0 >= 2 && clear.1 == 4,
      match.mean(of: outside) + match.mean(of: inside) <= 0.13
    else { return false }
    // Print may stand at one corner.
    return match.sides.flatMap(beyond).count { $0 > 0.4 } <= 1
  }

  /// Whether no print stands beside any side.
  func areAllClear(beside match: DashedOutline.Match) -> Bool {
    match.sides.allSatisfy { outside($0) < 0.1 && inside($0) < 0.15 }
  }

  /// The shares of a side's two goings on, from 0.8 to 3 mm beyond its ends, that hold ink.
  private func beyond(_ side: Side) -> [Double] {
    func point(_ distance: Double) -> Point { side.point(distance * millimetre) }
    let end = side.length / millimetre
    return [
      wide.share(from: point(-0.8), to: point(-3)),
      wide.share(from: point(end + 0.8), to: point(end + 3)),
    ]
  }
}
