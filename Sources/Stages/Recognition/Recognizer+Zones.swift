public import Imaging
import Leptonica

extension Recognizer {
  /// Reads a part of a page again, picture after picture, of each what `parts` says is still worth reading.
  ///
  /// `parts` is given the readings so far and answers with boxes within that of the zone, none when they are enough; what
  /// lies between them is paper for the engine. A picture that it fails on is left out: the page itself was read.
  ///
  /// `text` holds the seals of the page; print under the ring of a black one is read without the ring.
  public func reread(
    _ zone: Zone, of page: PageImage, text: RecognizedPage, plan: ReadingPlan, cpuSeconds: Double,
    parts: ([ZoneReading]) -> [Box]
  ) -> [ZoneReading] {
    func turned(_ box: Box) -> Box {
      plan.turn.turned(box, width: page.width, height: page.height)
    }
    let upright = turned(zone.box)
    let whole = Box(x: 0, y: 0, width: page.width, height: page.height)
    guard zone.box.intersection(whole) == zone.box,
      let crop = page.cropped(to: zone.box)?.turned(plan.turn)
    else { return [] }
    let heights = text.words.filter { $0.text.count >= 2 }.map {
      plan.turn.swapsSides ? $0.box.width : $0.box.height
    }.sorted()
    let letter = heights.isEmpty ? 30 : Double(max(1, heights[heights.count / 2]))
    let rings = text.seals.filter { $0.shape == .round && !$0.isRed }.map { seal in
      let box = turned(seal.box)
      return RingErasure.Place(
        x: box.x - upright.x, y: box.y - upright.y, side: max(box.width, box.height))
    }
    var pictures = ZonePictures(
      of: crop, kind: zone.kind, letter: letter, rings: rings, dpi: plan.dpi
    ).pictures.makeIterator()
    var readings: [ZoneReading] = []
    while true {
      let boxes = parts(readings).compactMap { $0.intersection(zone.box) }
      guard let box = boxes.union, let picture = pictures.next() else { break }
      let place = turned(box)
      func onPicture(_ box: Box) -> Box {
        turned(box).moved(right: -upright.x, down: -upright.y)
      }
      guard
        let image = picture.image.only(boxes.map(onPicture)).cropped(to: onPicture(box)),
        let words = try? words(
          of: .init(image: image, layout: picture.layout), letter: letter, plan: plan,
          cpuSeconds: min(10, cpuSeconds))
      else { continue }
      readings.append(
        ZoneReading(
          zone: Zone(kind: zone.kind, box: box),
          words: words.compactMap { word in
            let onUpright = word.box.moved(right: place.x, down: place.y)
            guard let clipped = onUpright.intersection(place) else { return nil }
            let (width, height) =
              plan.turn.swapsSides ? (page.height, page.width) : (page.width, page.height)
            return word.moved(to: plan.turn.inverse.turned(clipped, width: width, height: height))
          }))
    }
    return readings
  }

  /// The words of one picture, in its own pixels.
  private func words(
    of picture: ZonePictures.Picture, letter: Double, plan: ReadingPlan, cpuSeconds: Double
  ) throws -> [Word] {
    let image = picture.image
    let isTurned = plan.deskewDegrees != 0
    let level =
      isTurned ? try rotated(image, clockwiseDegrees: plan.deskewDegrees) : image
    // Words of 32 pixels, with their marks, are read best; a quarter more does no good.
    let scale = letter < 26 ? min(2, 32 / letter) : 1
    let sized = scale > 1 ? try scaled(level, by: scale) : level
    let levelling = Levelling(
      degrees: plan.deskewDegrees, width: image.width, height: image.height,
      levelWidth: Double(level.width), levelHeight: Double(level.height))
    let rim = 20
    return try engineWords(
      on: sized.rimmed(by: rim), layout: picture.layout,
      dpi: Int((Double(plan.dpi) * scale).rounded()), cpuSeconds: cpuSeconds
    ).compactMap(\.cleaned).map { word in
      let inPicture = Box(
        x: word.box.x - rim, y: word.box.y - rim, width: word.box.width, height: word.box.height)
      return word.moved(to: levelling.undone(inPicture, enlarged: scale))
    }
  }
}
