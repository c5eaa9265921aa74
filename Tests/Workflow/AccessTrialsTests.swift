import Archiving
import Foundation
import Imaging
import Recognition
import Testing

@testable import Workflow

@Suite struct `The trials of an access copy` {
  static let words = ["Quyết", "định", "ban hành", "số"]

  static func box(_ index: Int) -> Box { Box(x: index * 100, y: 100, width: 80, height: 20) }

  func page(without missing: Set<Int> = []) -> RecognizedPage {
    RecognizedPage(
      outcome: .read, width: 1000, height: 1000,
      words: Self.words.enumerated().filter { !missing.contains($0.offset) }.map {
        Word(text: $0.element, box: Self.box($0.offset), confidence: 95, line: 0, block: 0)
      })
  }

  func accessPage(byteCount: Int) throws -> AccessPage {
    try JSONDecoder().decode(
      AccessPage.self,
      from: Data(
        """
        {"page": 1, "form": "mrc", "sourceBytes": 1000, "byteCount": \(byteCount), "keptBoxes": 0, "keptPrint": 0}
        """.utf8))
  }

  /// A packing to a number of bytes of a scan of 1000 without a seal, of which these words were not read again.
  func trial(
    _ effort: AccessEffort, bytes: Int, losing missing: Set<Int>
  ) throws -> AccessTrial {
    AccessTrial(
      plan: AccessPlan(effort), page: try accessPage(byteCount: bytes),
      loss: ReadingLoss(of: page(without: missing), against: page()))
  }

  @Test func `keep what any lost once, the worst first`() throws {
    let trials = AccessTrials(all: [
      try trial(.small, bytes: 100, losing: [1, 2]),
      try trial(.graded, bytes: 120, losing: [2, 3]),
    ])
    #expect(trials.lost == [2, 1, 3].map(Self.box))
  }

  @Test func `prefer what lost least, and only if that is little`() throws {
    let trials = AccessTrials(all: [
      try trial(.small, bytes: 100, losing: [0]), try trial(.graded, bytes: 200, losing: [3]),
    ])
    #expect(trials.best(losing: 0.2) == AccessPlan(.graded))
    #expect(trials.meant.best(losing: 1) == AccessPlan(.small))
    #expect(trials.meant.best(losing: 0.2) == nil)
    #expect(AccessTrials(all: []).loss == .infinity)
  }

  @Test func `try four greys first, then as much of what was lost as there is room for`() throws {
    let first = try trial(.small, bytes: 100, losing: [0, 1])
    let plans = AccessTrials(all: [first]).plansToBeAsMeant
    #expect(plans.first == AccessPlan(.graded, keptPrint: [0, 1].map(Self.box)))
    // Nothing kept and one colour is what the first was.
    #expect(plans.contains(AccessPlan(.graded)) && !plans.contains(AccessPlan(.small)))
    let counts = plans.filter { $0.effort == .small }.map(\.keptPrint.count)
    #expect(counts == counts.sorted(by: >) && Set(counts) == [2, 1])
    let second = try trial(.small, bytes: 110, losing: [3])
    #expect(AccessTrials(all: [first, second]).plansToBeAsMeant.allSatisfy { $0.effort == .small })
  }
}
