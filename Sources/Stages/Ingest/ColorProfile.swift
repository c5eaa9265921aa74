import PNG
import QPDF
import TIFF
import TurboJPEG

/// No profile of a scanner is larger: those with tables of four inks have some megabytes.
private let mostBytes = 8 << 20

/// The ICC profile that a JPEG, PNG or TIFF file carries for a page; nil when it carries none.
///
/// A PDF keeps its profiles with its images, and a profile that cannot be read is none.
public func colorProfile(ofPage index: Int, in scan: Scan) throws(IngestError) -> [UInt8]? {
  switch scan.format {
  case .jpeg:
    // Segments stand before the pixels; what lies beyond belongs to no profile of that size.
    let start = try firstBytes(mostBytes, of: scan.path)
    do throws(JPEGError) { return try JPEGHeader(of: start).profile } catch { return nil }
  case .png:
    let bytes = try allBytes(of: scan.path)
    do throws(PNGError) {
      guard let place = try PNGHeader(of: bytes).profile else { return nil }
      return inflatedProfile(Array(bytes[place]))
    } catch { return nil }
  case .tiff: return try tiffProfile(index, of: scan)
  case .pdf: return nil
  }
}

private func inflatedProfile(_ bytes: [UInt8]) -> [UInt8]? {
  do throws(QPDFError) { return try inflated(bytes, limit: mostBytes) } catch { return nil }
}
