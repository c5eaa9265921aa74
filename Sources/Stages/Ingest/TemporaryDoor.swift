import Digest
import Foundation

public func scan(at path: String, limits: IngestLimits) throws(IngestError) -> Scan {
  guard let data = FileManager.default.contents(atPath: path) else { throw IngestError(.unreadable, file: path, found: "") }
  return try pdfScan(at: path, fixity: Fixity(sha256: SHA256.hex(of: [UInt8](data)), byteCount: data.count), limits: limits)
}
public func page(_ index: Int, of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page {
  try pdfPage(index, of: scan, limits: limits)
}
