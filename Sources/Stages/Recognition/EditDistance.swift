/// How many letters must be put in, taken out or changed to make one text the other (Levenshtein).
@inlinable
public func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
  if a == b { return 0 }
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let change = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, min(row[j], row[j + 1]) + 1)
    }
  }
  return row[b.count]
}
