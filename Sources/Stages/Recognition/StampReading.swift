import Foundation
import Imaging
import Leptonica

/// The words in red ink outside round seals, in pixels of the page as shown, a block a stamp.
///
/// Costs one pass over the pixels on a page without red ink. A region that the engine fails on, and a double
/// frame without a readable word, give `RecognizedPage.unreadFrame`: a mark may stand there.
func stampWords(
  on page: ColorImage, plan: ReadingPlan, cpuSeconds: Double, engine: inout any Recognizing
) -> [Word] {
  let upright = page.turned(plan.turn)
  let ink = RedInk(on: upright)
  let regions = StampRegions(in: upright, ink: ink, dpi: plan.dpi)
  let whole = Box(x: 0, y: 0, width: upright.width, height: upright.height)
  var stamps: [Word] = []
  var lines = 0
  for (block, box) in regions.boxes.enumerated() {
    let found = wordsOfRegion(
      box, on: upright, ink: ink, regions: regions, plan: plan, cpuSeconds: cpuSeconds,
      engine: &engine)
    for word in found {
      guard let word = word.cleaned, let inside = word.box.intersection(whole) else { continue }
      stamps.append(
        Word(
          text: word.text,
          box: plan.turn.inverse.turned(inside, width: upright.width, height: upright.height),
          confidence: word.confidence, line: lines + max(0, word.line), block: block))
    }
    lines = (stamps.map(\.line).max() ?? -1) + 1
  }
  return stamps
}

private func wordsOfRegion(
  _ box: Box, on page: ColorImage, ink: RedInk, regions: StampRegions, plan: ReadingPlan,
  cpuSeconds: Double, engine: inout any Recognizing
) -> [Word] {
  wordsOfStamp(at: box, cpuSeconds: cpuSeconds, engine: &engine) { () throws(LeptonicaError) in
    try StampCrop(
      of: box, in: page, ink: ink, regions: regions, dpi: plan.dpi,
      deskewDegrees: plan.deskewDegrees)
  }
}

/// The words in black frames, in pixels of the picture, a block a frame.
///
/// `print` holds the boxes of words that were read with certainty, whose serifs and stems may make frames.
func framedWords(
  on image: GrayImage, dpi: Int, isBilevel: Bool, print: [Box], cpuSeconds: Double,
  engine: inout any Recognizing
) -> [Word] {
  var words: [Word] = []
  let frames = blackFrames(in: image, dpi: dpi, isBilevel: isBilevel)
    .filter { !$0.isPrint(of: print) }
  for (block, frame) in frames.enumerated() {
    let found = wordsOfStamp(at: frame.box, cpuSeconds: cpuSeconds, engine: &engine) {
      () throws(LeptonicaError) in
      try StampCrop(ofFrame: frame, in: image, dpi: dpi)
    }
    words += found.map {
      // The engine gives the last letter all that is left of the line: the frame bounds it.
      Word(
        text: $0.text, box: $0.box.intersection(frame.box) ?? frame.box, confidence: $0.confidence,
        line: block * 16 + $0.line,
        block: block)
    }
  }
  return words
}

private func wordsOfStamp(
  at box: Box, cpuSeconds: Double, engine: inout any Recognizing,
  cut: () throws(LeptonicaError) -> StampCrop?
) -> [Word] {
  let unread = [
    Word(text: RecognizedPage.unreadFrame, box: box, confidence: 0, line: 0, block: 0)
  ]
  do {
    guard let crop = try cut() else { return [] }
    guard let text = crop.text else { return crop.isMarkFramed ? unread : [] }
    var best: [Word] = []
    for picture in try StampPicture.variants(of: crop, text: text) {
      // Five seconds of processor time are thirty times what a stamp takes.
      let words = try engine.words(
        on: picture.image, layout: picture.layout, dpi: 300, cpuSeconds: min(5, cpuSeconds)
      ).map { word in
        Word(
          text: word.text, box: crop.boxOnPage(picture.boxInCrop(word.box)),
          confidence: word.confidence, line: word.line, block: 0)
      }
      if sureness(of: words) > sureness(of: best) { best = words }
      if sureness(of: best) >= 80 { break }
    }
    // What remains of a faint MẬT is read as other letters with 70 at times.
    let letters = best.reduce(0) { $0 + $1.text.count(where: \.isLetter) }
    let isSure = letters >= 3 && sureness(of: best) >= (letters > 3 ? 70 : 80)
    let isReadable = isSure && !crop.isCrossed && !crop.isEntered(box)
    return isReadable || !crop.isMarkFramed ? best : best + unread
  } catch {
    // The engine ran out of time or failed, or a picture could not be made: what stands here is unknown.
    return unread
  }
}

/// The mean confidence over the letters, 0…100; 0 without letters.
private func sureness(of words: [Word]) -> Double {
  let letters = words.map { Double($0.text.count(where: \.isLetter)) }
  let all = letters.reduce(0, +)
  guard all > 0 else { return 0 }
  return zip(words, letters).reduce(0) { $0 + $1.0.confidence * $1.1 } / all
}

/// A stamp's letters as they are given to the engine, and the way back.
private struct StampPicture {
  let image: GrayImage
  let layout: TextLayout
  private let text: Box
  private let scale: Double
  private let rim = 20

  /// Pictures to be read one after the other until one is read with certainty.
  static func variants(of crop: StampCrop, text: Box) throws -> [StampPicture] {
    let isLine = Double(text.height) <= 3.2 * Double(crop.letterHeight)
    let soft = try StampPicture(crop, text: text, layout: isLine ? .line : .block, capital: 40)
    var variants = [soft, soft.hardened]
    if isLine {
      variants.append(try StampPicture(crop, text: text, layout: .block, capital: 28))
    }
    return variants
  }

  /// Letters `capital` pixels high on white, with a white rim, at most 1.5 million pixels.
  private init(_ crop: StampCrop, text: Box, layout: TextLayout, capital: Int) throws {
    // A capital with its marks above and below is a third higher than without.
    let wanted = Double(capital) * 1.2 / Double(max(1, crop.letterHeight))
    let affordable = (1_500_000 / Double(text.area)).squareRoot()
    let factor = min(wanted, affordable, 4)
    let letters = crop.image.cropped(to: text) ?? crop.image
    let sized = abs(factor - 1) > 0.05 ? try scaled(letters, by: factor) : letters
    scale = sized.width == letters.width ? 1 : factor
    self.text = text
    self.layout = layout
    image = sized.rimmed(by: rim)
  }

  private init(_ picture: StampPicture, image: GrayImage) {
    self.image = image
    layout = picture.layout
    text = picture.text
    scale = picture.scale
  }

  /// The same picture in black and white only: worn ink becomes full.
  var hardened: StampPicture {
    let hard = image.pixels.map { $0 < 150 ? 0 : 255 as UInt8 }
    return StampPicture(
      self, image: GrayImage(width: image.width, height: image.height, pixels: hard))
  }

  /// Where a box of the picture lies in the crop.
  func boxInCrop(_ box: Box) -> Box {
    func edge(_ value: Int, _ start: Int) -> Int {
      start + Int((Double(value - rim) / scale).rounded())
    }
    let left = edge(box.x, text.x)
    let top = edge(box.y, text.y)
    return Box(
      x: left, y: top, width: max(1, edge(box.maxX, text.x) - left),
      height: max(1, edge(box.maxY, text.y) - top))
  }
}

extension GrayImage {
  /// The picture with a white rim.
  func rimmed(by rim: Int) -> GrayImage {
    let wide = width + 2 * rim
    var result = [UInt8](repeating: 255, count: wide * rim)
    result.reserveCapacity(wide * (height + 2 * rim))
    for y in 0..<height {
      result.append(contentsOf: repeatElement(255, count: rim))
      result.append(contentsOf: pixels[y * width..<(y + 1) * width])
      result.append(contentsOf: repeatElement(255, count: rim))
    }
    result.append(contentsOf: repeatElement(255, count: wide * rim))
    return GrayImage(width: wide, height: height + 2 * rim, pixels: result)
  }
}
