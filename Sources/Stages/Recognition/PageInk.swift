import Imaging
import Leptonica

/// The ink of a prepared page, cut from its paper and taken apart once for all who ask.
struct PageInk {
  let image: GrayImage
  /// Values below it are ink.
  let threshold: Int
  /// The 8-connected pieces of ink.
  let pieces: [InkComponent]

  /// Cuts at Otsu's threshold.
  init(_ image: GrayImage) throws(LeptonicaError) {
    self.image = image
    threshold = otsuThreshold(of: image)
    pieces = try inkComponents(of: image, below: threshold)
  }
}
