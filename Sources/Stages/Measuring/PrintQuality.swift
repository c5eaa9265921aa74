/// How the print stands on the paper beyond contrast, sharpness and noise; nil is "not known".
public struct PrintQuality: Sendable, Equatable, Codable {
  /// Spread of the paper's brightness over the page: (P95 − P5) / P50 of its tiles, 0 is even light.
  public let nonUniformity: Double?
  /// Share of bare paper that something shines through, 0…1.
  public let showThrough: Double?
  /// Specks of ink for each letter-sized piece.
  public let speckle: Double?
  /// Share of small holes in strokes among all enclosed white pieces, 0…1.
  public let whiteSpeckle: Double?
  /// Mean width of strokes, in pixels.
  public let strokeWidth: Double?
  /// Letters that run together, for each letter that stands alone.
  public let touching: Double?
  /// Resolution that the edges of the print can carry, in dots per inch.
  public let opticalDpi: Double?

  /// Makes the figures; absent ones are unknown.
  public init(
    nonUniformity: Double? = nil, showThrough: Double? = nil, speckle: Double? = nil,
    whiteSpeckle: Double? = nil, strokeWidth: Double? = nil, touching: Double? = nil,
    opticalDpi: Double? = nil
  ) {
    self.nonUniformity = nonUniformity
    self.showThrough = showThrough
    self.speckle = speckle
    self.whiteSpeckle = whiteSpeckle
    self.strokeWidth = strokeWidth
    self.touching = touching
    self.opticalDpi = opticalDpi
  }
}

extension PrintQuality {
  /// Writes every key, `null` for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(nonUniformity, forKey: .nonUniformity)
    try container.encode(showThrough, forKey: .showThrough)
    try container.encode(speckle, forKey: .speckle)
    try container.encode(whiteSpeckle, forKey: .whiteSpeckle)
    try container.encode(strokeWidth, forKey: .strokeWidth)
    try container.encode(touching, forKey: .touching)
    try container.encode(opticalDpi, forKey: .opticalDpi)
  }
}
