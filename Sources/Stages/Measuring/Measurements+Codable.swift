import Imaging

extension Measurements: Codable {
  private enum Key: String, CodingKey {
    case widthPixels, heightPixels, colorMode, chromaShare, declaredDpi, effectiveDpi, paper
    case xHeight, skewDegrees, skewConfidence, orientationDegrees, blank, edgeGradient, contrast
    case noise, signalToNoise, separability, blackBorderMillimetres, blackBorderBox, cutOffText
    case cutOffBoxes, jpegQuality, fingerprint
  }

  /// Reads what `encode(to:)` wrote; a key that is absent is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func figure(_ key: Key) throws -> Double? {
      try container.decodeIfPresent(Double.self, forKey: key)
    }
    let dpi = try container.decodeIfPresent([Double].self, forKey: .declaredDpi)
    self.init(
      widthPixels: try container.decode(Int.self, forKey: .widthPixels),
      heightPixels: try container.decode(Int.self, forKey: .heightPixels),
      colorMode: try container.decode(ColorMode.self, forKey: .colorMode),
      chromaShare: try figure(.chromaShare),
      declaredDpi: dpi.flatMap { $0.count == 2 ? Resolution(x: $0[0], y: $0[1]) : nil },
      effectiveDpi: try figure(.effectiveDpi),
      paper: try container.decodeIfPresent(String.self, forKey: .paper),
      xHeight: try figure(.xHeight), skewDegrees: try figure(.skewDegrees),
      skewConfidence: try figure(.skewConfidence),
      orientationDegrees: try container.decodeIfPresent(Int.self, forKey: .orientationDegrees),
      isBlank: try container.decode(Bool.self, forKey: .blank),
      edgeGradient: try figure(.edgeGradient), contrast: try figure(.contrast),
      noise: try figure(.noise), signalToNoise: try figure(.signalToNoise),
      separability: try figure(.separability),
      blackBorderMillimetres: try figure(.blackBorderMillimetres),
      blackBorderBox: try container.decodeIfPresent(Box.self, forKey: .blackBorderBox),
      cutOffText: try container.decodeIfPresent(Int.self, forKey: .cutOffText),
      cutOffBoxes: try container.decodeIfPresent([Box].self, forKey: .cutOffBoxes) ?? [],
      jpegQuality: try container.decodeIfPresent(Int.self, forKey: .jpegQuality),
      print: try PrintQuality(from: decoder), faults: try PageFaults(from: decoder),
      fingerprint: try container.decodeIfPresent(PageFingerprint.self, forKey: .fingerprint))
  }

  /// Writes every key, `null` for what is unknown, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(widthPixels, forKey: .widthPixels)
    try container.encode(heightPixels, forKey: .heightPixels)
    try container.encode(colorMode, forKey: .colorMode)
    try container.encode(chromaShare, forKey: .chromaShare)
    try container.encode(declaredDpi.map { [$0.x, $0.y] }, forKey: .declaredDpi)
    try container.encode(effectiveDpi, forKey: .effectiveDpi)
    try container.encode(paper, forKey: .paper)
    try container.encode(xHeight, forKey: .xHeight)
    try container.encode(skewDegrees, forKey: .skewDegrees)
    try container.encode(skewConfidence, forKey: .skewConfidence)
    try container.encode(orientationDegrees, forKey: .orientationDegrees)
    try container.encode(isBlank, forKey: .blank)
    try container.encode(edgeGradient, forKey: .edgeGradient)
    try container.encode(contrast, forKey: .contrast)
    try container.encode(noise, forKey: .noise)
    try container.encode(signalToNoise, forKey: .signalToNoise)
    try container.encode(separability, forKey: .separability)
    try container.encode(blackBorderMillimetres, forKey: .blackBorderMillimetres)
    try container.encode(blackBorderBox, forKey: .blackBorderBox)
    try container.encode(cutOffText, forKey: .cutOffText)
    try container.encode(cutOffBoxes, forKey: .cutOffBoxes)
    try container.encode(jpegQuality, forKey: .jpegQuality)
    try container.encode(fingerprint, forKey: .fingerprint)
    try print.encode(to: encoder)
    try faults.encode(to: encoder)
  }
}
