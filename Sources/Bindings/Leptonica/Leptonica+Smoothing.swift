import CLeptonica
public import Imaging

/// The median of each 3 × 3 pixels (`pixMedianFilter`).
public func median3(of image: GrayImage) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let result = try OwnedPix.adopting("pixMedianFilter") {
    pix.lend { unsafe pixMedianFilter($0, 3, 3) }
  }
  return result.grayImage()
}

/// The picture blurred by a Gaussian of `sigma` pixels, cut off at 3 σ (`pixConvolveSep`).
public func smoothed(_ image: GrayImage, sigma: Double) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let reach = Int32(max(1, (3 * sigma).rounded(.up)))
  var (across, down): (UnsafeMutablePointer<L_KERNEL>?, UnsafeMutablePointer<L_KERNEL>?)
  defer {
    unsafe kernelDestroy(&across)
    unsafe kernelDestroy(&down)
  }
  guard unsafe makeGaussianKernelSep(reach, reach, Float(sigma), 255, &across, &down) == 0 else {
    throw LeptonicaError(call: "makeGaussianKernelSep")
  }
  let result = try OwnedPix.adopting("pixConvolveSep") {
    pix.lend { unsafe pixConvolveSep($0, across, down, 8, 1) }
  }
  return result.grayImage()
}

/// The darkest of each 3 × 3 pixels (`pixErodeGray`).
public func darkest3(of image: GrayImage) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let result = try OwnedPix.adopting("pixErodeGray") {
    pix.lend { unsafe pixErodeGray($0, 3, 3) }
  }
  return result.grayImage()
}

/// The picture with `share` times what it differs from its mean within `reach` pixels added
/// (`pixUnsharpMaskingGray`).
public func sharpened(
  _ image: GrayImage, reach: Int, by share: Double
) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  let result = try OwnedPix.adopting("pixUnsharpMaskingGray") {
    pix.lend { unsafe pixUnsharpMaskingGray($0, Int32(reach), Float(share)) }
  }
  return result.grayImage()
}
