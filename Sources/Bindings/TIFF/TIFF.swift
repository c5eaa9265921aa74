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

  /// What was found, in libtiff's words, which name tags and figures only.
  public var found: String {
    switch self {
    case .notOpened: "no readable TIFF directory"
    case .damaged(let message): message
    case .unsupported(let compression): "TIFF compression \(compression)"
    case .noMemory: "no memory for the pixels"
    }
  }
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
    // libtiff's conversions count in 32 bits; callers' limits are far below.
    guard frame.width * frame.height < Int(Int32.max) else { throw .noMemory }
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
  /// A JPEG stream is given as it is stored: the caller checks that it is complete by itself.
  public mutating func rawStream(of frame: TIFFFrame) throws(TIFFError) -> TIFFStream? {
    guard let coding = frame.coding else { return nil }
    try go(to: frame)
    let count = unsafe ctiff_raw_size(raw)
    guard count > 0, count <= Int32.max else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe ctiff_raw(raw, &bytes, count) == 1 else { throw damage }
    return TIFFStream(coding: coding, bytes: bytes)
  }

  /// The frame's ICC profile, copied out (`TIFFTAG_ICCPROFILE`); nil when it has none.
  public mutating func profile(of frame: TIFFFrame) throws(TIFFError) -> [UInt8]? {
    try go(to: frame)
    var count = 0
    guard let bytes = unsafe ctiff_profile(raw, &count), count > 0 else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Takes modified Huffman rows as lying bit to bit, without padding (`TIFFTAG_FAXMODE`).
  mutating func expectPlainRows() { unsafe ctiff_expect_plain_rows(raw) }

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
