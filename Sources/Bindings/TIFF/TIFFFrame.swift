import CTIFF
public import Imaging

/// What a TIFF file says about one frame, read without decoding its pixels.
public struct TIFFFrame: Sendable, Equatable {
  /// Position of the directory in the file, from 0.
  public let directory: Int
  /// Pixels a row as stored.
  public let width: Int
  /// Rows as stored.
  public let height: Int
  /// Bits a sample.
  public let bitsPerSample: Int
  /// Samples a pixel, alpha included.
  public let samplesPerPixel: Int
  /// The kind of colour; a palette of greys is grey.
  public let colorMode: ColorMode
  /// Dots per inch as stored, nil without a unit or when a figure is 1 or less.
  public let resolution: Resolution?
  /// The orientation tag, 1…8; 1 when it is absent or nonsense.
  public let orientation: Int
  /// Number of the compression scheme, such as 4 for CCITT group 4.
  public let compression: Int
  /// Whether 0 is white rather than black.
  public let isWhiteZero: Bool
  /// Strips or tiles that hold the frame.
  public let pieces: Int
  /// Whether the frame is stored in tiles rather than strips.
  public let isTiled: Bool
  /// Whether the frame is a smaller copy or a mask of another one rather than a page.
  public let isThumbnail: Bool

  /// How a PDF can hold the frame's only strip as it is stored; nil when it must be packed again.
  public let coding: TIFFStream.Coding?
  /// The first byte of the file after the frame's directory and pixels; nil when it cannot be known.
  public let end: Int?

  init(_ raw: ctiff_frame, directory: Int) {
    self.directory = directory
    width = Int(raw.width)
    height = Int(raw.height)
    bitsPerSample = Int(raw.bits)
    samplesPerPixel = Int(raw.samples)
    colorMode = mode(of: raw)
    coding = TIFFStream.Coding(of: raw)
    end = Int(exactly: raw.end)
    // Unit 2 is the inch, 3 the centimetre, 1 only a ratio of the axes (TIFF 6.0, section 8).
    let perInch: Double? =
      switch raw.resolution_unit {
      case 2: 1
      case 3: 2.54
      default: nil
      }
    let (x, y) = (Double(raw.x_resolution), Double(raw.y_resolution))
    resolution = perInch.flatMap { x > 1 && y > 1 ? Resolution(x: x * $0, y: y * $0) : nil }
    orientation = (1...8).contains(raw.orientation) ? Int(raw.orientation) : 1
    compression = Int(raw.compression)
    isWhiteZero = raw.photometric == 0
    pieces = Int(raw.strips)
    isTiled = raw.is_tiled != 0
    isThumbnail = raw.subfile_type & 0b101 != 0
  }
}

private func mode(of raw: ctiff_frame) -> ColorMode {
  switch (raw.photometric, raw.palette_kind) {
  case (0...1, _): raw.bits == 1 && raw.samples == 1 ? .bilevel : .gray
  case (3, 2) where raw.samples == 1: .bilevel
  case (3, 1...2): .gray
  default: .color
  }
}
