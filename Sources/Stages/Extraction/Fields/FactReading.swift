import Imaging
import Recognition

extension RecordFacts {
  /// What is seen on the pages of a document; `arrival` is where the stamp of the receiving office was read.
  init(
    on pages: [RecognizedPage?], layouts: [PageLayout], arrival: [Evidence],
    number: Field?, date: Field?
  ) {
    let seen = pages.enumerated().compactMap { index, page in page.map { (index + 1, $0) } }
    self.init(
      seals: seen.flatMap { number, page in
        page.seals.map {
          SealFact(
            shape: $0.shape, use: use(of: $0, on: page, number: number, arrival: arrival),
            evidence: Evidence(page: number, box: $0.box))
        }
      },
      signatures: seen.flatMap { number, page in
        page.signatures.map {
          SignatureFact(
            isSigned: $0.strokes != nil, isOverName: $0.isOverName,
            evidence: Evidence(page: number, box: $0.strokes ?? $0.place.box))
        }
      },
      numberHandwritten: number?.handwritten, dateHandwritten: date?.handwritten,
      digitalSignatures: layouts.flatMap(shownSignatures))
  }
}

/// What a seal is there for, from where it stands.
private func use(
  of seal: Seal, on page: RecognizedPage, number: Int, arrival: [Evidence]
) -> SealUse {
  if seal.shape == .rectangular {
    let isArrival = arrival.contains { $0.page == number && $0.box.intersection(seal.box) != nil }
    return isArrival ? .arrival : .other
  }
  if seal.visible < 0.6 { return .joining }
  if page.signatures.contains(where: { $0.place.box.intersection(seal.box) != nil }) {
    return .signature
  }
  let box = upright(seal.box, on: page)
  let (width, height) =
    page.textOrientation.swapsSides ? (page.height, page.width) : (page.width, page.height)
  // A seal over the name of the agency may run over the left edge.
  if box.midY < 0.35 * Double(height), box.midX < 0.8 * Double(width) { return .hanging }
  return seal.visible < 1 ? .joining : .signature
}

/// Where the words that a digital signature shows stand on a page (Nghị định 30/2020, Phụ lục I phần III): who signed and
/// when, to the second and with the time zone, or what a PDF reader prints beside it.
private func shownSignatures(on page: PageLayout) -> [Evidence] {
  page.lines.filter { line in
    let letters = String(decoding: line.skeleton, as: UTF8.self)
    return phrases.contains { letters.contains($0) } || isMoment(line.text)
  }.map { line in
    Evidence(page: page.number, box: line.tokens.map(\.shown).union ?? line.box)
  }
}

private let phrases = [
  "THOIGIANKY", "DIGITALLYSIGNED", "SIGNATURENOTVERIFIED", "SIGNATUREVALID", "DUOCKYBOI", "KYSOBOI",
]

/// `19.04.2020 14:33:22 +07:00`, the moment of a digital signature.
private func isMoment(_ text: String) -> Bool {
  // A literal is parsed each time that it is come to.
  text.utf8.count(where: { $0 == UInt8(ascii: ":") }) >= 2
    && text.firstMatch(of: /\d{1,2}[.\/-]\d{1,2}[.\/-]\d{4}[ ,]+\d{1,2}:\d{2}:\d{2}/) != nil
}
