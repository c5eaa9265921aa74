// Written by Scripts/train-legibility; do not edit by hand.

import Imaging

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 2.5562,
    terms: [
      Term(feature: .xHeight, good: 14, bad: 8, isLogarithmic: false, weight: 0.6651),
      Term(feature: .xHeight, good: 8.5, bad: 6, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.25, bad: 0.13, isLogarithmic: false, weight: 2.0878),
      Term(feature: .edgeGradient, good: 0.14, bad: 0.08, isLogarithmic: false, weight: 2.5246),
      Term(feature: .worstEdgeGradient, good: 0.2, bad: 0.08, isLogarithmic: false, weight: 0.3606),
      Term(feature: .contrast, good: 0.1, bad: 0.03, isLogarithmic: true, weight: 0.8008),
      Term(feature: .worstContrast, good: 0.06, bad: 0.03, isLogarithmic: true, weight: 0.9148),
      Term(feature: .signalToNoise, good: 5.2, bad: 2.6, isLogarithmic: true, weight: 3.0256),
      Term(feature: .nonUniformity, good: 0.6, bad: 1.5, isLogarithmic: false, weight: 0.1631),
      Term(feature: .showThrough, good: 0.08, bad: 0.25, isLogarithmic: true, weight: 0.5),
      Term(feature: .ghostStrokes, good: 0.03, bad: 0.5, isLogarithmic: false, weight: 1.877),
      Term(feature: .speckle, good: 60, bad: 300, isLogarithmic: true, weight: 0.5103),
      Term(feature: .whiteSpeckle, good: 0.95, bad: 1, isLogarithmic: false, weight: 0.8435),
      Term(feature: .relativeStroke, good: 0.085, bad: 0.06, isLogarithmic: false, weight: 2.4934),
      Term(feature: .relativeStroke, good: 0.06, bad: 0.03, isLogarithmic: false, weight: 2.552),
      Term(feature: .touching, good: 0.3, bad: 2, isLogarithmic: true, weight: 1.7165),
      Term(feature: .touching, good: 2, bad: 6, isLogarithmic: true, weight: 1.6216),
      Term(feature: .skew, good: 5, bad: 8, isLogarithmic: false, weight: 0.2868),
      Term(feature: .jpegQuality, good: 8, bad: 2, isLogarithmic: true, weight: 1.5402),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.4367),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.5064),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 4.3491),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.2368),
      Term(feature: .foldedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.8807),
      Term(feature: .streaks, good: 3, bad: 20, isLogarithmic: false, weight: 0.2773),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.546),
    ],
    calibration: Curve([
      (0, 0.05),
      (0.0162, 0.05),
      (0.0941, 0.15),
      (0.307, 0.3),
      (0.573, 0.35),
      (0.7417, 0.6),
      (0.8364, 0.65),
      (0.8862, 0.8),
      (0.9013, 0.95),
      (1, 0.95),
    ]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 4.466,
    terms: [
      Term(feature: .meanConfidence, good: 96, bad: 90, isLogarithmic: false, weight: 2.376),
      Term(feature: .meanConfidence, good: 91, bad: 80, isLogarithmic: false, weight: 2.9479),
      Term(feature: .doubtfulShare, good: 0.01, bad: 0.12, isLogarithmic: false, weight: 1.3571),
      Term(feature: .coverage, good: 0.98, bad: 0.85, isLogarithmic: false, weight: 2.4778),
      Term(feature: .coverage, good: 0.9, bad: 0.6, isLogarithmic: false, weight: 1.5021),
      Term(feature: .syllableShare, good: 0.98, bad: 0.9, isLogarithmic: false, weight: 1.6813),
      Term(feature: .meanConfidence, good: 96.6, bad: 95, isLogarithmic: false, weight: 1.6864),
      Term(feature: .touching, good: 0.12, bad: 0.6, isLogarithmic: true, weight: 1.135),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.6403),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 3.0538),
      Term(feature: .occludedShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 3.6589),
      Term(feature: .keystoneDegrees, good: 3.5, bad: 8, isLogarithmic: false, weight: 1.5544),
    ],
    calibration: Curve([
      (0, 0.01),
      (0.0245, 0.01),
      (0.2644, 0.2),
      (0.65, 0.65),
      (0.8353, 0.75),
      (0.9126, 0.95),
      (0.9517, 0.95),
      (0.9676, 0.99),
      (0.9715, 0.99),
      (1, 0.99),
    ]))
}
