import Foundation

/// An agency that a line of "Nơi nhận" may mean.
///
/// A person decides whether it does: nothing is ever sent because of a match.
public struct AgencyMatch: Sendable, Equatable {
  /// The agency.
  public let agency: CataloguedAgency
  /// 0…1: how surely the line means it; 1 only for a name that is the same and the only one.
  public let confidence: Double

  /// Makes a match.
  public init(agency: CataloguedAgency, confidence: Double) {
    self.agency = agency
    self.confidence = confidence
  }
}

extension AgencyCatalogue {
  /// The agencies that a line may mean; of many lines `AgencyNames` is asked, which takes the names apart once.
  public func matches(for line: String, from place: String? = nil, limit: Int = 5) -> [AgencyMatch]
  {
    AgencyNames(self).matches(for: line, from: place, limit: limit)
  }
}

/// The names of a catalogue taken apart into words, to be asked about many lines.
public struct AgencyNames: Sendable {
  private let agencies: [CataloguedAgency]
  /// Every word of a name has a number: numbers are compared a hundred times as fast.
  private let numbers: [String: Int]
  private let own: [[Int]]
  /// The words of the name with those of the parent; the name's alone where there is no parent.
  private let full: [[Int]]

  /// Takes the names of a catalogue apart.
  public init(_ catalogue: AgencyCatalogue) {
    var numbers: [String: Int] = [:]
    var parents: [String: [Int]] = [:]
    func coded(_ name: String) -> [Int] {
      nameWords(name).map { word in
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
      }
    }
    agencies = catalogue.agencies
    let own = agencies.map { coded($0.name) }
    full = zip(agencies, own).map { agency, words in
      guard let parent = agency.parent else { return words }
      if parents[parent] == nil { parents[parent] = coded(parent) }
      return words + (parents[parent] ?? [])
    }
    self.own = own
    self.numbers = numbers
  }

  /// The words of a line as numbers; those that no name has are all different from every other.
  private func coded(_ words: [String]) -> [Int] {
    words.enumerated().map { index, word in numbers[word] ?? -1 - index }
  }

  /// The agencies that a line may mean, the likeliest first; none for lines that name no agency.
  ///
  /// `place` is the province of the sender, when it is one of a province: "Cục Thống kê tỉnh" and "Sở Nội vụ" mean those
  /// of that province. That is inferred and never wholly certain. A line that names several agencies is
  /// taken apart where the whole of it is no agency's name.
  public func matches(for line: String, from place: String? = nil, limit: Int = 5) -> [AgencyMatch]
  {
    let whole = matches(ofName: line, from: place)
    let parts = line.split { ",;".contains($0) }.map(String.init)
    guard parts.count > 1, whole.first?.confidence ?? 0 < 0.85 else {
      return Array(whole.prefix(limit))
    }
    // "Bộ Văn hóa, Thể thao và Du lịch" falls apart into names of nothing.
    let found = parts.flatMap { matches(ofName: $0, from: place).prefix(1) }
      .filter { $0.confidence >= 0.85 }
    let codes = Set(found.map(\.agency.code))
    return Array((found + whole.filter { !codes.contains($0.agency.code) }).prefix(limit))
  }

  private func matches(ofName name: String, from place: String?) -> [AgencyMatch] {
    let wanted = coded(recipientWords(name))
    guard !wanted.isEmpty else { return [] }
    let words = Set(wanted)
    let placeWords = place.map { coded(nameWords($0)) } ?? []
    let placed = wanted + placeWords
    let placedSet = words.union(placeWords)
    var scored: [(index: Int, likeness: Likeness)] = []
    for index in agencies.indices {
      // Names leave out what goes without saying in a province: its own name.
      let (own, full) = (own[index], full[index])
      var best = max(Likeness(wanted, words, own), Likeness(wanted, words, full))
      if !placeWords.isEmpty {
        best = max(
          best, max(Likeness(placed, placedSet, own), Likeness(placed, placedSet, full)).inferred)
      }
      if best.share >= 0.5 { scored.append((index, best)) }
    }
    scored.sort {
      ($1.likeness, agencies[$0.index].code) < ($0.likeness, agencies[$1.index].code)
    }
    guard let best = scored.first?.likeness else { return [] }
    // "Sở Nội vụ" stands in every province: as many as are as likely share the certainty.
    let rivals = scored.prefix { $0.likeness.certainty > best.certainty - 0.05 }
    let near = placeWords.isEmpty ? [] : rivals.filter { full[$0.index].holds(placeWords) }
    // Of those, the sender's own province is meant.
    if !near.isEmpty, near.count < rivals.count {
      scored =
        near.map { ($0.index, $0.likeness.inferred) }
        + scored.filter { one in
          !near.contains { $0.index == one.index }
        }
    }
    let share = Double(near.isEmpty ? rivals.count : near.count)
    return scored.enumerated().map { place, one in
      let isRival = near.isEmpty || place < near.count
      return AgencyMatch(
        agency: agencies[one.index],
        confidence: one.likeness.certainty / (isRival ? share : share + Double(rivals.count)))
    }
  }
}

extension [Int] {
  /// Whether all these words stand in it, one after the other.
  fileprivate func holds(_ words: [Int]) -> Bool {
    indices.contains { self[$0...].starts(with: words) }
  }
}

/// How much two names have in common.
private struct Likeness: Comparable {
  /// The share of words that they have in common, order kept: 2·LCS / (a + b).
  var share: Double
  /// Whether every word of the line stands in the name.
  var isExplained: Bool
  /// Whether the province was not written but inferred.
  private(set) var isInferred = false

  init(_ left: [Int], _ leftWords: Set<Int>, _ right: [Int]) {
    share = 0
    isExplained = false
    guard !right.isEmpty, right.contains(where: leftWords.contains) else { return }
    var row = [Int](repeating: 0, count: right.count + 1)
    for word in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    share = 2 * Double(row[right.count]) / Double(left.count + right.count)
    isExplained = row[right.count] == left.count
  }

  /// The same likeness to a name whose province was not written.
  var inferred: Likeness {
    var result = self
    result.isInferred = true
    return result
  }

  /// How surely the name is meant, 0…1.
  ///
  /// A word that the name does not have, as in "Website Sở Y tế" or in the name of a private hospital, makes it
  /// something else more often than not.
  var certainty: Double { share * (isExplained ? 1 : 0.5) * (isInferred ? 0.95 : 1) }

  static func < (left: Likeness, right: Likeness) -> Bool { left.certainty < right.certainty }
}

/// A name as words without marks, abbreviations written out.
private func nameWords(_ name: String) -> [String] {
  let words = name.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  // TU is Tỉnh ủy, TƯ Trung ương: marks count in abbreviations.
  return words.flatMap { abbreviations[$0] ?? [$0] }.map { word in
    String(
      word.decomposedStringWithCanonicalMapping.unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark }
        .map { $0 == "đ" ? "d" : Character($0) })
  }
}

/// The words of a line that name its recipient; none for "Như trên", "Lưu: VT", groups and their like.
private func recipientWords(_ line: String) -> [String] {
  // What stands in brackets says what for: (để b/c), (phối hợp thực hiện).
  let bare = line.replacing(/\([^)]*\)?/, with: " ")
  let words = nameWords(bare)
  let head = words.prefix(2).joined(separator: " ")
  guard let first = words.first,
    !["nhu tren", "nhu dieu", "nhu kinh", "nhu muc"].contains(head),
    // "Các Sở, ban, ngành" are many; a web page is none.
    !["luu", "cac", "website", "webside", "web", "dang"].contains(first)
  else { return [] }
  return words
}

private let abbreviations: [String: [String]] = [
  "ubnd": ["uy", "ban", "nhan", "dan"], "hđnd": ["hoi", "dong", "nhan", "dan"],
  "tp": ["thanh", "pho"], "vp": ["van", "phong"], "tu": ["tinh", "uy"],
  "ubmttq": ["uy", "ban", "mat", "tran", "to", "quoc"],
  "tw": ["trung", "uong"], "tư": ["trung", "uong"], "vpcp": ["van", "phong", "chinh", "phu"],
  "ttg": ["thu", "tuong"], "gd": ["giao", "duc"], "gdđt": ["giao", "duc", "va", "dao", "tao"],
  "đt": ["dao", "tao"], "tnmt": ["tai", "nguyen", "va", "moi", "truong"],
  "khđt": ["ke", "hoach", "va", "dau", "tu"], "bhxh": ["bao", "hiem", "xa", "hoi"],
  "cđyt": ["cao", "dang", "y", "te"], "bvđk": ["benh", "vien", "da", "khoa"],
]
