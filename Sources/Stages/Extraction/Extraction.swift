import Imaging
public import Recognition

/// The metadata of one administrative document, read from the words of its pages.
///
/// A pure function. `pages` are all pages in order, nil where none was read; the first page with words
/// carries the heading. `rereadings` are second readings of the zones that `zonesWorthRereading(in:)`
/// names; without them framed stamps and names under seals are often lost. Every value is seen on a
/// page: `evidence` says where, and letters are put right only towards closed lists (kinds, positions,
/// provinces, agency words). A date whose day, month or year is not credible has no value; its
/// `candidates` then hold what is left, such as `2017-10`. A subject, an addressee or a place keeps its
/// value in the lane `type` too, because a sentence with one wrong letter helps the one who types.
public func documentRecord(
  from pages: [RecognizedPage?], rereadings: [ZoneReading] = []
) -> DocumentRecord {
  let layouts = layouts(of: pages)
  var fields: [FieldName: Field] = [:]
  for name in FieldName.allCases { fields[name] = .missing }
  fields[.pageAmount] = PageFacts.pageAmount(pages)
  let heading = layouts.first.map { HeadingReading($0) }
  let marks = MarkReading(
    layouts, header: heading?.header, pages: pages, rereadings: rereadings)
  fields[.secrecy] = marks.secrecy?.field ?? .missing
  fields[.priority] = marks.priority?.field ?? .missing
  fields[.sphereOfPromulgation] = marks.sphere?.field ?? .missing
  guard let first = layouts.first, let heading else {
    return DocumentRecord(
      fields: fields, secrecyMarks: marks.secrecyMarks.flatMap(\.field.evidence))
  }
  fields[.language] = PageFacts.language(layouts)
  let code =
    heading.code?.notation == nil
    ? (codeReread(first, pages: pages, rereadings: rereadings) ?? heading.code) : heading.code
  let agency = heading.agency?.settled(by: layouts)
  let readings: [(FieldName, Reading?)] = [
    (.organName, agency?.agency), (.organizationInCharge, agency?.parent),
    (.codeNumber, code?.number), (.codeNotation, code?.notation),
    (.promulgationDate, heading.date?.date), (.promulgationPlace, heading.date?.place),
    (.documentType, heading.kind), (.subject, heading.subject.map { settled($0, by: layouts) }),
  ]
  for case (let name, let reading?) in readings { fields[name] = reading.field }

  let places = RecipientReading.places(on: layouts)
  return DocumentRecord(
    fields: fields,
    signers: signers(
      on: layouts, pages: pages, rereadings: rereadings, besides: places.map { ($0.page, $0.top) },
      kind: heading.kind?.value),
    addressees: RecipientReading.addressees(on: first).map(\.field),
    toPlaces: places?.readings.map(\.field) ?? [],
    secrecyMarks: marks.secrecyMarks.flatMap(\.field.evidence))
}

/// Number and notation from the second reading of the heading's left half, when the first lost the line.
private func codeReread(
  _ first: PageLayout, pages: [RecognizedPage?], rereadings: [ZoneReading]
) -> CodeReading? {
  guard
    let reread = rereadings.first(where: { $0.zone.kind == .stamps && $0.zone.page == first.number }
    ),
    !reread.words.isEmpty, let page = pages[first.number - 1]
  else { return nil }
  return HeadingReading(PageLayout(page.replacing(reread), number: first.number)).code
}

/// A subject with its marks as the document writes its words elsewhere.
private func settled(_ subject: Reading, by pages: [PageLayout]) -> Reading {
  let words = Vocabulary(of: subject.tokens, on: pages).settled(subject.tokens)
  var result = subject
  for (old, new) in zip(subject.tokens, words) where old.text != new.text {
    result.value = result.value.map { $0.replacingWord(old.text, by: new.text) }
  }
  return result
}

/// The kinds that two parties sign side by side.
private let twoSided: Set<String> = ["Biên bản", "Hợp đồng", "Bản thỏa thuận", "Bản ghi nhớ"]

private func signers(
  on layouts: [PageLayout], pages: [RecognizedPage?], rereadings: [ZoneReading],
  besides places: (page: Int, top: Double)?, kind: String?
) -> [Signer] {
  let anywhere = kind.map(twoSided.contains) ?? false
  func read(_ layouts: [PageLayout]) -> [Signer] {
    SignerReading.signers(on: layouts, besides: places, anywhere: anywhere).map(\.signer)
  }
  let first = read(layouts)
  guard let reread = rereadings.first(where: { $0.zone.kind == .signature }),
    let page = pages.indices.contains(reread.zone.page - 1) ? pages[reread.zone.page - 1] : nil
  else { return first }
  let number = reread.zone.page
  let second = read(
    layouts.map { $0.number == number ? PageLayout(page.replacing(reread), number: number) : $0 })
  return second.count > first.count ? joined(second, first) : joined(first, second)
}

/// The signers of two readings, of each part the surer one.
private func joined(_ signers: [Signer], _ others: [Signer]) -> [Signer] {
  signers.enumerated().map { index, signer in
    guard index < others.count else { return signer }
    let other = others[index]
    return Signer(
      competence: surer(signer.competence, other.competence),
      position: surer(signer.position, other.position),
      fullName: surer(signer.fullName, other.fullName))
  }
}

private func surer(_ a: Field, _ b: Field) -> Field {
  if a.value != nil && b.value != nil { return b.confidence > a.confidence ? b : a }
  return a.value == nil && (b.value != nil || a.raw == nil) ? b : a
}
