import QPDF

/// A table on A4 sheets, set in an embedded font: lists that an archive prints and keeps.
public struct PrintedTable: Sendable, Equatable {
  /// A column.
  public struct Column: Sendable, Equatable {
    /// The heading.
    public let title: String
    /// Its share of the width of the sheet.
    public let share: Double
    /// Whether its cells stand in the middle.
    public let isCentered: Bool

    /// Makes a column.
    public init(title: String, share: Double, isCentered: Bool = false) {
      self.title = title
      self.share = share
      self.isCentered = isCentered
    }
  }

  /// The heading of the list.
  public let title: String
  /// Lines under the heading.
  public let lines: [String]
  /// The columns.
  public let columns: [Column]
  /// The rows, a cell a column.
  public let rows: [[String]]

  /// Makes a table.
  public init(title: String, lines: [String], columns: [Column], rows: [[String]]) {
    self.title = title
    self.lines = lines
    self.columns = columns
    self.rows = rows
  }
}

/// Prints a table as PDF/A-2u, checked like every other PDF/A.
///
/// Throws `ArchivingError.noFont` when no font with Vietnamese letters is installed.
public func writeTable(
  _ table: PrintedTable, metadata: PDFMetadata, to path: String
) throws(ArchivingError) -> ArchivalPDF {
  let name = fileName(path)
  guard let fonts = PrintedFont.installed() else {
    throw ArchivingError(.noFont, file: name, found: "Liberation Serif, DejaVu Serif")
  }
  let temporary = PartialFile(for: path)
  let level = ConformanceLevel.pdfA2u
  do throws(QPDFError) {
    var assembly = try Assembly(alphabet: Alphabet(of: []))
    var setting = TableSetting(
      table, PrintedFont(fonts.upright, resource: "F0"), PrintedFont(fonts.bold, resource: "F1"))
    try setting.append(to: &assembly)
    try assembly.write(metadata, attaching: nil, claiming: level, to: temporary.path)
  } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  if let broken = try conformance(ofPDFAt: temporary.path, level: level).first(where: { !$0.passed }
  ) {
    throw ArchivingError(.outputUnwritable, file: name, found: "ISO 19005-2 \(broken.clause)")
  }
  try temporary.publish()
  return ArchivalPDF(path: path, level: level.name)
}

/// The sheets of a table while they are set, in points, y upwards.
private struct TableSetting {
  private let table: PrintedTable
  private var upright: PrintedFont
  private var bold: PrintedFont
  private var pages: [[UInt8]] = []
  private var content = ""
  private var y = 0.0

  /// A4 across.
  private static let sheet = (width: 841.89, height: 595.28)
  private static let margin = 42.5  // 15 mm
  private static let size = 10.0
  private static let leading = 12.5
  private static let padding = 3.0

  init(_ table: PrintedTable, _ upright: PrintedFont, _ bold: PrintedFont) {
    self.table = table
    self.upright = upright
    self.bold = bold
  }

  private var widths: [Double] {
    let all = table.columns.reduce(0) { $0 + $1.share }
    return table.columns.map { (Self.sheet.width - 2 * Self.margin) * $0.share / all }
  }

  /// Sets all rows and appends the sheets; fonts are added last, when it is known what they hold.
  mutating func append(to assembly: inout Assembly) throws(QPDFError) {
    beginSheet(isFirst: true)
    for row in table.rows { set(row) }
    pages.append(Array(content.utf8))
    for (index, page) in pages.enumerated() where pages.count > 1 {
      content = ""
      write("\(index + 1)/\(pages.count)", x: Self.sheet.width / 2 - 8, y: 24, bold: false)
      pages[index] = page + Array(content.utf8)
    }
    let fonts = PDFObject.dictionary([
      upright.resource: .reference(try upright.add(to: &assembly.draft)),
      bold.resource: .reference(try bold.add(to: &assembly.draft)),
    ])
    for page in pages {
      let stream = try assembly.draft.addDeflated(bytes: page)
      let box = PDFRectangle(left: 0, bottom: 0, right: Self.sheet.width, top: Self.sheet.height)
      let id = try assembly.draft.add(
        .dictionary([
          "Type": .name("Page"), "MediaBox": box.object, "Contents": .reference(stream),
          "Resources": .dictionary(["Font": fonts]),
        ]))
      try assembly.draft.append(page: id)
    }
  }

  private mutating func beginSheet(isFirst: Bool) {
    content = "0.5 w\n"
    y = Self.sheet.height - Self.margin
    if isFirst {
      y -= 14
      let width = bold.width(of: table.title, size: 14)
      write(table.title, x: (Self.sheet.width - width) / 2, y: y, bold: true, size: 14)
      y -= 8
      for line in table.lines {
        for part in wrapped(line, to: Self.sheet.width - 2 * Self.margin, bold: false) {
          y -= Self.leading
          write(part, x: Self.margin, y: y, bold: false)
        }
      }
      y -= 10
    }
    set(table.columns.map(\.title), bold: true)
  }

  private mutating func set(_ row: [String], bold isBold: Bool = false) {
    let cells = zip(row, widths).map { wrapped($0, to: $1 - 2 * Self.padding, bold: isBold) }
    // A cell longer than a sheet goes on over the next ones.
    var done = 0
    let count = max(1, cells.map(\.count).max() ?? 1)
    while done < count {
      var room = Int((y - Self.margin - 2 * Self.padding) / Self.leading)
      let rest = count - done
      if !isBold, room < min(rest, 3) {
        pages.append(Array(content.utf8))
        beginSheet(isFirst: false)
        room = Int((y - Self.margin - 2 * Self.padding) / Self.leading)
      }
      let lines = isBold ? rest : min(rest, max(1, room))
      setLines(done..<done + lines, of: cells, bold: isBold)
      done += lines
    }
  }

  private mutating func setLines(_ range: Range<Int>, of cells: [[String]], bold isBold: Bool) {
    let height = Double(range.count) * Self.leading + 2 * Self.padding
    var x = Self.margin
    for (index, width) in widths.enumerated() {
      content += "\(decimal(x)) \(decimal(y - height)) \(decimal(width)) \(decimal(height)) re S\n"
      let cell = cells[index]
      for (offset, line) in range.enumerated() where line < cell.count {
        let baseline = y - Self.padding - Self.leading * Double(offset + 1) + 3.2
        let font = isBold ? bold : upright
        let isCentered = isBold || table.columns[index].isCentered
        let shift = isCentered ? (width - font.width(of: cell[line], size: Self.size)) / 2 : 0
        write(cell[line], x: x + (isCentered ? shift : Self.padding), y: baseline, bold: isBold)
      }
      x += width
    }
    y -= height
  }

  private mutating func write(
    _ text: String, x: Double, y: Double, bold isBold: Bool, size: Double = size
  ) {
    guard !text.isEmpty else { return }
    let codes = isBold ? bold.codes(of: text) : upright.codes(of: text)
    let font = isBold ? bold.resource : upright.resource
    content += "BT /\(font) \(decimal(size)) Tf 1 0 0 1 \(decimal(x)) \(decimal(y)) Tm "
    content += "\(PDFObject.string(codes).syntax) Tj ET\n"
  }

  /// Lines of words; a word wider than the line is broken where it must be.
  private func wrapped(_ text: String, to width: Double, bold isBold: Bool) -> [String] {
    let font = isBold ? bold : upright
    func fits(_ line: String) -> Bool { font.width(of: line, size: Self.size) <= width }
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for letter in word {
        if !line.isEmpty, !fits(line + String(letter)) {
          lines.append(line)
          line = ""
        }
        line.append(letter)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func decimal(_ value: Double) -> String { PDFObject.decimal(value, places: 2) }
}
