import Foundation
import Imaging

/// A clockwise turn of a picture about its centre, and the way back from the turned picture.
struct Levelling {
  /// The clockwise turn in degrees; 0 leaves the picture as it is.
  let degrees: Double
  /// Pixels a row before the turn.
  let width: Int
  /// Rows before the turn.
  let height: Int
  /// Pixels a row after the turn.
  let levelWidth: Double
  /// Rows after the turn.
  let levelHeight: Double

  /// The upright box around the corners of a box of the turned and then enlarged picture.
  func undone(_ box: Box, enlarged scale: Double) -> Box {
    let edges = [Double(box.x), Double(box.y), Double(box.maxX), Double(box.maxY)].map {
      $0 / scale
    }
    guard degrees != 0 else {
      return Box(
        left: edges[0].rounded(.down), top: edges[1].rounded(.down),
        right: edges[2].rounded(.up), bottom: edges[3].rounded(.up))
    }
    let angle = -degrees * .pi / 180
    let (sine, cosine) = (sin(angle), cos(angle))
    let (fromX, fromY) = (levelWidth / 2, levelHeight / 2)
    let (toX, toY) = (Double(width) / 2, Double(height) / 2)
    let corners = [(0, 1), (2, 1), (0, 3), (2, 3)].map { x, y in
      let (dx, dy) = (edges[x] - fromX, edges[y] - fromY)
      return (toX + dx * cosine - dy * sine, toY + dx * sine + dy * cosine)
    }
    let xs = corners.map(\.0).sorted()
    let ys = corners.map(\.1).sorted()
    return Box(left: xs[0], top: ys[0], right: xs[3], bottom: ys[3])
  }
}

extension Box {
  /// The box between four edges, rounded to whole pixels.
  fileprivate init(left: Double, top: Double, right: Double, bottom: Double) {
    let x = Int(left.rounded())
    let y = Int(top.rounded())
    self.init(
      x: x, y: y, width: max(1, Int(right.rounded()) - x), height: max(1, Int(bottom.rounded()) - y)
    )
  }
}
