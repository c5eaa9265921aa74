/// How the print stands on the paper beyond contrast, sharpness and noise; nil is "not known".
public struct PrintQuality: Sendable, Equatable, Codable {
  /// Letter-sized pieces of ink.
  public let letters: Int
  /// Spread of the paper's brightness over the page: (P95 − P5) / P50 of its tiles, 0 is even light.
  public let nonUniformity: Double?
  /// Share of bare paper that something shines through, 0…1.
  public let showThrough: Double?
  /// Share of paper without print that is strewn with fragments of print from the back, 0…1.
  public let ghostFragments: Double?
  /// Share of strokes that are print of the back, 0…1.
  public let ghostStrokes: Double?
  /// Specks of ink for each letter-sized piece.
  public let speckle: Double?
  /// Share of small holes in strokes among all enclosed white pieces, 0…1.
  public let whiteSpeckle: Double?
  /// Mean width of strokes, in pixels.
  public let strokeWidth: Double?
  /// Width of the finest strokes, which a fifth of all cuts through strokes stays below, in pixels.
  public let fineStroke: Double?
  /// Letters that run together, for each letter that stands alone.
  public let touching: Double?
  /// Resolution that the edges of the print can carry, in dots per inch.
  public let opticalDpi: Double?
  /// Typical width of the edges of letters, in pixels.
  public let edgeWidth: Double?
  /// How alike edges are in all directions, 0…1; less where the sheet or the camera moved.
  public let edgeEvenness: Double?
  /// The edge gradient of the least sharp part of the page that holds print.
  public let worstEdgeGradient: Double?
  /// The contrast of the palest part of the page that holds print, 0…1.
  public let worstContrast: Double?

  /// Makes the figures; absent ones are unknown.
  public init(
    letters: Int = 0, nonUniformity: Double? = nil, showThrough: Double? = nil,
    ghostFragments: Double? = nil, ghostStrokes: Double? = nil, speckle: Double? = nil,
    whiteSpeckle: Double? = nil, strokeWidth: Double? = nil, fineStroke: Double? = nil,
    touching: Double? = nil,
    edgeWidth: Double? = nil, opticalDpi: Double? = nil, edgeEvenness: Double? = nil,
    worstEdgeGradient: Double? = nil, worstContrast: Double? = nil
  ) {
    self.letters = letters
    self.nonUniformity = nonUniformity
    self.showThrough = showThrough
    self.ghostFragments = ghostFragments
    self.ghostStrokes = ghostStrokes
    self.speckle = speckle
    self.whiteSpeckle = whiteSpeckle
    self.strokeWidth = strokeWidth
    self.fineStroke = fineStroke
    self.touching = touching
    self.edgeWidth = edgeWidth
    self.opticalDpi = opticalDpi
    self.edgeEvenness = edgeEvenness
    self.worstEdgeGradient = worstEdgeGradient
    self.worstContrast = worstContrast
  }
}

extension PrintQuality {
  /// The width of strokes over the x-height, as `Measuring.relativeStroke`.
  func relativeStroke(xHeight: Double?) -> Double? {
    Measuring.relativeStroke(width: strokeWidth, xHeight: xHeight)
  }

  /// Writes every key, `null` for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(letters, forKey: .letters)
    try container.encode(nonUniformity, forKey: .nonUniformity)
    try container.encode(showThrough, forKey: .showThrough)
    try container.encode(ghostFragments, forKey: .ghostFragments)
    try container.encode(ghostStrokes, forKey: .ghostStrokes)
    try container.encode(speckle, forKey: .speckle)
    try container.encode(whiteSpeckle, forKey: .whiteSpeckle)
    try container.encode(strokeWidth, forKey: .strokeWidth)
    try container.encode(fineStroke, forKey: .fineStroke)
    try container.encode(touching, forKey: .touching)
    try container.encode(edgeWidth, forKey: .edgeWidth)
    try container.encode(opticalDpi, forKey: .opticalDpi)
    try container.encode(edgeEvenness, forKey: .edgeEvenness)
    try container.encode(worstEdgeGradient, forKey: .worstEdgeGradient)
    try container.encode(worstContrast, forKey: .worstContrast)
  }
}
