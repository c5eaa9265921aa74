import Imaging
public import Recognition

/// Where persons sign on a page: between the last line of a position and the name below it.
///
/// A place is as wide as two names and reaches three lines down where no name was read. Where no signer was read, a person
/// signs right of a seal in the lower part of the page, which covers a third of the signature from the left (Nghị định
/// 30/2020, Điều 33.1.b).
public func signaturePlaces(on page: RecognizedPage) -> [SignaturePlace] {
  guard page.outcome == .read, !page.words.isEmpty else { return [] }
  let layout = PageLayout(page, number: 1)
  let unit = layout.unit
  let list = RecipientReading.mark(on: layout).map { (page: layout.number, top: $0.middle) }
  // Two parties sign minutes and contracts; a last page says nothing of its kind.
  let leftToo = HeadingReading(layout).kind?.value.map(twoSided.contains) ?? (list == nil)
  let places = signers(
    on: [layout], pages: [page], besides: list, leftToo: leftToo, under: .standard
  )
  .compactMap { signer -> SignaturePlace? in
    let (head, name) = signer.places(on: page)
    guard let all = [head, name].compactMap({ $0 }).union else { return nil }
    let top = head.map { Double($0.maxY) } ?? all.midY - 10 * unit
    let bottom = name.map { Double($0.maxY) } ?? top + 12 * unit
    guard bottom - top > 2 * unit else { return nil }
    return shown(
      all.midX - 12 * unit...all.midX + 12 * unit, top...bottom, of: layout, on: page
    ).map {
      SignaturePlace(
        box: $0, name: signer.fullName.evidence.map(\.box).union, letter: Int(unit.rounded()))
    }
  }
  if !places.isEmpty { return places }
  let seals = page.seals.filter { $0.isWholeRing }.map { upright($0.box, on: page) }
  guard let seal = seals.last(where: { $0.midY > layout.height / 3 }) else { return [] }
  let (left, width) = (Double(seal.x), Double(seal.width))
  return shown(left...left + 2.2 * width, Double(seal.y)...Double(seal.maxY), of: layout, on: page)
    .map { [SignaturePlace(box: $0, name: nil, letter: Int(unit.rounded()))] } ?? []
}

extension Signer {
  /// Where authority and position stand on the upright page, and where the name does.
  func places(on page: RecognizedPage) -> (head: Box?, name: Box?) {
    func place(_ fields: Field...) -> Box? {
      fields.flatMap(\.evidence).map { upright($0.box, on: page) }.union
    }
    return (place(competence, position), place(fullName))
  }
}

extension Seal {
  /// Whether it is a round seal with no more than a fifth beyond an edge.
  var isWholeRing: Bool { shape == .round && visible >= 0.8 }
}
