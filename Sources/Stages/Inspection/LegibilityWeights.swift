// Written by Scripts/train-legibility; do not edit by hand.

import Imaging

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 2.6929,
    terms: [
      Term(feature: .xHeight, good: 14, bad: 8, isLogarithmic: false, weight: 0.6682),
      Term(feature: .xHeight, good: 8.5, bad: 6, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.25, bad: 0.13, isLogarithmic: false, weight: 2.1745),
      Term(feature: .edgeGradient, good: 0.14, bad: 0.08, isLogarithmic: false, weight: 2.5282),
      Term(feature: .worstEdgeGradient, good: 0.2, bad: 0.08, isLogarithmic: false, weight: 0.3658),
      Term(feature: .contrast, good: 0.1, bad: 0.03, isLogarithmic: true, weight: 0.8167),
      Term(feature: .worstContrast, good: 0.06, bad: 0.03, isLogarithmic: true, weight: 0.9221),
      Term(feature: .signalToNoise, good: 5.2, bad: 2.6, isLogarithmic: true, weight: 3.0342),
      Term(feature: .nonUniformity, good: 0.6, bad: 1.5, isLogarithmic: false, weight: 0.1785),
      Term(feature: .showThrough, good: 0.08, bad: 0.25, isLogarithmic: true, weight: 0.5),
      Term(feature: .ghostStrokes, good: 0.03, bad: 0.5, isLogarithmic: false, weight: 2.0133),
      Term(feature: .speckle, good: 60, bad: 300, isLogarithmic: true, weight: 0.5275),
      Term(feature: .whiteSpeckle, good: 0.95, bad: 1, isLogarithmic: false, weight: 0.897),
      Term(feature: .relativeStroke, good: 0.085, bad: 0.06, isLogarithmic: false, weight: 2.5919),
      Term(feature: .relativeStroke, good: 0.06, bad: 0.03, isLogarithmic: false, weight: 2.5498),
      Term(feature: .touching, good: 0.3, bad: 2, isLogarithmic: true, weight: 1.7826),
      Term(feature: .touching, good: 2, bad: 6, isLogarithmic: true, weight: 1.6339),
      Term(feature: .skew, good: 5, bad: 8, isLogarithmic: false, weight: 0.2883),
      Term(feature: .jpegQuality, good: 8, bad: 2, isLogarithmic: true, weight: 1.56),
      Term(feature: .cutOffText, good: 0, bad: 1.5, isLogarithmic: false, weight: 1.48),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.6299),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 4.0806),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.3126),
      Term(feature: .foldedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.9033),
      Term(feature: .streaks, good: 3, bad: 20, isLogarithmic: false, weight: 0.3061),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.7363),
    ],
    calibration: Curve([
      (0, 0.05),
      (0.0152, 0.05),
      (0.0505, 0.15),
      (0.2061, 0.2),
      (0.5339, 0.45),
      (0.7771, 0.55),
      (0.8509, 0.7),
      (0.9007, 0.85),
      (0.9185, 0.95),
      (1, 0.95),
    ]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 4.6197,
    terms: [
      Term(feature: .meanConfidence, good: 96, bad: 90, isLogarithmic: false, weight: 2.4023),
      Term(feature: .meanConfidence, good: 91, bad: 80, isLogarithmic: false, weight: 2.9526),
      Term(feature: .doubtfulShare, good: 0.01, bad: 0.12, isLogarithmic: false, weight: 1.3666),
      Term(feature: .coverage, good: 0.98, bad: 0.85, isLogarithmic: false, weight: 2.4787),
      Term(feature: .coverage, good: 0.9, bad: 0.6, isLogarithmic: false, weight: 1.5023),
      Term(feature: .syllableShare, good: 0.98, bad: 0.9, isLogarithmic: false, weight: 1.6146),
      Term(feature: .meanConfidence, good: 96.6, bad: 95, isLogarithmic: false, weight: 1.8016),
      Term(feature: .touching, good: 0.12, bad: 0.6, isLogarithmic: true, weight: 1.1495),
      Term(feature: .cutOffText, good: 0, bad: 1.5, isLogarithmic: false, weight: 1.6836),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 3.1077),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.706),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.7421),
    ],
    calibration: Curve([
      (0, 0.01),
      (0.0269, 0.01),
      (0.2665, 0.2),
      (0.6599, 0.7),
      (0.8418, 0.8),
      (0.9128, 0.9),
      (0.9499, 0.95),
      (0.9706, 0.95),
      (0.9739, 0.99),
      (1, 0.99),
    ]))
}
