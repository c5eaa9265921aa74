import Foundation

/// What the neighbours of a document in its register say of its handwritten number and date.
public struct RegisterNote: Sendable, Equatable {
  /// The document's name.
  public let name: String
  /// The number, its readings in another order where the neighbours say so.
  public let number: Field
  /// The date likewise.
  public let date: Field
  /// Documents with which the readings that are now first are still not in order.
  public let outOfOrder: [String]
  /// Documents before it in the batch that bear the same number in the same register.
  public let duplicates: [String]
}

/// What the documents of a batch say of each other, one note a document, in their order.
///
/// A pure function of the batch. First every document is held against the readings of the others as they stood before
/// anybody spoke, so neither the order of work nor a chain of changes counts; then doubts are named over what is now first. Per
/// document the pairs of a number and a date are weighed: p(number) · p(date) · agreement. Agreement is 1 when the three
/// nearest earlier and the three nearest later documents stand in order with the pair and nobody has its number on another
/// day, and falls to about a tenth when all of one side disagree. It cannot fall further, so a reading of 0.91 or more is never
/// overruled, whatever the neighbours. What no reading holds keeps its weight, so probabilities rise little. Fails
/// where an office numbers by another rule, or the notation was misread: then the document has no neighbours.
public func registerNotes(of batch: [RegisterEntry]) -> [RegisterNote] {
  let ranked = perRegister(batch) { entry, others, _ in entry.ranked(by: others) }
  return zip(batch, perRegister(ranked) { doubts(on: $0, among: $1, at: $2) }).enumerated().map {
    index, pair in
    RegisterNote(
      name: pair.0.name, number: ranked[index].number, date: ranked[index].date,
      outOfOrder: pair.1.outOfOrder, duplicates: pair.1.duplicates)
  }
}

/// Asks about each entry of a batch with the others of its register; `at` is how many of them come before it.
private func perRegister<Answer>(
  _ batch: [RegisterEntry],
  _ answer: (RegisterEntry, _ others: [RegisterEntry], _ at: Int) -> Answer
) -> [Answer] {
  var registers: [String: [Int]] = [:]
  for (index, entry) in batch.enumerated() {
    if let register = entry.register { registers[register, default: []].append(index) }
  }
  return batch.enumerated().map { index, entry in
    let others = (entry.register.flatMap { registers[$0] } ?? []).filter { $0 != index }
    return answer(entry, others.map { batch[$0] }, others.count { $0 < index })
  }
}

private func doubts(
  on entry: RegisterEntry, among others: [RegisterEntry], at place: Int
) -> (outOfOrder: [String], duplicates: [String]) {
  guard let value = entry.number.value, let best = entry.best else { return ([], []) }
  let isOpen = entry.number.isOpen || entry.date.isOpen
  let neighbours = Neighbours(others)
  // One neighbour in three that disagrees is likelier the odd one itself.
  let isDoubtful = isOpen && neighbours.agreement(best.number, on: best.date) < 1.0 / 3
  return (
    isDoubtful ? neighbours.objecting(to: best.number, on: best.date) : [],
    others.prefix(place).filter { $0.number.value == value }.map(\.name)
  )
}

extension RegisterEntry {
  /// The entry with its readings in the order that goes best with the others of its register.
  fileprivate func ranked(by others: [RegisterEntry]) -> RegisterEntry {
    if isFixed { return self }
    let neighbours = Neighbours(others)
    let agreements = numbers.map { number in
      dates.map { neighbours.agreement(number, on: $0.value) }
    }
    // The first of equals is what was read.
    var best = (number: 0, date: 0, weight: 0.0)
    for (i, number) in numbers.enumerated() {
      for (j, date) in dates.enumerated() where number.p * date.p * agreements[i][j] > best.weight {
        best = (i, j, number.p * date.p * agreements[i][j])
      }
    }
    guard best.weight > 0, best.number > 0 || best.date > 0 else { return self }
    let because = neighbours.objecting(to: numbers[0], on: dates[0].value)
    return replacing(
      number: number.led(
        by: best.number, because: because,
        weights: numbers.enumerated().map { i, number in
          Candidate(
            value: number.text, p: number.p * expectation(of: agreements[i], over: dates.map(\.p)))
        }),
      date: date.led(
        by: best.date, because: because,
        weights: dates.enumerated().map { j, date in
          Candidate(
            value: date.value,
            p: date.p * expectation(of: agreements.map { $0[j] }, over: numbers.map(\.p)))
        }))
  }
}

/// What an agreement comes to over choices of which one is right; what none of them holds agrees.
private func expectation(of agreements: [Double], over shares: [Double]) -> Double {
  zip(agreements, shares).reduce(max(0, 1 - shares.reduce(0, +))) { $0 + $1.0 * $1.1 }
}

extension Field {
  /// The field with its readings by weight, where that puts the one first that is in the best pair.
  fileprivate func led(by best: Int, because: [String], weights: [Candidate]) -> Field {
    let ranked = weights.sorted { ($0.p, $1.value) > ($1.p, $0.value) }
    guard isOpen, best > 0, ranked[0].value == weights[best].value else { return self }
    let held = Set(weights.map(\.value))
    let unread = max(0, 1 - candidates.reduce(0) { held.contains($1.value) ? $0 + $1.p : $0 })
    let whole = weights.reduce(unread) { $0 + $1.p }
    return self.ranked(
      ranked.map { Candidate(value: $0.value, p: ($0.p / whole * 1000).rounded() / 1000) }
        + candidates.filter { !held.contains($0.value) }, because: because)
  }
}

/// The other documents of a register that were read well enough to be held against.
private struct Neighbours {
  private typealias Mate = (name: String, number: NumberChoice, date: String, p: Double)
  private let mates: [Mate]

  /// How many on each side are asked: one may be misread or filed late, three seldom are.
  private static let asked = 3
  /// What a reading loses at most, when three certain neighbours of a side disagree, is this to the power of 3/4.
  private static let weight = 20.0
  /// How far a number is taken that another document surely has; the rest is for what both may be misread from.
  private static let certainty = 0.9

  init(_ entries: [RegisterEntry]) {
    mates = entries.compactMap { entry in
      // Below an even chance a neighbour tells nothing.
      guard let best = entry.best, best.p >= 0.5 else { return nil }
      return (entry.name, best.number, best.date, best.p)
    }
  }

  /// How well a number on a date goes with the neighbours: 1 with all of them, down to a tenth.
  func agreement(_ number: NumberChoice, on date: String) -> Double {
    var worst = 0.0
    for side in sides(of: date) {
      // One neighbour who agrees is thrown in, so that a single one weighs less than three.
      let all = side.reduce(1) { $0 + $1.p }
      let against = side.filter { !isInOrder($0, number, date) }.reduce(0) { $0 + $1.p }
      worst = max(worst, against / all)
    }
    // A number is given once: where another surely has it, it is as good as taken.
    let taken =
      mates.filter { $0.date != date && $0.number.text == number.text }.map(\.p).max() ?? 0
    return min(pow(Neighbours.weight, -worst), 1 - Neighbours.certainty * taken)
  }

  /// The neighbours with which a number on a date is not in order, the nearest first.
  func objecting(to number: NumberChoice, on date: String) -> [String] {
    let near = sides(of: date).flatMap(\.self).filter { !isInOrder($0, number, date) }.map(\.name)
    return near
      + mates.filter { $0.date != date && $0.number.text == number.text }.map(\.name)
      .filter { !near.contains($0) }
  }

  /// The nearest earlier and the nearest later ones; of one day the surest come first.
  private func sides(of date: String) -> [[Mate]] {
    func near(_ side: [Mate], _ isNearer: (String, String) -> Bool) -> [Mate] {
      Array(
        side.sorted { left, right in
          if left.date != right.date { return isNearer(left.date, right.date) }
          return (left.p, right.name) > (right.p, left.name)
        }.prefix(Neighbours.asked))
    }
    return [near(mates.filter { $0.date < date }, >), near(mates.filter { $0.date > date }, <)]
  }

  /// Later documents bear higher numbers; those of one day stand in any order.
  private func isInOrder(_ mate: Mate, _ number: NumberChoice, _ date: String) -> Bool {
    if mate.number.number == number.number { return mate.number.text != number.text }
    return (mate.date < date) == (mate.number.number < number.number)
  }
}
