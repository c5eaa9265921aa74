import Archiving
import Findings
import Foundation
import Imaging
import Ingest
import QPDF
import Recognition
import Testing

@Suite struct `The PDF of a document` {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `is PDF/A-2u when its written bytes pass the checks`() throws {
    let scan = try source(folder, SourcePage(), SourcePage(rotate: 90))
    let pdf = try written(folder, [scan], [twoWords, nil])
    guard case .archival(let archival, let pages) = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(archival.level == "2U")
    #expect(pages.map(\.page) == [1, 2])
    #expect(try Archiving.conformance(ofPDFAt: archival.path).allSatisfy(\.passed))
    #expect(try Ingest.scan(at: archival.path, limits: limits).claimedPDFA == "2U")
  }

  @Test func `holds the stream of the scan byte for byte`() throws {
    let scan = try source(folder, SourcePage())
    let pdf = try written(folder, [scan], [twoWords])
    let page = try #require(pdf.pages.first)
    #expect(page.sourceSHA256 == page.embeddedSHA256)
    #expect(!page.repacked)
    #expect(try storedImage(scan.path) == storedImage(pdf.path))
  }

  private func storedImage(_ path: String) throws -> [UInt8] {
    let file = try PDFFile(path: path)
    let image = try #require(try file.analysis(ofPage: 0).images.first)
    return try file.streamData(image.facts.id, .stored, limit: 1 << 24)
  }

  @Test func `packs bare samples without loss, and says so`() throws {
    let scan = try source(folder, SourcePage(isDeflated: false))
    let pdf = try written(folder, [scan], [nil])
    let page = try #require(pdf.pages.first)
    #expect(page.repacked)
    #expect(page.keepsEverySample)
    let before = try Ingest.page(1, of: scan, limits: limits).image
    let again = try Ingest.scan(at: pdf.path, limits: limits)
    #expect(try Ingest.page(1, of: again, limits: limits).image == before)
  }

  @Test func `takes away what a killed worker left of its parts`() throws {
    let scan = try source(folder, SourcePage())
    let left = [".a.pdf.77.part", ".a.pdf.trial.part"].map { "\(folder.path)/\($0)" }
    for path in left { try Data("%PDF".utf8).write(to: URL(fileURLWithPath: path)) }
    _ = try written(folder, [scan], [nil], name: "a.pdf")
    #expect(left.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
  }

  @Test func `keeps the sheet, its turn and its unit`() throws {
    let scan = try source(folder, SourcePage(rotate: 270))
    let pdf = try written(folder, [scan], [twoWords])
    let before = try PDFFile(path: scan.path).analysis(ofPage: 0).geometry
    #expect(try PDFFile(path: pdf.path).analysis(ofPage: 0).geometry == before)
  }

  @Test func `is the same bytes for the same input`() throws {
    let scan = try source(folder, SourcePage())
    let first = try written(folder, [scan], [twoWords], name: "a.pdf")
    let second = try written(folder, [scan], [twoWords], name: "b.pdf")
    #expect(try bytes(first.path) == bytes(second.path))
  }

  @Test func `has a title, a language and a producer, the same in both places`() throws {
    let scan = try source(folder, SourcePage())
    let pdf = try written(
      folder, [scan], [nil], PDFMetadata(title: "Về <A> & \"B\"\u{0}", author: "Sở Y tế"))
    let file = try PDFFile(path: pdf.path)
    let info = file.resolved(try file.trailer()["Info"]).entries ?? [:]
    #expect(info["Title"]?.text == "Về <A> & \"B\" ")
    #expect(info["Author"]?.text == "Sở Y tế")
    #expect(try file.catalog()["Lang"]?.text == "vi")
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }

  @Test func `carries no claim when a check fails, and names the clause`() throws {
    let scan = try source(folder, SourcePage(space: .name("DeviceCMYK"), components: 4))
    let pdf = try written(folder, [scan], [twoWords])
    guard case .plain(let path, let findings, _) = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(findings.map(\.rule) == ["pdf.not-archival"])
    #expect(findings[0].source == "ISO 19005-2 6.2.4.3-3")
    #expect(try Ingest.scan(at: path, limits: limits).claimedPDFA == nil)
  }

  @Test func `leaves nothing behind but itself`() throws {
    let scan = try source(folder, SourcePage())
    _ = try written(folder, [scan], [nil])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["out.pdf", "source.pdf"])
  }

  @Test func `keeps a page of several parts as it is and adds the text`() throws {
    let content = "q 200 0 0 150 0 0 cm /I Do Q q 200 0 0 150 0 150 cm /I Do Q"
    let scan = try source(folder, SourcePage(content: content))
    #expect(scan.pages[0].container == .composite)
    let pdf = try written(folder, [scan], [twoWords])
    let analysis = try PDFFile(path: pdf.path).analysis(ofPage: 0)
    #expect(analysis.images.count == 2)
    #expect(analysis.hiddenTextBytes > 0)
    #expect(try output("pdftotext", pdf.path, "-").contains("Quyết định"))
  }
}

@Suite struct `A scan that is not rewritten` {
  let folder: Folder
  let signed: [String: PDFObject] = [
    "AcroForm": .dictionary(["Fields": .array([]), "SigFlags": .integer(3)])
  ]

  init() throws { folder = try Folder() }

  @Test func `is a signed PDF: it is copied byte for byte`() throws {
    let scan = try source(folder, SourcePage(), catalog: signed)
    let pdf = try written(folder, [scan], [twoWords])
    guard case .original(let path, .signed, nil, _) = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(try bytes(path) == bytes(scan.path))
  }

  @Test func `is a PDF/A with text that keeps what it claims`() throws {
    let first = try written(folder, [source(folder, SourcePage())], [twoWords], name: "a.pdf")
    let again = try Ingest.scan(at: first.path, limits: limits)
    let pdf = try written(folder, [again], [twoWords])
    guard case .original(let path, .archivalAlready, "2U", _) = pdf else {
      Issue.record("\(pdf)")
      return
    }
    #expect(try bytes(path) == bytes(first.path))
  }

  @Test func `cannot be one of several when it is signed`() throws {
    let one = try source(folder, SourcePage(), catalog: signed)
    let two = try source(folder, SourcePage(), name: "two.pdf")
    let error = #expect(throws: ArchivingError.self) {
      try written(folder, [one, two], [nil, nil])
    }
    #expect(error?.code == .signedAmongMany)
  }

  @Test func `holds only the pages of a part, over all scans`() throws {
    let one = try source(folder, SourcePage(), SourcePage(rotate: 90))
    let two = try source(folder, SourcePage(rotate: 180), SourcePage(rotate: 270), name: "two.pdf")
    let pdf = try writeDeliverable(
      of: [one, two], part: 2...3, text: [twoWords, nil], metadata: PDFMetadata(title: "phần"),
      limits: limits, to: folder.file("out.pdf"))
    let turns = try (0..<2).map {
      try PDFFile(path: pdf.path).analysis(ofPage: $0).geometry.rotation
    }
    #expect(turns == [90, 180])
    #expect(try PDFFile(path: pdf.path).pageCount() == 2)
  }

  @Test func `is written anew as a part of what is a PDF/A already`() throws {
    let whole = try written(
      folder, [source(folder, SourcePage(), SourcePage(rotate: 90))], [twoWords, twoWords],
      name: "a.pdf")
    let again = try Ingest.scan(at: whole.path, limits: limits)
    let pdf = try writeDeliverable(
      of: [again], part: 2...2, text: [twoWords], metadata: PDFMetadata(title: "phần"),
      limits: limits, to: folder.file("out.pdf"))
    #expect(try PDFFile(path: pdf.path).pageCount() == 1)
  }

  @Test func `cannot be split when it is signed`() throws {
    let scan = try source(folder, SourcePage(), SourcePage(), catalog: signed)
    let error = #expect(throws: ArchivingError.self) {
      try writeDeliverable(
        of: [scan], part: 1...1, text: [nil], metadata: PDFMetadata(title: nil), limits: limits,
        to: folder.file("out.pdf"))
    }
    #expect(error?.code == .signedInParts)
  }

  @Test func `is refused when it changed since it was read`() throws {
    let scan = try source(folder, SourcePage())
    _ = try source(folder, SourcePage(rotate: 90))
    let error = #expect(throws: ArchivingError.self) { try written(folder, [scan], [nil]) }
    #expect(error?.code == .sourceUnreadable)
  }

  @Test func `is refused when texts and pages do not match`() throws {
    let scan = try source(folder, SourcePage())
    let error = #expect(throws: ArchivingError.self) { try written(folder, [scan], []) }
    #expect(error?.code == .wrongPages)
  }

  @Test func `is refused when there is nowhere to write`() throws {
    let scan = try source(folder, SourcePage())
    let error = #expect(throws: ArchivingError.self) {
      try written(folder, [scan], [nil], name: "none/out.pdf")
    }
    #expect(error?.code == .outputUnwritable)
  }
}

@Suite struct `The day on which a scan was made` {
  struct Day: CustomTestStringConvertible {
    let pdf: String
    let xmp: String?
    var testDescription: String { pdf }
  }

  @Test(arguments: [
    Day(pdf: "D:20260305080910+07'00'", xmp: "2026-03-05T08:09:10+07:00"),
    Day(pdf: "D:20260305080910Z", xmp: "2026-03-05T08:09:10Z"),
    Day(pdf: "D:20260305080910", xmp: nil), Day(pdf: "D:20260305", xmp: nil),
    Day(pdf: "hôm qua", xmp: nil),
  ])
  func `is told in both places alike when its zone is known, and in none otherwise`(
    _ day: Day
  ) throws {
    let folder = try Folder()
    let scan = try source(folder, SourcePage(), info: ["CreationDate": .text(day.pdf)])
    let pdf = try written(folder, [scan], [nil])
    let file = try PDFFile(path: pdf.path)
    let info = file.resolved(try file.trailer()["Info"]).entries ?? [:]
    #expect(info["CreationDate"]?.text == (day.xmp == nil ? nil : day.pdf))
    let packet = try file.streamData(
      try #require(try file.catalog()["Metadata"]?.id), .decoded, limit: 1 << 20)
    #expect(XMPPacket(packet)?.value("CreateDate", .xmp) == day.xmp)
    guard case .archival = pdf else {
      Issue.record("\(pdf)")
      return
    }
  }
}
