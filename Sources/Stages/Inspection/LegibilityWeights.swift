// Written by Scripts/train-legibility; do not edit by hand.

extension LegibilityModel {
  /// The model for pages that were not read.
  static let fromPixels = LegibilityModel(
    bias: 2.4387,
    terms: [
      Term(feature: .xHeight, good: 14, bad: 8, isLogarithmic: false, weight: 0.7133),
      Term(feature: .xHeight, good: 8.5, bad: 6, isLogarithmic: false, weight: 3),
      Term(feature: .edgeGradient, good: 0.25, bad: 0.13, isLogarithmic: false, weight: 2.4347),
      Term(feature: .edgeGradient, good: 0.14, bad: 0.08, isLogarithmic: false, weight: 3.062),
      Term(feature: .worstEdgeGradient, good: 0.2, bad: 0.08, isLogarithmic: false, weight: 0.9171),
      Term(feature: .contrast, good: 0.1, bad: 0.03, isLogarithmic: true, weight: 0.7126),
      Term(feature: .worstContrast, good: 0.06, bad: 0.03, isLogarithmic: true, weight: 0.9077),
      Term(feature: .signalToNoise, good: 5.2, bad: 2.6, isLogarithmic: true, weight: 3.018),
      Term(feature: .nonUniformity, good: 0.6, bad: 1.5, isLogarithmic: false, weight: 0.1485),
      Term(feature: .showThrough, good: 0.08, bad: 0.25, isLogarithmic: true, weight: 0.5002),
      Term(feature: .ghostStrokes, good: 0.03, bad: 0.5, isLogarithmic: false, weight: 1.8434),
      Term(feature: .speckle, good: 60, bad: 300, isLogarithmic: true, weight: 0.5122),
      Term(feature: .whiteSpeckle, good: 0.85, bad: 1, isLogarithmic: false, weight: 0.6604),
      Term(feature: .relativeStroke, good: 0.085, bad: 0.06, isLogarithmic: false, weight: 2.3923),
      Term(feature: .relativeStroke, good: 0.06, bad: 0.03, isLogarithmic: false, weight: 2.5393),
      Term(feature: .touching, good: 0.3, bad: 2, isLogarithmic: true, weight: 1.9201),
      Term(feature: .touching, good: 2, bad: 6, isLogarithmic: true, weight: 1.515),
      Term(feature: .skew, good: 5, bad: 8, isLogarithmic: false, weight: 0.2853),
      Term(feature: .jpegQuality, good: 8, bad: 2, isLogarithmic: true, weight: 1.5218),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.3634),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.0442),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 4.2971),
      Term(feature: .coveredShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.6778),
      Term(feature: .streaks, good: 3, bad: 20, isLogarithmic: false, weight: 0.2787),
      Term(feature: .keystoneDegrees, good: 1.2, bad: 3, isLogarithmic: false, weight: 1.5431),
    ],
    calibration: Curve([
      (0, 0.02),
      (0.0114, 0.02),
      (0.0925, 0.16),
      (0.3378, 0.3),
      (0.5982, 0.34),
      (0.7751, 0.7),
      (0.8616, 0.94),
      (1, 0.94),
    ]))

  /// The model for pages that were read.
  static let fromText = LegibilityModel(
    bias: 3.2364,
    terms: [
      Term(feature: .meanConfidence, good: 96, bad: 90, isLogarithmic: false, weight: 4.7578),
      Term(feature: .meanConfidence, good: 91, bad: 80, isLogarithmic: false, weight: 2.9205),
      Term(feature: .doubtfulShare, good: 0.01, bad: 0.12, isLogarithmic: false, weight: 1.9116),
      Term(feature: .coverage, good: 0.98, bad: 0.85, isLogarithmic: false, weight: 2.515),
      Term(feature: .coverage, good: 0.9, bad: 0.6, isLogarithmic: false, weight: 1.5071),
      Term(feature: .syllableShare, good: 0.98, bad: 0.9, isLogarithmic: false, weight: 1.697),
      Term(feature: .cutOffText, good: 0, bad: 6, isLogarithmic: false, weight: 2.509),
      Term(feature: .clipping, good: 0.1, bad: 0.5, isLogarithmic: false, weight: 2.0128),
      Term(feature: .motionFaults, good: 0, bad: 2, isLogarithmic: false, weight: 3.0672),
      Term(feature: .coveredShare, good: 0, bad: 0.03, isLogarithmic: false, weight: 1.9169),
    ],
    calibration: Curve([
      (0, 0),
      (0.014, 0),
      (0.1266, 0.16),
      (0.4366, 0.34),
      (0.7086, 0.44),
      (0.8419, 0.78),
      (0.9255, 0.94),
      (0.9468, 0.96),
      (0.9504, 0.98),
      (1, 0.98),
    ]))
}
