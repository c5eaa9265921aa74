import Archiving
import Digest
import Findings
import Foundation

/// What the journal keeps of a PDF that was written: enough to know it again.
struct DeliverableRecord: Sendable, Equatable, Codable {
  let path: String
  let sha256: String
  /// The PDF/A level that the checked bytes claim; nil when they claim none.
  let pdfaLevel: String?
  /// Whether it is a digitally signed original, passed through untouched.
  let isSigned: Bool
  /// Why it carries no claim.
  let findings: [Finding]
  let pages: [PageFidelity]

  init(_ deliverable: Deliverable) {
    path = deliverable.path
    sha256 = SHA256.hex(ofFile: deliverable.path) ?? ""
    pages = deliverable.pages
    switch deliverable {
    case .archival(let pdf, _):
      pdfaLevel = pdf.level
      isSigned = false
      findings = []
    case .original(_, let reason, _):
      pdfaLevel = nil
      isSigned = reason == .signed
      findings = []
    case .plain(_, let findings, _):
      pdfaLevel = nil
      isSigned = false
      self.findings = findings
    }
  }

  /// Whether the file at a path is still the one that was written; one that cannot be read is not.
  func isIntact(at target: String) -> Bool {
    path == target && SHA256.hex(ofFile: target) == sha256
  }
}
