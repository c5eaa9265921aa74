import CTurboJPEG
public import Imaging

/// Why a JPEG stream gave no page.
public struct JPEGError: Error, Sendable, Equatable {
  /// The kinds of failure.
  public enum Code: Sendable {
    /// Cut short, or not decodable.
    case damaged
    /// A kind of JPEG that is not decoded (12 bits, lossless, two components).
    case unsupported
  }

  /// The kind of failure.
  public let code: Code
  /// What was found.
  public let found: String

  /// Makes an error.
  public init(_ code: Code, found: String) {
    self.code = code
    self.found = found
  }
}

/// Decodes a JPEG stream as stored, not turned: one component gives grey, three or four give colour.
///
/// The caller has checked the header's size against its limits. Threads: any, each call has a handle
/// of its own (`tjInitDecompress`, `tjDecompress2`). Errors: a stream that ends early, or whose
/// entropy data is corrupt, is an error although libjpeg would show grey there.
public func decodedJPEG(_ bytes: [UInt8], header: JPEGHeader) throws(JPEGError) -> PageImage {
  guard header.isComplete else { throw JPEGError(.damaged, found: "no end-of-image marker") }
  guard header.precision == 8, [1, 3, 4].contains(header.components) else {
    throw JPEGError(
      .unsupported, found: "\(header.components) components of \(header.precision) bits")
  }
  let (width, height) = (header.width, header.height)
  switch header.components {
  case 1:
    let pixels = try decompressed(bytes, header, TJPF_GRAY, samples: 1)
    return .gray(GrayImage(width: width, height: height, pixels: pixels))
  case 3:
    let pixels = try decompressed(bytes, header, TJPF_RGB, samples: 3)
    return .color(ColorImage(width: width, height: height, pixels: pixels))
  default:
    let inks = try decompressed(bytes, header, TJPF_CMYK, samples: 4)
    let pixels = redGreenBlue(ofInks: inks, areInverted: header.isInvertedCMYK)
    return .color(ColorImage(width: width, height: height, pixels: pixels))
  }
}

private func decompressed(
  _ bytes: [UInt8], _ header: JPEGHeader, _ format: TJPF, samples: Int
) throws(JPEGError) -> [UInt8] {
  guard let handle = unsafe tjInitDecompress() else {
    throw JPEGError(.damaged, found: "no decoder")
  }
  defer { unsafe tjDestroy(handle) }
  // Encoders write about 10 scans; each of a hostile file's thousands costs a pass over all pixels.
  let flags = Int32(TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT)
  var status: Int32 = 0
  let count = header.width * header.height * samples
  let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    status = unsafe tjDecompress2(
      handle, bytes, UInt(bytes.count), buffer.baseAddress, Int32(header.width), 0,
      Int32(header.height), Int32(format.rawValue), flags)
    // Rows that an error left unwritten are never looked at: only harmless warnings let the picture through.
    filled = count
  }
  guard status != 0 else { return pixels }
  let message = unsafe String(cString: tjGetErrorStr2(handle))
  let isWarning = unsafe tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
  guard isWarning, isHarmless(message) else {
    let isUnknown = message.hasPrefix("Unsupported") || message.contains("not supported")
    throw JPEGError(isUnknown ? .unsupported : .damaged, found: message)
  }
  return pixels
}

/// Whether a message of libjpeg is a warning that leaves every pixel as it was scanned.
///
/// Told by its text: after any warning `tjGetErrorCode` calls an error that ended decoding a warning, too.
private func isHarmless(_ message: String) -> Bool {
  let harmless = [
    "Warning: unknown JFIF revision", "Unknown Adobe color transform", "Invalid SOS parameters",
    "Inconsistent progression sequence",
  ]
  if harmless.contains(where: message.hasPrefix) { return true }
  // Up to four stray bytes before a marker are padding by the encoder.
  let words = message.split(separator: " ")
  guard message.hasPrefix("Corrupt JPEG data"), message.contains("extraneous bytes"),
    words.count > 3, let stray = Int(words[3])
  else { return false }
  return stray <= 4
}

/// Inks to light by multiplication; without a colour profile no other conversion is better founded.
private func redGreenBlue(ofInks inks: [UInt8], areInverted: Bool) -> [UInt8] {
  var result = [UInt8](repeating: 0, count: inks.count / 4 * 3)
  let source = inks.span
  // Adobe stores 255 for "no ink": stored values are light already.
  let flip: UInt8 = areInverted ? 0 : 255
  for pixel in 0..<inks.count / 4 {
    let at = pixel &* 4
    let black = UInt32(source[at &+ 3] ^ flip)
    for ink in 0..<3 {
      // 255 · 255 + 127 < 2¹⁶.
      let light = (UInt32(source[at &+ ink] ^ flip) &* black &+ 127) / 255
      result[pixel &* 3 &+ ink] = UInt8(truncatingIfNeeded: light)
    }
  }
  return result
}
