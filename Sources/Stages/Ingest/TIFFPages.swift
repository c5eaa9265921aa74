import Imaging
import TIFF
import TurboJPEG

/// The headers of a TIFF file's pages, in file order.
func tiffHeaders(
  at path: String, byteCount: Int, _ limits: IngestLimits
) throws(IngestError) -> [PageHeader] {
  try reading(path) { (file) throws(TIFFReading) in
    let frames = try pages(of: &file, limits)
    guard frames.count <= limits.pages else {
      throw .refused(.tooManyPages, nil, "more than \(limits.pages) pages")
    }
    var headers: [PageHeader] = []
    for (index, frame) in frames.enumerated() {
      try check(frame, page: index + 1, byteCount, limits)
      headers.append(try pageHeader(frame, index + 1, in: &file))
    }
    return headers
  }
}

/// One page of a TIFF file.
func tiffPage(
  _ index: Int, of scan: Scan, limits: IngestLimits
) throws(IngestError) -> Page {
  let header = scan.pages[index - 1]
  return try reading(scan.path, page: index) { (file) throws(TIFFReading) in
    let frame = try frame(index, of: scan, in: &file, limits)
    try check(frame, page: index, scan.fixity.byteCount, limits)
    guard try pageHeader(frame, index, in: &file) == header else {
      throw .refused(.growing, index, "another header than at first")
    }
    let quality = try jpegMarkers(of: frame, in: &file)?.markers.quality
    let image = try wrapped { () throws(TIFFError) in try file.image(of: frame) }
    return Page(header: header, image: image.turned(header.orientation), jpegQuality: quality)
  }
}

/// The stored stream of a frame in one strip, nil when its pixels must be packed again.
func tiffStream(_ index: Int, of scan: Scan) throws(IngestError) -> EmbeddedStream? {
  guard scan.pages[index - 1].container != .samples else { return nil }
  return try reading(scan.path, page: index) { (file) throws(TIFFReading) in
    let limits = IngestLimits(bytes: .max, pages: scan.pages.count, megapixels: .max)
    let frame = try frame(index, of: scan, in: &file, limits)
    switch frame.coding {
    case .ccitt(let k, let blackIs1):
      guard let stream = try wrapped({ () throws(TIFFError) in try file.rawStream(of: frame) })
      else { return nil }
      return EmbeddedStream(
        kind: .ccitt, bytes: stream.bytes, columns: frame.width, rows: frame.height,
        bitsPerComponent: 1, components: 1, k: k, blackIs1: blackIs1, isInvertedCMYK: false)
    case .jpeg:
      guard let jpeg = try jpegMarkers(of: frame, in: &file) else { return nil }
      return jpeg.markers.embedded(jpeg.bytes)
    case nil: return nil
    }
  }
}

/// The ICC profile of a frame, nil when it has none.
func tiffProfile(_ index: Int, of scan: Scan) throws(IngestError) -> [UInt8]? {
  try reading(scan.path, page: index) { (file) throws(TIFFReading) in
    let limits = IngestLimits(bytes: .max, pages: scan.pages.count, megapixels: .max)
    let frame = try frame(index, of: scan, in: &file, limits)
    return try wrapped({ () throws(TIFFError) in try file.profile(of: frame) })
  }
}

/// How reading a TIFF fails: by libtiff, or by a limit of ours.
private enum TIFFReading: Error {
  case failed(TIFFError)
  case refused(IngestError.Code, Int?, String)
}

private func wrapped<Value>(
  _ body: () throws(TIFFError) -> Value
) throws(TIFFReading) -> Value {
  do throws(TIFFError) { return try body() } catch { throw .failed(error) }
}

private func reading<Value>(
  _ path: String, page: Int? = nil,
  _ body: (inout TIFFFile) throws(TIFFReading) -> Value
) throws(IngestError) -> Value {
  do throws(TIFFReading) {
    var file = try openedTIFF(path)
    return try body(&file)
  } catch {
    switch error {
    case .refused(let code, let page, let found):
      throw IngestError(code, file: path, page: page, found: found)
    case .failed(let failure):
      throw IngestError(failure.ingestCode, file: path, page: page, found: "TIFF: \(failure.found)")
    }
  }
}

private func openedTIFF(_ path: String) throws(TIFFReading) -> TIFFFile {
  do throws(TIFFError) { return try TIFFFile.opened(at: path) } catch { throw .failed(error) }
}

extension TIFFError {
  fileprivate var ingestCode: IngestError.Code {
    switch self {
    case .notOpened, .damaged: .damaged
    case .unsupported: .unsupported
    case .noMemory: .tooManyPixels
    }
  }
}

/// The frames that are pages: all, but for those that call themselves a smaller copy and are one.
///
/// The flag alone is not believed: a page lost is worse than a preview too many.
private func pages(
  of file: inout TIFFFile, _ limits: IngestLimits
) throws(TIFFReading) -> [TIFFFrame] {
  // Each page may come with a preview.
  let most = min(limits.pages, Int(Int32.max)) * 2 + 1
  let frames = try wrapped { () throws(TIFFError) in try file.frames(limit: most) }
  let full = frames.filter { !$0.isThumbnail }
  let width = full.map(\.width).max() ?? 0
  let height = full.map(\.height).max() ?? 0
  return frames.filter { !$0.isThumbnail || $0.width * 2 > width || $0.height * 2 > height }
}

private func frame(
  _ index: Int, of scan: Scan, in file: inout TIFFFile, _ limits: IngestLimits
) throws(TIFFReading) -> TIFFFrame {
  let frames = try pages(of: &file, limits)
  guard frames.count == scan.pages.count else {
    throw .refused(.growing, index, "\(scan.pages.count) pages, then \(frames.count)")
  }
  return frames[index - 1]
}

private func check(
  _ frame: TIFFFrame, page: Int, _ byteCount: Int, _ limits: IngestLimits
) throws(TIFFReading) {
  guard limits.allow(frame.width, frame.height) else {
    throw .refused(.tooManyPixels, page, limits.sizeFound(frame.width, frame.height))
  }
  guard let end = frame.end, end <= byteCount else {
    throw .refused(
      .damaged, page, "goes on to byte \(frame.end.map(String.init) ?? "?") of \(byteCount)")
  }
}

private func pageHeader(
  _ frame: TIFFFrame, _ index: Int, in file: inout TIFFFile
) throws(TIFFReading) -> PageHeader {
  let turn = QuarterTurn(orientation: frame.orientation)
  let container: PageContainer
  switch frame.coding {
  case .ccitt: container = .ccitt
  case .jpeg: container = try jpegMarkers(of: frame, in: &file) == nil ? .samples : .dct
  case nil: container = .samples
  }
  return PageHeader(
    index: index, width: turn.swapsSides ? frame.height : frame.width,
    height: turn.swapsSides ? frame.width : frame.height, bitsPerSample: frame.bitsPerSample,
    samplesPerPixel: frame.samplesPerPixel, colorMode: frame.colorMode,
    declared: frame.resolution?.turned(turn), orientation: turn, container: container)
}

/// The JPEG stream of a frame when it is complete by itself and says the same as the frame.
private func jpegMarkers(
  of frame: TIFFFrame, in file: inout TIFFFile
) throws(TIFFReading) -> (markers: JPEGHeader, bytes: [UInt8])? {
  guard frame.coding == .jpeg,
    let stream = try wrapped({ () throws(TIFFError) in try file.rawStream(of: frame) }),
    // A stream without a header of its own is no error: libtiff decides whether it can be decoded.
    let markers = try? JPEGHeader(of: stream.bytes)
  else { return nil }
  let isSame =
    markers.width == frame.width && markers.height == frame.height
    && markers.components == frame.samplesPerPixel && markers.adobeTransform != 0
  return isSame && markers.fitsPDF ? (markers, stream.bytes) : nil
}
