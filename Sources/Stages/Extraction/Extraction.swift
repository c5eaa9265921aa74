import Imaging
public import Recognition

/// The metadata of one administrative document, read from the words of its pages.
///
/// A pure function. `pages` are all pages in order, nil where none was read; the first page with words
/// carries the heading. What was read again of the zones that `zonesWorthRereading(on:)` names is voted
/// on; without it names under seals are often lost. Every value is seen on a
/// page: `evidence` says where, and letters are put right only towards closed lists (kinds, positions,
/// provinces, agency words). A date whose day, month or year is not credible has no value; its
/// `candidates` then hold what is left, such as `2017-10`. A subject, an addressee or a place keeps its
/// value in the lane `type` too, because a sentence with one wrong letter helps the one who types.
/// `limits` say how sure a value must be for each lane.
public func documentRecord(
  from pages: [RecognizedPage?], under limits: LaneLimits = .standard
) -> DocumentRecord {
  let layouts = layouts(of: pages)
  var fields: [FieldName: Field] = [:]
  for name in FieldName.allCases { fields[name] = .missing }
  fields[.pageAmount] = PageFacts.pageAmount(pages)
  let heading = layouts.first.map { HeadingReading($0) }
  let marks = MarkReading(layouts, header: heading?.header, pages: pages)
  fields[.secrecy] = marks.secrecy?.field(as: .of(.secrecy), under: limits) ?? .missing
  fields[.priority] = marks.priority?.field(as: .of(.priority), under: limits) ?? .missing
  fields[.sphereOfPromulgation] =
    marks.sphere?.field(as: .of(.sphereOfPromulgation), under: limits) ?? .missing
  let language = PageFacts.language(layouts)
  fields[.language] = language
  // A page in another language, without Quốc hiệu and Tiêu ngữ, is no administrative document.
  guard let first = layouts.first, let heading,
    heading.header.anchor != nil || language.value != nil
  else {
    return DocumentRecord(
      fields: fields, secrecyMarks: marks.secrecyMarks.flatMap(\.evidence))
  }
  let code = heading.code
  let checked = heading.agency?.settled(by: layouts).checked(with: heading.date?.place)
  let agency = checked?.names
  let year = heading.date?.date.value.flatMap { Int($0.prefix(4)) }
  let arrival = ArrivalReading(on: pages[first.number - 1], layout: first, year: year)
  let readings: [(FieldName, Reading?)] = [
    (.organName, agency?.agency), (.organizationInCharge, agency?.parent),
    (.codeNumber, code?.number), (.codeNotation, code?.notation),
    (.promulgationDate, heading.date?.date),
    (.promulgationPlace, checked.map(\.place) ?? heading.date?.place),
    (.documentType, heading.kind),
    (.subject, subject(heading, on: first, pages: pages).map { settled($0, by: layouts) }),
    (.arrivalNumber, arrival?.number), (.arrivalDate, arrival?.date),
    (.copyForm, CopyReading.form(on: pages, layouts: layouts)),
  ]
  for case (let name, let reading?) in readings {
    fields[name] = reading.field(as: .of(name), under: limits)
  }

  let places = recipients(on: layouts, pages: pages)
  return DocumentRecord(
    fields: fields,
    signers: signers(
      on: layouts, pages: pages, besides: places.map { ($0.page, $0.top) },
      leftToo: heading.kind?.value.map(twoSided.contains) ?? false, under: limits),
    addressees: RecipientReading.addressees(on: first).map {
      $0.field(as: .addressees, under: limits)
    },
    toPlaces: places?.readings.map { $0.field(as: .toPlaces, under: limits) } ?? [],
    legalBases: BasisReading.bases(on: layouts).map { $0.field(as: .legalBases, under: limits) },
    appendixes: CopyReading.appendixes(on: layouts).map {
      $0.field(as: .appendixes, under: limits)
    },
    secrecyMarks: marks.secrecyMarks.flatMap(\.evidence),
    facts: RecordFacts(
      on: pages, layouts: layouts, arrival: arrival?.evidence ?? [], number: fields[.codeNumber],
      date: fields[.promulgationDate]))
}

/// The subject of a heading, with what was read of it again.
private func subject(
  _ heading: HeadingReading, on layout: PageLayout, pages: [RecognizedPage?]
) -> Reading? {
  guard let first = heading.subject else { return nil }
  let rereads = layout.rereadings(.subject, of: pages)
    .compactMap { HeadingReading($0.layout).subject }
  var voted = Vote.sentence([first] + rereads) ?? first
  voted.isProse = true
  // Two readings that agree may both have lost a mark: seven in a hundred did (painted calibration set).
  voted.ceiling = 0.93
  return voted
}

/// A reading with its marks as the document writes its words elsewhere, and then as known pairs of words have them.
private func settled(_ reading: Reading, by pages: [PageLayout]) -> Reading {
  reading.with(Vocabulary(of: reading.tokens, on: pages).settled(reading.tokens)).withCollocations
}

/// The list below Nơi nhận as most readings have it, of the first page that has one; annexes come after.
func recipients(
  on layouts: [PageLayout], pages: [RecognizedPage?]
) -> (readings: [Reading], page: Int, top: Double)? {
  for layout in layouts {
    let lists = ([layout] + layout.rereadings(.recipients, of: pages).map(\.layout))
      .compactMap { RecipientReading.places(on: [$0]) }
    guard let first = lists.first else { continue }
    let voted = RecipientVote.places(of: lists.map(\.readings)).map { item in
      var item = settled(item, by: layouts)
      // The document's own words may have taken a mark from a closed phrase.
      item.value = item.value.map(RecipientText.repaired)
      return item
    }
    return (voted, layout.number, first.top)
  }
  return nil
}

/// The kinds that two parties sign side by side.
let twoSided: Set<String> = ["Biên bản", "Hợp đồng", "Bản thỏa thuận", "Bản ghi nhớ"]

/// Who signed, as most readings of the foot have it; `leftToo` where two parties sign side by side.
func signers(
  on layouts: [PageLayout], pages: [RecognizedPage?], besides places: (page: Int, top: Double)?,
  leftToo: Bool, under limits: LaneLimits
) -> [Signer] {
  guard let place = FootReading.place(on: layouts, besides: places, leftToo: leftToo),
    let layout = layouts.first(where: { $0.number == place.page })
  else { return [] }
  let first = FootReading(on: layout, below: place.top, leftToo: leftToo)
  let others = layout.rereadings(.signature, of: pages).map {
    FootReading(on: $0.layout, below: place.top, leftToo: leftToo, within: $0.box)
  }
  return SignerVote([first] + others, place: place, on: layout, under: limits).signers
}

extension PageLayout {
  /// The page again for each reading of its zones of one kind, and the part that was read, on the upright page.
  fileprivate func rereadings(
    _ kind: ZoneKind, of pages: [RecognizedPage?]
  ) -> [(layout: PageLayout, box: Box)] {
    guard let page = pages[number - 1] else { return [] }
    return page.zones.filter { $0.zone.kind == kind }.map {
      (PageLayout(page.replacing($0), number: number), upright($0.zone.box, on: page))
    }
  }
}
