import CLeptonica
package import Imaging

/// Lines of ASCII text painted black on a picture with Leptonica's own font, for tests.
///
/// `size` is 4, 6 … 20 points at 300 dpi; each line starts at column `left`, the first stands on row
/// `top`, the others `leading` rows below each other (`bmfCreate`, `pixSetTextline`).
package func painted(
  _ lines: [String], on image: GrayImage, left: Int, top: Int, leading: Int, size: Int = 10
) throws(LeptonicaError) -> GrayImage {
  let pix = try OwnedPix.gray(image)
  var font: UnsafeMutablePointer<L_BMF>? = unsafe bmfCreate(nil, Int32(size))
  defer { unsafe bmfDestroy(&font) }
  guard unsafe font != nil else { throw LeptonicaError(call: "bmfCreate") }
  for (index, line) in lines.enumerated() {
    let baseline = Int32(top + index * leading)
    let status = pix.lend {
      unsafe pixSetTextline($0, font, line, 0, Int32(left), baseline, nil, nil)
    }
    guard status == 0 else { throw LeptonicaError(call: "pixSetTextline") }
  }
  return pix.grayImage()
}
