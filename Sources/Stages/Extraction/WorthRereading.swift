import Imaging
public import Recognition

/// The parts of a page that are worth reading again in other ways than the whole page was.
///
/// The signature stands right of Nơi nhận, or around an authority mark or a position in the lower part of a
/// page without that list, or where the text of a first page leaves room for it. A page whose signers were read with certainty has none. The list itself is read
/// again where an item is doubtful, or where only its end was found. A subject is always read twice, since
/// nothing else tells whether the marks of a sentence are right.
public func zonesWorthRereading(on page: RecognizedPage) -> [Zone] {
  guard page.outcome == .read, !page.words.isEmpty else { return [] }
  let layout = PageLayout(page, number: 1)
  let unit = layout.unit
  let places = RecipientReading.places(on: [layout])
  let list = places?.top ?? RecipientReading.topOfLostList(on: layout)
  var zones: [Zone] = []
  if !hasCertainSigners(page),
    let top = list.map({ $0 - 5 * unit })
      ?? FootReading.topOfBlocks(on: layout).map({ $0 - 2 * unit }) ?? topOfRoom(on: layout),
    let box = shown(0.42, top, 1, top + 0.26 * layout.height + 5 * unit, of: layout, on: page)
  {
    zones.append(Zone(kind: .signature, box: box))
  }
  let isDoubtful = places.map { $0.readings.contains { $0.confidence < 0.85 } } ?? true
  if let subject = HeadingReading(layout).subject, let box = subject.tokens.map(\.box).union,
    let zone = shown(
      0, Double(box.y) - 0.6 * unit, 1, Double(box.maxY) + 0.6 * unit, of: layout, on: page,
      columns: (Double(box.x) - unit)...(Double(box.maxX) + unit))
  {
    zones.append(Zone(kind: .subject, box: zone))
  }
  if let list, isDoubtful {
    let last = places?.readings.last?.tokens.map(\.box.maxY).max().map(Double.init)
    let bottom = max(last ?? 0, list + 0.12 * layout.height) + 2 * unit
    if let box = shown(0, list - 1.5 * unit, 0.5, bottom, of: layout, on: page) {
      zones.append(Zone(kind: .recipients, box: box))
    }
  }
  return zones
}

/// Where the text of a first page ends, when it leaves room for a signature below.
private func topOfRoom(on page: PageLayout) -> Double? {
  guard Header(page).anchor != nil,
    let end = page.rows.filter({ Double($0.box.width) > 0.45 * page.width }).map(\.box.maxY).max(),
    Double(end) > 0.4 * page.height, Double(end) < 0.84 * page.height
  else { return nil }
  return Double(end)
}

/// Whether a page, with what was read again, leaves no doubt about who signed.
///
/// The name is what seal and pen hide; a position that is doubtful then hardly gets better.
public func hasCertainSigners(_ page: RecognizedPage) -> Bool {
  let signers = signers(
    on: layouts(of: [page]), pages: [page],
    besides: RecipientReading.places(on: layouts(of: [page])).map { ($0.page, $0.top) }, kind: nil)
  return !signers.isEmpty
    && signers.allSatisfy {
      $0.fullName.lane == .accept && ($0.position.lane == .accept || page.zones.count >= 2)
    }
}

/// The layouts of the pages that hold words.
func layouts(of pages: [RecognizedPage?]) -> [PageLayout] {
  pages.enumerated().compactMap { index, page in
    page.flatMap { $0.words.isEmpty ? nil : PageLayout($0, number: index + 1) }
  }
}

/// A box from rows of the upright page and shares of its width, in pixels of the page as shown; nil when
/// nothing of it lies on the page.
private func shown(
  _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, of layout: PageLayout,
  on page: RecognizedPage, columns: ClosedRange<Double>? = nil
) -> Box? {
  let first = Int(max(0, columns?.lowerBound ?? left * layout.width))
  let last = Int(min(layout.width, columns?.upperBound ?? right * layout.width))
  let (x, y) = (first, Int(max(0, top)))
  let (w, h) = (last - x, Int(min(layout.height, bottom)) - y)
  guard Double(h) > 1.5 * layout.unit, w > 0 else { return nil }
  return switch page.textOrientation {
  case .none: Box(x: x, y: y, width: w, height: h)
  case .clockwise: Box(x: y, y: page.height - x - w, width: h, height: w)
  case .half: Box(x: page.width - x - w, y: page.height - y - h, width: w, height: h)
  case .counterClockwise: Box(x: page.width - y - h, y: x, width: h, height: w)
  }
}
