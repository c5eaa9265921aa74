import Imaging
import Leptonica

/// The pixels that are read, and the way back from them to the page as shown.
struct PreparedPage {
  /// Upright, level, large enough.
  let image: GrayImage
  private let plan: ReadingPlan
  private let width: Int
  private let height: Int

  /// Restores, levels and enlarges the seal-safe grey of a page, turned upright, each only when the plan says so.
  init(_ upright: GrayImage, of page: PageImage, plan: ReadingPlan) throws(RecognitionError) {
    self.plan = plan
    width = page.width
    height = page.height
    var image = upright
    do throws(LeptonicaError) {
      // Before anything is interpolated: a speck that was turned is a smear.
      image = try image.restored(by: plan.restoration)
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
    let levelling = Levelling(
      degrees: plan.deskewDegrees, width: turnedWidth, height: turnedHeight,
      levelWidth: Double(image.width) / Double(plan.scale),
      levelHeight: Double(image.height) / Double(plan.scale))
    let level = levelling.undone(box, enlarged: Double(plan.scale))
    let whole = Box(x: 0, y: 0, width: turnedWidth, height: turnedHeight)
    guard let inside = level.intersection(whole) else { return nil }
    return plan.turn.inverse.turned(inside, width: turnedWidth, height: turnedHeight)
  }
}
