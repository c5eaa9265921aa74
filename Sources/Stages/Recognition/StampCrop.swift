import Foundation
import Imaging
import Leptonica

/// The red ink of one region, black on white, level, its frame wiped out.
struct StampCrop {
  /// The part that holds letters, nil when only a frame or specks are there.
  let text: Box?
  /// Letters black on white.
  let image: GrayImage
  /// How high most letters are, in pixels.
  let letterHeight: Int
  /// Whether three or all of the four level lines of a double frame are there.
  let isDoubleFramed: Bool
  private let levelling: Levelling
  private let origin: Box

  /// Cuts a region out of an upright page, levelled by its own frame or else by the page's skew.
  init(
    of box: Box, in page: ColorImage, ink: RedInk, regions: StampRegions, dpi: Int,
    deskewDegrees: Double
  ) throws(LeptonicaError) {
    let around = box.grown(by: dpi / 25 + 2, within: page.width, page.height)
    let crop = paintedBlack(around, of: page, ink: ink, regions: regions, gap: max(3, dpi / 42))
    try self.init(crop, cutFrom: around, dpi: dpi, deskewDegrees: deskewDegrees)
  }

  /// Cuts a frame in black ink out of an upright page, levelled by itself.
  init?(ofFrame box: Box, in page: GrayImage, dpi: Int) throws(LeptonicaError) {
    // Nothing around the frame: print that stands near it is not part of the stamp.
    let around = box.grown(by: 2, within: page.width, page.height)
    guard let crop = page.cropped(to: around) else { return nil }
    try self.init(crop, cutFrom: around, dpi: dpi, deskewDegrees: 0)
  }

  private init(
    _ crop: GrayImage, cutFrom around: Box, dpi: Int, deskewDegrees: Double
  ) throws(LeptonicaError) {
    let turn = tilt(of: crop).map { -$0 } ?? deskewDegrees
    let isTurned = abs(turn) > 0.4
    let level = isTurned ? try rotated(crop, clockwiseDegrees: turn) : crop
    levelling = Levelling(
      degrees: isTurned ? turn : 0, width: crop.width, height: crop.height,
      levelWidth: Double(level.width), levelHeight: Double(level.height))
    origin = around
    let cleaned = WipedFrame(level, millimetre: Double(dpi) / 25.4)
    image = cleaned.image
    text = cleaned.text
    letterHeight = cleaned.letterHeight
    isDoubleFramed = cleaned.isDoubleFramed
  }

  /// Where a box of the picture lies on the upright page.
  func boxOnPage(_ box: Box) -> Box {
    let inside = levelling.undone(box, enlarged: 1)
    return Box(
      x: inside.x + origin.x, y: inside.y + origin.y, width: inside.width, height: inside.height)
  }
}

/// Red ink as black on white: the green channel near red pixels, everything else paper.
///
/// The green channel is as sharp as the brightness, whereas the colour difference of a JPEG is blurred
/// over two pixels. Black print and blue ink near the stamp stay out: their red is dark. Where a stroke of
/// print up to 0.6 mm wide crosses red ink, the ink goes on beneath it.
private func paintedBlack(
  _ box: Box, of page: ColorImage, ink: RedInk, regions: StampRegions, gap: Int
) -> GrayImage {
  var strict = InkGrid(width: box.width, height: box.height)
  var histogram = [Int](repeating: 0, count: 256)
  var count = 0
  for y in 0..<box.height {
    for x in 0..<box.width where regions.isNearInk(x + box.x, y + box.y) {
      let at = ((y + box.y) * page.width + x + box.x) * 3
      guard ink.shows(page.pixels[at], page.pixels[at + 1], page.pixels[at + 2]) else { continue }
      strict.cells[y * box.width + x] = 1
      histogram[Int(page.pixels[at + 1])] += 1
      count += 1
    }
  }
  // The darkest fifth is full ink; half way between it and paper is an edge.
  var seen = 0
  let full =
    histogram.firstIndex {
      seen += $0
      return seen * 5 >= count
    } ?? 0
  let range = max(30, Int(ink.paperGreen) - full)
  let near = strict.dilated(x: 1, y: 1)
  let beneath = strict.bridged(gap)
  var pixels = [UInt8](repeating: 255, count: box.area)
  for y in 0..<box.height {
    for x in 0..<box.width
    where near.cells[y * box.width + x] != 0 || beneath.cells[y * box.width + x] != 0 {
      let at = ((y + box.y) * page.width + x + box.x) * 3
      guard page.pixels[at] > 90 else {
        if beneath.cells[y * box.width + x] != 0 { pixels[y * box.width + x] = 0 }
        continue
      }
      let value = (Int(page.pixels[at + 1]) - full) * 255 / range
      pixels[y * box.width + x] = UInt8(clamping: value)
    }
  }
  return GrayImage(width: box.width, height: box.height, pixels: pixels)
}

/// How far the ink slopes down to the right, in degrees, where its top and its bottom edge agree.
///
/// A frame of a hand stamp shows the tilt of its word. Each edge is the first ink of each column; its slope
/// goes through the medians of its left and of its right third. nil above 15° or when the edges differ
/// by more than 1.5°, as those of bare letters often do.
private func tilt(of image: GrayImage) -> Double? {
  var tops: [(x: Int, y: Int)] = []
  var bottoms: [(x: Int, y: Int)] = []
  for x in 0..<image.width {
    let column = stride(from: x, to: image.pixels.count, by: image.width)
    guard let top = column.first(where: { image.pixels[$0] < 128 }) else { continue }
    var bottom = x + (image.height - 1) * image.width
    while image.pixels[bottom] >= 128 { bottom -= image.width }
    tops.append((x, top / image.width))
    bottoms.append((x, bottom / image.width))
  }
  func slope(_ edge: [(x: Int, y: Int)]) -> Double? {
    let third = edge.count / 3
    guard third >= 10 else { return nil }
    // The very ends of a tilted frame belong to its sides.
    let left = edge[(third / 4)..<third].sorted { $0.y < $1.y }
    let right = edge[(edge.count - third)..<(edge.count - third / 4)].sorted { $0.y < $1.y }
    let across = edge[edge.count - third / 2].x - edge[third / 2].x
    guard across > 0 else { return nil }
    return Double(right[right.count / 2].y - left[left.count / 2].y) / Double(across)
  }
  guard let top = slope(tops), let bottom = slope(bottoms) else { return nil }
  let (above, below) = (atan(top) * 180 / .pi, atan(bottom) * 180 / .pi)
  guard abs(above - below) <= 1.5, abs(above + below) <= 30 else { return nil }
  return (above + below) / 2
}

extension InkGrid {
  /// The ink with the gaps filled that are at most so long and have ink at both ends of a row or column.
  fileprivate func bridged(_ gap: Int) -> InkGrid {
    var result = self
    for y in 0..<height {
      result.bridge(from: self, start: y * width, step: 1, count: width, gap: gap)
    }
    for x in 0..<width {
      result.bridge(from: self, start: x, step: width, count: height, gap: gap)
    }
    return result
  }

  private mutating func bridge(
    from source: InkGrid, start: Int, step: Int, count: Int, gap: Int
  ) {
    var last: Int?
    for index in 0..<count where source.cells[start + index * step] != 0 {
      if let last, index - last > 1, index - last <= gap + 1 {
        for between in last + 1..<index { cells[start + between * step] = 1 }
      }
      last = index
    }
  }
}
