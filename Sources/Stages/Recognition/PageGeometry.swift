import Foundation
import Imaging
import Leptonica

/// The pixels that are read, and the way back from them to the page as shown.
struct PreparedPage {
  /// Upright, level, large enough.
  let image: GrayImage
  private let plan: ReadingPlan
  private let width: Int
  private let height: Int

  /// Turns, levels and enlarges the seal-safe grey of a page, each only when the plan says so.
  init(_ page: PageImage, plan: ReadingPlan) throws(RecognitionError) {
    self.plan = plan
    width = page.width
    height = page.height
    var image = page.sealSafeGray.turned(plan.turn)
    do throws(LeptonicaError) {
      if plan.deskewDegrees != 0 {
        image = try rotated(image, clockwiseDegrees: plan.deskewDegrees)
      }
      if plan.scale > 1 { image = try scaled(image, by: Double(plan.scale)) }
    } catch {
      throw .engineFailed
    }
    self.image = image
  }

  /// Where a box of the prepared picture lies on the page as shown; nil when it lies outside.
  func boxOnPage(_ box: Box) -> Box? {
    let (turnedWidth, turnedHeight) =
      plan.turn.swapsSides ? (height, width) : (width, height)
    let level = unleveled(box, width: turnedWidth, height: turnedHeight)
    let whole = Box(x: 0, y: 0, width: turnedWidth, height: turnedHeight)
    guard let inside = level.intersection(whole) else { return nil }
    return plan.turn.inverse.turned(inside, width: turnedWidth, height: turnedHeight)
  }

  /// Undoes enlarging and levelling: the upright box around the turned corners.
  private func unleveled(_ box: Box, width: Int, height: Int) -> Box {
    let scale = Double(plan.scale)
    let edges = [Double(box.x), Double(box.y), Double(box.maxX), Double(box.maxY)].map {
      $0 / scale
    }
    guard plan.deskewDegrees != 0 else {
      return Box(
        left: edges[0].rounded(.down), top: edges[1].rounded(.down),
        right: edges[2].rounded(.up), bottom: edges[3].rounded(.up))
    }
    let angle = -plan.deskewDegrees * .pi / 180
    let (sine, cosine) = (sin(angle), cos(angle))
    let (fromX, fromY) = (Double(image.width) / scale / 2, Double(image.height) / scale / 2)
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
