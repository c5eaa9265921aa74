import Imaging
import Ingest

/// How large the sheet of a picture is.
struct SheetSize: Equatable {
  /// Width in points, as stored.
  let width: Double
  /// Height in points, as stored.
  let height: Double
  /// Where the size comes from.
  let basis: PageFidelity.SheetSize

  /// ISO A sizes and the sheets of old offices, in millimetres, upright.
  private static let papers: [(Double, Double)] = [
    (210, 297), (297, 420), (148, 210), (215.9, 279.4), (215.9, 330.2),
  ]
  /// ISO 32000-1 Annex C: no side of a page above 14 400 units.
  private static let longest = 14_400.0

  /// The sheet of a picture of `width` × `height` stored pixels.
  ///
  /// Without a declared resolution the paper with the same proportions within 2 % is taken, A4 first:
  /// all ISO sizes have the same proportions, and A4 is what offices scan.
  init(width: Int, height: Int, declared: Resolution?) {
    let pixels = (width: Double(width), height: Double(height))
    func bounded(_ x: Double, _ y: Double, _ basis: PageFidelity.SheetSize) -> SheetSize {
      let shrink = min(1, Self.longest / max(x, y))
      return SheetSize(width: x * shrink, height: y * shrink, basis: basis)
    }
    if let declared {
      self = bounded(
        pixels.width / declared.x * 72, pixels.height / declared.y * 72, .declared)
      return
    }
    let ratio = max(width, height) == 0 ? 1 : pixels.height / pixels.width
    for (short, long) in Self.papers {
      for (paperWidth, paperHeight) in [(short, long), (long, short)]
      where abs(ratio / (paperHeight / paperWidth) - 1) < 0.02 {
        self = SheetSize(
          width: paperWidth / 25.4 * 72, height: paperHeight / 25.4 * 72, basis: .paper)
        return
      }
    }
    self = bounded(pixels.width / 200 * 72, pixels.height / 200 * 72, .assumed)
  }

  private init(width: Double, height: Double, basis: PageFidelity.SheetSize) {
    self.width = width
    self.height = height
    self.basis = basis
  }
}
