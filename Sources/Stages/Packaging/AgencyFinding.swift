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
  /// The agencies that a line may mean, the likeliest first; none for lines that name no agency.
  public func matches(for line: String, limit: Int = 5) -> [AgencyMatch] {
    let wanted = recipientWords(line)
    guard !wanted.isEmpty else { return [] }
    let words = Set(wanted)
    var scored: [(index: Int, score: Double)] = []
    for (index, agency) in agencies.enumerated() {
      let own = nameWords(agency.name)
      let full = agency.parent.map { own + nameWords($0) } ?? own
      // Names leave out what goes without saying in a province: its own name.
      let score = max(likeness(wanted, words, own), likeness(wanted, words, full))
      if score >= 0.5 { scored.append((index, score)) }
    }
    scored.sort { ($1.score, agencies[$0.index].code) < ($0.score, agencies[$1.index].code) }
    guard let best = scored.first?.score else { return [] }
    // "Sở Nội vụ" stands in every province: as many as are as likely share the certainty.
    let rivals = scored.prefix { $0.score > best - 0.05 }.count
    return scored.prefix(limit).map { index, score in
      AgencyMatch(agency: agencies[index], confidence: score / Double(rivals))
    }
  }
}

/// The share of words that two names have in common, order kept: 2·LCS / (a + b).
private func likeness(_ left: [String], _ leftWords: Set<String>, _ right: [String]) -> Double {
  guard !right.isEmpty, right.contains(where: leftWords.contains) else { return 0 }
  var row = [Int](repeating: 0, count: right.count + 1)
  for word in left {
    var diagonal = 0
    for (index, other) in right.enumerated() {
      let above = row[index + 1]
      row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
      diagonal = above
    }
  }
  return 2 * Double(row[right.count]) / Double(left.count + right.count)
}

/// A name as words without marks, abbreviations written out.
private func nameWords(_ name: String) -> [String] {
  let folded = name.folded.decomposedStringWithCanonicalMapping.unicodeScalars
    .filter { $0.properties.generalCategory != .nonspacingMark }
    .map { $0 == "đ" ? "d" : Character($0) }
  let words = String(folded).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  return words.flatMap { abbreviations[$0] ?? [$0] }
}

/// The words of a line that name its recipient; none for "Như trên", "Lưu: VT" and their like.
private func recipientWords(_ line: String) -> [String] {
  // What stands in brackets says what for: (để b/c), (phối hợp thực hiện).
  let bare = line.replacing(/\([^)]*\)?/, with: " ")
  let words = nameWords(bare)
  let head = words.prefix(2).joined(separator: " ")
  if ["nhu tren", "nhu dieu", "nhu kinh", "nhu muc"].contains(head) || words.first == "luu" {
    return []
  }
  return words
}

private let abbreviations: [String: [String]] = [
  "ubnd": ["uy", "ban", "nhan", "dan"], "hdnd": ["hoi", "dong", "nhan", "dan"],
  "tp": ["thanh", "pho"], "vp": ["van", "phong"],
  "ubmttq": ["uy", "ban", "mat", "tran", "to", "quoc"],
  "tw": ["trung", "uong"], "vpcp": ["van", "phong", "chinh", "phu"],
  "ttg": ["thu", "tuong"], "gd": ["giao", "duc"], "dt": ["dao", "tao"],
  "tnmt": ["tai", "nguyen", "moi", "truong"],
]
