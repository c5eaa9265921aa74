public import Imaging

/// What scanner, feeder, operator or hand did to the page; nil is "not known".
///
/// What has a place is a list of boxes: an empty list is "looked for and not there".
public struct PageFaults: Sendable, Equatable, Codable {
  /// How far ink drowned in clipped white, or the share of gaps that drowned in black, 0…1.
  public let clipping: Double?
  /// By how much lines of print turn within the page, in degrees.
  public let keystoneDegrees: Double?
  /// Lines along the whole page by dust on the scanner's glass.
  public let streaks: [Box]?
  /// Bands in which the sheet did not move evenly.
  public let motionFaults: [Box]?
  /// How far the paper's colour is from white and from the yellow of age, in CIELAB chroma.
  public let colorCast: Double?
  /// Round seals without colour on a page with colour.
  public let colorlessSeals: [Box]?
  /// Corners of the sheet that were folded over.
  public let foldedCorners: [Box]?
  /// Fingers and notes that lie over the page.
  public let occlusions: [Box]?

  /// Makes the faults of a page; absent ones are unknown.
  public init(
    clipping: Double? = nil, keystoneDegrees: Double? = nil, streaks: [Box]? = nil,
    motionFaults: [Box]? = nil, colorCast: Double? = nil, colorlessSeals: [Box]? = nil,
    foldedCorners: [Box]? = nil, occlusions: [Box]? = nil
  ) {
    self.clipping = clipping
    self.keystoneDegrees = keystoneDegrees
    self.streaks = streaks
    self.motionFaults = motionFaults
    self.colorCast = colorCast
    self.colorlessSeals = colorlessSeals
    self.foldedCorners = foldedCorners
    self.occlusions = occlusions
  }
}

extension PageFaults {
  /// Writes every key, `null` for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(clipping, forKey: .clipping)
    try container.encode(keystoneDegrees, forKey: .keystoneDegrees)
    try container.encode(streaks, forKey: .streaks)
    try container.encode(motionFaults, forKey: .motionFaults)
    try container.encode(colorCast, forKey: .colorCast)
    try container.encode(colorlessSeals, forKey: .colorlessSeals)
    try container.encode(foldedCorners, forKey: .foldedCorners)
    try container.encode(occlusions, forKey: .occlusions)
  }
}
