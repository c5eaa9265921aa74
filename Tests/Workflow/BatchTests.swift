import Testing

@testable import Workflow

@Test func `the robust score of a page off its batch is its distance in usual deviations`() throws {
  // Of 9, 10 and 11 in equal parts the median is 10 and the usual deviation 1.
  let values: [Double?] = (0..<21).map { Double(9 + $0 % 3) } + [30, nil]
  let scores = robustScores(values, floor: 0.1)
  #expect(scores.count == 23 && scores[22] == nil)
  #expect(scores[21] == RobustScore(value: 30, median: 10, z: 0.6745 * 20))
  #expect(scores[0] == RobustScore(value: 9, median: 10, z: 0.6745))
}

@Test func `a batch more uniform than the measure is exact has no outliers`() {
  let values: [Double?] = [Double](repeating: 0.1, count: 30) + [0.2]
  let scores = robustScores(values, floor: 0.15)
  #expect(scores.compactMap(\.self).allSatisfy { $0.z < 1 })
}

@Test func `nineteen pages are no batch`() {
  #expect(robustScores([Double](repeating: 1, count: 19), floor: 1).allSatisfy { $0 == nil })
}

@Test func `a document is cut into parts that bear the page on which they begin`() {
  let whole = DocumentSource(name: "3/0347.pdf", files: ["/x/0347.pdf"])
  let parts = whole.parts(beginningOn: [5, 3, 5])
  #expect(parts.map(\.name) == ["3/0347.pdf", "3/0347.pdf#3", "3/0347.pdf#5"])
  #expect(parts.compactMap(\.part?.first) == [1, 3, 5])
  #expect(parts.map(\.part?.last) == [2, 4, nil])
  #expect(Set(parts.compactMap(\.part?.key)).count == 3)
  #expect(parts.allSatisfy { $0.whole == whole })
  #expect(whole.parts(beginningOn: []) == [whole])
}
