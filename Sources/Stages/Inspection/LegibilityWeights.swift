// Written by Scripts/train-legibility; do not edit by hand.

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 3,
    terms: [
      Term(feature: .xHeight, good: 10, bad: 7, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.2, bad: 0.1, isLogarithmic: false, weight: 4),
      Term(feature: .contrast, good: 0.3, bad: 0.08, isLogarithmic: true, weight: 4),
      Term(feature: .signalToNoise, good: 15, bad: 6, isLogarithmic: true, weight: 4),
      Term(feature: .nonUniformity, good: 0.4, bad: 1, isLogarithmic: false, weight: 2),
      Term(feature: .showThrough, good: 0.02, bad: 0.15, isLogarithmic: true, weight: 3),
      Term(feature: .speckle, good: 1, bad: 12, isLogarithmic: true, weight: 3),
      Term(feature: .relativeStroke, good: 0.12, bad: 0.08, isLogarithmic: false, weight: 3),
      Term(feature: .touching, good: 0.6, bad: 2, isLogarithmic: true, weight: 2),
    ],
    calibration: Curve([(0, 0), (1, 1)]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 3,
    terms: [
      Term(feature: .meanConfidence, good: 94, bad: 85, isLogarithmic: false, weight: 4),
      Term(feature: .coverage, good: 0.97, bad: 0.85, isLogarithmic: false, weight: 3),
      Term(feature: .syllableShare, good: 0.97, bad: 0.85, isLogarithmic: false, weight: 2),
    ],
    calibration: Curve([(0, 0), (1, 1)]))
}
