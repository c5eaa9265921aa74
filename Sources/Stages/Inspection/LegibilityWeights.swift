// Written by Scripts/train-legibility; do not edit by hand.

import Imaging

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 2.6656,
    terms: [
      Term(feature: .xHeight, good: 14, bad: 8, isLogarithmic: false, weight: 0.667),
      Term(feature: .xHeight, good: 8.5, bad: 6, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.25, bad: 0.13, isLogarithmic: false, weight: 2.1575),
      Term(feature: .edgeGradient, good: 0.14, bad: 0.08, isLogarithmic: false, weight: 2.5274),
      Term(feature: .worstEdgeGradient, good: 0.2, bad: 0.08, isLogarithmic: false, weight: 0.3643),
      Term(feature: .contrast, good: 0.1, bad: 0.03, isLogarithmic: true, weight: 0.8137),
      Term(feature: .worstContrast, good: 0.06, bad: 0.03, isLogarithmic: true, weight: 0.9207),
      Term(feature: .signalToNoise, good: 5.2, bad: 2.6, isLogarithmic: true, weight: 3.0325),
      Term(feature: .nonUniformity, good: 0.6, bad: 1.5, isLogarithmic: false, weight: 0.1756),
      Term(feature: .showThrough, good: 0.08, bad: 0.25, isLogarithmic: true, weight: 0.5),
      Term(feature: .ghostStrokes, good: 0.03, bad: 0.5, isLogarithmic: false, weight: 2.0028),
      Term(feature: .speckle, good: 60, bad: 300, isLogarithmic: true, weight: 0.5241),
      Term(feature: .whiteSpeckle, good: 0.95, bad: 1, isLogarithmic: false, weight: 0.8865),
      Term(feature: .relativeStroke, good: 0.085, bad: 0.06, isLogarithmic: false, weight: 2.5698),
      Term(feature: .relativeStroke, good: 0.06, bad: 0.03, isLogarithmic: false, weight: 2.5505),
      Term(feature: .touching, good: 0.3, bad: 2, isLogarithmic: true, weight: 1.7694),
      Term(feature: .touching, good: 2, bad: 6, isLogarithmic: true, weight: 1.6314),
      Term(feature: .skew, good: 5, bad: 8, isLogarithmic: false, weight: 0.288),
      Term(feature: .jpegQuality, good: 8, bad: 2, isLogarithmic: true, weight: 1.5562),
      Term(feature: .cutOffText, good: 0, bad: 1.5, isLogarithmic: false, weight: 1.4677),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.6231),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 4.1343),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.2975),
      Term(feature: .foldedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.8978),
      Term(feature: .streaks, good: 3, bad: 20, isLogarithmic: false, weight: 0.3005),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.7338),
    ],
    calibration: Curve([
      (0, 0.05),
      (0.0152, 0.05),
      (0.0503, 0.15),
      (0.2049, 0.2),
      (0.5314, 0.4),
      (0.774, 0.55),
      (0.8484, 0.7),
      (0.8987, 0.85),
      (0.9162, 0.95),
      (1, 0.95),
    ]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 4.5841,
    terms: [
      Term(feature: .meanConfidence, good: 96, bad: 90, isLogarithmic: false, weight: 2.411),
      Term(feature: .meanConfidence, good: 91, bad: 80, isLogarithmic: false, weight: 2.9477),
      Term(feature: .doubtfulShare, good: 0.01, bad: 0.12, isLogarithmic: false, weight: 1.3428),
      Term(feature: .coverage, good: 0.98, bad: 0.85, isLogarithmic: false, weight: 2.4819),
      Term(feature: .coverage, good: 0.9, bad: 0.6, isLogarithmic: false, weight: 1.5021),
      Term(feature: .syllableShare, good: 0.98, bad: 0.9, isLogarithmic: false, weight: 1.6294),
      Term(feature: .meanConfidence, good: 96.6, bad: 95, isLogarithmic: false, weight: 1.718),
      Term(feature: .touching, good: 0.12, bad: 0.6, isLogarithmic: true, weight: 1.1724),
      Term(feature: .cutOffText, good: 0, bad: 1.5, isLogarithmic: false, weight: 1.6686),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 3.1988),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.7087),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.7451),
    ],
    calibration: Curve([
      (0, 0.01),
      (0.024, 0.01),
      (0.2731, 0.2),
      (0.6655, 0.7),
      (0.8446, 0.8),
      (0.9123, 0.9),
      (0.9492, 0.95),
      (0.9707, 0.95),
      (0.9741, 0.99),
      (1, 0.99),
    ]))
}
