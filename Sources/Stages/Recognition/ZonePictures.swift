import Imaging
import Leptonica

/// The pictures in which a zone is read again, the likeliest to be read first.
///
/// A seal and a pen lie over the name in three documents of four, and offices stamp name and position in red. What
/// one picture hides another shows (measured on 36 real signature blocks, page-quality notes 4): the brightest
/// channel has no coloured ink, the brightness has all of it, the red ink alone has neither print nor pen; of each
/// there is a second form without pieces larger than letters, so that rings and flourishes fall away. A seal on a
/// bilevel page is black and only that second form is left, there without the seal's rings too (`RingErasure`).
struct ZonePictures {
  /// One picture and how its text is laid out.
  struct Picture {
    let image: GrayImage
    let layout: TextLayout
  }

  /// Makes the images some at a time, since many zones are read by the first.
  private let steps: [() throws -> [GrayImage]]
  /// How the text of each image may be laid out.
  private let layouts: [TextLayout]

  /// In the order in which they are read, made as they are asked for; what cannot be made is left out.
  var pictures: some Sequence<Picture> {
    steps.lazy.flatMap { (try? $0()) ?? [] }.flatMap { image in
      layouts.map { Picture(image: image, layout: $0) }
    }
  }

  /// `letter` is the height of a word in pixels; `rings` are the boxes of black seals' rings in the crop.
  init(of crop: PageImage, kind: ZoneKind, letter: Double, rings: [RingErasure.Place], dpi: Int) {
    let black = crop.sealSafeGray
    func plain() -> [GrayImage] { [black] }
    // Place and date are set in italics (Nghị định 30, I.II.4); upright the letters are other pictures to the network.
    func upright() throws -> [GrayImage] {
      [try black.deslanted(threshold: otsuThreshold(of: black))]
    }
    func withoutLarge() throws -> [GrayImage] {
      let bare = RingErasure.erased(rings, from: black, dpi: dpi)
      return [try withoutLargePieces(bare, letter: letter)]
    }
    func colored() throws -> [GrayImage] {
      guard let color = crop.color else { return [] }
      let grid = RedInk(on: color).grid(of: color, cell: 1)
      guard grid.cells.reduce(0, { $0 + Int($1) }) * 400 > grid.cells.count else { return [] }
      let red = redInk(of: color, grid: grid)
      return [try withoutLargePieces(red, letter: letter), color.luminance]
    }
    switch kind {
    case .notation: (steps, layouts) = ([plain], [.line])
    case .subject, .agencies: (steps, layouts) = ([plain], [.block])
    case .date: (steps, layouts) = ([upright], [.block])
    case .recipients: (steps, layouts) = ([plain], [.block, .sparse])
    case .signature: (steps, layouts) = ([plain, withoutLarge, colored], [.block, .sparse])
    }
  }
}

/// The picture without pieces of ink that are far larger than letters, and without dust.
///
/// Higher than two and a half words or wider than eight; smaller than an eighth to both sides.
private func withoutLargePieces(
  _ image: GrayImage, letter: Double
) throws(LeptonicaError) -> GrayImage {
  let threshold = otsuThreshold(of: image)
  var grid = InkGrid(width: image.width, height: image.height)
  for at in image.pixels.indices where Int(image.pixels[at]) < threshold { grid.cells[at] = 1 }
  let labelled = LabelledPieces(grid)
  let isLetter = labelled.pieces.map { piece in
    let (width, height) = (Double(piece.box.width), Double(piece.box.height))
    return height <= 2.5 * letter && width <= 8 * letter && max(width, height) >= letter / 8
  }
  for at in grid.cells.indices where grid.cells[at] != 0 {
    if !isLetter[Int(labelled.labels[at])] { grid.cells[at] = 0 }
  }
  // The grey rim of each letter stays.
  let near = grid.dilated(x: 1, y: 1)
  var pixels = image.pixels
  for at in pixels.indices where near.cells[at] == 0 { pixels[at] = 255 }
  return GrayImage(width: image.width, height: image.height, pixels: pixels)
}

/// Red ink black on white: the green channel at and beside red pixels.
private func redInk(of image: ColorImage, grid: InkGrid) -> GrayImage {
  let near = grid.dilated(x: 1, y: 1)
  var pixels = [UInt8](repeating: 255, count: image.width * image.height)
  for at in pixels.indices where near.cells[at] != 0 && image.pixels[at * 3] > 90 {
    pixels[at] = image.pixels[at * 3 + 1]
  }
  return GrayImage(width: image.width, height: image.height, pixels: pixels)
}
