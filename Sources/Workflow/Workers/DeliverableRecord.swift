import Archiving
import Digest
import Findings
import Foundation
import Ingest
import Reporting

/// What the journal keeps of a PDF that was written: enough to know it again.
struct DeliverableRecord: Sendable, Equatable, Codable {
  let path: String
  let sha256: String
  let byteCount: Int
  let scanByteCount: Int
  let kind: ArchiveReport.Kind
  /// The PDF/A level that the checked bytes claim; nil when they claim none.
  let pdfaLevel: String?
  /// Why it carries no claim, and what should be said of it.
  let findings: [Finding]
  /// The signatures of a signed scan; nil when they could not be read.
  let signatures: [PDFSignature]?
  let pages: [PageFidelity]
  /// The smaller copy for screens; nil when none was asked for.
  var access: AccessCopy?

  init(_ deliverable: Deliverable, scans: [Scan], isPart: Bool) {
    path = deliverable.path
    sha256 = SHA256.hex(ofFile: deliverable.path) ?? ""
    let attributes = try? FileManager.default.attributesOfItem(atPath: deliverable.path)
    // A file that vanished between writing and here is found out by its digest.
    byteCount = attributes?[.size] as? Int ?? 0
    scanByteCount = scans.reduce(0) { $0 + $1.fixity.byteCount }
    let notes = notes(
      on: deliverable, pdfBytes: byteCount, scanBytes: isPart ? nil : scanByteCount)
    pages = deliverable.pages
    if case .original(_, .signed, _, _) = deliverable {
      signatures = Ingest.signatures(ofPDFAt: deliverable.path)
    } else {
      signatures = []
    }
    switch deliverable {
    case .archival(let pdf, _): (kind, pdfaLevel, findings) = (.archival, pdf.level, notes)
    case .original(_, .signed, let level, _): (kind, pdfaLevel, findings) = (.signed, level, notes)
    case .original(_, .archivalAlready, let level, _):
      (kind, pdfaLevel, findings) = (.kept, level, notes)
    case .plain(_, let broken, _): (kind, pdfaLevel, findings) = (.plain, nil, broken + notes)
    }
  }

  /// Whether it is a digitally signed original, passed through untouched.
  var isSigned: Bool { kind == .signed }

  /// Whether the file at a path is still the one that was written; one that cannot be read is not.
  func isIntact(at target: String) -> Bool {
    path == target && SHA256.hex(ofFile: target) == sha256
      && access.map { FileManager.default.fileExists(atPath: $0.path) } ?? true
  }
}

extension ArchiveReport {
  init(_ record: DeliverableRecord) {
    self.init(
      kind: record.kind, sha256: record.sha256, byteCount: record.byteCount,
      scanByteCount: record.scanByteCount, signatures: record.signatures, pages: record.pages,
      access: record.access?.pages)
  }
}
