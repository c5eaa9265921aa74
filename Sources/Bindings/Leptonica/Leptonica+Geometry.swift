import CLeptonica
import Foundation
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
/// Maximizes the sum of squared differences of neighbouring row sums over a sweep of ±8° and a
/// binary search (`pixFindSkewSweepAndSearch` with the steps of `pixFindSkew`, which trusts nothing
/// within a degree of its ±7°); about 0.05° exact. Fails on pages without lines of text, which
/// the confidence shows. `threshold` parts ink from paper; nil takes Otsu's.
public func skew(of image: GrayImage, threshold: Int? = nil) -> Skew? {
  let cut = threshold ?? otsuThreshold(of: image)
  guard let pix = try? OwnedPix.ink(of: image, below: cut) else { return nil }
  return skew(of: pix)
}

private func skew(of pix: borrowing OwnedPix) -> Skew? {
  var angle: Float = 0
  var confidence: Float = 0
  let status = pix.lend {
    unsafe pixFindSkewSweepAndSearch($0, &angle, &confidence, 4, 2, 8, 1, 0.01)
  }
  guard status == 0, angle.isFinite, confidence.isFinite else { return nil }
  return Skew(degrees: Double(angle), confidence: Double(confidence))
}

/// How the lines of a picture lie and which way up its letters stand.
public struct LineDirection: Sendable, Equatable {
  /// How far the lines are off the level; nil when Leptonica finds no angle.
  public let skew: Skew?
  /// Above 0: upright; below 0: upside down.
  ///
  /// Beyond ±8 it can be trusted.
  public let upVotes: Double?
}

/// How the lines lie and, where they do at all, which way up the letters stand.
///
/// Counts ascenders against descenders by hit-miss transforms (`pixUpDownDetect`) for text of about 150 to
/// 300 dpi; Vietnamese tone marks strengthen the vote for upright. Letters are only counted on lines whose
/// angle has at least this confidence.
public func lineDirection(
  of image: GrayImage, threshold: Int, least confidence: Double
) -> LineDirection {
  guard let pix = try? OwnedPix.ink(of: image, below: threshold) else {
    return LineDirection(skew: nil, upVotes: nil)
  }
  let skew = skew(of: pix)
  guard let skew, skew.confidence >= confidence else {
    return LineDirection(skew: skew, upVotes: nil)
  }
  return LineDirection(skew: skew, upVotes: upVotes(of: pix))
}

/// The votes of level lines for being upright, as in `LineDirection`.
public func upVotes(of image: GrayImage, threshold: Int) -> Double? {
  guard let pix = try? OwnedPix.ink(of: image, below: threshold) else { return nil }
  return upVotes(of: pix)
}

private func upVotes(of pix: borrowing OwnedPix) -> Double? {
  guard let print = try? print(of: pix) else { return nil }
  var up: Float = 0
  let status = print.lend { unsafe pixUpDownDetect($0, &up, 0, 0, 0) }
  return status == 0 ? Double(up) : nil
}

/// The part of a picture that holds ink, within bare paper: margins would cost as much as print.
///
/// Votes are counted in cells of 4 × 4 pixels, which keep their places; letters are joined over 30 pixels at most,
/// and no vote is taken at an edge.
private func print(of pix: borrowing OwnedPix) throws(LeptonicaError) -> OwnedPix {
  let part = try OwnedPix.adopting("pixClipToForeground") {
    var ink: UnsafeMutablePointer<BOX>?
    defer { unsafe boxDestroy(&ink) }
    guard pix.lend({ unsafe pixClipToForeground($0, nil, &ink) }) == 0, let box = unsafe ink else {
      return nil
    }
    var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    unsafe boxGetGeometry(box, &x, &y, &width, &height)
    unsafe boxSetGeometry(box, x - x % 4, y - y % 4, width + x % 4, height + y % 4)
    return pix.lend { unsafe pixClipRectangle($0, box, nil) }
  }
  return try OwnedPix.adopting("pixAddBorder") { part.lend { unsafe pixAddBorder($0, 32, 0) } }
}

/// The picture turned clockwise by an angle about its centre, grown with white so nothing is lost.
///
/// Area mapping with bilinear weights (`pixRotate`, `L_ROTATE_AREA_MAP`); the centre of the result is
/// the centre of the picture within 1 pixel.
public func rotated(
  _ image: GrayImage, clockwiseDegrees: Double
) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let radians = Float(clockwiseDegrees * .pi / 180)
  let turned = try OwnedPix.adopting("pixRotate") {
    pix.lend {
      unsafe pixRotate(
        $0, radians, Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), Int32(image.width),
        Int32(image.height))
    }
  }
  return turned.grayImage()
}

/// The picture with its rows moved sideways, as many columns a row as `slope` says: to the left above the middle row, to the
/// right below it for a positive one; white comes in.
///
/// Linear interpolation (`pixHShearLI`).
public func sheared(_ image: GrayImage, slope: Double) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let radians = Float(-atan(slope))
  let moved = try OwnedPix.adopting("pixHShearLI") {
    pix.lend {
      unsafe pixHShearLI($0, Int32(image.height / 2), radians, Int32(L_BRING_IN_WHITE))
    }
  }
  return moved.grayImage()
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
