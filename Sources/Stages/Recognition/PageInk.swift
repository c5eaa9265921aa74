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

  /// Whether there is a piece of ink on which a line of light print finds room: over 8 by 3 mm and over half full.
  ///
  /// Letters, frames and seals are emptier. A dark border of the scan counts, which does no harm but takes time.
  func hasDarkBlocks(dpi: Int) -> Bool {
    let millimetre = Double(dpi) / 25.4
    return pieces.contains {
      Double($0.box.width) > 8 * millimetre && Double($0.box.height) > 3 * millimetre
        && $0.area * 2 > $0.box.area
    }
  }
}
