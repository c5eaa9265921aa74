import Imaging
import TurboJPEG

/// The header of a JPEG file's page, its structure checked to the end.
func jpegHeader(
  of bytes: [UInt8], _ path: String, _ limits: IngestLimits
) throws(IngestError) -> PageHeader {
  let markers = try jpegMarkers(of: bytes, path)
  try checkSize(markers.width, markers.height, limits, file: path, page: 1)
  return pageHeader(markers)
}

/// The one page of a JPEG file.
func jpegPage(of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page {
  let bytes = try allBytes(of: scan.path)
  let markers = try jpegMarkers(of: bytes, scan.path)
  try checkSize(markers.width, markers.height, limits, file: scan.path, page: 1)
  let header = pageHeader(markers)
  try checkSame(header, as: scan)
  do throws(JPEGError) {
    let image = try TurboJPEG.decodedJPEG(bytes, header: markers)
    return Page(
      header: header, image: image.turned(header.orientation), jpegQuality: markers.quality)
  } catch {
    throw ingestError(error, scan.path)
  }
}

/// The bytes of a JPEG file as they are, nil when no PDF reader would show them rightly.
func jpegStream(of scan: Scan) throws(IngestError) -> EmbeddedStream? {
  let bytes = try allBytes(of: scan.path)
  let markers = try jpegMarkers(of: bytes, scan.path)
  try checkSame(pageHeader(markers), as: scan)
  return markers.embedded(bytes)
}

extension JPEGHeader {
  /// Whether a PDF reader shows the stream as libjpeg does.
  ///
  /// PDF knows 8 bits, Huffman coding, and takes three components for YCbCr unless an Adobe marker
  /// speaks; libjpeg takes components that are named R, G, B for what they are called.
  var fitsPDF: Bool {
    let isNamedRGB = componentNames == [0x52, 0x47, 0x42] && adobeTransform == nil
    return isComplete && precision == 8 && !isArithmetic && !isNamedRGB
      && [1, 3, 4].contains(components)
  }

  /// The stream as a PDF can hold it, nil when it cannot.
  func embedded(_ bytes: [UInt8]) -> EmbeddedStream? {
    guard fitsPDF else { return nil }
    return EmbeddedStream(
      kind: .dct, bytes: bytes, columns: width, rows: height, bitsPerComponent: 8,
      components: components, k: 0, blackIs1: false, isInvertedCMYK: isInvertedCMYK)
  }
}

private func jpegMarkers(of bytes: [UInt8], _ path: String) throws(IngestError) -> JPEGHeader {
  do throws(JPEGError) {
    let markers = try JPEGHeader(of: bytes)
    guard markers.isComplete else {
      throw JPEGError(.damaged, found: "no end-of-image marker in \(bytes.count) bytes")
    }
    return markers
  } catch {
    throw ingestError(error, path)
  }
}

private func pageHeader(_ markers: JPEGHeader) -> PageHeader {
  let turn = QuarterTurn(orientation: markers.orientation)
  return PageHeader(
    index: 1, width: turn.swapsSides ? markers.height : markers.width,
    height: turn.swapsSides ? markers.width : markers.height, bitsPerSample: markers.precision,
    samplesPerPixel: markers.components, colorMode: markers.components == 1 ? .gray : .color,
    declared: markers.resolution?.turned(turn), orientation: turn,
    container: markers.fitsPDF ? .dct : .samples)
}

private func ingestError(_ error: JPEGError, _ path: String) -> IngestError {
  switch error.code {
  case .damaged: IngestError(.damaged, file: path, page: 1, found: "JPEG: \(error.found)")
  case .unsupported: IngestError(.unsupported, file: path, page: 1, found: "JPEG: \(error.found)")
  }
}
