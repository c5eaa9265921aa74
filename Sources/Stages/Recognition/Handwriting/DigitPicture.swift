import Foundation
import Imaging

/// Ink as shares of black, 0 paper and 1 ink, rows from the top.
struct InkPicture {
  let width: Int
  let height: Int
  var values: [Float]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    values = [Float](repeating: 0, count: width * height)
  }

  /// The box of what is darker than a fifth, nil without any.
  var inkBox: Box? {
    var (left, right, top, bottom) = (width, -1, height, -1)
    for y in 0..<height {
      for x in 0..<width where values[y * width + x] > 0.2 {
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
      }
    }
    guard right >= 0 else { return nil }
    return Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The picture as the network was taught: the ink's box fitted into 20 × 20, the middle of its mass in the
  /// middle of 28 × 28; nil without ink.
  ///
  /// The twin of `normalised` in Scripts/digits/augment.py; each value is the mean of nine samples.
  var normalized: [Float]? {
    guard let box = inkBox else { return nil }
    let scale = Float(max(box.width, box.height)) / 20
    // The box begins between two pixels of the result: a picture that is normalised already stays as it is.
    let x = Float(box.x) + scale * (Float(box.width) / scale / 2).rounded(.toNearestOrEven)
    let y = Float(box.y) + scale * (Float(box.height) / scale / 2).rounded(.toNearestOrEven)
    let boxed = sampled(aroundX: x, y: y, scale: scale)
    var (mass, massX, massY) = (Float(0), Float(0), Float(0))
    for (index, value) in boxed.enumerated() {
      mass += value
      massX += value * (Float(index % 28) - 13.5)
      massY += value * (Float(index / 28) - 13.5)
    }
    guard mass > 0 else { return nil }
    return sampled(
      aroundX: x + (massX / mass).rounded(.toNearestOrEven) * scale,
      y: y + (massY / mass).rounded(.toNearestOrEven) * scale, scale: scale)
  }

  /// The means of nine pixels for each of 28 × 28 places around a middle, `scale` pixels apart.
  private func sampled(aroundX midX: Float, y midY: Float, scale: Float) -> [Float] {
    let steps = (0..<84).map { ((Float($0) + 0.5) / 3 - 14) * scale }
    let columns = steps.map { Int((midX + $0).rounded(.down)) }
    var result = [Float](repeating: 0, count: 28 * 28)
    for (row, step) in steps.enumerated() {
      let y = Int((midY + step).rounded(.down))
      guard y >= 0, y < height else { continue }
      for (column, x) in columns.enumerated() where x >= 0 && x < width {
        result[row / 3 * 28 + column / 3] += values[y &* width &+ x] / 9
      }
    }
    return result
  }
}

/// e to the power of `x`; Foundation's, named so that kernels need not import it.
func exponential(_ x: Double) -> Double { exp(x) }

/// Three sequences side by side.
func zip3<A, B, C>(_ first: [A], _ second: [B], _ third: [C]) -> [(A, B, C)] {
  first.indices.map { (first[$0], second[$0], third[$0]) }
}
