import Foundation

/// Turns the scores of readings into probabilities.
///
/// Two logistic models, of "the first is right" and of "the first or the second is right", over what is seen of the scores; fitted
/// by `Scripts/evaluate-digits --fit` to painted slots of the digits that the network was taught with, measured on
/// painted slots of others. What painting does not show, such as strokes that touch print, they cannot know.
struct SlotCalibration {
  private let first: [Double]
  private let either: [Double]

  private static let number = SlotCalibration(
    first: [0.5702, 1.3342, 1.9297, 2.4236], either: [0.4346, 1.6827, 1.2371, 2.9767])
  private static let calendar = SlotCalibration(
    first: [0.7047, 0.2623, 0.8200, 1.1602], either: [0.4070, 0.2803, 0.9066, 2.2905])

  /// The two best readings with the probability of each.
  static func candidates(
    _ hypotheses: [SlotDecoding.Hypothesis], kind: SlotKind
  ) -> [SlotCandidate] {
    guard let best = hypotheses.first else { return [] }
    let models = kind == .number ? number : calendar
    let one = models.probability(models.first, best, before: hypotheses.dropFirst().first)
    let two = models.probability(models.either, best, before: hypotheses.dropFirst(2).first)
    // The second is never likelier than the first, nor are both likelier than certain.
    let shares = [one, max(0, min(one, two - one, 1 - one))]
    return zip(hypotheses, shares).map {
      SlotCandidate(text: $0.text, p: ($1 * 1000).rounded() / 1000)
    }
  }

  /// The probability of a model whose weights belong to what is seen of the scores.
  ///
  /// These are the lead before the next reading, the score a sign, the logarithm of the least
  /// certain answer, and 1. A lead of 8, three thousand times as likely, is as good as any.
  private func probability(
    _ weights: [Double], _ best: SlotDecoding.Hypothesis, before next: SlotDecoding.Hypothesis?
  ) -> Double {
    let lead = min(8, best.score - (next?.score ?? -.infinity))
    let seen = [lead, best.score / Double(best.text.count), log(max(best.least, 0.002)), 1]
    return 1 / (1 + exp(-zip(weights, seen).reduce(0) { $0 + $1.0 * $1.1 }))
  }
}
