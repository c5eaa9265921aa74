import Findings
import Foundation
public import Ingest
import QPDF
public import Recognition

/// Writes the PDF of a document: PDF/A when the written bytes pass our checks, else a plain PDF.
///
/// `text` holds one entry a page, in the order of the scans and their pages; nil and pages without
/// words get no text. The bytes depend only on the scans, the text and the metadata. The file
/// appears at `path` whole or not at all. `part` names the pages that the document is, from 1 over all
/// scans, when it is not all of them; a signed file has no parts, since it must not be rewritten.
/// `attachment` travels inside where the level allows it. `oldText` says when the text layer of an earlier OCR
/// is believed; one that is believed and stands in the way of the level is replaced after all.
public func writeDeliverable(
  of scans: [Scan], part: ClosedRange<Int>? = nil, text: [RecognizedPage?], metadata: PDFMetadata,
  attachment: PDFAttachment? = nil, level: ConformanceLevel = .pdfA2u,
  oldText: OldTextLimits = .standard, limits: IngestLimits, to path: String
) throws(ArchivingError) -> Deliverable {
  let name = fileName(path)
  let parts = parts(of: scans, within: part)
  let count = parts.reduce(0) { $0 + $1.pages.count }
  guard count > 0, text.count == count else {
    throw ArchivingError(.wrongPages, file: name, found: "\(count) pages, \(text.count) texts")
  }
  var job = Composition(
    parts: parts, text: text, oldTexts: try oldTexts(of: parts, text: text, limits: oldText),
    metadata: metadata, attachment: attachment, limits: limits)
  if part == nil {
    if let kept = try keptOriginal(scans, job.oldTexts, path: path) { return kept }
  } else if let signed = scans.first(where: \.isSigned) {
    throw ArchivingError(.signedInParts, file: fileName(signed.path), found: "\(count) pages of it")
  }
  let temporary = PartialFile(for: path)
  try temporary.requireRoom(for: roomForPDF(of: scans, pages: count))
  do throws(ArchivingError) {
    return try write(&job, level, by: temporary, to: path) { () throws(ArchivingError) in
      try oldTexts(of: parts, text: text, limits: .believingNone(oldText))
    }
  } catch {
    throw temporary.blamingFullDisk(error)
  }
}

/// What a PDF takes at most: its scans as they are, and text and objects of each page.
func roomForPDF(of scans: [Scan], pages: Int) -> Int {
  scans.reduce(0) { $0 + $1.fixity.byteCount } + (pages + 1) << 16
}

/// What a PDF is put together from.
private struct Composition {
  let parts: [ScanPart]
  /// One entry a page.
  let text: [RecognizedPage?]
  /// One entry a page.
  var oldTexts: [OldText?]
  let metadata: PDFMetadata
  let attachment: PDFAttachment?
  let limits: IngestLimits
}

private func write(
  _ job: inout Composition, _ level: ConformanceLevel, by temporary: borrowing PartialFile,
  to path: String, believingNone: () throws(ArchivingError) -> [OldText?]
) throws(ArchivingError) -> Deliverable {
  func broken() throws(ArchivingError) -> [ConformanceResult] {
    try conformance(ofPDFAt: temporary.path, level: level).filter { !$0.passed }
  }
  var pages = try compose(job, claiming: level, to: temporary.path)
  var faults = try broken()
  if !faults.isEmpty, job.oldTexts.contains(where: { $0?.decision == .kept }) {
    // The fonts of an old layer need not be what PDF/A asks for.
    job.oldTexts = try believingNone()
    pages = try compose(job, claiming: level, to: temporary.path)
    faults = try broken()
  }
  guard faults.isEmpty else {
    let plain = try compose(job, claiming: nil, to: temporary.path)
    try temporary.publish()
    return .plain(path: path, findings: faults.map(\.finding), pages: plain)
  }
  try temporary.publish()
  return .archival(ArchivalPDF(path: path, level: level.name), pages: pages)
}

/// What becomes of the old text layers of all pages, one entry a page.
private func oldTexts(
  of parts: [ScanPart], text: [RecognizedPage?], limits: OldTextLimits
) throws(ArchivingError) -> [OldText?] {
  var found: [OldText?] = []
  for part in parts {
    let own = Array(text[found.count..<found.count + part.pages.count])
    do throws(QPDFError) {
      found += try oldTexts(of: part, text: own, limits: limits)
    } catch {
      throw ArchivingError(
        .sourceUnreadable, file: fileName(part.scan.path), found: error.description)
    }
  }
  return found
}

/// Pages of one scan, counted from 0 in it.
struct ScanPart {
  let scan: Scan
  let pages: [Int]
}

/// The pages of each scan that lie within a part of the document; scans without any are left out.
func parts(of scans: [Scan], within part: ClosedRange<Int>?) -> [ScanPart] {
  var before = 0
  return scans.compactMap { scan in
    let first = before + 1
    before += scan.pages.count
    let pages = scan.pages.indices.filter { part?.contains(first + $0) ?? true }
    return pages.isEmpty ? nil : ScanPart(scan: scan, pages: pages)
  }
}

/// The scan itself when it must not or need not be rewritten.
///
/// A PDF/A whose text layer is to be replaced is not kept: its text would lead every search astray.
private func keptOriginal(
  _ scans: [Scan], _ oldTexts: [OldText?], path: String
) throws(ArchivingError) -> Deliverable? {
  guard let signed = scans.first(where: \.isSigned) ?? (scans.count == 1 ? scans.first : nil) else {
    return nil
  }
  let reason: Deliverable.OriginalReason
  var level: ConformanceLevel?
  if signed.isSigned {
    guard scans.count == 1 else {
      throw ArchivingError(
        .signedAmongMany, file: fileName(signed.path), found: "\(scans.count) files")
    }
    reason = .signed
  } else {
    guard !oldTexts.contains(where: { $0?.decision == .replaced }) else { return nil }
    level = try levelKept(by: signed)
    guard level != nil else { return nil }
    reason = .archivalAlready
  }
  let pages = try untouchedPages(signed, oldTexts)
  let copy = PartialFile(for: path)
  try copy.fill(from: signed.path, expecting: signed.fixity)
  try copy.publish()
  return .original(path: path, reason: reason, level: level?.name, pages: pages)
}

/// The level that the file claims and keeps, when every page has text; nil otherwise.
private func levelKept(by scan: Scan) throws(ArchivingError) -> ConformanceLevel? {
  guard scan.format == .pdf, let level = scan.claimedPDFA.flatMap(ConformanceLevel.init(name:))
  else {
    return nil
  }
  let hasText: Bool
  do throws(QPDFError) {
    let file = try PDFFile(path: scan.path)
    var everyPage = true
    for index in scan.pages.indices {
      let page = try file.analysis(ofPage: index)
      if page.visibleTextBytes + page.hiddenTextBytes == 0 { everyPage = false }
    }
    hasText = everyPage
  } catch {
    throw ArchivingError(.sourceUnreadable, file: fileName(scan.path), found: error.description)
  }
  guard hasText else { return nil }
  return try conformance(ofPDFAt: scan.path, level: level).allSatisfy(\.passed) ? level : nil
}

private func untouchedPages(
  _ scan: Scan, _ oldTexts: [OldText?]
) throws(ArchivingError) -> [PageFidelity] {
  do throws(QPDFError) {
    let file = try PDFFile(path: scan.path)
    var pages: [PageFidelity] = []
    for (header, oldText) in zip(scan.pages, oldTexts) {
      let analysis = try file.analysis(ofPage: header.index - 1)
      let sum = try digest(of: analysis.images, in: file)
      pages.append(
        PageFidelity(
          page: header.index, content: analysis.content, container: header.container,
          sourceSHA256: sum, embeddedSHA256: sum, repacked: false, keepsEverySample: true,
          sheetSize: .source, oldText: oldText))
    }
    return pages
  } catch {
    throw ArchivingError(.sourceUnreadable, file: fileName(scan.path), found: error.description)
  }
}

private func compose(
  _ job: Composition, claiming level: ConformanceLevel?, to path: String
) throws(ArchivingError) -> [PageFidelity] {
  let name = fileName(path)
  var assembly: Assembly
  do throws(QPDFError) {
    assembly = try Assembly(alphabet: Alphabet(of: job.text), part: level?.part ?? 2)
  } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  var next = 0
  for part in job.parts {
    let range = next..<next + part.pages.count
    do throws(AssemblyFailure) {
      try assembly.append(
        part.scan, pages: part.pages, text: Array(job.text[range]),
        oldTexts: Array(job.oldTexts[range]), limits: job.limits)
    } catch {
      let failed = part.pages.dropFirst(assembly.pending.count - next).first ?? 0
      throw ArchivingError(error, file: fileName(part.scan.path), page: failed + 1)
    }
    next += part.pages.count
  }
  do throws(QPDFError) {
    try assembly.write(
      job.metadata, attaching: job.attachment, claiming: level, to: path)
  } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  return try provenPages(assembly.pending, at: path)
}

/// Compares the written streams with what went in.
private func provenPages(
  _ pending: [Assembly.Pending], at path: String
) throws(ArchivingError) -> [PageFidelity] {
  let name = fileName(path)
  var pages: [PageFidelity] = []
  do throws(QPDFError) {
    let file = try PDFFile(path: path)
    for (index, page) in pending.enumerated() {
      let images = try file.analysis(ofPage: index).images
      let embedded = try digest(of: images, in: file)
      let same: Bool
      if let samples = page.samplesSHA256, let image = images.first {
        same = try samplesDigest(of: image, in: file) == samples
      } else {
        same = embedded == page.sourceSHA256
      }
      guard same else {
        throw QPDFError(.damaged, in: "page \(index + 1)")
      }
      pages.append(
        PageFidelity(
          page: index + 1, content: page.content, container: page.container,
          sourceSHA256: page.sourceSHA256,
          embeddedSHA256: embedded, repacked: page.samplesSHA256 != nil,
          keepsEverySample: page.keepsEverySample, sheetSize: page.sheetSize,
          oldText: page.oldText,
          droppedLinks: page.links.dropped > 0 ? page.links.dropped : nil))
    }
  } catch {
    throw ArchivingError(.notLossless, file: name, found: error.description)
  }
  return pages
}

extension ArchivingError {
  init(_ failure: AssemblyFailure, file: String, page: Int) {
    switch failure {
    case .reading(let error):
      self.init(.sourceUnreadable, file: file, page: page, found: error.found)
    case .writing(let error):
      self.init(.sourceUnreadable, file: file, page: page, found: error.description)
    case .changed:
      self.init(.sourceUnreadable, file: file, found: "changed since it was read")
    }
  }
}
