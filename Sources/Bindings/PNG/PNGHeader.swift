public import Imaging

/// What the chunks of a PNG say, read with strict bounds and without decoding.
public struct PNGHeader: Sendable, Equatable {
  /// Pixels a row.
  public private(set) var width = 0
  /// Rows.
  public private(set) var height = 0
  /// Bits a sample, or a palette entry: 1, 2, 4, 8 or 16.
  public private(set) var bitsPerSample = 0
  /// Samples a pixel as stored, alpha included.
  public private(set) var samplesPerPixel = 0
  /// The kind of colour as stored; a palette of greys is grey.
  public private(set) var colorMode = ColorMode.color
  /// Dots per inch; nil when nothing credible is said.
  public private(set) var resolution: Resolution?
  /// Whether the chunks go on to the end chunk and hold pixels.
  public private(set) var isComplete = false

  /// Whether samples are indices into `palette`.
  public private(set) var isPalette = false
  /// Red, green and blue of each index, empty without a palette.
  public private(set) var palette: [UInt8] = []
  /// Whether some colours are transparent (`tRNS`).
  public private(set) var hasTransparency = false
  /// Whether rows are stored in seven passes.
  public private(set) var isInterlaced = false
  /// Where the deflated pixels stand in the file, in order.
  public private(set) var pixelData: [Range<Int>] = []
  /// Where the deflated colour profile stands (`iCCP`); nil when there is none.
  public private(set) var profile: Range<Int>?

  /// The eight bytes that every PNG starts with.
  public static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads the chunks; a file without a sound header chunk is damaged.
  public init(of bytes: [UInt8]) throws(PNGError) {
    guard bytes.starts(with: Self.signature) else { throw PNGError(found: "no PNG signature") }
    var at = 8
    while let chunk = Chunk(in: bytes, at: at) {
      guard at > 8 || chunk.name == "IHDR" else { throw PNGError(found: "no IHDR chunk") }
      switch chunk.name {
      case "IHDR": try readHeader(bytes, chunk.body)
      case "PLTE": readPalette(Array(bytes[chunk.body]))
      case "tRNS":
        hasTransparency = true
        if isPalette && colorMode == .bilevel { colorMode = .gray }
      case "iCCP": readProfile(bytes, chunk.body)
      case "pHYs": readDensity(bytes, chunk.body)
      case "IDAT": pixelData.append(chunk.body)
      default: break
      }
      if chunk.name == "IEND" {
        isComplete = !pixelData.isEmpty
        break
      }
      at = chunk.body.upperBound + 4
    }
    guard width > 0 else { throw PNGError(found: "no IHDR chunk") }
  }

  private mutating func readHeader(_ bytes: [UInt8], _ body: Range<Int>) throws(PNGError) {
    guard body.count == 13, width == 0 else { throw PNGError(found: "a bad IHDR chunk") }
    let (wide, high) = (bigEndian(bytes, body.lowerBound), bigEndian(bytes, body.lowerBound + 4))
    let (bits, kind) = (Int(bytes[body.lowerBound + 8]), bytes[body.lowerBound + 9])
    guard wide > 0, high > 0, wide <= Int(Int32.max), high <= Int(Int32.max),
      [1, 2, 4, 8, 16].contains(bits)
    else { throw PNGError(found: "\(wide) × \(high) px of \(bits) bits") }
    switch kind {
    case 0: (samplesPerPixel, colorMode) = (1, bits == 1 ? .bilevel : .gray)
    case 2: (samplesPerPixel, colorMode) = (3, .color)
    case 3: (samplesPerPixel, colorMode, isPalette) = (1, .color, true)
    case 4: (samplesPerPixel, colorMode) = (2, .gray)
    case 6: (samplesPerPixel, colorMode) = (4, .color)
    default: throw PNGError(found: "colour type \(kind)")
    }
    (width, height, bitsPerSample) = (wide, high, bits)
    isInterlaced = bytes[body.lowerBound + 12] != 0
  }

  /// A name, a zero, the method of packing, which is deflate, and the packed profile.
  private mutating func readProfile(_ bytes: [UInt8], _ body: Range<Int>) {
    guard let end = bytes[body].firstIndex(of: 0), end + 2 < body.upperBound, bytes[end + 1] == 0
    else { return }
    profile = end + 2..<body.upperBound
  }

  private mutating func readPalette(_ entries: [UInt8]) {
    palette = isPalette ? entries : []
    let count = entries.count / 3
    guard isPalette, count > 0 else { return }
    let isGray = (0..<count).allSatisfy { index in
      let entry = entries[index * 3..<index * 3 + 3]
      return entry.allSatisfy { $0 == entry.first }
    }
    guard isGray else { return }
    let isBilevel = bitsPerSample == 1 && entries.allSatisfy { $0 == 0 || $0 == 255 }
    colorMode = isBilevel ? .bilevel : .gray
  }

  private mutating func readDensity(_ bytes: [UInt8], _ body: Range<Int>) {
    // Unit 1 is the metre, 0 says that the figures are only a ratio of the axes.
    guard body.count == 9, bytes[body.lowerBound + 8] == 1 else { return }
    let x = Double(bigEndian(bytes, body.lowerBound)) * 0.0254
    let y = Double(bigEndian(bytes, body.lowerBound + 4)) * 0.0254
    // Figures up to 1 dpi are what writers put who do not know.
    resolution = x > 1 && y > 1 ? Resolution(x: x, y: y) : nil
  }
}

/// One chunk whose bytes, checksum included, are all there.
private struct Chunk {
  let name: String
  let body: Range<Int>

  init?(in bytes: [UInt8], at start: Int) {
    guard start + 12 <= bytes.count else { return nil }
    let length = bigEndian(bytes, start)
    guard length <= bytes.count - start - 12 else { return nil }
    name = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
    body = start + 8..<start + 8 + length
  }
}

private func bigEndian(_ bytes: [UInt8], _ at: Int) -> Int {
  bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
}
