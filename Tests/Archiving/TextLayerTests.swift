import Archiving
import Imaging
import Ingest
import QPDF
import Recognition
import Testing

@Suite struct `The text layer` {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Words with their boxes as `pdftotext` finds them, in points of the page as shown, which are
  /// pixels here because the page has 72 dpi.
  func found(_ path: String) throws -> [(String, [Double])] {
    let lines = try output("pdftotext", "-bbox", path, "-").split(separator: "\n")
    return lines.filter { $0.contains("<word") }.map { line in
      let parts = line.split(separator: "\"")
      let text = line.split(separator: ">")[1].prefix { $0 != "<" }
      return (String(text), [1, 3, 5, 7].compactMap { Double(parts[$0]) })
    }
  }

  struct Case: CustomTestStringConvertible {
    let rotate: Int
    let turn: QuarterTurn
    var testDescription: String { "/Rotate \(rotate), text turned \(turn.rawValue)" }
  }

  @Test(arguments: [
    Case(rotate: 0, turn: .none), Case(rotate: 90, turn: .none), Case(rotate: 180, turn: .none),
    Case(rotate: 270, turn: .none), Case(rotate: 0, turn: .clockwise), Case(rotate: 0, turn: .half),
    Case(rotate: 0, turn: .counterClockwise), Case(rotate: 90, turn: .counterClockwise),
  ])
  func `stands where the ink stands`(_ test: Case) throws {
    let scan = try source(folder, SourcePage(rotate: test.rotate))
    let (width, height) = (scan.pages[0].width, scan.pages[0].height)
    // The boxes on the upright page, then on the page as shown.
    let upright = [
      Box(x: 20, y: 40, width: 60, height: 20), Box(x: 90, y: 40, width: 40, height: 20),
    ]
    let (uprightWidth, uprightHeight) =
      test.turn.swapsSides ? (height, width) : (width, height)
    let shown = upright.map {
      test.turn.inverse.turned($0, width: uprightWidth, height: uprightHeight)
    }
    let page = text(
      [("Quyết", shown[0]), ("định", shown[1])], width: width, height: height, turn: test.turn)
    let pdf = try written(folder, [scan], [page])
    // In its raw order pdftotext breaks the line after each word that stands sideways.
    let raw = try output("pdftotext", "-raw", pdf.path, "-")
    #expect(raw.split(whereSeparator: \.isWhitespace) == ["Quyết", "định"])
    let words = try found(pdf.path)
    #expect(words.map(\.0) == ["Quyết", "định"])
    for (word, box) in zip(words, shown) {
      let edges = [box.x, box.y, box.maxX, box.maxY].map(Double.init)
      #expect(zip(word.1, edges).allSatisfy { abs($0 - $1) < 0.6 }, "\(word.1) for \(edges)")
    }
  }

  @Test func `stands where the ink stands on a sheet with an offset and other units`() throws {
    let content = "q 0 300 -200 0 200 0 cm /I Do Q"
    let scan = try source(folder, SourcePage(content: content))
    // 200 × 300 pixels turned by the matrix are 300 × 200 pixels as shown, on 200 × 300 points.
    #expect(scan.pages[0].width == 300)
    let page = text([("dọc", Box(x: 30, y: 40, width: 60, height: 20))], width: 300, height: 200)
    let pdf = try written(folder, [scan], [page])
    let word = try #require(try found(pdf.path).first)
    #expect(word.0 == "dọc")
    let expected = [20.0, 60, 60, 90]
    #expect(zip(word.1, expected).allSatisfy { abs($0 - $1) < 0.6 }, "\(word.1)")
  }

  @Test func `is composed, keeps what lies beyond 16 bits and leaves out what is no text`() throws {
    let scan = try source(folder, SourcePage())
    let page = text([("Đie\u{302}\u{300}u\u{0}\u{FEFF}𠀀", Box(x: 20, y: 40, width: 90, height: 20))]
    )
    let pdf = try written(folder, [scan], [page])
    let found = try output("pdftotext", pdf.path, "-")
    #expect(found.unicodeScalars.starts(with: "Điều𠀀".unicodeScalars))
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }

  @Test func `keeps words apart that almost touch`() throws {
    let scan = try source(folder, SourcePage())
    let page = text([
      ("huyết", Box(x: 20, y: 40, width: 60, height: 20)),
      ("của", Box(x: 81, y: 40, width: 40, height: 20)),
    ])
    let pdf = try written(folder, [scan], [page])
    #expect(try output("pdftotext", pdf.path, "-").contains("huyết của"))
  }

  @Test func `shows nothing`() throws {
    let scan = try source(folder, SourcePage())
    let with = try written(folder, [scan], [twoWords], name: "with.pdf")
    let without = try written(folder, [scan], [nil], name: "without.pdf")
    let arguments = ["-r", "72", "-gray"]
    _ = try output(
      "pdftoppm", arguments[0], arguments[1], arguments[2], with.path, folder.file("a"))
    _ = try output(
      "pdftoppm", arguments[0], arguments[1], arguments[2], without.path, folder.file("b"))
    #expect(try bytes(folder.file("a-1.pgm")) == bytes(folder.file("b-1.pgm")))
  }

  @Test func `takes the place of an earlier one`() throws {
    let content = "q 200 0 0 300 0 0 cm /I Do Q BT 3 Tr /F 9 Tf (old) Tj ET"
    let font = PDFObject.dictionary([
      "Type": .name("Font"), "Subtype": .name("Type1"), "BaseFont": .name("Helvetica"),
      "Encoding": .name("WinAnsiEncoding"),
    ])
    let page = SourcePage(content: content, resources: ["Font": .dictionary(["F": font])])
    let scan = try source(folder, page)
    let replaced = try written(folder, [scan], [twoWords], name: "new.pdf")
    #expect(try !output("pdftotext", replaced.path, "-").contains("old"))
    let kept = try written(folder, [scan], [nil], name: "kept.pdf")
    #expect(try output("pdftotext", kept.path, "-").contains("old"))
  }

  @Test func `costs little`() throws {
    let scan = try source(folder, SourcePage())
    let words = (0..<400).map { index in
      Word(
        text: "nghiên", box: Box(x: index % 10 * 20, y: index / 10 * 7, width: 15, height: 6),
        confidence: 90, line: index / 10, block: 0)
    }
    let page = RecognizedPage(outcome: .read, width: 200, height: 300, words: words)
    let with = try bytes(written(folder, [scan], [page], name: "with.pdf").path).count
    let without = try bytes(written(folder, [scan], [nil], name: "without.pdf").path).count
    #expect(with - without < 400 * 20)
  }
}
