import CTurboJPEG
package import Imaging

/// How fine the colours of a JPEG are.
package enum ChromaDetail: Sendable {
  /// As fine as its brightness.
  case full
  /// Half as fine across.
  case halfAcross
  /// Half as fine both ways, as scanners and cameras write them.
  case half

  fileprivate var sampling: TJSAMP {
    switch self {
    case .full: TJSAMP_444
    case .halfAcross: TJSAMP_422
    case .half: TJSAMP_420
    }
  }
}

/// Packs a picture as JPEG with a standard table (`tjCompress2`).
///
/// For the small pictures of reports, for access copies, tests and samples: nothing that is kept of a scan
/// is ever packed with loss.
package func encodedJPEG(
  _ image: PageImage, quality: Int, progressive: Bool = false, chroma: ChromaDetail = .full
) throws(JPEGError) -> [UInt8] {
  let flags = progressive ? TJFLAG_PROGRESSIVE : 0
  switch image {
  case .bilevel(let gray), .gray(let gray):
    return try compressed(
      gray.pixels, gray.width, gray.height, TJPF_GRAY, TJSAMP_GRAY, quality, flags)
  case .color(let color):
    return try compressed(
      color.pixels, color.width, color.height, TJPF_RGB,
      chroma.sampling, quality, flags)
  }
}

/// Packs inks as they are given, four samples a pixel, as YCCK with an Adobe marker.
package func encodedJPEG(
  inks: [UInt8], width: Int, height: Int, quality: Int
) throws(JPEGError) -> [UInt8] {
  try compressed(inks, width, height, TJPF_CMYK, TJSAMP_444, quality, 0)
}

private func compressed(
  _ pixels: [UInt8], _ width: Int, _ height: Int, _ format: TJPF, _ sampling: TJSAMP,
  _ quality: Int, _ flags: Int32
) throws(JPEGError) -> [UInt8] {
  guard let handle = unsafe tjInitCompress() else { throw JPEGError(.damaged, found: "no encoder") }
  defer { unsafe tjDestroy(handle) }
  var buffer: UnsafeMutablePointer<UInt8>?
  defer { unsafe tjFree(buffer) }
  var count: UInt = 0
  let status = unsafe tjCompress2(
    handle, pixels, Int32(width), 0, Int32(height), Int32(format.rawValue), &buffer, &count,
    Int32(sampling.rawValue), Int32(quality), flags)
  guard status == 0, let start = unsafe buffer else {
    throw JPEGError(.damaged, found: unsafe String(cString: tjGetErrorStr2(handle)))
  }
  return unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(count)))
}
