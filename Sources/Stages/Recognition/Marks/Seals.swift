public import Imaging
import Measuring

/// The seals of a page: round ones in red or, where none is red, in black; frames and cut seals in red only.
///
/// Round: 26 to 44 mm wide (Thông tư 05-TT/BNV 1994 has 30 to 42). Frames: 20 to 80 mm wide and 14 to 60 mm high; marks of
/// urgency and secrecy are 8 mm high, 13 with their date. On a page without red only ink in pieces longer than 3.5 mm is
/// looked at, so that a text makes no circles; a frame in black is any table's. A joining seal (giáp lai) is red ink at
/// an edge of the page. `dpi` says how large the page is; where it is wrong, so are the sizes, and seals are missed.
public func seals(on page: PageImage, dpi: Int) -> [Seal] {
  let millimetre = Double(dpi) / 25.4
  let cell = min(15, max(1, Int((0.5 * millimetre).rounded())))
  let perMillimetre = millimetre / Double(cell)
  let radii = 13 * perMillimetre...22 * perMillimetre
  func seal(_ ring: Ring, isRed: Bool) -> Seal? {
    let (left, top) = (Int(ring.x - ring.radius) * cell, Int(ring.y - ring.radius) * cell)
    let side = max(1, Int((2 * ring.radius * Double(cell)).rounded()))
    let whole = Box(x: 0, y: 0, width: page.width, height: page.height)
    return Box(x: left, y: top, width: side, height: side).intersection(whole).map {
      Seal(shape: .round, box: $0, visible: ring.visible, isRed: isRed)
    }
  }
  if let color = page.color {
    let grid = RedInk(on: color).grid(of: color, cell: cell)
    let round = rings(on: grid, radii: radii).compactMap { seal($0, isRed: true) }
    let others = (frames(on: grid, perMillimetre) + edgeInk(on: grid, perMillimetre)).map {
      (shape, box) in
      Seal(
        shape: shape,
        box: Box(
          x: box.x * cell, y: box.y * cell, width: box.width * cell, height: box.height * cell),
        visible: shape == .round ? 0.2 : 1, isRed: true)
    }.filter { other in !round.contains { $0.box.intersection(other.box) != nil } }
    if !round.isEmpty || !others.isEmpty { return round + others }
  }
  let grid = longPieces(of: page.luminance, cell: cell, atLeast: 3.5 * millimetre)
  return rings(on: grid, radii: radii).compactMap { seal($0, isRed: false) }
}

/// Frames of red ink, in cells: three fifths of each side are inked within 1 mm.
private func frames(on grid: InkGrid, _ perMillimetre: Double) -> [(SealShape, Box)] {
  let margin = max(1, Int(perMillimetre))
  return LabelledPieces(grid.dilated(x: 1, y: 1)).pieces.map(\.box).filter { box in
    let (width, height) = (
      Double(box.width) / perMillimetre, Double(box.height) / perMillimetre
    )
    guard width >= 20, width <= 80, height >= 14, height <= 60 else { return false }
    func isInked(_ across: Int, _ isInk: (_ at: Int, _ depth: Int) -> Bool) -> Bool {
      (0..<across).count { at in (0...margin).contains { isInk(at, $0) } } * 5 >= across * 3
    }
    return isInked(box.width) { grid.isInk(box.x + $0, box.y + $1) }
      && isInked(box.width) { grid.isInk(box.x + $0, box.maxY - 1 - $1) }
      && isInked(box.height) { grid.isInk(box.x + $1, box.y + $0) }
      && isInked(box.height) { grid.isInk(box.maxX - 1 - $1, box.y + $0) }
  }.map { (.rectangular, $0) }
}

/// Red ink at the left or the right edge, 10 to 45 mm along it, in cells: a joining seal (giáp lai).
///
/// Seen in the 12 mm at the edge, since a scan is often wider than its sheet, and with gaps up to 8 mm, for a sheet in the
/// middle of a fan has only strips of letters. A fringe of colour along a whole edge is longer; specks are not 3 mm² of ink.
private func edgeInk(on grid: InkGrid, _ perMillimetre: Double) -> [(SealShape, Box)] {
  let strip = Int(12 * perMillimetre)
  guard grid.width > 4 * strip else { return [] }
  return [0, grid.width - strip].flatMap { left -> [Box] in
    func part(_ rows: ClosedRange<Int>) -> Box {
      Box(x: left, y: rows.lowerBound, width: strip, height: rows.count)
    }
    var groups: [ClosedRange<Int>] = []
    for row in 0..<grid.height where grid.count(in: part(row...row)) > 0 {
      if let last = groups.last, Double(row - last.upperBound) <= 8 * perMillimetre {
        groups[groups.count - 1] = last.lowerBound...row
      } else {
        groups.append(row...row)
      }
    }
    return groups.compactMap { rows in
      let inked = part(rows)
      let columns = (inked.x..<inked.maxX).filter { column in
        rows.contains { grid.isInk(column, $0) }
      }
      let box = Box(
        x: columns[0], y: inked.y, width: columns[columns.count - 1] - columns[0] + 1,
        height: inked.height)
      let count = grid.count(in: box)
      // A seal is made of lines; a picture is not.
      let isSeal =
        (10...45).contains(Double(box.height) / perMillimetre) && count * 2 < box.area
        && Double(count) >= 3 * perMillimetre * perMillimetre
      return isSeal ? box : nil
    }
  }.map { (.round, $0) }
}

/// The ink of pieces that are long to one side, on a grid of `cell` × `cell` pixels; a fifth of a cell makes it ink.
private func longPieces(of image: GrayImage, cell: Int, atLeast length: Double) -> InkGrid {
  var grid = InkGrid(width: max(1, image.width / cell), height: max(1, image.height / cell))
  let runs = inkRuns(of: image, on: paperMap(of: image))
  let pieces = inkPieces(of: runs)
  let isLong = pieces.boxes.map { Double(max($0.width, $0.height)) >= length }
  var counts = [Int32](repeating: 0, count: grid.width)
  for row in 0..<grid.height {
    for column in counts.indices { counts[column] = 0 }
    for y in row * cell..<min(image.height, (row + 1) * cell) {
      for run in runs.ofRow(y) where isLong[Int(pieces.pieceOfRun[run])] {
        var x = Int(runs.starts[run])
        let end = min(Int(runs.ends[run]), grid.width * cell)
        while x < end {
          let next = min(end, (x / cell + 1) * cell)
          counts[x / cell] += Int32(next - x)
          x = next
        }
      }
    }
    for column in counts.indices where Int(counts[column]) * 5 >= cell * cell {
      grid.cells[row * grid.width + column] = 1
    }
  }
  return grid
}
