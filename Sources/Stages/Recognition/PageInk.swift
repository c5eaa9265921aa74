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
  /// Letters, frames and seals are emptier. What touches an edge is the border of the scan, unless it is a quarter of
  /// the page, as in a negative.
  func hasDarkBlocks(dpi: Int) -> Bool {
    let millimetre = Double(dpi) / 25.4
    return pieces.contains { piece in
      let box = piece.box
      let isAtEdge =
        min(box.x, box.y) < 2 || box.maxX > image.width - 2 || box.maxY > image.height - 2
      return Double(box.width) > 8 * millimetre && Double(box.height) > 3 * millimetre
        && piece.area * 2 > box.area
        && (!isAtEdge || piece.area * 4 > image.width * image.height)
    }
  }
}
