public import Findings
public import Ingest
public import Recognition
public struct PageFidelity: Sendable, Equatable, Codable { public let page: Int }
public struct ArchivalPDF: Sendable, Equatable { public let path: String; public let level: String }
public enum Deliverable: Sendable, Equatable {
  public enum OriginalReason: String, Sendable, Codable { case signed, archivalAlready }
  case archival(ArchivalPDF, pages: [PageFidelity])
  case original(path: String, reason: OriginalReason, pages: [PageFidelity])
  case plain(path: String, findings: [Finding], pages: [PageFidelity])
  public var path: String {
    switch self {
    case .archival(let p, _): p.path;
    case .original(let p, _, _), .plain(let p, _, _): p
    }
  }
  public var pages: [PageFidelity] { [] }
}
public struct ConformanceResult: Sendable, Codable, Equatable {
  public let clause: String; public let passed: Bool; public let message: Wording
}
public enum ArchivingError: Error { case none }
public func conformance(ofPDFAt path: String) throws(ArchivingError) -> [ConformanceResult] { [] }
public func writeDeliverable(
  of scans: [Scan], text: [RecognizedPage?], title: String, claimsPDFA: Bool, to path: String
) throws(ArchivingError) -> Deliverable { .plain(path: path, findings: [], pages: []) }
