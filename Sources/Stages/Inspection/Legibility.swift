import Foundation
import Imaging
import Measuring

/// A small monotone model of whether OCR reads the print of a page: logistic over defects, calibrated.
///
/// Each term turns one figure into a badness, 0 at the value where it does no harm, 1 where it ruins the
/// page, linear (or linear in the logarithm) between and up to 2; weights are never negative, so no
/// worse figure can raise the result. Calibration maps the result to how often the character error rate of
/// such pages was at most 2 %. Made by Scripts/train-legibility.
struct LegibilityModel: Sendable {
  /// One figure and how much its badness counts.
  struct Term: Sendable {
    let feature: LegibilityFeature
    let good: Double
    let bad: Double
    let isLogarithmic: Bool
    let weight: Double

    /// 0…2; an unknown figure counts as good: its own rule says that it is unknown.
    func badness(_ value: Double?) -> Double {
      guard let value, value.isFinite else { return 0 }
      func scaled(_ value: Double) -> Double { isLogarithmic ? log(max(value, 1e-4)) : value }
      let share = (scaled(value) - scaled(good)) / (scaled(bad) - scaled(good))
      return min(2, max(0, share))
    }
  }

  let bias: Double
  let terms: [Term]
  /// From the model's own probability to the calibrated one.
  let calibration: Curve

  /// The calibrated probability that the character error rate is at most 2 %.
  func probability(_ figures: LegibilityFigures) -> Double {
    let sum = terms.reduce(bias) { $0 - $1.weight * $1.badness(figures[$1.feature]) }
    return calibration(1 / (1 + exp(-sum)))
  }
}

/// The figures that legibility is judged from.
enum LegibilityFeature: Sendable {
  case xHeight, edgeGradient, worstEdgeGradient, edgeWidth, contrast, worstContrast, signalToNoise
  case nonUniformity, showThrough, speckle, whiteSpeckle, relativeStroke, touching
  case skew, jpegQuality
  case ghostStrokes, clipping, cutOffText, occludedShare, foldedShare, keystoneDegrees
  case motionFaults, streaks
  case meanConfidence, doubtfulShare, coverage, syllableShare
}

/// What is known of one page, by feature.
struct LegibilityFigures {
  let page: Measurements
  let text: TextFigures

  subscript(feature: LegibilityFeature) -> Double? {
    let print = page.print
    return switch feature {
    case .xHeight: page.xHeight
    case .edgeGradient: page.edgeGradient
    case .worstEdgeGradient: print.worstEdgeGradient
    case .edgeWidth: print.edgeWidth
    case .contrast: page.contrast
    case .worstContrast: print.worstContrast
    case .signalToNoise: page.signalToNoise
    case .nonUniformity: print.nonUniformity
    case .showThrough: print.showThrough
    case .speckle: print.speckle
    case .whiteSpeckle: print.whiteSpeckle
    case .relativeStroke: page.relativeStroke
    case .touching: print.touching
    case .skew: page.skewDegrees.map(abs)
    case .jpegQuality: page.jpegQuality.map(Double.init)
    case .clipping: page.faults.clipping
    case .cutOffText: page.cutOffText.map(Double.init)
    case .ghostStrokes: print.ghostStrokes
    case .occludedShare: page.occludedShare
    case .foldedShare: page.foldedShare
    case .keystoneDegrees: page.faults.keystoneDegrees
    case .motionFaults: page.faults.motionFaults.map { Double($0.count) }
    case .streaks: page.faults.streaks.map { Double($0.count) }
    case .meanConfidence: text.meanConfidence
    case .doubtfulShare: text.doubtfulShare
    case .coverage: text.coverage
    case .syllableShare: text.syllableShare
    }
  }
}

extension Measurements {
  /// The share of the page under fingers and notes, 0…1.
  fileprivate var occludedShare: Double? {
    faults.occlusions.map { share(of: $0.reduce(0) { $0 + $1.area }) }
  }

  /// The share of the page that folded corners cover beyond the margin, a tenth of the width, 0…1.
  fileprivate var foldedShare: Double? {
    let margin = widthPixels / 10
    return faults.foldedCorners.map {
      share(of: $0.reduce(0) { $0 + max(0, $1.width - margin) * max(0, $1.height - margin) })
    }
  }

  private func share(of area: Int) -> Double { Double(area) / Double(widthPixels * heightPixels) }
}

extension PrintQuality {
  /// Letters on the page, taking a piece that ran together for five.
  fileprivate var countedLetters: Double {
    let joined = touching ?? 0
    return Double(letters) * (1 + 5 * joined) / (1 + joined)
  }
}

/// The calibrated probability that OCR reads the print of a page with at most 2 % of characters wrong.
///
/// Nil on blank pages and where there is too little print to tell, under 400 letters: on the last page of a
/// document the strokes of seal and signature, read as words, outweigh the print. With text its confidence and
/// coverage count, else the pixels alone.
func ocrLegibility(of page: Measurements, text: TextFigures) -> Double? {
  guard !page.isBlank, page.print.countedLetters >= 400 else { return nil }
  let model = text.meanConfidence == nil ? LegibilityModel.fromPixels : .fromText
  return model.probability(LegibilityFigures(page: page, text: text))
}
