import Imaging
import PNG

/// The header of a PNG file's page, its structure checked to the end.
func pngHeader(
  of bytes: [UInt8], _ path: String, _ limits: IngestLimits
) throws(IngestError) -> PageHeader {
  let chunks = try pngChunks(of: bytes, path)
  try checkSize(chunks.width, chunks.height, limits, file: path, page: 1)
  return pageHeader(chunks)
}

/// The one page of a PNG file.
func pngPage(of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page {
  let bytes = try allBytes(of: scan.path)
  let chunks = try pngChunks(of: bytes, scan.path)
  try checkSize(chunks.width, chunks.height, limits, file: scan.path, page: 1)
  let header = pageHeader(chunks)
  try checkSame(header, as: scan)
  do throws(PNGError) {
    return Page(header: header, image: try decodedPNG(bytes, header: chunks))
  } catch {
    throw IngestError(.damaged, file: scan.path, page: 1, found: "PNG: \(error.found)")
  }
}

/// The deflated rows of a PNG file as they are, nil when a PDF could not show them.
///
/// PDF knows the filters of PNG (ISO 32000-1 7.4.4.4), and neither its passes nor its transparency.
func pngStream(of scan: Scan) throws(IngestError) -> EmbeddedStream? {
  let bytes = try allBytes(of: scan.path)
  let chunks = try pngChunks(of: bytes, scan.path)
  try checkSame(pageHeader(chunks), as: scan)
  guard !chunks.isInterlaced, !chunks.hasTransparency, [1, 3].contains(chunks.samplesPerPixel),
    !chunks.isPalette || !chunks.palette.isEmpty
  else { return nil }
  return EmbeddedStream(
    kind: .samples, bytes: chunks.pixelData.flatMap { bytes[$0] }, columns: chunks.width,
    rows: chunks.height, bitsPerComponent: chunks.bitsPerSample,
    components: chunks.samplesPerPixel, k: 0, blackIs1: false, isInvertedCMYK: false,
    palette: chunks.isPalette ? chunks.palette : nil)
}

private func pngChunks(of bytes: [UInt8], _ path: String) throws(IngestError) -> PNGHeader {
  do throws(PNGError) {
    let chunks = try PNGHeader(of: bytes)
    guard chunks.isComplete else {
      throw PNGError(found: "no end chunk in \(bytes.count) bytes")
    }
    return chunks
  } catch {
    throw IngestError(.damaged, file: path, page: 1, found: "PNG: \(error.found)")
  }
}

private func pageHeader(_ chunks: PNGHeader) -> PageHeader {
  PageHeader(
    index: 1, width: chunks.width, height: chunks.height, bitsPerSample: chunks.bitsPerSample,
    samplesPerPixel: chunks.samplesPerPixel, colorMode: chunks.colorMode,
    declared: chunks.resolution, orientation: .none, container: .samples)
}

/// That a page's header, read again, is the one that was surveyed.
func checkSame(_ header: PageHeader, as scan: Scan) throws(IngestError) {
  guard header == scan.pages[header.index - 1] else {
    throw IngestError(
      .growing, file: scan.path, page: header.index, found: "another header than at first")
  }
}
