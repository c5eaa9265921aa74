import Findings
import Imaging
import Measuring

extension PageRules {
  /// What scanner, feeder, operator or hand did to the page.
  var faults: [Finding] {
    let found = measured.faults
    return clipping(found) + keystone(found)
      + figure(
        .streaks, found.streaks.map { Double($0.count) }, box: found.streaks?.first,
        message: Messages.streaks) + motion(found) + colorCast(found) + colorlessSeal(found)
      + there(.cornerFolded, found.foldedCorners, message: Messages.foldedCorner)
      + there(.occlusion, found.occlusions, message: Messages.occlusion)
  }

  /// Black and white pixels have no tones to clip.
  private func clipping(_ found: PageFaults) -> [Finding] {
    measured.hasTones ? figure(.clipping, found.clipping, message: Messages.clipping) : []
  }

  /// Applies only to pages with enough full lines of text to compare.
  private func keystone(_ found: PageFaults) -> [Finding] {
    figureIfKnown(.keystone, found.keystoneDegrees, message: Messages.keystone)
  }

  /// Applies only where there is print that could show it.
  private func motion(_ found: PageFaults) -> [Finding] {
    figureIfKnown(
      .motion, found.motionFaults.map { Double($0.count) }, box: found.motionFaults?.first,
      message: Messages.motion)
  }

  private func colorCast(_ found: PageFaults) -> [Finding] {
    guard measured.colorMode == .color else { return [] }
    return figure(.colorCast, found.colorCast, message: Messages.colorCast)
  }

  private func colorlessSeal(_ found: PageFaults) -> [Finding] {
    guard measured.colorMode == .color else { return [] }
    return there(.colorInkMissing, found.colorlessSeals, message: Messages.colorlessSeal)
  }

  /// One finding for each place.
  private func there(_ rule: Rule, _ boxes: [Box]?, message: Wording) -> [Finding] {
    judged(rule, boxes) { boxes in
      boxes.flatMap { profile.fact(rule, box: $0, message: message) }
    }
  }
}
