/// Reads one sign written by hand: how likely it is each digit, a letter behind a number, or no sign at all.
///
/// Four convolutions of 3 × 3 and two full layers, 79,000 weights of 8 bits, learned by `Scripts/train-digits` from
/// 10,000 labelled digits and drawn signs. Accuracy on 10,000 other digits: `Scripts/evaluate-digits`. It fails on
/// signs that nobody drew for it, such as printed ones; what is no sign it was shown as halves and pairs of digits.
struct DigitNetwork: Sendable {
  /// What the answers stand for, in their order; the last is "no sign".
  static let signs = Array("0123456789ABCD")
  /// The place of "no sign" among the answers.
  static let none = signs.count
  /// Pixels a side of the picture.
  static let side = 28

  /// The network with the weights in this program.
  static let shared = DigitNetwork(bytes: DigitWeights.bytes)

  private let convolutions: [Layer]
  private let hidden: Layer
  private let last: Layer

  /// Takes the layers from their bytes as `Scripts/train-digits` writes them.
  private init(bytes: [UInt8]) {
    var reader = WeightReader(bytes: bytes)
    convolutions = [(1, 8), (8, 16), (16, 24), (24, 40)].map { inputs, outputs in
      reader.layer(outputs: outputs, inputs: 9 * inputs) { at in
        // Stored input by input, each with its 3 × 3; used place by place, each with its inputs.
        (at % inputs) * 9 + at / inputs
      }
    }
    hidden = reader.layer(outputs: 64, inputs: 1000) { at in (at % 40) * 25 + at / 40 }
    last = reader.layer(outputs: DigitNetwork.none + 1, inputs: 64) { $0 }
    precondition(reader.isAtEnd, "the weights do not belong to this network")
  }

  /// The probabilities of a picture of 28 × 28 values, 0 paper and 1 ink.
  func probabilities(of picture: [Float]) -> [Double] {
    precondition(picture.count == DigitNetwork.side * DigitNetwork.side)
    var values = picture
    var side = DigitNetwork.side
    for (layer, step, rim) in zip3(convolutions, [1, 2, 2, 1], [1, 1, 1, 0]) {
      (values, side) = layer.convolved(values, side: side, step: step, rim: rim)
    }
    var answers = last.full(hidden.full(values, isRectified: true), isRectified: false)
    answers.removeLast(answers.count - DigitNetwork.none - 1)
    let highest = answers.max() ?? 0
    let powers = answers.map { exponential(Double($0 - highest)) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}

/// The weights of a layer, the outputs of one input side by side in groups of eight.
///
/// Groups are vectors because the compiler does not see that a loop over eight outputs is one: 0.35 against 1.4 ms
/// a sign, measured on this program's own machine. Inputs of 0, which are most, cost nothing.
private struct Layer: Sendable {
  let groups: Int
  let biases: [SIMD8<Float>]
  let weights: [SIMD8<Float>]

  /// Convolves with 3 × 3 and cuts at 0; `values` are `side` × `side` places with their channels.
  func convolved(
    _ values: [Float], side: Int, step: Int, rim: Int
  ) -> (values: [Float], side: Int) {
    let channels = values.count / (side * side)
    let newSide = (side + 2 * rim - 3) / step + 1
    var result: [Float] = []
    result.reserveCapacity(newSide * newSide * groups * 8)
    var sums = biases
    for y in 0..<newSide {
      for x in 0..<newSide {
        for group in 0..<groups { sums[group] = biases[group] }
        for down in 0..<3 {
          let row = y * step + down - rim
          guard row >= 0, row < side else { continue }
          for across in 0..<3 {
            let column = x * step + across - rim
            guard column >= 0, column < side else { continue }
            add(
              values, from: (row * side + column) * channels, count: channels,
              weightsFrom: (down * 3 + across) * channels, to: &sums)
          }
        }
        for sum in sums { append(sum.replacing(with: 0, where: sum .< 0), to: &result) }
      }
    }
    return (result, newSide)
  }

  /// Every input to every output.
  func full(_ values: [Float], isRectified: Bool) -> [Float] {
    var sums = biases
    add(values, from: 0, count: values.count, weightsFrom: 0, to: &sums)
    var result: [Float] = []
    for sum in sums {
      append(isRectified ? sum.replacing(with: 0, where: sum .< 0) : sum, to: &result)
    }
    return result
  }

  private func add(
    _ values: [Float], from start: Int, count: Int, weightsFrom first: Int,
    to sums: inout [SIMD8<Float>]
  ) {
    for at in 0..<count {
      let value = values[start &+ at]
      guard value != 0 else { continue }
      let row = (first &+ at) &* groups
      for group in 0..<groups { sums[group] += weights[row &+ group] * value }
    }
  }

  private func append(_ sum: SIMD8<Float>, to result: inout [Float]) {
    for lane in 0..<8 { result.append(sum[lane]) }
  }
}

/// Takes layers from bytes: scales and biases of the outputs, then the weights, output by output.
private struct WeightReader {
  let bytes: [UInt8]
  var at = 0

  var isAtEnd: Bool { at == bytes.count }

  /// One layer; `place` says where the weight of an input is stored among those of an output.
  mutating func layer(outputs: Int, inputs: Int, place: (Int) -> Int) -> Layer {
    let scales = (0..<outputs).map { _ in float() }
    let biases = (0..<outputs).map { _ in float() }
    let groups = (outputs + 7) / 8
    var bias = [SIMD8<Float>](repeating: .zero, count: groups)
    var weights = [SIMD8<Float>](repeating: .zero, count: groups * inputs)
    for output in 0..<outputs {
      bias[output / 8][output % 8] = biases[output]
      for input in 0..<inputs {
        let weight = Float(Int8(bitPattern: bytes[at + output * inputs + place(input)]))
        weights[input * groups + output / 8][output % 8] = weight * scales[output]
      }
    }
    at += outputs * inputs
    return Layer(groups: groups, biases: bias, weights: weights)
  }

  private mutating func float() -> Float {
    let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
    at += 4
    return Float(bitPattern: bits)
  }
}
