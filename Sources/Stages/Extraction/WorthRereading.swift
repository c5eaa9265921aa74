public import Imaging
public import Recognition

/// The parts of a page that are worth reading again in other ways than the whole page was.
///
/// The signature stands right of Nơi nhận, or around an authority mark or a position in the lower part of a
/// page without that list, or where the text of a first page leaves room for it. A page whose signers were read
/// with certainty has none. The list itself is read again where an item is doubtful, or where only its end was
/// found; agencies, place and date where one of them is doubtful (`DoubtfulHeading`). A notation that is doubtful,
/// mostly because the number before it is written by hand, is read again alone. A subject is always read twice, since
/// nothing else tells whether the marks of a sentence are right.
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
  if !areCertain(signers(on: page, layout), on: page),
    let top = list.map({ $0 - 5 * unit })
      ?? FootReading.topOfBlocks(on: layout).map({ $0 - 2 * unit }) ?? topOfRoom(on: layout)
  {
    add(
      .signature, columns: 0.42 * width...width,
      rows: layout.endOfBody(from: top)...top + 0.26 * height + 5 * unit)
  }
  let heading = HeadingReading(layout)
  if let place = NotationPlace(heading) {
    add(.notation, columns: place.columns, rows: place.rows)
  }
  for part in DoubtfulHeading(heading, on: layout).parts {
    add(part.kind, columns: part.columns, rows: part.rows)
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

extension PageLayout {
  /// Where the sentences end that reach into the upper rows of a foot.
  fileprivate func endOfBody(from top: Double) -> Double {
    lines.filter {
      (top..<top + 8 * unit).contains($0.middle) && Double($0.box.x) < 0.3 * width
        && Double($0.box.maxX) > 0.6 * width
    }.map { $0.middle + 0.8 * unit }.max() ?? top
  }
}

/// Where the text of a first page ends, when it leaves room for a signature below.
private func topOfRoom(on page: PageLayout) -> Double? {
  guard Header(page).anchor != nil,
    let end = page.rows.filter({ Double($0.box.width) > 0.45 * page.width }).map(\.box.maxY).max(),
    Double(end) > 0.4 * page.height, Double(end) < 0.84 * page.height
  else { return nil }
  return Double(end)
}

/// What of a zone is worth one more reading of a page that holds the readings so far.
///
/// Nothing of a signature once there is no doubt about who signed. As soon as the blocks of the signers are found,
/// authority and position of each, and the name or the place below where it is due: what stands between, beside and below
/// is seal, pen and other text, which takes as long to read as print.
public func partsWorthReading(of zone: Zone, on page: RecognizedPage) -> [Box] {
  guard zone.kind == .signature else { return [zone.box] }
  let layout = PageLayout(page, number: 1)
  let signers = signers(on: page, layout)
  if areCertain(signers, on: page) { return [] }
  let blocks = signers.map { parts(of: $0, on: page, layout) }
  guard !blocks.isEmpty, blocks.allSatisfy({ !$0.isEmpty }) else { return [zone.box] }
  let inside = blocks.joined().compactMap { $0.intersection(zone.box) }
  return inside.isEmpty ? [zone.box] : inside
}

/// Where a signer's block stands, in pixels of the page as shown; nothing where only a name was found.
private func parts(of signer: Signer, on page: RecognizedPage, _ layout: PageLayout) -> [Box] {
  let places = signer.places(on: page)
  guard let head = places.head else { return [] }
  let unit = layout.unit
  let name = signer.fullName.value == nil ? nil : places.name
  let all = name.map(head.union) ?? head
  let left = min(Double(all.x) - 2 * unit, all.midX - 12 * unit)
  let right = max(Double(all.maxX) + 2 * unit, all.midX + 12 * unit)
  // A line of the authority above may be lost, and a name stands up to 17 words' heights below.
  let top = Double(head.y) - 4 * unit
  let rows =
    name.map {
      [
        top...Double(head.maxY) + 2 * unit,
        Double($0.y) - 1.5 * unit...Double($0.maxY) + 1.5 * unit,
      ]
    } ?? [top...Double(head.maxY) + 18 * unit]
  return rows.compactMap { shown(left...right, $0, of: layout, on: page) }
}

/// Who signed a page that is looked at alone.
private func signers(on page: RecognizedPage, _ layout: PageLayout) -> [Signer] {
  let list = RecipientReading.mark(on: layout)
  return signers(
    on: [layout], pages: [page], besides: list.map { (layout.number, $0.middle) }, leftToo: false,
    under: .standard)
}

/// Whether what was read of the signers of a page leaves no doubt.
///
/// The name is what seal and pen hide; a position that is doubtful then hardly gets better.
private func areCertain(_ signers: [Signer], on page: RecognizedPage) -> Bool {
  !signers.isEmpty
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
