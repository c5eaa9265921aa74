import Findings
import Foundation
public import Ingest
import QPDF
public import Recognition

/// Writes the PDF of a document: PDF/A-2u when the written bytes pass our checks, else a plain PDF.
///
/// `text` holds one entry a page, in the order of the scans and their pages; nil and pages without
/// words get no text. The bytes depend only on the scans, the text and the metadata. The file
/// appears at `path` whole or not at all. `part` names the pages that the document is, from 1 over all
/// scans, when it is not all of them; a signed file has no parts, since it must not be rewritten.
public func writeDeliverable(
  of scans: [Scan], part: ClosedRange<Int>? = nil, text: [RecognizedPage?], metadata: PDFMetadata,
  limits: IngestLimits, to path: String
) throws(ArchivingError) -> Deliverable {
  let name = fileName(path)
  let parts = parts(of: scans, within: part)
  let count = parts.reduce(0) { $0 + $1.pages.count }
  guard count > 0, text.count == count else {
    throw ArchivingError(.wrongPages, file: name, found: "\(count) pages, \(text.count) texts")
  }
  if part == nil {
    if let kept = try keptOriginal(scans, path: path) { return kept }
  } else if let signed = scans.first(where: \.isSigned) {
    throw ArchivingError(.signedInParts, file: fileName(signed.path), found: "\(count) pages of it")
  }
  let temporary = PartialFile(for: path)
  let level = ConformanceLevel.pdfA2u
  let pages = try compose(parts, text, metadata, limits, claiming: level, to: temporary.path)
  let broken = try conformance(ofPDFAt: temporary.path, level: level).filter { !$0.passed }
  guard broken.isEmpty else {
    let plain = try compose(parts, text, metadata, limits, claiming: nil, to: temporary.path)
    try temporary.publish()
    return .plain(path: path, findings: broken.map(\.finding), pages: plain)
  }
  try temporary.publish()
  return .archival(ArchivalPDF(path: path, level: level.name), pages: pages)
}

/// Pages of one scan, counted from 0 in it.
private struct ScanPart {
  let scan: Scan
  let pages: [Int]
}

/// The pages of each scan that lie within a part of the document; scans without any are left out.
private func parts(of scans: [Scan], within part: ClosedRange<Int>?) -> [ScanPart] {
  var before = 0
  return scans.compactMap { scan in
    let first = before + 1
    before += scan.pages.count
    let pages = scan.pages.indices.filter { part?.contains(first + $0) ?? true }
    return pages.isEmpty ? nil : ScanPart(scan: scan, pages: pages)
  }
}

/// The scan itself when it must not or need not be rewritten.
private func keptOriginal(_ scans: [Scan], path: String) throws(ArchivingError) -> Deliverable? {
  guard let signed = scans.first(where: \.isSigned) ?? (scans.count == 1 ? scans.first : nil) else {
    return nil
  }
  let reason: Deliverable.OriginalReason
  if signed.isSigned {
    guard scans.count == 1 else {
      throw ArchivingError(
        .signedAmongMany, file: fileName(signed.path), found: "\(scans.count) files")
    }
    reason = .signed
  } else {
    guard try isArchivalAlready(signed) else { return nil }
    reason = .archivalAlready
  }
  let pages = try untouchedPages(signed)
  let copy = PartialFile(for: path)
  try copy.fill(from: signed.path, expecting: signed.fixity)
  try copy.publish()
  return .original(path: path, reason: reason, pages: pages)
}

/// Whether the file keeps what it claims, and every page has text.
private func isArchivalAlready(_ scan: Scan) throws(ArchivingError) -> Bool {
  guard scan.format == .pdf, let level = scan.claimedPDFA.flatMap(ConformanceLevel.init(name:))
  else {
    return false
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
  guard hasText else { return false }
  return try conformance(ofPDFAt: scan.path, level: level).allSatisfy(\.passed)
}

private func untouchedPages(_ scan: Scan) throws(ArchivingError) -> [PageFidelity] {
  do throws(QPDFError) {
    let file = try PDFFile(path: scan.path)
    var pages: [PageFidelity] = []
    for header in scan.pages {
      let sum = try digest(of: file.analysis(ofPage: header.index - 1).images, in: file)
      pages.append(
        PageFidelity(
          page: header.index, container: header.container, sourceSHA256: sum, embeddedSHA256: sum,
          repacked: false, keepsEverySample: true, sheetSize: .source))
    }
    return pages
  } catch {
    throw ArchivingError(.sourceUnreadable, file: fileName(scan.path), found: error.description)
  }
}

private func compose(
  _ parts: [ScanPart], _ text: [RecognizedPage?], _ metadata: PDFMetadata, _ limits: IngestLimits,
  claiming level: ConformanceLevel?, to path: String
) throws(ArchivingError) -> [PageFidelity] {
  let name = fileName(path)
  var assembly: Assembly
  do throws(QPDFError) { assembly = try Assembly(alphabet: Alphabet(of: text)) } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  var next = 0
  for part in parts {
    let own = Array(text[next..<next + part.pages.count])
    do throws(AssemblyFailure) {
      try assembly.append(part.scan, pages: part.pages, text: own, limits: limits)
    } catch {
      let failed = part.pages.dropFirst(assembly.pending.count - next).first ?? 0
      throw ArchivingError(error, file: fileName(part.scan.path), page: failed + 1)
    }
    next += part.pages.count
  }
  do throws(QPDFError) {
    try assembly.write(metadata, claiming: level.map { ($0.part, $0.conformance) }, to: path)
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
          page: index + 1, container: page.container, sourceSHA256: page.sourceSHA256,
          embeddedSHA256: embedded, repacked: page.samplesSHA256 != nil,
          keepsEverySample: page.keepsEverySample, sheetSize: page.sheetSize))
    }
  } catch {
    throw ArchivingError(.notLossless, file: name, found: error.description)
  }
  return pages
}

extension ArchivingError {
  fileprivate init(_ failure: AssemblyFailure, file: String, page: Int) {
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
