import Imaging

/// What a notation may be made of, given the kind of the document and its agency.
///
/// `QĐ-SYT` is the letters of the kind and of the agency, `SYT-NVY` those of the agency and of the
/// drafting unit (Nghị định 30/2020 Phụ lục I mục II.3.b). Letters are put right only towards these.
struct NotationGrammar {
  private let kinds: [String]
  private let agencies: [String]

  init(kind: DocumentKind?, agencies: [String]) {
    kinds = kind?.abbreviations ?? []
    self.agencies = agencies
  }

  /// The notation as a reading.
  func reading(of text: NotationText, isMarked: Bool) -> Reading? {
    var groups = text.groups
    var confidence = isMarked ? 0.99 : 0.85
    var known = 0
    let (first, firstFit) = fitted(groups[0], isMarked: isMarked)
    groups[0] = first
    if firstFit > 0 { known += 1 }
    // After a kind comes the agency; after an agency comes a unit, which is any letters.
    let isAgencyNext = kinds.contains(first)
    for index in groups.indices.dropFirst() {
      let (group, fit) = agencyFitted(groups[index], mayChange: isAgencyNext)
      groups[index] = group
      if fit > 0 { known += 1 }
    }
    guard groups.count > 1 || isMarked else { return nil }
    let certainty = certainty(of: text.tokens)
    // A scrawl fused with the notation spoils the recogniser's certainty, not the printed letters:
    // each group that agrees with kind or agency speaks for itself.
    let unknown = groups.count - known
    confidence *= unknown == 0 ? max(certainty, 0.98) : max(certainty, known > 0 ? 0.75 : 0.4)
    if firstFit == 1 { confidence *= 0.9 }
    // The title says which letters are due; offices that number all kinds alike write others.
    if !kinds.isEmpty, !kinds.contains(first) { confidence *= 0.9 }
    let value = text.prefix + groups.joined(separator: "-")
    return Reading(value, confidence: confidence, handwritten: false, tokens: text.tokens)
  }

  /// The first group put right, and how well it is known: 0 not, 1 with a letter changed, 2 as read.
  private func fitted(_ group: String, isMarked: Bool) -> (String, Int) {
    let letters = Letters.skeleton(group)
    let everyKind = DocumentKind.named.flatMap(\.abbreviations)
    let expected = kinds + agencies
    for candidate in expected where Letters.skeleton(candidate) == letters { return (candidate, 2) }
    // `QĐĐ`, and `TT` under the title Tờ trình: a letter was read twice, or the small r was lost.
    for candidate in kinds {
      let skeleton = Letters.skeleton(candidate)
      let isTwice = letters.count == skeleton.count + 1 && letters.last == letters.dropLast().last
      if isTwice && letters.dropLast().elementsEqual(skeleton)
        || candidate.hasSuffix("r") && skeleton.dropLast().elementsEqual(letters)
      {
        return (candidate, 1)
      }
    }
    for candidate in expected + everyKind where Letters.skeleton(candidate) == letters {
      return (candidate, 2)
    }
    // Without the slash, the tail of the number hangs before the letters.
    for candidate in (expected + (isMarked ? [] : everyKind)).sorted(by: { $0.count > $1.count }) {
      let skeleton = Letters.skeleton(candidate)
      if skeleton.count >= 2, letters.count > skeleton.count, letters.count <= skeleton.count + 2,
        letters.suffix(skeleton.count) == skeleton[...]
      {
        return (candidate, 1)
      }
    }
    for candidate in kinds where near(letters, Letters.skeleton(candidate)) {
      return (candidate, 1)
    }
    return agencyFitted(group, mayChange: true)
  }

  private func agencyFitted(_ group: String, mayChange: Bool) -> (String, Int) {
    let letters = Letters.skeleton(group)
    for candidate in agencies where Letters.skeleton(candidate) == letters { return (candidate, 2) }
    for candidate in agencies
    where mayChange && candidate.count >= 3 && near(letters, Letters.skeleton(candidate)) {
      return (candidate, 1)
    }
    return (group, 0)
  }

  /// Letters that recognisers put one for the other.
  private static let lookAlikes: Set<[UInt8]> = Set(
    [
      "OQ", "O0", "OD", "IL", "I1", "IT", "L1", "S5", "B8", "VY", "UV", "G6", "Z2", "CG", "EF",
      "D0",
    ]
    .flatMap { [Array($0.utf8), Array($0.utf8.reversed())] })

  /// Whether one letter was put for one that looks like it, and none lost.
  private func near(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    let changes = zip(a, b).filter { $0 != $1 }
    return changes.count == 1 && NotationGrammar.lookAlikes.contains([changes[0].0, changes[0].1])
  }
}
