import CPNG
public import Imaging

/// Why a PNG gave no page.
public struct PNGError: Error, Sendable, Equatable {
  /// What was found, in figures or in libpng's words.
  public let found: String

  /// Makes an error.
  public init(found: String) { self.found = found }
}

/// Decodes a PNG as stored; 16 bits become 8, alpha falls on white (`png_image_finish_read`).
///
/// The caller has checked the header's size against its limits. Threads: any, libpng keeps no global
/// state. Errors: a picture that ends early or fails a checksum is an error; nothing is printed.
public func decodedPNG(_ bytes: [UInt8], header: PNGHeader) throws(PNGError) -> PageImage {
  guard header.isComplete else { throw PNGError(found: "no IEND chunk") }
  let samples = header.colorMode == .color ? 3 : 1
  let (area, overflow) = header.width.multipliedReportingOverflow(by: header.height)
  // libpng's simplified API counts a picture's bytes in 32 bits.
  guard !overflow, area <= Int(Int32.max) / samples else {
    throw PNGError(found: "\(header.width) × \(header.height) px")
  }
  var message = [CChar](repeating: 0, count: 64)
  var status: Int32 = 0
  let pixels = unsafe [UInt8](unsafeUninitializedCapacity: area * samples) { buffer, filled in
    unsafe buffer.initialize(repeating: 255)
    status = unsafe cpng_decode(
      bytes, bytes.count, UInt32(header.width), UInt32(header.height), Int32(samples),
      buffer.baseAddress, &message)
    filled = area * samples
  }
  guard status == 0 else {
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    throw PNGError(found: String(decoding: text, as: UTF8.self))
  }
  switch header.colorMode {
  case .bilevel:
    return .bilevel(GrayImage(width: header.width, height: header.height, pixels: pixels))
  case .gray: return .gray(GrayImage(width: header.width, height: header.height, pixels: pixels))
  case .color:
    return .color(ColorImage(width: header.width, height: header.height, pixels: pixels))
  }
}
