import Imaging
import Recognition

/// The list below Nơi nhận, from several readings of it.
enum RecipientVote {
  /// Each item as most readings have it; of the reading that has most of the list.
  static func places(of lists: [[Reading]]) -> [Reading] {
    let weights = lists.map { list in list.reduce(0) { $0 + $1.confidence } }
    guard let base = weights.indices.max(by: { weights[$0] < weights[$1] }) else { return [] }
    return lists[base].map { item in
      let same = lists.compactMap { list in list.first { isSameLine($0, item) } }
      var voted = Vote.text(same) ?? item
      voted.isProse = true
      return voted
    }
  }

  /// Whether two items begin on the same line of the page.
  private static func isSameLine(_ one: Reading, _ two: Reading) -> Bool {
    guard one.tokens.first?.page == two.tokens.first?.page,
      let first = one.tokens.first(where: { !$0.skeleton.isEmpty })?.box,
      let second = two.tokens.first(where: { !$0.skeleton.isEmpty })?.box
    else { return false }
    return abs(first.midY - second.midY) < 0.6 * Double(min(first.height, second.height))
  }
}
