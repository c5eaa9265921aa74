import CTIFF
public import Imaging

/// Why a TIFF file or one of its frames cannot be read.
public enum TIFFError: Error, Sendable, Equatable {
  /// The bytes are no TIFF file, or its first directory cannot be read.
  case notOpened
  /// The structure or the data of a frame are damaged; libtiff's first message, possibly empty.
  case damaged(String)
  /// The kind of frame is not supported.
  case unsupported(compression: Int)
  /// There is no memory for the pixels.
  case noMemory
}

/// A TIFF file that is open for reading.
///
/// Threads: one at a time a handle; handles share nothing, since each has its own error handlers.
/// Ownership: closed with the value. Lifetime: pixels and streams are copied out; bytes that are
/// read from memory are kept by the value. Errors: `TIFFError`; nothing is printed.
@safe public struct TIFFFile: ~Copyable {
  private let raw: OpaquePointer
  private let memory: UnsafeMutableBufferPointer<UInt8>?

  private init(raw: OpaquePointer, memory: UnsafeMutableBufferPointer<UInt8>?) {
    unsafe self.raw = raw
    unsafe self.memory = memory
  }

  deinit {
    unsafe ctiff_close(raw)
    unsafe memory?.deallocate()
  }

  /// Opens a file (`TIFFOpenExt`).
  public static func opened(at path: String) throws(TIFFError) -> TIFFFile {
    guard let raw = unsafe ctiff_open(path) else { throw .notOpened }
    return unsafe TIFFFile(raw: raw, memory: nil)
  }

  /// Opens a copy of some bytes (`TIFFClientOpenExt`).
  public static func opened(_ bytes: [UInt8]) throws(TIFFError) -> TIFFFile {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = unsafe memory.initialize(from: bytes)
    guard let raw = unsafe ctiff_open_memory(memory.baseAddress, bytes.count) else {
      unsafe memory.deallocate()
      throw .notOpened
    }
    return unsafe TIFFFile(raw: raw, memory: memory)
  }

  /// The frames in file order, at most `limit` of them (`TIFFReadDirectory`).
  public mutating func frames(limit: Int) throws(TIFFError) -> [TIFFFrame] {
    guard unsafe ctiff_go_to(raw, 0) == 1 else { throw damage }
    var frames: [TIFFFrame] = []
    while true {
      frames.append(try currentFrame(directory: frames.count))
      guard frames.count < limit, unsafe ctiff_is_last(raw) == 0 else { return frames }
      guard unsafe ctiff_next(raw) == 1 else { throw damage }
    }
  }

  /// Decodes a frame as it is stored, without turning it; alpha falls on white.
  public mutating func image(of frame: TIFFFrame) throws(TIFFError) -> PageImage {
    try go(to: frame)
    let channels = frame.colorMode == .color ? 3 : 1
    let count = frame.width * frame.height * channels
    var status: Int32 = 0
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      unsafe base.initialize(repeating: 255, count: count)
      status = unsafe ctiff_decode(raw, base, count, Int32(channels))
      filled = count
    }
    switch status {
    case 0: break
    case 1: throw .unsupported(compression: frame.compression)
    case 3: throw .noMemory
    default: throw damage
    }
    switch frame.colorMode {
    case .bilevel:
      return .bilevel(GrayImage(width: frame.width, height: frame.height, pixels: pixels))
    case .gray: return .gray(GrayImage(width: frame.width, height: frame.height, pixels: pixels))
    case .color:
      return .color(ColorImage(width: frame.width, height: frame.height, pixels: pixels))
    }
  }

  /// The frame's only strip as a PDF can hold it; nil when the pixels must be packed again.
  ///
  /// Nil for several strips, tiles, shared JPEG tables, CCITT with uncompressed mode or rows aligned
  /// to bytes, and for every other compression.
  public mutating func rawStream(of frame: TIFFFrame) throws(TIFFError) -> TIFFStream? {
    try go(to: frame)
    var tags = ctiff_frame()
    guard readTags(&tags) else { throw damage }
    guard let coding = coding(of: tags) else { return nil }
    let count = unsafe ctiff_raw_size(raw)
    guard count > 0, count <= Int32.max else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe ctiff_raw(raw, &bytes, count) == 1 else { throw damage }
    guard coding == .jpeg || tags.fill_order != 2 else {
      return TIFFStream(coding: coding, bytes: bytes.map(\.bitsReversed), isVerbatim: false)
    }
    if coding == .jpeg {
      // A stream cut from its file must be complete by itself.
      guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), bytes.suffix(16).contains(0xD9) else {
        return nil
      }
    }
    return TIFFStream(coding: coding, bytes: bytes, isVerbatim: true)
  }

  /// PDF's parameters for the frame, nil when PDF has no such coding.
  private func coding(of tags: ctiff_frame) -> TIFFStream.Coding? {
    guard tags.strips == 1, tags.is_tiled == 0, tags.photometric != 3 else { return nil }
    // With white as 0 the coder's black runs are 1 bits that show as black: PDF's BlackIs1 false
    // paints them black. With black as 0 the same runs show as white: BlackIs1 true.
    let blackIs1 = tags.photometric == 1
    switch tags.compression {
    case 3 where tags.bits == 1 && tags.samples == 1 && tags.t4_options & 2 == 0:
      return .ccitt(k: tags.t4_options & 1 == 1 ? 4 : 0, blackIs1: blackIs1)
    case 4 where tags.bits == 1 && tags.samples == 1 && tags.t4_options & 2 == 0:
      return .ccitt(k: -1, blackIs1: blackIs1)
    // Without an Adobe marker a PDF reader takes three components for YCbCr: RGB must be repacked.
    case 7
    where tags.has_jpeg_tables == 0 && tags.bits == 8
      && (tags.photometric == 6 && tags.samples == 3 || tags.photometric == 1 && tags.samples == 1):
      return .jpeg
    default: return nil
    }
  }

  private func go(to frame: TIFFFrame) throws(TIFFError) {
    guard let index = UInt32(exactly: frame.directory), unsafe ctiff_go_to(raw, index) == 1 else {
      throw damage
    }
  }

  private func currentFrame(directory: Int) throws(TIFFError) -> TIFFFrame {
    var tags = ctiff_frame()
    guard readTags(&tags), tags.width > 0, tags.height > 0 else { throw damage }
    return TIFFFrame(tags, directory: directory)
  }

  private func readTags(_ tags: inout ctiff_frame) -> Bool {
    unsafe ctiff_read_frame(raw, &tags) == 1
  }

  /// The error with libtiff's first message, which names tags and figures only.
  private var damage: TIFFError { .damaged(unsafe String(cString: ctiff_message(raw))) }
}

extension UInt8 {
  /// The byte with its bits in the opposite order.
  package var bitsReversed: UInt8 {
    var value = (self & 0xF0) >> 4 | (self & 0x0F) << 4
    value = (value & 0xCC) >> 2 | (value & 0x33) << 2
    return (value & 0xAA) >> 1 | (value & 0x55) << 1
  }
}
