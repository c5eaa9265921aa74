import CLeptonica
public import Imaging

/// How far text lines are off the level, and how sure that is.
public struct Skew: Sendable, Equatable {
  /// The clockwise turn in degrees that makes the lines level; within ±7.
  public let degrees: Double
  /// Ratio of the best to the worst line score; from 3 on the angle can be trusted.
  public let confidence: Double
}

/// How far the text lines of a page are off the level; nil when Leptonica finds no angle.
///
/// Maximizes the sum of squared differences of neighbouring row sums over a sweep of ±7° and a
/// binary search (`pixFindSkew`); about 0.05° exact. Fails on pages without lines of text, which
/// the confidence shows. `threshold` parts ink from paper; nil takes Otsu's.
public func skew(of image: GrayImage, threshold: Int? = nil) -> Skew? {
  let cut = threshold ?? otsuThreshold(of: image)
  guard let pix = try? OwnedPix.ink(of: image, below: cut) else { return nil }
  var angle: Float = 0
  var confidence: Float = 0
  let status = pix.lend { unsafe pixFindSkew($0, &angle, &confidence) }
  guard status == 0, angle.isFinite, confidence.isFinite else { return nil }
  return Skew(degrees: Double(angle), confidence: Double(confidence))
}

/// Votes of a page for lying upright and for lying on its left side.
public struct OrientationVotes: Sendable, Equatable {
  /// Above 0: upright; below 0: upside down. Beyond ±8 it can be trusted.
  public let up: Double
  /// Above 0: to be turned clockwise; below 0: counter-clockwise. Beyond ±8 it can be trusted.
  public let left: Double
}

/// Which way up the text stands; nil when Leptonica cannot tell at all.
///
/// Counts ascenders against descenders by hit-miss transforms (`pixOrientDetect`) for text of about
/// 150 to 300 dpi. Vietnamese tone marks strengthen the vote for upright.
public func orientation(of image: GrayImage, threshold: Int? = nil) -> OrientationVotes? {
  let cut = threshold ?? otsuThreshold(of: image)
  guard let pix = try? OwnedPix.ink(of: image, below: cut) else { return nil }
  var up: Float = 0
  var left: Float = 0
  let status = pix.lend { unsafe pixOrientDetect($0, &up, &left, 0, 0) }
  guard status == 0 else { return nil }
  return OrientationVotes(up: Double(up), left: Double(left))
}

/// The picture turned clockwise by an angle about its centre, white coming in, size kept.
///
/// Area mapping with bilinear weights (`pixRotate`, `L_ROTATE_AREA_MAP`).
public func rotated(
  _ image: GrayImage, clockwiseDegrees: Double
) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let radians = Float(clockwiseDegrees * .pi / 180)
  let turned = try OwnedPix.adopting("pixRotate") {
    pix.lend {
      unsafe pixRotate($0, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0)
    }
  }
  return turned.grayImage()
}

/// The picture scaled by one factor on both axes: interpolated upwards, averaged downwards.
///
/// `pixScaleGrayLI` from 0.7 on, `pixScaleAreaMap` below.
public func scaled(_ image: GrayImage, by factor: Double) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let scale = Float(factor)
  let result = try OwnedPix.adopting("pixScale") {
    pix.lend {
      if factor >= 0.7 {
        unsafe pixScaleGrayLI($0, scale, scale)
      } else {
        unsafe pixScaleAreaMap($0, scale, scale)
      }
    }
  }
  return result.grayImage()
}
