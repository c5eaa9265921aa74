import Imaging

/// Reads what a file is and what it says about its pages, no pixel.
///
/// The kind of file is told from its bytes. Refused are files that are missing, unreadable, empty,
/// damaged, still growing, or beyond the limits; the limits are checked before anything is decoded.
/// A file that is damaged and was changed a moment ago is looked at again after a second.
public func scan(at path: String, limits: IngestLimits) throws(IngestError) -> Scan {
  try scan(at: path, limits: limits, probe: .system)
}

/// Decodes one page, counted from 1, turned the way its file asks a viewer to show it.
///
/// The file must still be what was surveyed: another size, or another header of the page, is an error.
public func page(
  _ index: Int, of scan: Scan, limits: IngestLimits
) throws(IngestError) -> Page {
  precondition(scan.pages.indices.contains(index - 1), "pages are counted from 1")
  try checkUnchanged(scan)
  let page: Page
  switch scan.format {
  case .tiff: page = try tiffPage(index, of: scan, limits: limits)
  case .png: page = try pngPage(of: scan, limits: limits)
  case .jpeg: page = try jpegPage(of: scan, limits: limits)
  case .pdf: return try pdfPage(index, of: scan, limits: limits)
  }
  guard page.image.width == page.header.width, page.image.height == page.header.height else {
    let (decoded, header) = (page.image, page.header)
    throw IngestError(
      .damaged, file: scan.path, page: index,
      found: "\(decoded.width) × \(decoded.height) px decoded, header says "
        + "\(header.width) × \(header.height)")
  }
  return page
}

/// The page's stored stream when it can be laid into a PDF byte for byte.
///
/// Nil when the samples must be packed again, and for pages of a PDF, which stay where they are.
public func embeddedStream(
  _ index: Int, of scan: Scan
) throws(IngestError) -> EmbeddedStream? {
  precondition(scan.pages.indices.contains(index - 1), "pages are counted from 1")
  try checkUnchanged(scan)
  switch scan.format {
  case .tiff: return try tiffStream(index, of: scan)
  case .jpeg: return try jpegStream(of: scan)
  case .png: return try pngStream(of: scan)
  case .pdf: return nil
  }
}

package func scan(
  at path: String, limits: IngestLimits, probe: GrowthProbe
) throws(IngestError) -> Scan {
  let before = try FileState(of: path)
  do throws(IngestError) {
    return try survey(path, before, limits)
  } catch {
    guard error.mayBeUnfinished, before.isYounger(than: 10, at: probe.now()) else { throw error }
    probe.wait()
    let after = try FileState(of: path)
    guard after == before else {
      throw IngestError(
        .growing, file: path, found: "\(before.byteCount) bytes, then \(after.byteCount)")
    }
    throw error
  }
}

private func survey(
  _ path: String, _ state: FileState, _ limits: IngestLimits
) throws(IngestError) -> Scan {
  guard state.byteCount > 0 else { throw IngestError(.empty, file: path, found: "0 bytes") }
  guard state.byteCount <= limits.bytes else {
    throw IngestError(
      .tooManyBytes, file: path, found: "\(state.byteCount) bytes, at most \(limits.bytes)")
  }
  let start = try firstBytes(1024, of: path)
  guard let format = ScanFormat(sniffing: start) else {
    let shown = start.prefix(4).map { String($0, radix: 16) }.joined(separator: " ")
    throw IngestError(.unknownFormat, file: path, found: "first bytes \(shown)")
  }
  let fixity = try fixity(of: path)
  guard fixity.byteCount == state.byteCount else {
    throw IngestError(
      .growing, file: path, found: "\(state.byteCount) bytes, then \(fixity.byteCount)")
  }
  let pages: [PageHeader]
  switch format {
  case .tiff: pages = try tiffHeaders(at: path, byteCount: fixity.byteCount, limits)
  case .png: pages = [try pngHeader(of: try allBytes(of: path), path, limits)]
  case .jpeg: pages = [try jpegHeader(of: try allBytes(of: path), path, limits)]
  case .pdf: return try pdfScan(at: path, fixity: fixity, limits: limits)
  }
  return Scan(path: path, fixity: fixity, format: format, pages: pages)
}

/// That the file is still as long as it was when it was surveyed.
func checkUnchanged(_ scan: Scan) throws(IngestError) {
  let state = try FileState(of: scan.path)
  guard state.byteCount == scan.fixity.byteCount else {
    throw IngestError(
      .growing, file: scan.path,
      found: "\(scan.fixity.byteCount) bytes, then \(state.byteCount)")
  }
}

/// That a page's pixels are within the limit.
func checkSize(
  _ width: Int, _ height: Int, _ limits: IngestLimits, file: String, page: Int
) throws(IngestError) {
  guard limits.allow(width, height) else {
    throw IngestError(
      .tooManyPixels, file: file, page: page, found: limits.sizeFound(width, height))
  }
}

extension IngestLimits {
  /// Whether a page may have so many pixels.
  func allow(_ width: Int, _ height: Int) -> Bool {
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    return !overflow && (area - 1) / 1_000_000 < megapixels
  }

  /// What an error says of a page that is too large.
  func sizeFound(_ width: Int, _ height: Int) -> String {
    "\(width) × \(height) px, at most \(megapixels) million"
  }
}

extension IngestError {
  /// Whether a file that is still being written may look like this.
  fileprivate var mayBeUnfinished: Bool {
    switch code {
    case .empty, .damaged, .unknownFormat, .noPages: true
    case .unreadable, .growing, .encrypted, .tooManyBytes, .tooManyPages, .tooManyPixels,
      .unsupported, .toolFailed:
      false
    }
  }
}

extension ScanFormat {
  /// The kind of file that starts with these bytes; nil when it is none of ours.
  package init?(sniffing start: [UInt8]) {
    let tiff: [[UInt8]] = [
      [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43],
    ]
    if tiff.contains(where: { start.starts(with: $0) }) {
      self = .tiff
    } else if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if start.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if isPDF(start) {
      self = .pdf
    } else {
      return nil
    }
  }
}

/// Readers accept `%PDF-` anywhere in the first 1024 bytes: mail gateways put lines in front.
private func isPDF(_ start: [UInt8]) -> Bool {
  let mark: [UInt8] = [0x25, 0x50, 0x44, 0x46, 0x2D]
  guard start.count >= mark.count else { return false }
  return (0...start.count - mark.count).contains { start[$0...].starts(with: mark) }
}
