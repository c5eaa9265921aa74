import Inspection
import Testing

/// A file by its page numbers: nil is a page without one, 0 a blank page.
struct Numbering: CustomTestStringConvertible {
  let numbers: [Int?]
  var heads: [Int] = []
  var gaps: [ClosedRange<Int>] = []
  var repeated: [[Int]] = []
  var misplaced: [[Int]] = []

  var testDescription: String {
    numbers.map { $0.map(String.init) ?? "–" }.joined(separator: " ")
  }

  var found: PageNumbering {
    PageNumbering(
      numbers.enumerated().map { index, number in
        PageNumbering.Sheet(
          place: index + 1, number: number == 0 ? nil : number, isBlank: number == 0,
          opensDocument: heads.contains(index + 1))
      })
  }
}

@Test(
  arguments: [
    Numbering(numbers: [nil, 2, 3, 4]),
    Numbering(numbers: [nil, 2, nil, 4], heads: [1]),
    Numbering(numbers: [nil, 2, 4], heads: [1], gaps: [3...3]),
    Numbering(numbers: [nil, 3], heads: [1], gaps: [2...2]),
    Numbering(numbers: [nil, 3]),
    Numbering(numbers: [2, 3, 6, 7], gaps: [4...5]),
    // Backs that are blank, numbered or not.
    Numbering(numbers: [nil, 0, 2, 0, 3, 0]),
    Numbering(numbers: [nil, 0, 3, 0, 5, 0]),
    // An annex or another document counts again.
    Numbering(numbers: [nil, 2, 3, nil, 2, 3]),
    Numbering(numbers: [nil, 2, 3, 1, 2]),
    Numbering(numbers: [nil, 2, nil, 3], heads: [1, 3], gaps: [2...2]),
    Numbering(numbers: [nil, 2, nil, 2, nil, 2]),
    // The same number twice; a blank back between does not part them.
    Numbering(numbers: [nil, 2, 2, 3], repeated: [[2, 3]]),
    Numbering(numbers: [nil, 2, 0, 2, 3], repeated: [[2, 4]]),
    Numbering(numbers: [nil, 2, 2, 4], repeated: [[2, 3]]),
    // Out of order.
    Numbering(numbers: [nil, 2, 4, 3, 5], misplaced: [[3, 4]]),
    Numbering(numbers: [4, 3, 2], misplaced: [[1, 2], [2, 3]]),
    // Lone misreadings.
    Numbering(numbers: [nil, 2, 8, 4, 5]),
    Numbering(numbers: [nil, 2, 3, 41], heads: [1]),
    Numbering(numbers: [nil, nil, nil]),
    Numbering(numbers: []),
  ])
func `page numbers say what is missing, twice there or out of order`(file: Numbering) {
  let found = file.found
  #expect(found.gaps.map(\.missing) == file.gaps)
  #expect(found.repeated.map { $0.map(\.place) } == file.repeated)
  #expect(found.misplaced.map { $0.map(\.place) } == file.misplaced)
}
