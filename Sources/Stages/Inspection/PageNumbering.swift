/// What the printed page numbers of a document say of its completeness and order.
///
/// Numbers are compared with the places of the pages, so that pages whose number could not be read
/// count as what they are: a page. A number may start again, as in an annex. A lone number whose
/// neighbours agree with each other, and one jump of more than three pages that a single last page
/// alone attests, are misreadings. It fails where most numbers cannot be read: then nothing is found.
package struct PageNumbering: Equatable {
  /// A page with its place, its number, and whether a document begins on it.
  package struct Sheet: Equatable {
    package let place: Int
    package let number: Int?
    package let isBlank: Bool
    package let opensDocument: Bool

    package init(place: Int, number: Int?, isBlank: Bool = false, opensDocument: Bool = false) {
      self.place = place
      self.number = number
      self.isBlank = isBlank
      self.opensDocument = opensDocument
    }
  }

  /// Two neighbouring pages, by place, with the numbers between theirs missing.
  package struct Gap: Equatable {
    package let before: Int
    package let after: Int
    package let missing: ClosedRange<Int>
  }

  package private(set) var gaps: [Gap] = []
  /// Pairs of pages that bear the same number one after the other.
  package private(set) var repeated: [[Sheet]] = []
  /// Pages that break the rising order, each with the numbered page before or after it.
  package private(set) var misplaced: [[Sheet]] = []

  package init(_ sheets: [Sheet]) {
    let blanks = Set(sheets.filter(\.isBlank).map(\.place))
    for run in Self.runs(Self.believed(sheets), blanks: blanks) {
      let rising = Self.longestRising(run)
      let repeats = zip(run, run.dropFirst()).filter { first, second in
        first.number == second.number
          && (first.place + 1..<second.place).allSatisfy(blanks.contains)
      }
      repeated += repeats.map { [$0, $1] }
      let again = Set(repeats.map(\.1.place))
      let kept = Set(rising.map(\.place))
      let broken = run.filter { !kept.contains($0.place) && !again.contains($0.place) }
      // Beside each page that stands wrong, one of its neighbours that contradicts it.
      misplaced += broken.compactMap { sheet in Self.contradicting(sheet, in: run) }
      if broken.isEmpty { gaps += Self.gaps(rising) }
    }
  }

  /// The numbered pages without lone misreadings; a first page with a heading is number 1.
  private static func believed(_ sheets: [Sheet]) -> [Sheet] {
    let numbered = sheets.compactMap { sheet -> Sheet? in
      if sheet.number != nil { return sheet }
      guard sheet.opensDocument else { return nil }
      return Sheet(place: sheet.place, number: 1, opensDocument: true)
    }
    return numbered.indices.filter { index in
      guard index > 0, index + 1 < numbered.count else { return true }
      let (before, sheet, after) = (numbered[index - 1], numbered[index], numbered[index + 1])
      guard !sheet.opensDocument, !after.opensDocument, offset(before) == offset(after),
        offset(sheet) != offset(before)
      else { return true }
      return sheet.number == before.number || sheet.number == after.number
    }.map { numbered[$0] }
  }

  private static func offset(_ sheet: Sheet) -> Int { (sheet.number ?? 0) - sheet.place }

  /// The stretches in which one counting goes on.
  ///
  /// It starts again where a number does not rise and enough written pages without a number stand before
  /// it to hold the numbers that come first.
  private static func runs(_ sheets: [Sheet], blanks: Set<Int>) -> [[Sheet]] {
    var runs: [[Sheet]] = []
    for sheet in sheets {
      guard let last = runs.last?.last, let lastNumber = last.number, let number = sheet.number
      else {
        runs.append([sheet])
        continue
      }
      let between = (last.place + 1..<sheet.place).count { !blanks.contains($0) }
      if number <= lastNumber && between >= number - 1 || sheet.opensDocument {
        runs.append([sheet])
      } else {
        runs[runs.count - 1].append(sheet)
      }
    }
    return runs
  }

  /// The longest subsequence whose numbers rise; of equal ones the earliest.
  private static func longestRising(_ sheets: [Sheet]) -> [Sheet] {
    var length = [Int](repeating: 1, count: sheets.count)
    var previous = [Int?](repeating: nil, count: sheets.count)
    for (index, sheet) in sheets.enumerated() {
      for earlier in 0..<index
      where (sheets[earlier].number ?? 0) < (sheet.number ?? 0) && length[earlier] >= length[index]
      {
        length[index] = length[earlier] + 1
        previous[index] = earlier
      }
    }
    guard let longest = length.max(), var at = length.firstIndex(of: longest) else { return [] }
    var result = [sheets[at]]
    while let next = previous[at] {
      result.append(sheets[next])
      at = next
    }
    return result.reversed()
  }

  private static func contradicting(_ sheet: Sheet, in run: [Sheet]) -> [Sheet]? {
    guard let index = run.firstIndex(of: sheet), let number = sheet.number else { return nil }
    if index > 0, (run[index - 1].number ?? 0) > number { return [run[index - 1], sheet] }
    if index + 1 < run.count, (run[index + 1].number ?? 0) < number {
      return [sheet, run[index + 1]]
    }
    return [sheet]
  }

  private static func gaps(_ rising: [Sheet]) -> [Gap] {
    zip(rising, rising.dropFirst()).enumerated().compactMap { index, pair in
      guard let low = pair.0.number, let high = pair.1.number else { return nil }
      let between = pair.1.place - pair.0.place
      let missing = high - low - between
      guard missing > 0 else { return nil }
      // A single figure at the very end that leaves out many is more often misread than right.
      if index + 2 == rising.count, missing > 3 { return nil }
      // Pages between without a number stand for the first numbers behind the one before.
      return Gap(before: pair.0.place, after: pair.1.place, missing: low + between...high - 1)
    }
  }
}
