import Imaging

/// Round seals without colour on a page that has colour elsewhere, as boxes.
///
/// A seal is stamped in red. Where blue or other ink kept its colour but the ring is grey or black and no
/// red is on the page, the red was lost: a scanner's colour drop-out, or a copy that was signed again. A
/// ring is one piece of ink, 28 to 42 mm wide and high, whose outer ends lie within 4 % of a circle on
/// four fifths of its rows. Seals that touch a signature or a long rule have no such outline and are not
/// judged: it misses more than it finds. A page without any colour says nothing.
func colorlessSeals(
  of runs: InkRuns, pieces: InkPieces, ink: ColoredCells, image: ColorImage, millimetre: Double
) -> [Box] {
  guard ink.isThere, !ink.hasRed else { return [] }
  let found = pieces.boxes.indices.filter { isRound(pieces.boxes[$0], millimetre) }
  let rings = found.filter {
    isRing($0, of: runs, pieces: pieces) && isGray($0, of: runs, pieces: pieces, in: image)
  }.map { pieces.boxes[$0] }
  // A seal has two rings: the outer one stands for both.
  return rings.filter { ring in
    !rings.contains { $0 != ring && $0.intersection(ring) == ring }
  }
}

private func isRound(_ box: Box, _ millimetre: Double) -> Bool {
  let (low, high) = (28 * millimetre, 42 * millimetre)
  let (width, height) = (Double(box.width), Double(box.height))
  return width >= low && width <= high && height >= low && height <= high
    && abs(width - height) <= 0.08 * max(width, height)
}

/// Whether the outer ends of a piece lie on a circle.
private func isRing(_ piece: Int, of runs: InkRuns, pieces: InkPieces) -> Bool {
  let box = pieces.boxes[piece]
  let radius = Double(box.width + box.height) / 4
  var near = 0
  for y in box.y..<box.maxY {
    let own = runs.ofRow(y).filter { Int(pieces.pieceOfRun[$0]) == piece }
    guard let first = own.first, let last = own.last else { continue }
    let down = Double(y) + 0.5 - box.midY
    let half = max(0, radius * radius - down * down).squareRoot()
    let left = abs(Double(runs.starts[first]) - (box.midX - half))
    let right = abs(Double(runs.ends[last]) - (box.midX + half))
    // Near the poles a row of the ring is a chord whose ends move fast: 4 % of the radius is allowed.
    if left <= 0.04 * radius, right <= 0.04 * radius { near += 1 }
  }
  return near * 5 >= box.height * 4
}

/// Whether the ink of a piece has no hue: its channels differ by less than 30 on average.
private func isGray(
  _ piece: Int, of runs: InkRuns, pieces: InkPieces, in image: ColorImage
) -> Bool {
  let box = pieces.boxes[piece]
  var sum = 0
  var count = 0
  for y in box.y..<box.maxY {
    for run in runs.ofRow(y) where Int(pieces.pieceOfRun[run]) == piece {
      for x in Int(runs.starts[run])..<Int(runs.ends[run]) {
        let at = (y * image.width + x) * 3
        let (r, g, b) = (image.pixels[at], image.pixels[at + 1], image.pixels[at + 2])
        sum += Int(max(r, max(g, b)) - min(r, min(g, b)))
        count += 1
      }
    }
  }
  return count > 0 && sum < 30 * count
}
