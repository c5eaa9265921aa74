/// A place in a text that is like a pattern.
struct Likeness: Equatable {
  /// The letters of the text that stand for the pattern.
  let range: Range<Int>
  /// How many letters must be put in, taken out or changed.
  let distance: Int
}

/// The place in a text that is most like the pattern, nil when none is within the tolerance.
///
/// Sellers' algorithm: an edit distance whose start in the text is free. Of equal places the first
/// counts. A quarter of the pattern is the tolerance for whole phrases: Quốc hiệu is then still
/// found with six of its 27 letters misread, and no other heading comes that near.
func likeness(of pattern: [UInt8], in text: [UInt8], tolerance: Double = 0.25) -> Likeness? {
  guard !pattern.isEmpty else { return nil }
  let allowed = Int(Double(pattern.count) * tolerance)
  guard text.count + allowed >= pattern.count else { return nil }
  var cost = Array(0...pattern.count)
  var start = [Int](repeating: 0, count: pattern.count + 1)
  var best: Likeness?
  for j in text.indices {
    var diagonalCost = cost[0]
    var diagonalStart = start[0]
    cost[0] = 0
    start[0] = j + 1
    for i in pattern.indices {
      let change = diagonalCost + (pattern[i] == text[j] ? 0 : 1)
      let changeStart = i == 0 ? j : diagonalStart
      diagonalCost = cost[i + 1]
      diagonalStart = start[i + 1]
      if change <= cost[i] + 1 && change <= cost[i + 1] + 1 {
        cost[i + 1] = change
        start[i + 1] = changeStart
      } else if cost[i] < cost[i + 1] {
        cost[i + 1] = cost[i] + 1
        start[i + 1] = start[i]
      } else {
        cost[i + 1] += 1
      }
    }
    let distance = cost[pattern.count]
    if distance <= allowed, distance < (best?.distance ?? Int.max) {
      let from = min(start[pattern.count], j)
      best = Likeness(range: from..<j + 1, distance: distance)
    }
  }
  return best
}
