package import Imaging

/// Fingers and notes that lie over the page, as boxes.
///
/// Both are smooth areas unlike the paper. A finger reaches in from one edge: 12 to 90 mm deep, 8 to 45 mm
/// wide, of the colour of skin, or darker than half the paper where there is no colour. A note is a filled
/// quadrangle, 22 to 130 mm along both sides, of a colour of its own. Photographs, drawings and seals have
/// texture or holes, coloured headings are flat, the table around a sheet runs along an edge or into a
/// corner: none of them counts. White notes on white paper are not seen; a coloured box of such size that
/// was printed counts as a note.
package func occlusions(
  in cells: CellPicture, paper: Double, color: PaperColor?, millimetre: Double, image: GrayImage
) -> [Box] {
  let millimetre = millimetre / Double(cells.side)
  return smoothAreas(in: cells, paper: paper, color: color).filter {
    $0.isFinger(in: cells, paper: paper, millimetre: millimetre)
      || $0.isNote(in: cells, paper: color, millimetre: millimetre)
  }.map { cells.box(columns: $0.columns, rows: $0.rows, in: image) }
}

/// Connected smooth cells that are not paper.
private struct SmoothArea {
  var members: [Int] = []
  var columns = 0..<0
  var rows = 0..<0
  /// Cells between the first and the last one of each row, added up.
  var hull = 0
}

private func smoothAreas(
  in cells: CellPicture, paper: Double, color: PaperColor?
) -> [SmoothArea] {
  var isOpen = [Bool](repeating: false, count: cells.gray.count)
  let level = Int(paper.rounded())
  for row in 0..<cells.rows - 1 {
    for column in 0..<cells.columns - 1 {
      let at = row * cells.columns + column
      isOpen[at] =
        cells.difference(at, from: level, color) >= 30 && cells.step(at, at + 1) <= 14
        && cells.step(at, at + cells.columns) <= 14
    }
  }
  var areas: [SmoothArea] = []
  for start in isOpen.indices where isOpen[start] {
    let members = flooded(from: start, &isOpen, columns: cells.columns)
    // Too few for a finger at any cell size.
    if members.count >= 100 { areas.append(SmoothArea(members, columns: cells.columns)) }
  }
  return areas
}

/// Takes the cells that hang together over sides, and closes them.
private func flooded(from start: Int, _ isOpen: inout [Bool], columns: Int) -> [Int] {
  var members = [start]
  isOpen[start] = false
  var next = 0
  while next < members.count {
    let at = members[next]
    next += 1
    // The last column and the last row are never open, so no neighbour wraps around.
    for other in [at - 1, at + 1, at - columns, at + columns]
    where isOpen.indices.contains(other) && isOpen[other] {
      isOpen[other] = false
      members.append(other)
    }
  }
  return members
}

extension SmoothArea {
  init(_ members: [Int], columns: Int) {
    self.members = members
    var spans: [Int: (Int, Int)] = [:]
    for at in members {
      let span = spans[at / columns] ?? (at % columns, at % columns)
      spans[at / columns] = (min(span.0, at % columns), max(span.1, at % columns))
    }
    let left = spans.values.map(\.0).min() ?? 0
    let right = spans.values.map(\.1).max() ?? 0
    self.columns = left..<right + 1
    rows = (spans.keys.min() ?? 0)..<(spans.keys.max() ?? 0) + 1
    hull = spans.values.reduce(0) { $0 + $1.1 - $1.0 + 1 }
  }

  fileprivate func isFinger(in cells: CellPicture, paper: Double, millimetre: Double) -> Bool {
    // An edge has no smooth cell at its very rim where a sensor's rim is seen.
    let touches = [
      columns.lowerBound <= 2, columns.upperBound >= cells.columns - 3, rows.lowerBound <= 2,
      rows.upperBound >= cells.rows - 3,
    ]
    guard touches.count(where: { $0 }) == 1 else { return false }
    let isFromSide = touches[0] || touches[1]
    let depth = Double(isFromSide ? columns.count : rows.count) / millimetre
    let width = Double(isFromSide ? rows.count : columns.count) / millimetre
    guard depth >= 12, depth <= 90, width >= 8, width <= 45 else { return false }
    guard members.count * 2 >= columns.count * rows.count else { return false }
    guard let color = meanColor(in: cells) else {
      return 2 * meanBrightness(in: cells) < paper
    }
    let skin = LabColor(color)
    return skin.lightness >= 25 && skin.lightness <= 88 && skin.a >= 6 && skin.a <= 32
      && skin.b >= 5 && skin.b <= 42 && skin.b <= 3 * skin.a
  }

  fileprivate func isNote(
    in cells: CellPicture, paper: PaperColor?, millimetre: Double
  ) -> Bool {
    guard let paper, let color = meanColor(in: cells) else { return false }
    let sides = [columns.count, rows.count].map { Double($0) / millimetre }
    guard sides.allSatisfy({ $0 >= 22 && $0 <= 130 }) else { return false }
    guard hull * 4 >= columns.count * rows.count * 3, members.count * 10 >= hull * 6 else {
      return false
    }
    let own = LabColor(color)
    let bare = LabColor(paper)
    return ((own.a - bare.a) * (own.a - bare.a) + (own.b - bare.b) * (own.b - bare.b)) >= 18 * 18
  }

  private func meanColor(in cells: CellPicture) -> PaperColor? {
    guard !cells.colors.isEmpty else { return nil }
    let sums = (0..<3).map { sample in
      members.reduce(0) { $0 + Int(cells.colors[$1 * 3 + sample]) } / members.count
    }
    return PaperColor(red: sums[0], green: sums[1], blue: sums[2])
  }

  private func meanBrightness(in cells: CellPicture) -> Double {
    Double(members.reduce(0) { $0 + Int(cells.gray[$1]) }) / Double(members.count)
  }
}

extension CellPicture {
  /// How much a cell differs from the paper in the channel where it differs most.
  fileprivate func difference(
    _ at: Int, from level: Int, _ color: PaperColor?
  ) -> Int {
    guard let color, !colors.isEmpty else { return abs(Int(gray[at]) - level) }
    return max(
      abs(Int(colors[at * 3]) - color.red), abs(Int(colors[at * 3 + 1]) - color.green),
      abs(Int(colors[at * 3 + 2]) - color.blue))
  }

  /// How much two cells differ in the channel where they differ most.
  fileprivate func step(_ one: Int, _ two: Int) -> Int {
    guard !colors.isEmpty else { return abs(Int(gray[one]) - Int(gray[two])) }
    return (0..<3).reduce(0) {
      max($0, abs(Int(colors[one * 3 + $1]) - Int(colors[two * 3 + $1])))
    }
  }
}
