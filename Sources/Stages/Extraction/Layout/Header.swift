import Imaging

/// The heading of a first page: its two columns, its title and where it ends.
///
/// Places follow the map of Nghị định 30/2020 Phụ lục I: agency and number stand left (ô 2, 3, 5b),
/// Quốc hiệu and date right (ô 1, 4), kind and subject below in the centre (ô 5a). Quốc hiệu is the
/// anchor: its left edge parts the columns, however the recogniser has fused the lines.
struct Header {
  /// The place of Quốc hiệu or Tiêu ngữ, nil when neither is found.
  let anchor: Box?
  /// The column where the right column begins.
  let gutter: Double
  /// The first row below the heading: of the title, of Kính gửi or of the text.
  let bottom: Double
  /// The first row of the text itself: of Kính gửi, of the grounds, or a little below the title.
  let textTop: Double
  /// The lines of the left column, top down.
  let left: [TextLine]
  /// The lines of the right column, top down.
  let right: [TextLine]
  /// The line that names the kind of document, nil for an official letter.
  let title: Title?
  /// The lines across the whole page, in pieces joined on one baseline, top down.
  let centre: [TextLine]

  init(_ page: PageLayout) {
    centre = page.joined
    let anchor = Header.anchor(in: page)
    self.anchor = anchor?.box
    gutter = anchor?.gutter ?? 0.46 * page.width
    let top = Double(anchor?.box.maxY ?? 0)
    title = Title(in: page, below: top)
    let stops = page.rows.filter { line in
      line.middle > top + page.unit && Header.opensText(line, on: page)
    }
    let stop = stops.map(\.box.y).min().map(Double.init) ?? 0.36 * page.height
    textTop = max(stop, title.map { Double($0.line.box.maxY) } ?? 0)
    bottom = min(title.map { Double($0.line.box.y) } ?? stop, stop)
    var left: [TextLine] = []
    var right: [TextLine] = []
    for row in page.rows where row.middle < bottom && row.middle < 0.45 * page.height {
      let cut = Header.cut(row, near: gutter, on: page)
      if let line = TextLine(Array(row.tokens[..<cut])) { left.append(line) }
      if let line = TextLine(Array(row.tokens[cut...])) { right.append(line) }
    }
    self.left = left.joined(within: 0.45 * page.unit)
    self.right = right.joined(within: 0.45 * page.unit)
  }

  /// The fixed phrases at the top of a document, and how far left of each the column begins.
  private static let phrases: [(skeleton: [UInt8], indent: Double)] = [
    (Letters.skeleton("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 0),
    (Letters.skeleton("VIỆT NAM DÂN CHỦ CỘNG HÒA"), 0.1),
    (Letters.skeleton("ĐẢNG CỘNG SẢN VIỆT NAM"), 0.1),
    // Tiêu ngữ is centred under Quốc hiệu, which is about a half longer.
    (Letters.skeleton("Độc lập - Tự do - Hạnh phúc"), 0.28),
  ]

  private static func anchor(in page: PageLayout) -> (box: Box, gutter: Double)? {
    for phrase in phrases {
      for row in page.rows where row.middle < 0.4 * page.height {
        guard let match = likeness(of: phrase.skeleton, in: row.skeleton) else { continue }
        let tokens = row.tokens[row.tokens(holding: match.range)]
        guard let box = tokens.map(\.box).union else { continue }
        return (box, Double(box.x) - phrase.indent * Double(box.width))
      }
    }
    return nil
  }

  /// How many words of a line belong to the left column.
  ///
  /// The line is cut at its widest gap near the gutter, because a long place name or a long
  /// notation reaches beyond it; without a wide gap it is cut at the gutter itself.
  private static func cut(_ row: TextLine, near gutter: Double, on page: PageLayout) -> Int {
    let reach = (gutter - 0.16 * page.width)...(gutter + 0.06 * page.width)
    var best = (gap: 0.8 * page.unit, index: Int?.none)
    var edge = row.tokens[0].box.maxX
    for index in row.tokens.indices.dropFirst() {
      let start = row.tokens[index].box.x
      let gap = Double(start - edge)
      if gap > best.gap && reach.overlaps(Double(min(edge, start))...Double(max(edge, start))) {
        best = (gap, index)
      }
      edge = max(edge, row.tokens[index].box.maxX)
    }
    if let index = best.index { return index }
    return row.tokens.firstIndex { $0.box.midX >= gutter - 4 } ?? row.tokens.count
  }

  private static let openings = ["Kính gửi", "Căn cứ"].map { Letters.skeleton($0) }

  /// Whether a line begins what follows the heading.
  private static func opensText(_ line: TextLine, on page: PageLayout) -> Bool {
    openings.contains { opening in
      guard let match = likeness(of: opening, in: Array(line.skeleton.prefix(14))) else {
        return false
      }
      return match.range.lowerBound <= 2 && !line.isCapital
    }
  }
}
