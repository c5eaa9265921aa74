import CLeptonica
import Imaging

/// Leptonica's pointer to an image; from 1.83 on it is opaque, so it is named once.
typealias PixPointer = UnsafeMutablePointer<PIX>

/// A call of Leptonica that gave nothing.
public struct LeptonicaError: Error, Sendable, Equatable {
  /// The C function.
  public let call: String
}

/// Leptonica writes to stderr unless it is told not to, once for the process (`setMsgSeverity`).
private let silence: Void = {
  _ = setMsgSeverity(Int32(L_SEVERITY_NONE))
}()

/// An image owned by Leptonica.
///
/// Threads: one at a time; Leptonica holds no state of its own besides the message level, which is
/// set once. Ownership: destroyed with the value. Lifetime: no pointer leaves this module, pixels
/// are copied out. Errors: a nil of Leptonica becomes `LeptonicaError` with the function's name.
@safe struct OwnedPix: ~Copyable {
  private let raw: PixPointer

  private init(raw: PixPointer) { unsafe self.raw = raw }

  deinit {
    var pointer: PixPointer? = unsafe raw
    unsafe pixDestroy(&pointer)
  }

  /// Takes over what a C call returned (`pixDestroy` ends it).
  @safe static func adopting(
    _ call: String, _ make: () -> PixPointer?
  ) throws(LeptonicaError) -> OwnedPix {
    _ = silence
    guard let raw = unsafe make() else { throw LeptonicaError(call: call) }
    return unsafe OwnedPix(raw: raw)
  }

  /// The grey picture as an 8-bit image (`pixCreateNoInit`).
  static func gray(_ image: GrayImage) throws(LeptonicaError) -> OwnedPix {
    try adopting("pixCreateNoInit") {
      unsafe image.pixels.withUnsafeBufferPointer {
        unsafe clept_from_gray($0.baseAddress, Int32(image.width), Int32(image.height))
      }
    }
  }

  /// A 1-bit image with ink where the picture is darker than `threshold` (`pixCreateNoInit`).
  static func ink(
    of image: GrayImage, below threshold: Int
  ) throws(LeptonicaError) -> OwnedPix {
    try adopting("pixCreateNoInit") {
      unsafe image.pixels.withUnsafeBufferPointer {
        unsafe clept_from_ink(
          $0.baseAddress, Int32(image.width), Int32(image.height), Int32(threshold))
      }
    }
  }

  /// Lends the pointer to one C call; it must not be kept.
  @safe borrowing func lend<Result>(_ body: (PixPointer) -> Result) -> Result { unsafe body(raw) }

  /// Pixels a row (`pixGetWidth`).
  var width: Int { Int(unsafe pixGetWidth(raw)) }
  /// Rows (`pixGetHeight`).
  var height: Int { Int(unsafe pixGetHeight(raw)) }
  /// Bits a pixel: 1, 2, 4, 8, 16 or 32 (`pixGetDepth`).
  var depth: Int { Int(unsafe pixGetDepth(raw)) }

  /// The pixels of an 8-bit image without a colour map.
  func grayImage() -> GrayImage {
    precondition(depth == 8)
    let count = width * height
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress { unsafe clept_to_gray(raw, base) }
      filled = count
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// The pixels of a 32-bit image.
  func colorImage() -> ColorImage {
    precondition(depth == 32)
    let count = width * height * 3
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress { unsafe clept_to_rgb(raw, base) }
      filled = count
    }
    return ColorImage(width: width, height: height, pixels: pixels)
  }
}
