import Extraction
import Findings
import Foundation
import Imaging
import Inspection
import Testing

@testable import Reporting

private let picture = Thumbnail(width: 36, height: 50, jpeg: Data([0xFF, 0xD8, 0xFF, 0xD9]))

private func html(_ report: Report, _ language: Language = .vi) throws -> String {
  String(decoding: try report.rendered(as: .html, language: language), as: UTF8.self)
}

/// What stands between the tags: names as a reader would see them, and the tags that are not ours.
@Test func `no name can leave its place in the page`() throws {
  let page = try html(try Fixture.report())
  #expect(!page.contains("<script>alert"))
  #expect(!page.contains("<hỏng>") && !page.contains("c<d>"))
  #expect(page.contains("x&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;.pdf"))
  #expect(page.contains("a&#39;b&amp;c&lt;d&gt;.pdf"))
  #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{1B}"))
  #expect(page.components(separatedBy: "<script>").count == 2)
}

@Test func `the page needs no network and says so to the browser`() throws {
  let page = try html(try Fixture.report())
  #expect(page.contains("default-src 'none'; img-src data:;"))
  for word in ["http:", "https:", "src=\"//", "url(", "@import", "<link"] {
    #expect(!page.contains(word), "\(word)")
  }
}

@Test func `a box stands on the picture where the finding is, with its number`() throws {
  var report = Report(
    pipeline: "thu",
    documents: [
      Fixture.document(
        "b.pdf", .rescan, pages: [try Fixture.page(1, [Fixture.crooked, Fixture.border])])
    ])
  report.thumbnails.keep(picture, of: report.documents[0].pages[0], in: "b.pdf")
  let page = try html(report)
  #expect(page.contains("src=\"data:image/jpeg;base64,/9j/2Q==\" width=\"36\" height=\"50\""))
  #expect(page.contains("alt=\"Trang 1, b.pdf\""))
  #expect(
    page.contains(
      "<i class=\"box review\" data-n=\"2\" aria-hidden=\"true\" "
        + "style=\"left:0.00%;top:25.00%;width:5.00%;height:50.00%\"><b>2</b></i>"))
  #expect(page.contains("Đo được <b>2,4°</b>") && page.contains("Yêu cầu <b>≤ 1,5°</b>"))
  #expect(page.contains("Đặt thẳng giấy rồi quét lại."))
}

@Test func `Vietnamese and English pages say which they are`() throws {
  let report = try Fixture.report()
  #expect(try html(report, .vi).contains("<html lang=\"vi\">"))
  #expect(try html(report, .en).contains("<html lang=\"en\">"))
  #expect(try html(report, .en).contains("Scan quality report"))
}

@Test func `the worst documents come first and carry what the script filters by`() throws {
  let page = try html(try Fixture.report())
  let places = try ["=d.pdf</bdi>", "hộp 12/b &amp; c.pdf</bdi>", "<bdi>a.pdf"].map {
    try #require(page.range(of: $0)).lowerBound
  }
  #expect(places == places.sorted())
  #expect(page.contains("data-rank=\"1\" data-place=\"1\" data-weight=\"2\""))
  #expect(page.contains("data-rules=\"border.black skew\""))
}

@Test func `a page shows its scores, and what cannot be told is not shown`() throws {
  let pages = [try Fixture.page(1, displayQuality: 0.614)]
  let report = Report(pipeline: "thu", documents: [Fixture.document("a", .accepted, pages: pages)])
  let page = try html(report)
  #expect(page.contains("Chất lượng hiển thị <b>0,61</b>"))
  #expect(page.contains("data-quality=\"614\""))
  #expect(!page.contains("Khả năng máy đọc <b>"))
}

@Test func `of documents with equal findings the one that is hardest to see comes first`() throws {
  let report = Report(
    pipeline: "thu",
    documents: try [("b", 0.9), ("c", 0.3), ("a", 0.7)].map { name, quality in
      let page = try Fixture.page(1, [Fixture.border], displayQuality: quality)
      return Fixture.document(name, .review, pages: [page])
    })
  #expect(report.worstFirst.map(\.file) == ["c", "a", "b"])
}

@Test func `pages without a remark are one line`() throws {
  let pages = try [1, 2, 3, 4, 7].map { try Fixture.page($0) }
  let report = Report(pipeline: "thu", documents: [Fixture.document("a", .accepted, pages: pages)])
  #expect(try html(report).contains("Trang 2–4, 7: không có nhận xét."))
}

@Test func `a document that may be secret is shown without pictures`() throws {
  let held = Hold(reason: .secrecy, message: Wording(vi: "dấu mật", en: "marked secret"))
  let pages = [try Fixture.page(1)]
  var report = Report(
    pipeline: "thu",
    documents: [Fixture.document("m.pdf", .review, pages: pages, held: held)])
  report.thumbnails.keep(picture, of: pages[0], in: "m.pdf")
  let page = try html(report)
  #expect(!page.contains("data:image"))
  #expect(page.contains("báo cáo không kèm ảnh"))
}

@Test func `when pictures are more than fit, pages with faults keep theirs, and the page says so`()
  throws
{
  let pages = [
    try Fixture.page(1), try Fixture.page(2), try Fixture.page(3, [Fixture.border]),
    try Fixture.page(4, [Fixture.crooked]),
  ]
  var thumbnails = Thumbnails(limitBytes: 8)
  for page in pages { thumbnails.keep(picture, of: page, in: "a.pdf") }
  #expect(pages.map { thumbnails["a.pdf", $0.index] != nil } == [false, false, true, true])
  #expect(thumbnails.leftOut == 2)
  let report = Report(
    pipeline: "thu", documents: [Fixture.document("a.pdf", .rescan, pages: pages)],
    thumbnails: thumbnails)
  #expect(try html(report).contains("2 trang không kèm ảnh"))
}

@Test func `a thousand documents make a page of a few megabytes in a moment`() throws {
  let documents = try (1...1000).map {
    Fixture.document(
      "\($0).pdf", .rescan, pages: [try Fixture.page(1, [Fixture.border, Fixture.crooked])])
  }
  let size = try Report(pipeline: "thu", documents: documents)
    .rendered(as: .html, language: .vi).count
  #expect(size < 3_000_000)
}

/// A document whose number a pen wrote, with its crop.
private func asking(secret: Bool = false) throws -> Report {
  let number = Field(
    value: "347", confidence: 0.9, lane: .confirm, handwritten: true,
    evidence: [Evidence(page: 1, box: Box(x: 10, y: 20, width: 30, height: 40))],
    candidates: [Candidate(value: "347", p: 0.9), Candidate(value: "341", p: 0.05)],
    neighbours: ["<b>.pdf"])
  let marked = Finding(
    rule: "secrecy.marked", severity: .review, measured: nil, required: nil, unit: nil, box: nil,
    source: "test", message: Wording(vi: "mật", en: "secret"),
    remedy: Wording(vi: "giữ", en: "hold"))
  var report = Report(
    pipeline: "thu",
    documents: [
      DocumentReport(
        file: "x\"y.pdf", sha256: nil, evidence: .text, verdict: .review,
        pages: [try Fixture.page(1)],
        fields: FieldsReport(DocumentRecord(fields: [.codeNumber: number])),
        documentFindings: secret ? [marked] : [], held: nil, outputs: .none, error: nil)
    ])
  report.thumbnails.keep(
    FieldCrop(
      field: .codeNumber, picture: picture, ink: [Box(x: 250, y: 0, width: 500, height: 1000)]),
    in: "x\"y.pdf")
  return report
}

@Test func `handwriting stands beside its readings, each with its key and its probability`() throws
{
  let page = try html(try asking())
  #expect(
    page.contains(
      #"<li class="ask" tabindex="0" data-file="x&quot;y.pdf" data-field="codeNumber">"#))
  #expect(page.contains("src=\"data:image/jpeg;base64,/9j/2Q==\" width=\"36\" height=\"50\""))
  #expect(page.contains("style=\"left:25.00%;top:0.00%;width:50.00%;height:100.00%\""))
  #expect(
    page.contains(
      "<li data-key=\"1\" data-value=\"347\"><kbd>1</kbd> <b>347</b> <small>90 %</small></li>"
        + "<li data-key=\"2\" data-value=\"341\"><kbd>2</kbd> <b>341</b> <small>5 %</small></li>"))
  #expect(page.contains("trang 1, ô 10, 20, 30 × 40 px"))
  #expect(page.contains("so với &lt;b&gt;.pdf"))
}

@Test func `of a secret document no handwriting is shown`() throws {
  #expect(!(try html(try asking(secret: true))).contains("data:image/jpeg"))
}

@Test func `a crop is kept before whole pages`() throws {
  var thumbnails = Thumbnails(limitBytes: 8)
  thumbnails.keep(
    FieldCrop(field: .codeNumber, picture: picture, ink: []), in: "a.pdf")
  for page in [try Fixture.page(1, [Fixture.crooked]), try Fixture.page(2, [Fixture.crooked])] {
    thumbnails.keep(picture, of: page, in: "a.pdf")
  }
  #expect(thumbnails["a.pdf", .codeNumber] != nil)
  #expect(thumbnails["a.pdf", 1] != nil && thumbnails["a.pdf", 2] == nil)
}
