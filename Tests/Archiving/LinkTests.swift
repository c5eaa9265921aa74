import Archiving
import Findings
import Foundation
import Ingest
import QPDF
import Testing

/// A PDF of a born-digital page, a scan and another born-digital page that lead to one another.
@Suite struct `Links and bookmarks of a source PDF` {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A link on a page, by what it does.
  private func link(_ draft: inout PDFDraft, _ entries: [String: PDFObject]) throws -> PDFObject {
    var all: [String: PDFObject] = [
      "Type": .name("Annot"), "Subtype": .name("Link"),
      "Rect": .array([10, 10, 90, 30].map { .integer($0) }),
      "Border": .array([0, 0, 0].map { .integer($0) }),
    ]
    all.merge(entries) { $1 }
    return .reference(try draft.add(.dictionary(all)))
  }

  private func view(_ page: ObjectID, top: Int) -> PDFObject {
    .array([.reference(page), .name("XYZ"), .null, .integer(top), .null])
  }

  /// Six links on the first page, one on the scan, three bookmarks of which one is dead.
  func linked() throws -> Scan {
    var draft = try PDFDraft()
    let drawn = SourcePage(content: "0 0 100 100 re f 20 200 100 50 re f")
    let first = try drawn.add(to: &draft)
    let second = try SourcePage().add(to: &draft)
    let third = try drawn.add(to: &draft)
    let goTo = dictionary(["S": .name("GoTo"), "D": .text("two")])
    let address = dictionary(["S": .name("URI"), "URI": .text("https://example.com/a?b=1")])
    let script = dictionary(["S": .name("JavaScript"), "JS": .text("x")])
    let links = [
      try link(&draft, ["Dest": view(third, top: 250)]), try link(&draft, ["A": goTo]),
      try link(&draft, ["Dest": .name("three")]), try link(&draft, ["A": address]),
      try link(&draft, ["Dest": .text("nowhere")]), try link(&draft, ["A": script]),
    ]
    let square = try draft.add(
      dictionary(["Subtype": .name("Popup"), "Rect": .array([0, 0, 9, 9].map { .integer($0) })]))
    try draft.set("Annots", of: first, to: .array(links + [.reference(square)]))
    try draft.set("Annots", of: second, to: .array([link(&draft, ["Dest": view(first, top: 9)])]))
    let root = try draft.catalog()
    let leaf = try draft.add(
      dictionary(["Names": .array([.text("two"), dictionary(["D": view(second, top: 77)])])]))
    let names = dictionary(["Kids": .array([.reference(leaf)])])
    try draft.set("Names", of: root, to: dictionary(["Dests": names]))
    try draft.set("Dests", of: root, to: dictionary(["three": view(third, top: 33)]))
    try outline(&draft, root, third: third)
    try draft.write(to: folder.file("linked.pdf"))
    return try Ingest.scan(at: folder.file("linked.pdf"), limits: limits)
  }

  private func outline(_ draft: inout PDFDraft, _ root: ObjectID, third: ObjectID) throws {
    let outlines = try draft.add(dictionary(["Type": .name("Outlines")]))
    let child = try draft.add(
      dictionary(["Title": .text("Phụ lục"), "Dest": view(third, top: 111)]))
    let heading = try draft.add(
      dictionary(["Title": .text("Mục lục"), "First": .reference(child), "Last": .reference(child)])
    )
    // It names itself as the next one: a knot that must not be followed for ever.
    let dead = try draft.add(dictionary(["Title": .text("hỏng"), "Dest": .text("nowhere")]))
    try draft.set("Next", of: dead, to: .reference(dead))
    try draft.set("Next", of: heading, to: .reference(dead))
    try draft.set("First", of: outlines, to: .reference(heading))
    try draft.set("Outlines", of: root, to: .reference(outlines))
  }

  /// Where each link of a page leads: a page from 0 and its top, or an address.
  func targets(_ path: String, page: Int) throws -> [String] {
    let file = try PDFFile(path: path)
    let pages = try (0..<(try file.pageCount())).map { try file.page($0) }
    let annotations = file.resolved(try file.object(pages[page]).entries?["Annots"]).array ?? []
    return annotations.map { annotation in
      let entries = file.resolved(annotation).entries ?? [:]
      guard let items = entries["Dest"]?.array else {
        return entries["A"]?.entries?["URI"]?.text ?? entries["Subtype"]?.name ?? "?"
      }
      let at = items[0].id.flatMap { pages.firstIndex(of: $0) }
      return "\(at.map(String.init) ?? "?") \(items[3].integer ?? -1)"
    }
  }

  @Test func `lead where they led, from kept pages and from scans`() throws {
    let pdf = try written(folder, [linked()], [nil, twoWords, nil])
    #expect(
      try targets(pdf.path, page: 0) == [
        "2 250", "1 77", "2 33", "https://example.com/a?b=1", "Popup",
      ])
    #expect(try targets(pdf.path, page: 1) == ["0 9"])
    #expect(pdf.pages.map(\.droppedLinks) == [3, nil, nil])
    let check = try output("qpdf", "--check", pdf.path)
    #expect(check.contains("No syntax or stream encoding errors"))
    let images = try output("pdfimages", "-list", pdf.path)
    #expect(images.split(separator: "\n").count == 3, "other pages came along: \(images)")
  }

  @Test func `have the flags that PDF/A asks for, which their source lacked`() throws {
    let pdf = try written(folder, [linked()], [nil, twoWords, nil])
    let broken = try Archiving.conformance(ofPDFAt: pdf.path).filter { !$0.passed }
    #expect(!broken.map(\.clause).contains("6.3.2-1") && !broken.map(\.clause).contains("6.5.1-1"))
  }

  @Test func `keep the outline without what leads nowhere`() throws {
    let pdf = try written(folder, [linked()], [nil, twoWords, nil])
    let file = try PDFFile(path: pdf.path)
    let outlines = file.resolved(try file.catalog()["Outlines"]).entries ?? [:]
    #expect(outlines["First"] == outlines["Last"] && outlines["Count"]?.integer == 1)
    let heading = file.resolved(outlines["First"]).entries ?? [:]
    #expect(heading["Title"]?.text == "Mục lục" && heading["Dest"] == nil)
    let child = file.resolved(heading["First"]).entries ?? [:]
    #expect(child["Title"]?.text == "Phụ lục")
    #expect(child["Dest"]?.array?.first?.id == (try file.page(2)))
  }

  @Test func `are dropped and told of where their page is in another document`() throws {
    let pdf = try writeDeliverable(
      of: [linked()], part: 1...2, text: [nil, twoWords], metadata: PDFMetadata(title: nil),
      limits: limits, to: folder.file("part.pdf"))
    #expect(try targets(pdf.path, page: 0) == ["1 77", "https://example.com/a?b=1", "Popup"])
    // Two links to the third page, the two that led nowhere, and all of the outline.
    #expect(pdf.pages[0].droppedLinks == 4 + 3)
    let notes = notes(on: pdf, pdfBytes: 0, scanBytes: nil)
    let note = try #require(notes.first { $0.rule == "pdf.link-dropped" })
    #expect(note.measured == 7)
  }

  @Test func `of two files stand one behind the other, each with its own pages`() throws {
    let scan = try linked()
    let pdf = try written(folder, [scan, scan], [nil, twoWords, nil, nil, twoWords, nil])
    #expect(try targets(pdf.path, page: 3).prefix(3) == ["5 250", "4 77", "5 33"])
    let file = try PDFFile(path: pdf.path)
    let outlines = file.resolved(try file.catalog()["Outlines"]).entries ?? [:]
    #expect(outlines["Count"]?.integer == 2)
    let second = file.resolved(outlines["Last"]).entries ?? [:]
    #expect(second["Prev"] == outlines["First"])
  }
}
