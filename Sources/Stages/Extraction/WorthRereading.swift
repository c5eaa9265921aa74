import Imaging
public import Recognition

/// The parts of a page that are worth reading again in other ways than the whole page was.
///
/// The signature stands right of Nơi nhận, or around an authority mark or a position in the lower part of a
/// page without that list, or where the text of a first page leaves room for it. A page whose signers were read
/// with certainty has none. The list itself is read again where an item is doubtful, or where only its end was
/// found. A notation that is doubtful, mostly because the number before it is written by hand, is read again alone. A
/// subject is always read twice, since nothing else tells whether the marks of a sentence are right.
public func zonesWorthRereading(on page: RecognizedPage) -> [Zone] {
  guard page.outcome == .read, !page.words.isEmpty else { return [] }
  let layout = PageLayout(page, number: 1)
  let (unit, width, height) = (layout.unit, layout.width, layout.height)
  let places = RecipientReading.places(on: [layout])
  let list = places?.top ?? RecipientReading.topOfLostList(on: layout)
  var zones: [Zone] = []
  func add(_ kind: ZoneKind, columns: ClosedRange<Double>, rows: ClosedRange<Double>) {
    guard let box = shown(columns, rows, of: layout, on: page) else { return }
    zones.append(Zone(kind: kind, box: box))
  }
  if !hasCertainSigners(page),
    let top = list.map({ $0 - 5 * unit })
      ?? FootReading.topOfBlocks(on: layout).map({ $0 - 2 * unit }) ?? topOfRoom(on: layout)
  {
    add(.signature, columns: 0.42 * width...width, rows: top...top + 0.26 * height + 5 * unit)
  }
  let heading = HeadingReading(layout)
  if let place = NotationPlace(heading) {
    add(.notation, columns: place.columns, rows: place.rows)
  }
  if let box = heading.subject?.tokens.map(\.box).union {
    add(
      .subject, columns: Double(box.x) - unit...Double(box.maxX) + unit,
      rows: Double(box.y) - 0.6 * unit...Double(box.maxY) + 0.6 * unit)
  }
  let isDoubtful = places.map { $0.readings.contains { $0.confidence < 0.85 } } ?? true
  if let list, isDoubtful {
    let last = places?.readings.last?.tokens.map(\.box.maxY).max().map(Double.init)
    let bottom = max(last ?? 0, list + 0.12 * height) + 2 * unit
    add(.recipients, columns: 0...0.5 * width, rows: list - 1.5 * unit...bottom)
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
  let layouts = layouts(of: [page])
  let places = RecipientReading.places(on: layouts)
  let signers = signers(
    on: layouts, pages: [page], besides: places.map { ($0.page, $0.top) }, leftToo: false,
    under: .standard)
  return !signers.isEmpty
    // A name of unusual words is for a person however it is read: more pictures make it no surer.
    && signers.allSatisfy {
      $0.fullName.confidence >= LaneLimits.standard.accept
        && ($0.position.lane == .accept || page.zones.count >= 2)
    }
}

/// The layouts of the pages that hold words.
func layouts(of pages: [RecognizedPage?]) -> [PageLayout] {
  pages.enumerated().compactMap { index, page in
    page.flatMap { $0.words.isEmpty ? nil : PageLayout($0, number: index + 1) }
  }
}

/// What lies between columns and rows of the upright page, in pixels of the page as shown; nil when hardly
/// a line of it lies on the page.
func shown(
  _ columns: ClosedRange<Double>, _ rows: ClosedRange<Double>, of layout: PageLayout,
  on page: RecognizedPage
) -> Box? {
  let (x, y) = (Int(max(0, columns.lowerBound)), Int(max(0, rows.lowerBound)))
  let w = Int(min(layout.width, columns.upperBound)) - x
  let h = Int(min(layout.height, rows.upperBound)) - y
  guard Double(h) > 1.5 * layout.unit, w > 0 else { return nil }
  return switch page.textOrientation {
  case .none: Box(x: x, y: y, width: w, height: h)
  case .clockwise: Box(x: y, y: page.height - x - w, width: h, height: w)
  case .half: Box(x: page.width - x - w, y: page.height - y - h, width: w, height: h)
  case .counterClockwise: Box(x: page.width - y - h, y: x, width: h, height: w)
  }
}
