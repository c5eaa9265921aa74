import Imaging
public import Recognition

/// The metadata of one administrative document, read from the words of its pages.
///
/// A pure function. `pages` are all pages in order, nil where none was read; the first page with words
/// carries the heading. Every value is seen on a page: `evidence` says where, and letters are put right
/// only towards closed lists (kinds, positions, provinces, agency words). A date whose day, month or
/// year is not credible has no value; its `candidates` then hold what is left, such as `2017-10`.
public func documentRecord(from pages: [RecognizedPage?]) -> DocumentRecord {
  let layouts = pages.enumerated().compactMap { index, page in
    page.flatMap { $0.words.isEmpty ? nil : PageLayout($0, number: index + 1) }
  }
  var fields: [FieldName: Field] = [:]
  for name in FieldName.allCases { fields[name] = .missing }
  fields[.pageAmount] = PageFacts.pageAmount(pages)
  guard let first = layouts.first else { return DocumentRecord(fields: fields) }
  fields[.language] = PageFacts.language(layouts)

  let heading = HeadingReading(first)
  fields[.organName] = heading.agency?.agency.field
  fields[.organizationInCharge] = heading.agency?.parent?.field
  fields[.codeNumber] = heading.code?.number?.field
  fields[.codeNotation] = heading.code?.notation?.field
  fields[.promulgationDate] = heading.date?.date.field
  fields[.promulgationPlace] = heading.date?.place?.field
  fields[.documentType] = heading.kind?.field
  fields[.subject] = heading.subject?.field
  for name in FieldName.allCases where fields[name] == nil { fields[name] = .missing }

  let marks = MarkReading(on: first, above: heading.header.textTop)
  fields[.secrecy] = marks.secrecy?.field ?? .missing
  fields[.priority] = marks.priority?.field ?? .missing
  fields[.sphereOfPromulgation] = marks.sphere?.field ?? .missing

  let places = RecipientReading.places(on: layouts)
  let kinds = ["Biên bản", "Hợp đồng", "Bản thỏa thuận", "Bản ghi nhớ"]
  let signers = SignerReading.signers(
    on: layouts, besides: places.map { ($0.page, $0.top) },
    anywhere: heading.kind?.value.map(kinds.contains) ?? false
  ).map(\.signer)
  return DocumentRecord(
    fields: fields, signers: signers,
    addressees: RecipientReading.addressees(on: first).map(\.field),
    toPlaces: places?.readings.map(\.field) ?? [],
    secrecyMarks: marks.secrecyMarks.flatMap(\.field.evidence))
}
