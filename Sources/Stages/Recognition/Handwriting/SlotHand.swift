import Foundation
import Imaging

/// How likely the ink of a slot is a pen's.
///
/// Printed figures are as high as the capitals of their line, stand on its foot and are half as wide as its type is high; a
/// pen hardly ever keeps all of that. A logistic model over how far the signs are from it, in shares of the size of the
/// type, fitted by `Scripts/evaluate-digits --fit` to painted slots with print and with handwriting. It fails on a hand
/// that writes as print does, and on print that is torn.
struct SlotHand {
  /// The middle and the largest of the signs' distances from printed figures, how far their feet lie apart, and
  /// how wide the widest is beyond a printed figure; each up to 0.5.
  let features: [Double]

  private static let weights = [25.6549, 18.4905, 5.1272, 16.9, -3.537]

  init(_ ink: SlotInk) {
    let size = ink.size
    let (top, foot) = (Double(ink.slot.y), Double(ink.slot.maxY))
    let signs = ink.pieces.filter { Double($0.height) > 0.3 * size }
    let distances = signs.map { box in
      max(
        abs(Double(box.height) - Double(ink.slot.height)),
        max(abs(Double(box.y) - top), abs(Double(box.maxY) - foot)) * 0.7) / size
    }.sorted()
    let feet = signs.map { Double($0.maxY) / size }
    let widest = signs.map { Double($0.width) / size }.max() ?? 0
    features = [
      distances.isEmpty ? 0.5 : distances[distances.count / 2], distances.last ?? 0.5,
      (feet.max() ?? 0) - (feet.min() ?? 0), widest - 0.5,
    ].map { max(0, min(0.5, $0)) }
  }

  /// Probability of a pen, 0…1.
  var probability: Double {
    1 / (1 + exp(-zip(SlotHand.weights, features + [1]).reduce(0) { $0 + $1.0 * $1.1 }))
  }
}
