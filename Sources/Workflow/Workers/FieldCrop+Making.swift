import Extraction
import Foundation
import Imaging
import Recognition
import Reporting
import TurboJPEG

extension FieldCrop {
  /// The number and the date of a heading, where a pen may have written there.
  static func crops(of image: PageImage, text: RecognizedPage) -> [FieldCrop] {
    [
      (FieldName.codeNumber, [SlotKind.number], Surroundings(before: 3, behind: 7)),
      (.promulgationDate, [.day, .month], Surroundings(before: 4, behind: 6)),
    ].compactMap { field, kinds, surroundings in
      // Below a quarter hardly one slot in a hundred is a pen's (painted slots).
      let slots = text.slots.filter {
        kinds.contains($0.slot.kind) && $0.handwritten ?? 0 >= 0.25
      }
      return FieldCrop(field, slots, surroundings, of: image, text: text)
    }
  }

  /// How much print is shown around a slot, in heights of its capitals: `Số:` and the notation, `ngày` and the year.
  private struct Surroundings {
    let before: Int
    let behind: Int
  }

  private init?(
    _ field: FieldName, _ slots: [SlotReading], _ surroundings: Surroundings, of image: PageImage,
    text: RecognizedPage
  ) {
    let turn = text.textOrientation
    let upright = { (box: Box) in turn.turned(box, width: text.width, height: text.height) }
    guard let place = slots.map({ upright($0.slot.box) }).union else { return nil }
    let height = place.height
    let sheet =
      turn.swapsSides
      ? Box(x: 0, y: 0, width: text.height, height: text.width)
      : Box(x: 0, y: 0, width: text.width, height: text.height)
    let region = Box(
      x: place.x - surroundings.before * height, y: place.y - height,
      width: place.width + (surroundings.before + surroundings.behind) * height,
      height: 3 * height
    ).intersection(sheet)
    guard let region,
      let cut = image.cropped(
        to: turn.inverse.turned(region, width: sheet.width, height: sheet.height))
    else { return nil }
    let small = cut.turned(turn).reduced(toWidth: FieldCrop.width)
    // A crop that cannot be packed leaves the candidates without their picture.
    guard let jpeg = try? encodedJPEG(small, quality: FieldCrop.quality) else { return nil }
    self.init(
      field: field,
      picture: Thumbnail(width: small.width, height: small.height, jpeg: Data(jpeg)),
      ink: slots.map { upright($0.box) }.compactMap { $0.intersection(region) }.map { ink in
        Box(
          x: (ink.x - region.x) * 1000 / region.width, y: (ink.y - region.y) * 1000 / region.height,
          width: ink.width * 1000 / region.width, height: ink.height * 1000 / region.height)
      })
  }

  /// Pixels across, about: a figure is then 20 pixels high and more, which a person reads at a glance.
  private static let width = 520
  /// Strokes stay sharp; a crop takes 4 to 12 kB.
  private static let quality = 70
}
