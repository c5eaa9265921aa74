public import Imaging

/// What the markers of a JPEG stream say, read with strict bounds and without decoding.
public struct JPEGHeader: Sendable, Equatable {
  /// Pixels a row as stored.
  public internal(set) var width = 0
  /// Rows as stored.
  public internal(set) var height = 0
  /// Colour components: 1 grey, 3 colour, 4 inks.
  public internal(set) var components = 0
  /// Bits a sample.
  public internal(set) var precision = 0
  /// Sampling factors of each component, horizontal and vertical, such as `[2, 2]` for half colour.
  public internal(set) var sampling: [[Int]] = []
  /// The names of the components, as the frame header gives them.
  public internal(set) var componentNames: [UInt8] = []
  /// Whether the stream is progressive.
  public internal(set) var isProgressive = false
  /// Whether its entropy coding is arithmetic, which PDF does not know.
  public internal(set) var isArithmetic = false
  /// Adobe's colour transform: 0 none, 1 YCbCr, 2 YCCK; nil without an Adobe marker.
  public internal(set) var adobeTransform: Int?
  /// Dots per inch along the stored rows and columns, from JFIF, else from EXIF; nil when unknown.
  public var resolution: Resolution? { jfifResolution ?? exifResolution }
  /// Orientation as in EXIF, 1…8; 1 when nothing valid is said.
  public internal(set) var orientation = 1
  /// Quality 1…100 of the luminance table; nil when there is none.
  public internal(set) var quality: Int?
  /// Whether the stream goes on to its end-of-image marker.
  public internal(set) var isComplete = false

  /// The ICC profile, put together from its segments; nil when there is none or one is missing.
  public var profile: [UInt8]? {
    guard !profileParts.isEmpty, profileParts.count == profilePartCount else { return nil }
    let numbers = 1...profilePartCount
    guard numbers.allSatisfy({ profileParts[$0] != nil }) else { return nil }
    return numbers.flatMap { profileParts[$0] ?? [] }
  }

  private var profileParts: [Int: [UInt8]] = [:]
  private var profilePartCount = 0
  var jfifResolution: Resolution?
  var exifResolution: Resolution?

  /// Whether four components are inks stored inverted, as Adobe's programs do.
  public var isInvertedCMYK: Bool { components == 4 && adobeTransform != nil }

  /// Reads the markers from start-of-image on; a stream without a frame header is damaged.
  public init(of bytes: [UInt8]) throws(JPEGError) {
    guard bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xD8 else {
      throw JPEGError(.damaged, found: "no start-of-image marker")
    }
    var at = 2
    while let (marker, start) = nextMarker(in: bytes, from: at) {
      at = start
      if marker == 0xD9 {
        isComplete = width > 0
        break
      }
      // TEM and RST0…7 stand alone.
      if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
      guard let segment = segment(of: bytes, at: at) else { break }
      at = segment.upperBound
      try read(marker, bytes[segment.lowerBound + 2..<segment.upperBound])
    }
    guard width > 0, height > 0, components > 0 else {
      throw JPEGError(.damaged, found: "no frame header")
    }
  }

  private mutating func read(_ marker: UInt8, _ body: ArraySlice<UInt8>) throws(JPEGError) {
    switch marker {
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: try readFrame(marker, body)
    case 0xDB: readTables(body)
    case 0xE0: readJFIF(body)
    case 0xE1: readEXIF(body)
    case 0xE2: readProfile(body)
    case 0xEE: readAdobe(body)
    default: break
    }
  }

  private mutating func readFrame(_ marker: UInt8, _ body: ArraySlice<UInt8>) throws(JPEGError) {
    let bytes = Array(body)
    guard bytes.count >= 6, bytes.count >= 6 + 3 * Int(bytes[5]) else {
      throw JPEGError(.damaged, found: "a frame header of \(bytes.count) bytes")
    }
    // A second frame header belongs to hierarchical JPEG, which nobody decodes.
    guard width == 0 else { throw JPEGError(.unsupported, found: "two frame headers") }
    guard [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].contains(marker) else {
      throw JPEGError(.unsupported, found: "JPEG process \(marker - 0xC0)")
    }
    precision = Int(bytes[0])
    height = Int(bytes[1]) << 8 | Int(bytes[2])
    width = Int(bytes[3]) << 8 | Int(bytes[4])
    components = Int(bytes[5])
    isArithmetic = marker >= 0xC9
    componentNames = (0..<components).map { bytes[6 + $0 * 3] }
    isProgressive = marker == 0xC2 || marker == 0xCA
    sampling = (0..<components).map {
      let factors = bytes[6 + $0 * 3 + 1]
      return [Int(factors >> 4), Int(factors & 15)]
    }
  }

  private mutating func readTables(_ body: ArraySlice<UInt8>) {
    var rest = body
    while let first = rest.first {
      let size = first >> 4 == 0 ? 64 : 128
      guard rest.count > size else { return }
      let values = Array(rest.dropFirst().prefix(size))
      rest = rest.dropFirst(1 + size)
      guard first & 15 == 0, quality == nil else { continue }
      let table =
        size == 64
        ? values.map { Int($0) }
        : (0..<64).map { Int(values[$0 * 2]) << 8 | Int(values[$0 * 2 + 1]) }
      quality = jpegQuality(ofLuminance: table)
    }
  }

  private mutating func readJFIF(_ body: ArraySlice<UInt8>) {
    let bytes = Array(body)
    guard bytes.count >= 12, bytes.starts(with: [0x4A, 0x46, 0x49, 0x46, 0]) else { return }
    // 1 is dots per inch, 2 dots per centimetre, 0 says that the figures are only a ratio.
    let unit = bytes[7]
    guard unit == 1 || unit == 2 else { return }
    let factor = unit == 2 ? 2.54 : 1
    jfifResolution = credibleResolution(
      x: Double(Int(bytes[8]) << 8 | Int(bytes[9])) * factor,
      y: Double(Int(bytes[10]) << 8 | Int(bytes[11])) * factor)
  }

  private mutating func readEXIF(_ body: ArraySlice<UInt8>) {
    guard body.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return }
    let exif = EXIF(Array(body.dropFirst(6)))
    if let orientation = exif.orientation { self.orientation = orientation }
    if let resolution = exif.resolution { exifResolution = resolution }
  }

  /// A part of the profile behind its name, its number from 1, and the number of parts.
  private mutating func readProfile(_ body: ArraySlice<UInt8>) {
    let name = Array("ICC_PROFILE\0".utf8)
    guard body.starts(with: name), body.count > name.count + 2 else { return }
    let rest = Array(body.dropFirst(name.count))
    profilePartCount = Int(rest[1])
    profileParts[Int(rest[0])] = Array(rest.dropFirst(2))
  }

  private mutating func readAdobe(_ body: ArraySlice<UInt8>) {
    let bytes = Array(body)
    guard bytes.count >= 12, bytes.starts(with: [0x41, 0x64, 0x6F, 0x62, 0x65]) else { return }
    adobeTransform = Int(bytes[11])
  }
}

/// The next marker from a position on and the byte after it; entropy data is passed over.
private func nextMarker(in bytes: [UInt8], from start: Int) -> (marker: UInt8, next: Int)? {
  var at = start
  let source = bytes.span
  // From here on no block of 64 bytes was looked at.
  var unseen = start
  while at &+ 1 < source.count {
    if at >= unseen, at &+ 64 < source.count {
      unseen = at &+ 64
      if !holdsFF(source.extracting(at..<unseen)) {
        at = unseen
        continue
      }
    }
    let byte = source[at &+ 1]
    // FF 00 is a stuffed byte of entropy data, FF FF is fill before a marker.
    if source[at] == 0xFF, byte != 0, byte != 0xFF { return (byte, at &+ 2) }
    at &+= 1
  }
  return nil
}

/// Whether one of 64 bytes is FF; one pass of a vector unit, and of entropy data four of five hold none.
@inline(__always)
private func holdsFF(_ bytes: Span<UInt8>) -> Bool {
  var most: UInt8 = 0
  for at in bytes.indices { most = max(most, bytes[at]) }
  return most == 0xFF
}

/// The bytes of a segment with its two length bytes, nil when they are not all there.
private func segment(of bytes: [UInt8], at start: Int) -> Range<Int>? {
  guard start + 2 <= bytes.count else { return nil }
  let length = Int(bytes[start]) << 8 | Int(bytes[start + 1])
  guard length >= 2, start + length <= bytes.count else { return nil }
  return start..<start + length
}

/// A resolution when both figures are above 1 dpi: 0 and 1 are what writers put who do not know.
func credibleResolution(x: Double, y: Double) -> Resolution? {
  guard x > 1, y > 1 else { return nil }
  return Resolution(x: x, y: y)
}
