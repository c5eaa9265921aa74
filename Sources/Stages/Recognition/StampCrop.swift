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
  /// Whether a mark stands here even when no word can be read: in a double frame, or a closed one in black.
  let isMarkFramed: Bool
  /// Whether print crosses its frame, so that what is read in it may hide the word of the stamp.
  let isCrossed: Bool
  /// What the lines of a frame in black leave free, in the picture; nil for red ink.
  private let inside: Box?
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

  /// Cuts what a frame in black ink holds out of an upright page, levelled by the frame.
  init?(ofFrame frame: BlackFrame, in page: GrayImage, dpi: Int) throws(LeptonicaError) {
    let around = frame.box.grown(by: dpi / 25, within: page.width, page.height)
    guard let crop = page.cropped(to: around) else { return nil }
    let turn = abs(frame.tilt) > 0.4 ? -frame.tilt : 0
    let level = turn != 0 ? try rotated(crop, clockwiseDegrees: turn) : crop
    // The lines of the frame stay outside, so does print that stands near it.
    let millimetre = Double(dpi) / 25.4
    let inset = (frame.isDouble ? 1.6 : 0.7) * millimetre
    let width = max(1, Int(frame.size.width - 2 * inset))
    let height = max(1, Int(frame.size.height - 2 * inset))
    let inside = Box(
      x: Int(frame.box.midX) - around.x - width / 2, y: Int(frame.box.midY) - around.y - height / 2,
      width: width, height: height)
    self.init(
      level.only([inside]).stretched, level: turn, from: crop,
      cutFrom: around, dpi: dpi, isMarkFramed: frame.mayBeMark,
      isCrossed: frame.isCrossed, inside: inside)
  }

  private init(
    _ crop: GrayImage, cutFrom around: Box, dpi: Int, deskewDegrees: Double
  ) throws(LeptonicaError) {
    let turn = tilt(of: crop).map { -$0 } ?? deskewDegrees
    let isTurned = abs(turn) > 0.4
    let level = isTurned ? try rotated(crop, clockwiseDegrees: turn) : crop
    self.init(level, level: isTurned ? turn : 0, from: crop, cutFrom: around, dpi: dpi)
  }

  private init(
    _ level: GrayImage, level turn: Double, from crop: GrayImage, cutFrom around: Box, dpi: Int,
    isMarkFramed: Bool = false, isCrossed: Bool = false, inside: Box? = nil
  ) {
    levelling = Levelling(
      degrees: turn, width: crop.width, height: crop.height,
      levelWidth: Double(level.width), levelHeight: Double(level.height))
    origin = around
    let cleaned = WipedFrame(level, millimetre: Double(dpi) / 25.4)
    image = cleaned.image
    text = cleaned.text
    letterHeight = cleaned.letterHeight
    self.isCrossed = isCrossed
    self.inside = inside
    self.isMarkFramed = isMarkFramed || cleaned.isDoubleFramed
  }

  /// Whether print runs in over one side of a frame, `box` on the page, and leaves a third of it to a word that is too
  /// pale to be seen beside it.
  func isEntered(_ box: Box) -> Bool {
    guard let text else { return false }
    let (frame, ink) = inside.map { ($0, text) } ?? (box, boxOnPage(text))
    let (left, right) = (ink.x - frame.x, frame.maxX - ink.maxX)
    return min(left, right) <= 2 && 3 * max(left, right) >= frame.width
  }

  /// Where a box of the picture lies on the upright page.
  func boxOnPage(_ box: Box) -> Box {
    levelling.undone(box, enlarged: 1).moved(right: origin.x, down: origin.y)
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

extension GrayImage {
  /// The picture with paper outside of all boxes.
  func only(_ boxes: [Box]) -> GrayImage {
    let whole = Box(x: 0, y: 0, width: width, height: height)
    var result = [UInt8](repeating: 255, count: pixels.count)
    for box in boxes.compactMap({ $0.intersection(whole) }) {
      for y in box.y..<box.maxY {
        let row = y * width + box.x..<y * width + box.maxX
        result.replaceSubrange(row, with: pixels[row])
      }
    }
    return GrayImage(width: width, height: height, pixels: result)
  }

  /// The picture from black to white: its darkest hundredth black, its most common bright level white.
  fileprivate var stretched: GrayImage {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in pixels where pixel < 255 { histogram[Int(pixel)] += 1 }
    let count = histogram.reduce(0, +)
    guard count > 0 else { return self }
    var seen = 0
    let dark =
      histogram.firstIndex {
        seen += $0
        return seen * 50 >= count
      } ?? 0
    let bright = histogram.indices.max { (histogram[$0], $0) < (histogram[$1], $1) } ?? 255
    guard bright - dark >= 20 else { return self }
    let map = (0..<256).map { UInt8(clamping: ($0 - dark) * 255 / (bright - dark)) }
    return GrayImage(width: width, height: height, pixels: pixels.map { map[Int($0)] })
  }
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
