public import Imaging

/// What the pixels of one page say; nil is "not known", never "fine".
///
/// On a bilevel page `edgeGradient`, `contrast`, `noise`, `signalToNoise` and `separability` make no
/// sense and are nil. On a blank page everything that needs print is nil.
public struct Measurements: Sendable, Equatable {
  /// Pixels a row as shown.
  public let widthPixels: Int
  /// Rows as shown.
  public let heightPixels: Int
  /// The kind of colour as stored.
  public let colorMode: ColorMode
  /// Share of pixels with a hue, 0…1; near 0 a colour image is grey in disguise.
  ///
  /// Nil for pages that are not stored in colour.
  public let chromaShare: Double?
  /// What the file says of its resolution, as shown.
  public let declaredDpi: Resolution?
  /// What paper size and print say of the resolution, in dots per inch.
  public let effectiveDpi: Double?
  /// The paper size that the page matches, such as `A4`; nil when none does.
  public let paper: String?
  /// The height of lower-case letters without ascenders, in pixels.
  public let xHeight: Double?
  /// The clockwise turn in degrees that makes the lines of text level, about -7…7.
  public let skewDegrees: Double?
  /// How clearly the angle stands out, 3 or more is trusted.
  public let skewConfidence: Double?
  /// The clockwise turn that makes the text upright: 0, 90, 180 or 270.
  public let orientationDegrees: Int?
  /// Whether the page holds no print, seal or stroke.
  public let isBlank: Bool
  /// Mean gradient at ink edges over the ink–paper step, per pixel: 0.36 is crisp, 0.1 is blurred.
  public let edgeGradient: Double?
  /// (paper − ink) / paper, 0…1: 0 is no ink to be seen, 1 is black on white.
  public let contrast: Double?
  /// Standard deviation of the grain of bare paper, in grey levels.
  public let noise: Double?
  /// The ink–paper step over the grain; more is cleaner.
  public let signalToNoise: Double?
  /// How well one threshold parts ink from paper (Otsu's η), 0…1.
  public let separability: Double?
  /// Depth of the deepest dark band along an edge, in millimetres; 0 when there is none.
  public let blackBorderMillimetres: Double?
  /// Where that band lies.
  public let blackBorderBox: Box?
  /// How many letter-sized pieces touch an edge of the image.
  public let cutOffText: Int?
  /// Where they are, at most 20.
  public let cutOffBoxes: [Box]
  /// The quality of a JPEG page from its quantization tables, 1…100.
  public let jpegQuality: Int?
  /// How the print stands on the paper.
  public let print: PrintQuality
  /// What scanner, feeder or operator did to the page.
  public let faults: PageFaults
  /// What the page looks like from afar; nil on a blank page.
  public let fingerprint: PageFingerprint?

  /// Makes measurements; absent figures are unknown.
  public init(
    widthPixels: Int, heightPixels: Int, colorMode: ColorMode, chromaShare: Double? = nil,
    declaredDpi: Resolution? = nil, effectiveDpi: Double? = nil, paper: String? = nil,
    xHeight: Double? = nil, skewDegrees: Double? = nil, skewConfidence: Double? = nil,
    orientationDegrees: Int? = nil, isBlank: Bool = false, edgeGradient: Double? = nil,
    contrast: Double? = nil, noise: Double? = nil, signalToNoise: Double? = nil,
    separability: Double? = nil, blackBorderMillimetres: Double? = nil,
    blackBorderBox: Box? = nil, cutOffText: Int? = nil, cutOffBoxes: [Box] = [],
    jpegQuality: Int? = nil, print: PrintQuality = PrintQuality(),
    faults: PageFaults = PageFaults(), fingerprint: PageFingerprint? = nil
  ) {
    self.widthPixels = widthPixels
    self.heightPixels = heightPixels
    self.colorMode = colorMode
    self.chromaShare = chromaShare
    self.declaredDpi = declaredDpi
    self.effectiveDpi = effectiveDpi
    self.paper = paper
    self.xHeight = xHeight
    self.skewDegrees = skewDegrees
    self.skewConfidence = skewConfidence
    self.orientationDegrees = orientationDegrees
    self.isBlank = isBlank
    self.edgeGradient = edgeGradient
    self.contrast = contrast
    self.noise = noise
    self.signalToNoise = signalToNoise
    self.separability = separability
    self.blackBorderMillimetres = blackBorderMillimetres
    self.blackBorderBox = blackBorderBox
    self.cutOffText = cutOffText
    self.cutOffBoxes = cutOffBoxes
    self.jpegQuality = jpegQuality
    self.print = print
    self.faults = faults
    self.fingerprint = fingerprint
  }
}

extension Measurements {
  /// The mean width of strokes over the x-height; nil also where grain or specks fray the outlines.
  public var relativeStroke: Double? {
    isFrayed ? nil : print.relativeStroke(xHeight: xHeight)
  }

  /// The width of the finest strokes over the x-height, 0 or more; clean print has 0.137 and more.
  ///
  /// Nil where grain or specks fray the outlines, where print of the back is among the strokes, on letters under 12
  /// pixels and on those that lie on their side.
  public var fineStroke: Double? {
    let isSideways = orientationDegrees.map { $0 % 180 != 0 } ?? false
    guard !isFrayed, !isSideways, print.ghostStrokes ?? 0 <= 0.02, let fine = print.fineStroke,
      let xHeight, xHeight >= 12
    else { return nil }
    return fine / xHeight
  }

  private var isFrayed: Bool {
    signalToNoise.map { $0 < 20 } ?? false || print.speckle.map { $0 > 1 } ?? false
  }
}
