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
    sha256 = Self.digest(ofFile: deliverable.path) ?? ""
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

  /// Whether the file at a path is still the one that was written.
  func isIntact(at target: String) -> Bool {
    path == target && Self.digest(ofFile: target) == sha256
  }

  private static func digest(ofFile path: String) -> String? {
    // A file that cannot be read is not intact; writing it anew says what is wrong.
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    var digest = SHA256()
    while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty {
      digest.update([UInt8](chunk))
    }
    return digest.hex()
  }
}
