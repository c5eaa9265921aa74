import Imaging
import Recognition

/// All that the heading of the first page says, each part checked against the others.
struct HeadingReading {
  let header: Header
  let date: DateReading?
  let code: CodeReading?
  let agency: AgencyReading?
  let kind: Reading?
  let subject: Reading?

  init(_ page: PageLayout) {
    let header = Header(page)
    self.header = header
    let slots = PenSlots(page)
    let found =
      DateReading(in: header.right, slots: slots)
      ?? DateReading(in: header.centre.filter { $0.middle < header.textTop }, slots: slots)
    let date = DateReading.voted(
      found, DateReading(in: page.dates, slots: slots))
    self.date = date
    let mark = header.left.first { SubjectMark($0) != nil }
    let limit =
      [date?.line.middle, mark?.middle, header.bottom].compactMap { $0 }.min() ?? header.bottom
    // The agency ends where the number begins; the number is read with the agency's letters, so the
    // heading is read twice.
    let draft = AgencyReading(header.left, above: limit - 0.3 * page.unit, unit: page.unit)
    let drafted = [draft?.agency.value, draft?.parent?.value].compactMap { $0 }
    let grammar = NotationGrammar(
      kind: header.title?.kind, agencies: drafted.flatMap(AgencyReading.initials))
    let code = CodeReading(in: header, by: grammar)?.seen(in: slots)
      .voted(with: page.notation, by: grammar)
    self.code = code
    let end = min(limit, code?.line.middle ?? limit) - 0.3 * page.unit
    let noted = HeadingReading.agencyLetters(of: code?.notation?.value)
    let names = AgencyReading.voted(
      AgencyReading(header.left, above: end, unit: page.unit, noted: noted),
      AgencyReading(
        page.agencies.joined(within: 0.45 * page.unit), above: end, unit: page.unit, noted: noted))
    agency = names.map { HeadingReading.doubted($0, by: code?.notation?.value) }
    kind = HeadingReading.kind(header, code: code, isLetter: mark != nil)
    subject =
      header.title.flatMap { SubjectReading.belowTitle($0, in: header, unit: page.unit) }
      ?? SubjectReading.afterMark(in: header, unit: page.unit)
  }

  /// The agency, believed less where the notation has none of its letters: a line of the heading may be lost.
  private static func doubted(_ reading: AgencyReading, by notation: String?) -> AgencyReading {
    guard let notation, let name = reading.agency.value else { return reading }
    let letters = Set(AgencyReading.initials(of: name).map { Letters.skeleton($0) })
    let groups = notation.split(whereSeparator: { "-/".contains($0) }).map {
      Letters.skeleton(String($0))
    }
    return groups.contains(where: letters.contains) ? reading : reading.doubted
  }

  /// The letters that a notation has for the agency: those behind the kind, `QĐ-SYT`, or else the first, `SYT-NVY`.
  private static func agencyLetters(of notation: String?) -> [UInt8]? {
    guard let letters = notation?.split(separator: "/").last.map(String.init) else { return nil }
    let groups = letters.split(separator: "-").map(String.init)
    guard groups.count == 2 else { return nil }
    let kind = DocumentKind.kind(ofNotation: letters)
    return Letters.skeleton(groups[kind == nil || kind == .officialLetter ? 0 : 1])
  }

  /// The kind: the title; else, for want of one, Công văn or what the notation says.
  private static func kind(_ header: Header, code: CodeReading?, isLetter: Bool) -> Reading? {
    let notation = code?.notation?.value
    let noted = notation.flatMap(DocumentKind.kind(ofNotation:))
    if let title = header.title {
      var confidence = title.confidence
      // The notation may be misread and some offices number all kinds alike: a doubt, no more.
      let isAgreed = noted.map { title.kind.abbreviations == $0.abbreviations }
      if isAgreed == true { confidence = max(confidence, 0.99) }
      if isAgreed == false { confidence *= 0.9 }
      let count = title.line.tokens.count - title.rest.count
      return Reading(
        title.kind.name, raw: title.line.text, confidence: confidence, handwritten: false,
        tokens: Array(title.line.tokens.prefix(count)))
    }
    guard let code, let notation = code.notation else {
      guard isLetter, let line = header.left.first(where: { SubjectMark($0) != nil }) else {
        return nil
      }
      return Reading(
        DocumentKind.officialLetter.name, confidence: 0.85, tokens: Array(line.tokens.prefix(1)))
    }
    if let noted, noted != .officialLetter, !isLetter {
      return Reading(noted.name, raw: notation.raw, confidence: 0.75, tokens: notation.tokens)
    }
    let confidence = isLetter ? (noted == nil ? 0.98 : 0.8) : 0.8
    let tokens = header.left.first { SubjectMark($0) != nil }.map { Array($0.tokens.prefix(1)) }
    return Reading(
      DocumentKind.officialLetter.name, confidence: confidence, handwritten: false,
      tokens: tokens ?? notation.tokens)
  }
}
