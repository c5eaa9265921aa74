import Archiving
import Findings
import Foundation
import Imaging
import Ingest
import QPDF
import Recognition
import Testing

/// Pages that bring the text layer of an earlier OCR along, made here with that layer.
@Suite struct `An old text layer` {
  let folder: Folder

  init() throws { folder = try Folder() }

  static let size = (width: 600, height: 800)
  static let read = ["Quyết", "định", "về", "việc", "phê", "duyệt", "kế", "hoạch", "năm", "2026"]

  /// A page of lines of ten words, `down` pixels lower than they were read.
  func page(
    _ words: [String] = read, down: Int = 0, lines: Range<Int> = 0..<8, confidence: Double = 95
  ) -> RecognizedPage {
    RecognizedPage(
      outcome: .read, width: Self.size.width, height: Self.size.height,
      words: lines.flatMap { line in
        words.enumerated().map { index, word in
          Word(
            text: word,
            box: Box(x: 20 + index * 56, y: 60 + line * 70 + down, width: 44, height: 22),
            confidence: confidence, line: line, block: 0)
        }
      })
  }

  /// A PDF of one page with a layer and, unless told, without a claim.
  func scan(
    _ layer: RecognizedPage?, _ page: SourcePage? = nil, claims: Bool = false, rotate: Int = 0
  ) throws -> Scan {
    let sheet =
      page ?? SourcePage(width: Self.size.width, height: Self.size.height, rotate: rotate)
    let bare = try source(folder, sheet, name: "bare.pdf")
    let path = try written(folder, [bare], [layer], PDFMetadata(title: nil), name: "old.pdf").path
    guard !claims else { return try Ingest.scan(at: path, limits: limits) }
    var draft = try PDFDraft(changing: path)
    try draft.set("Metadata", of: try draft.catalog(), to: .null)
    try draft.write(to: folder.file("unclaimed.pdf"))
    return try Ingest.scan(at: folder.file("unclaimed.pdf"), limits: limits)
  }

  func decided(_ scan: Scan, _ fresh: RecognizedPage?) throws -> (Deliverable, OldText) {
    let pdf = try written(folder, [scan], [fresh])
    return (pdf, try #require(pdf.pages[0].oldText))
  }

  @Test func `that agrees is kept, and nothing is laid over it`() throws {
    let (pdf, old) = try decided(try scan(page()), page())
    #expect(old.decision == .kept && !old.hasFreshText)
    #expect(old.words == 80 && old.agreement == 1 && old.coverage == 1)
    #expect(try output("pdftotext", pdf.path, "-").components(separatedBy: "Quyết").count == 9)
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }

  @Test(arguments: [90, 180, 270])
  func `is found in its place on a turned page`(_ degrees: Int) throws {
    let sideways = degrees != 180
    let sheet = SourcePage(
      width: sideways ? Self.size.height : Self.size.width,
      height: sideways ? Self.size.width : Self.size.height, rotate: degrees)
    let (_, old) = try decided(try scan(page(), sheet), page())
    #expect(old.decision == .kept && old.agreement == 1, "\(old)")
  }

  static let bad: [(String, [String], Double)] = [
    ("garbage", ["xq", "|lI", "zzt", "o0O", "mnw", "rrq", "a8s", "pqb", "vvw", "7Z2"], 0),
    (
      "TCVN3",
      ["QuyÕt", "®Þnh", "vÒ", "viÖc", "phª", "duyÖt", "kÕ", "ho¹ch", "n¨m", "2026"], 0.1
    ),
    (
      "VNI",
      ["Quyeát", "ñònh", "veà", "vieäc", "pheâ", "duyeät", "keá", "hoaïch", "naêm", "2026"], 0.1
    ),
    (
      "no tones", ["Quyet", "dinh", "ve", "viec", "phe", "duyet", "ke", "hoach", "nam", "2026"], 0.1
    ),
  ]

  @Test(arguments: bad)
  func `that says something else is replaced`(
    _ name: String, _ words: [String], _ share: Double
  ) throws {
    let (pdf, old) = try decided(try scan(page(words)), page())
    #expect(old.decision == .replaced && old.hasFreshText)
    #expect(old.agreement == share)
    #expect(old.agreementWithoutMarks == (name == "no tones" ? 1 : share))
    let text = try output("pdftotext", pdf.path, "-")
    #expect(text.contains("Quyết định"))
    #expect(!text.contains(words[1]))
    #expect(pdf.pages[0].sourceSHA256 == pdf.pages[0].embeddedSHA256)
  }

  @Test func `that is shifted by a line is replaced, right as its words are`() throws {
    let (_, old) = try decided(try scan(page(down: 35)), page())
    #expect(old.decision == .replaced)
    #expect(old.agreement == 0)
  }

  @Test func `that lacks half of the page is replaced`() throws {
    let (_, old) = try decided(try scan(page(lines: 0..<4)), page())
    #expect(old.decision == .replaced)
    #expect(old.agreement == 1 && old.coverage == 0.5)
  }

  @Test func `that holds no word is replaced`() throws {
    let font = PDFObject.dictionary([
      "Type": .name("Font"), "Subtype": .name("Type1"), "BaseFont": .name("Helvetica"),
      "Encoding": .name("WinAnsiEncoding"),
    ])
    let content = "q 600 0 0 800 0 0 cm /I Do Q BT 3 Tr /F 9 Tf (   ) Tj ET"
    let sheet = SourcePage(
      width: Self.size.width, height: Self.size.height, content: content,
      resources: ["Font": .dictionary(["F": font])])
    let bare = try source(folder, sheet)
    let (_, old) = try decided(bare, page())
    #expect(old.decision == .replaced)
    #expect(old.words == 0 && old.agreement == nil)
  }

  @Test func `stays, distrusted, where nothing better was read`() throws {
    let garbage = try scan(page(Self.bad[0].1))
    let (pdf, old) = try decided(garbage, page(confidence: 40))
    #expect(old.decision == .distrusted && !old.hasFreshText)
    #expect(try output("pdftotext", pdf.path, "-").contains("zzt"))
    #expect(try decided(garbage, nil).1.decision == .distrusted)
  }

  @Test func `stays on a page of several pictures, with fresh text beside what is mostly wrong`()
    throws
  {
    let content = "q 600 0 0 400 0 0 cm /I Do Q q 600 0 0 400 0 400 cm /I Do Q"
    let sheet = SourcePage(width: Self.size.width, height: Self.size.height, content: content)
    let (pdf, old) = try decided(try scan(page(Self.bad[1].1), sheet), page())
    #expect(old.decision == .distrusted && old.hasFreshText)
    let text = try output("pdftotext", pdf.path, "-")
    #expect(text.contains("Quyết") && text.contains("QuyÕt"))
    let (again, good) = try decided(try scan(page(), sheet), page())
    #expect(good.decision == .kept)
    #expect(try output("pdftotext", again.path, "-").components(separatedBy: "Quyết").count == 9)
  }

  @Test func `that is wrong is replaced even in a PDF/A, and one that is right is left`() throws {
    let (pdf, old) = try decided(try scan(page(Self.bad[1].1), claims: true), page())
    guard case .archival = pdf, old.decision == .replaced else {
      Issue.record("\(pdf)")
      return
    }
    let (kept, right) = try decided(try scan(page(), claims: true), page())
    guard case .original(_, .archivalAlready, _, _) = kept, right.decision == .kept else {
      Issue.record("\(kept)")
      return
    }
  }

  @Test func `that agrees is replaced after all when its font would cost the claim`() throws {
    let old = try scan(page())
    var draft = try PDFDraft(changing: old.path)
    try draft.set("CIDToGIDMap", of: try Parts(old.path, hasMetadata: false).descendant, to: .null)
    try draft.write(to: folder.file("font.pdf"))
    let (pdf, decision) = try decided(
      try Ingest.scan(at: folder.file("font.pdf"), limits: limits), page())
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(decision.decision == .replaced && decision.agreement == 1)
  }

  @Test func `is told of in the notes with its worst figure`() throws {
    let scan = try scan(page(Self.bad[1].1))
    let pdf = try written(folder, [scan], [page()])
    let notes = notes(on: pdf, pdfBytes: 0, scanBytes: nil)
    #expect(notes.map(\.rule) == ["pdf.old-text"])
    #expect(notes[0].measured == 0.1)
    #expect(notes[0].message.en.contains("1/1 pages is replaced"))
    #expect(notes[0].message.vi.contains("được thay bằng chữ vừa đọc; ít nhất 10 % từ"))
  }
}
