import Imaging
import Leptonica
import Measuring

/// What is done to the pixels of a page against its defects, so that it can be read.
///
/// The scan itself stays untouched: restored pixels are read and thrown away.
public struct Restoration: Sendable, Equatable, Codable {
  /// One thing that is done.
  public enum Step: Sendable, Equatable, Codable {
    /// Each column and row gets the brightness of its neighbours: lines of dust go.
    case levelStreaks
    /// The median of 3 × 3 pixels: single specks go, edges stay.
    case median
    /// A Gaussian of this σ in pixels: the grain of a sensor goes.
    case gaussian(sigma: Double)
    /// The paper is made white everywhere; `clipsAbove` also makes paper of what is lighter than that
    /// share of its level.
    case whiten(clipsAbove: Double?)
    /// The darkest of 3 × 3 pixels: holes in strokes close, hairlines stand out.
    case thicken
    /// What differs from the mean within this many pixels is drawn apart: edges become steeper.
    case sharpen(reach: Int)
  }

  /// What is done, in order.
  public let steps: [Step]

  /// Makes a restoration; without arguments it does nothing.
  public init(_ steps: [Step] = []) { self.steps = steps }
}

extension GrayImage {
  /// The picture after all steps.
  func restored(by restoration: Restoration) throws(LeptonicaError) -> GrayImage {
    var image = self
    for step in restoration.steps {
      image =
        switch step {
        case .levelStreaks: image.withoutStreaks()
        case .median: try median3(of: image)
        case .gaussian(let sigma): try smoothed(image, sigma: sigma)
        case .whiten(let share): image.evened(clipsAbove: share)
        case .thicken: try darkest3(of: image)
        case .sharpen(let reach): try sharpened(image, reach: reach, by: 2.5)
        }
    }
    return image
  }

  /// The picture with its paper made white, tile by tile; `clipsAbove` also makes white what is lighter
  /// than that share of the paper's level, and stretches what is darker.
  ///
  /// The level between the middles of four tiles is interpolated, so that no tile shows its edge. Source:
  /// background normalisation, page-quality notes 3.3.
  private func evened(clipsAbove: Double?) -> GrayImage {
    let paper = paperMap(of: self)
    let white = clipsAbove ?? 1
    var result = [UInt8](repeating: 255, count: pixels.count)
    var levels = [Int32](repeating: 0, count: width)
    for y in 0..<height {
      paper.fillLevels(ofRow: y, into: &levels)
      let row = row(y)
      let base = y * width
      for x in 0..<width {
        // 16 bits of fraction: 255 · 2¹⁶ fits into 32 bits.
        let level = Int32(Double(levels[x]) * white)
        let value = Int32(row[x]) &* 255 / max(1, level)
        result[base &+ x] = UInt8(truncatingIfNeeded: min(255, value))
      }
    }
    return GrayImage(width: width, height: height, pixels: result)
  }
}

extension PaperMap {
  /// The paper's level under each pixel of a row, interpolated between the middles of the tiles.
  fileprivate func fillLevels(ofRow y: Int, into result: inout [Int32]) {
    let side = PaperMap.side
    let (above, below, down) = neighbours(of: y, count: rows)
    for x in result.indices {
      let (left, right, across) = neighbours(of: x, count: columns)
      func level(_ row: Int, _ column: Int) -> Int { Int(levels[row * columns + column]) }
      let top = level(above, left) * (side - across) + level(above, right) * across
      let bottom = level(below, left) * (side - across) + level(below, right) * across
      result[x] = Int32((top * (side - down) + bottom * down) / (side * side))
    }
  }

  /// The tiles whose middles lie on either side of a pixel, and how far it is from the first, in pixels.
  private func neighbours(of pixel: Int, count: Int) -> (first: Int, second: Int, distance: Int) {
    let shifted = pixel - PaperMap.side / 2
    guard shifted >= 0 else { return (0, 0, 0) }
    let first = min(count - 1, shifted / PaperMap.side)
    return (first, min(count - 1, first + 1), shifted % PaperMap.side)
  }
}
