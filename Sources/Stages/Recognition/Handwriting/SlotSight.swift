public import Imaging

/// Reads the slots of a page as handwriting; one reading a slot.
///
/// Pixels of the page as scanned: neither levelled nor restored, since a pen is thicker and paler than print.
public func readings(
  of slots: [Slot], on page: PageImage, turn: QuarterTurn
) -> [SlotReading] {
  slots.compactMap { SlotSight($0, on: page, turn: turn)?.reading }
}

/// The part of a page around a slot, upright.
struct SlotSight {
  let slot: Slot
  let ink: SlotInk
  /// The crop on the page as shown.
  private let around: Box
  private let crop: PageImage
  private let turn: QuarterTurn
  private let page: (width: Int, height: Int)

  /// Crops; nil when the slot does not lie on the page.
  init?(_ slot: Slot, on page: PageImage, turn: QuarterTurn) {
    let upright = turn.turned(slot.box, width: page.width, height: page.height)
    guard upright.height >= 6 else { return nil }
    // Pens reach one line height up and down, and onto the printed neighbours.
    let around = slot.box.grown(
      by: upright.height, within: page.width, page.height)
    guard let crop = page.cropped(to: around)?.turned(turn) else { return nil }
    let local = Box(
      x: slot.box.x - around.x, y: slot.box.y - around.y, width: slot.box.width,
      height: slot.box.height)
    self.slot = slot
    self.around = around
    self.crop = crop
    self.turn = turn
    self.page = (page.width, page.height)
    ink = SlotInk(
      crop.penSafeGray, slot: turn.turned(local, width: around.width, height: around.height))
  }

  /// What is written there.
  var reading: SlotReading {
    guard let inked = ink.box else {
      return SlotReading(slot: slot, handwritten: nil, box: slot.box, candidates: [])
    }
    let local = turn.inverse.turned(inked, width: crop.width, height: crop.height)
    let box = Box(
      x: around.x + local.x, y: around.y + local.y, width: local.width, height: local.height)
    let decoding = SlotDecoding(ink, kind: slot.kind)
    return SlotReading(
      slot: slot, handwritten: SlotHand(ink).probability, box: box,
      candidates: SlotCalibration.candidates(decoding.hypotheses, kind: slot.kind))
  }
}

extension PageImage {
  /// The grey picture in which red ink fades and blue and black ink stay dark: the red channel.
  var penSafeGray: GrayImage {
    guard let color else { return luminance }
    var pixels = [UInt8](repeating: 0, count: color.width * color.height)
    for at in pixels.indices { pixels[at] = color.pixels[at &* 3] }
    return GrayImage(width: color.width, height: color.height, pixels: pixels)
  }
}

/// How far the signs of a slot are from printed figures, for fitting SlotHand.
package func slotHandFeatures(of slot: Slot, on page: PageImage) -> [Double] {
  SlotSight(slot, on: page, turn: .none).map { SlotHand($0.ink).features } ?? []
}

/// The readings of a slot with their scores and their least certain answers, for fitting SlotCalibration.
package func slotScores(
  of slot: Slot, on page: PageImage
) -> [(text: String, score: Double, least: Double)] {
  guard let sight = SlotSight(slot, on: page, turn: .none) else { return [] }
  return SlotDecoding(sight.ink, kind: slot.kind).hypotheses.map { ($0.text, $0.score, $0.least) }
}

/// The network's answers to one sign on paper, for measuring it: `0` to `9`, `A` to `D`, no sign; empty without ink.
package func signProbabilities(of image: GrayImage) -> [Double] {
  var picture = InkPicture(width: image.width, height: image.height)
  for at in image.pixels.indices { picture.values[at] = 1 - Float(image.pixels[at]) / 255 }
  return picture.normalized.map(DigitNetwork.shared.probabilities) ?? []
}
