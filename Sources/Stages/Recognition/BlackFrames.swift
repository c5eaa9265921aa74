import Imaging
import Leptonica

/// Finds the frames of stamps in black: in a black and white scan a red MẬT is black too.
///
/// Tesseract's layout analysis takes a framed word for a picture and drops it. A frame is a piece of ink of
/// a stamp's size, mostly hollow, whose outline hugs its box on all four sides; signatures and seals do
/// not. Boxes in pixels of the picture, at most ten, in reading order.
func blackFrames(in ink: PageInk, dpi: Int) -> [Box] {
  let millimetre = Double(dpi) / 25.4
  let found = ink.pieces.filter { piece in
    let (width, height) = (
      Double(piece.box.width) / millimetre, Double(piece.box.height) / millimetre
    )
    return (11...65).contains(width) && (4.5...24).contains(height) && width >= 1.3 * height
      && piece.area * 2 <= piece.box.area && hugs(piece.box, in: ink.image, below: ink.threshold)
  }
  return Array(found.map(\.box).sorted { ($0.y, $0.x) < ($1.y, $1.x) }.prefix(10))
}

/// Whether ink runs along all four sides of a box; a tilt of 4° and gaps of a fifth are allowed.
private func hugs(_ box: Box, in image: GrayImage, below threshold: Int) -> Bool {
  let slack = max(2, box.width / 14)
  let depth = min(box.height / 4, slack)
  var (top, bottom, left, right) = (0, 0, 0, 0)
  func isInk(_ x: Int, _ y: Int) -> Bool { Int(image.pixels[y * image.width + x]) < threshold }
  for x in box.x..<box.maxX {
    if (0..<depth).contains(where: { isInk(x, box.y + $0) }) { top += 1 }
    if (0..<depth).contains(where: { isInk(x, box.maxY - 1 - $0) }) { bottom += 1 }
  }
  for y in box.y..<box.maxY {
    if (0..<slack).contains(where: { isInk(box.x + $0, y) }) { left += 1 }
    if (0..<slack).contains(where: { isInk(box.maxX - 1 - $0, y) }) { right += 1 }
  }
  return min(top, bottom) * 5 >= box.width * 4 && min(left, right) * 5 >= box.height * 4
}
