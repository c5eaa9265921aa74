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
    var groups = text.groups.count == 1 ? parted(text.groups[0]) : text.groups
    var confidence = isMarked ? 0.99 : 0.85
    // That a hyphen was lost is a guess, and so is a 1 that was read as the letter.
    if groups.count > text.groups.count { confidence *= 0.9 }
    var known = 0
    let (first, firstFit) = fitted(groups[0], isMarked: isMarked, next: groups.dropFirst().first)
    groups[0] = first
    if firstFit > 0 { known += 1 }
    // After a kind comes the agency; after an agency comes a unit, which is any letters.
    let isAgencyNext = kinds.contains(first)
    for index in groups.indices.dropFirst() {
      let (group, fit) = agencyFitted(groups[index], mayChange: isAgencyNext)
      groups[index] = fit > 0 || isAgencyNext && index == 1 ? group : numbered(group)
      if fit > 0 { known += 1 }
      if fit == 1 || groups[index] != group { confidence *= 0.9 }
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
  private func fitted(_ group: String, isMarked: Bool, next: String?) -> (String, Int) {
    let letters = Letters.skeleton(group)
    let everyKind = DocumentKind.named.flatMap(\.abbreviations)
    let expected = kinds + agencies
    // `TTT-TTT` under the title Tờ trình: an agency does not stand before itself.
    if next.map({ Letters.skeleton($0) == letters }) ?? false,
      let kind = kinds.first(where: { near(letters, Letters.skeleton($0), most: 2) })
    {
      return (kind, 1)
    }
    for candidate in expected where Letters.skeleton(candidate) == letters { return (candidate, 2) }
    // `QĐĐ`, and `TT` under the title Tờ trình: a letter was read twice, or the small r was lost.
    for candidate in expected {
      let skeleton = Letters.skeleton(candidate)
      if isTwice(letters, skeleton)
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
    for candidate in kinds where near(letters, Letters.skeleton(candidate), most: 2) {
      return (candidate, 1)
    }
    // A slash that was read as a letter.
    if isMarked || letters.count < 3 || !Self.slashes.contains(letters[0]) {
      return agencyFitted(group, mayChange: true)
    }
    for candidate in expected where near(Array(letters.dropFirst()), Letters.skeleton(candidate)) {
      return (candidate, 1)
    }
    return agencyFitted(group, mayChange: true)
  }

  /// A group that lost its hyphen, as `SYTNVY` or `TTTLVP`: letters that are due, and two or more that follow.
  private func parted(_ group: String) -> [String] {
    let letters = Letters.skeleton(group)
    // Marks and letters must count alike, or what follows cannot be cut off.
    guard letters.count == group.count else { return [group] }
    let due = (kinds + agencies).map { Letters.skeleton($0) }.filter { $0.count >= 2 }
    guard !due.contains(letters) else { return [group] }
    for first in due.sorted(by: { $0.count > $1.count })
    where letters.starts(with: first) && letters.count >= first.count + 2 {
      var rest = group.dropFirst(first.count)
      // The dash may have been read as the foot of an L.
      if rest.count >= 3, rest.first == "L" { rest = rest.dropFirst() }
      return [String(group.prefix(first.count)), String(rest)]
    }
    return [group]
  }

  /// The letters of a unit in which a number, an L or a Q was read as I or O: no word of Vietnamese agencies begins with
  /// those; `IV` is a numeral.
  private func numbered(_ group: String) -> String {
    var letters = Array(group)
    // With more vowels it is a word, as companies have it: `PVOIL`.
    guard letters.count >= 3, letters.count(where: { "AEIOU".contains($0) }) == 1 else {
      return group
    }
    for index in letters.indices.dropFirst() where letters[index] == "I" {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      let isNumeral = next.map { "VX".contains($0) } == true && index + 2 == letters.count
      guard letters[index - 1] != "I", next != "I", !isNumeral else { continue }
      letters[index] = next?.isUppercase == true ? "L" : "1"
    }
    for index in letters.indices.dropLast() where letters[index] == "O" {
      if "LH".contains(letters[index + 1]) { letters[index] = "Q" }
    }
    return String(letters)
  }

  /// How many groups of a notation have the letters of the kind or of the agency.
  func known(in notation: String) -> Int {
    notation.split(whereSeparator: { "-/".contains($0) }).count {
      (kinds + agencies).contains(String($0))
    }
  }

  /// Whether one letter stands twice in a row where it is due once.
  private func isTwice(_ letters: [UInt8], _ due: [UInt8]) -> Bool {
    guard letters.count == due.count + 1 else { return false }
    return due.indices.contains { index in
      letters[index] == letters[index + 1] && letters[...index] == due[...index]
        && letters[(index + 2)...].elementsEqual(due[(index + 1)...])
    }
  }

  /// Letters that a slash is read as.
  private static let slashes = Array("IL1J".utf8)

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
      "D0", "KR", "KE", "RT", "RI", "TH",
    ]
    .flatMap { [Array($0.utf8), Array($0.utf8.reversed())] })

  /// Whether one letter, or so many, was put for one that looks like it, and none lost.
  private func near(_ a: [UInt8], _ b: [UInt8], most: Int = 1) -> Bool {
    guard a.count == b.count else { return false }
    let changes = zip(a, b).filter { $0 != $1 }
    // Of two letters one must be right, of three one as well.
    return (1...max(1, min(most, a.count - 1))).contains(changes.count)
      && changes.allSatisfy { NotationGrammar.lookAlikes.contains([$0.0, $0.1]) }
  }
}
