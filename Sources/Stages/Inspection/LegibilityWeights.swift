// Written by Scripts/train-legibility; do not edit by hand.

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 2.4462,
    terms: [
      Term(feature: .xHeight, good: 14, bad: 8, isLogarithmic: false, weight: 0.6733),
      Term(feature: .xHeight, good: 8.5, bad: 6, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.25, bad: 0.13, isLogarithmic: false, weight: 2.4467),
      Term(feature: .edgeGradient, good: 0.14, bad: 0.08, isLogarithmic: false, weight: 3.0633),
      Term(feature: .worstEdgeGradient, good: 0.2, bad: 0.08, isLogarithmic: false, weight: 0.9251),
      Term(feature: .contrast, good: 0.1, bad: 0.03, isLogarithmic: true, weight: 0.7797),
      Term(feature: .worstContrast, good: 0.06, bad: 0.03, isLogarithmic: true, weight: 0.905),
      Term(feature: .signalToNoise, good: 5.2, bad: 2.6, isLogarithmic: true, weight: 3.0205),
      Term(feature: .nonUniformity, good: 0.6, bad: 1.5, isLogarithmic: false, weight: 0.1495),
      Term(feature: .showThrough, good: 0.08, bad: 0.25, isLogarithmic: true, weight: 0.5002),
      Term(feature: .ghostStrokes, good: 0.03, bad: 0.5, isLogarithmic: false, weight: 1.8241),
      Term(feature: .speckle, good: 60, bad: 300, isLogarithmic: true, weight: 0.4982),
      Term(feature: .whiteSpeckle, good: 0.95, bad: 1, isLogarithmic: false, weight: 0.7648),
      Term(feature: .relativeStroke, good: 0.085, bad: 0.06, isLogarithmic: false, weight: 2.4105),
      Term(feature: .relativeStroke, good: 0.06, bad: 0.03, isLogarithmic: false, weight: 2.5541),
      Term(feature: .touching, good: 0.3, bad: 2, isLogarithmic: true, weight: 1.9249),
      Term(feature: .touching, good: 2, bad: 6, isLogarithmic: true, weight: 1.5142),
      Term(feature: .skew, good: 5, bad: 8, isLogarithmic: false, weight: 0.2854),
      Term(feature: .jpegQuality, good: 8, bad: 2, isLogarithmic: true, weight: 1.523),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.368),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.4804),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 4.298),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 2.8369),
      Term(feature: .foldedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.8571),
      Term(feature: .streaks, good: 3, bad: 20, isLogarithmic: false, weight: 0.2524),
      Term(feature: .keystoneDegrees, good: 1.2, bad: 3, isLogarithmic: false, weight: 1.5433),
    ],
    calibration: Curve([
      (0, 0.01),
      (0.0164, 0.01),
      (0.0945, 0.1),
      (0.2632, 0.3),
      (0.421, 0.3),
      (0.5635, 0.35),
      (0.7017, 0.6),
      (0.8162, 0.65),
      (0.8596, 0.95),
      (1, 0.95),
    ]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 4.3771,
    terms: [
      Term(feature: .meanConfidence, good: 96, bad: 90, isLogarithmic: false, weight: 2.3935),
      Term(feature: .meanConfidence, good: 91, bad: 80, isLogarithmic: false, weight: 2.9459),
      Term(feature: .doubtfulShare, good: 0.01, bad: 0.12, isLogarithmic: false, weight: 1.3514),
      Term(feature: .coverage, good: 0.98, bad: 0.85, isLogarithmic: false, weight: 2.4739),
      Term(feature: .coverage, good: 0.9, bad: 0.6, isLogarithmic: false, weight: 1.502),
      Term(feature: .syllableShare, good: 0.98, bad: 0.9, isLogarithmic: false, weight: 1.6759),
      Term(feature: .meanConfidence, good: 96.6, bad: 95, isLogarithmic: false, weight: 1.6599),
      Term(feature: .touching, good: 0.12, bad: 0.6, isLogarithmic: true, weight: 1.1039),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.6002),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 3.0517),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.3184),
      Term(feature: .keystoneDegrees, good: 1.2, bad: 3, isLogarithmic: false, weight: 1.5533),
    ],
    calibration: Curve([
      (0, 0.01),
      (0.0241, 0.01),
      (0.1166, 0.15),
      (0.3698, 0.25),
      (0.6995, 0.75),
      (0.8997, 0.9),
      (0.9484, 0.95),
      (0.9654, 0.95),
      (0.9691, 0.99),
      (1, 0.99),
    ]))
}
