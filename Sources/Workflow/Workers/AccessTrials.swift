import Archiving
import Imaging
import Recognition

/// A way to pack a page of an access copy, and what its reading lost.
struct AccessTrial {
  let plan: AccessPlan
  let page: AccessPage
  let loss: ReadingLoss
}

/// The ways that a page was packed in and read again.
struct AccessTrials {
  var all: [AccessTrial]

  /// Those that are as small as they are meant to be.
  var meant: AccessTrials { AccessTrials(all: all.filter(\.page.isAsMeant)) }

  /// The smallest share of letters that one of them lost.
  var loss: Double { best?.loss.share ?? .infinity }

  /// The plan that lost least, if that is no more than a share of the letters.
  func best(losing share: Double) -> AccessPlan? { loss <= share ? best?.plan : nil }

  /// What any of them lost, the worst first: places that are as they were are read as they were.
  var lost: [Box] {
    all.flatMap(\.loss.places).sorted { $0.letters > $1.letters }.reduce(into: []) { boxes, place in
      // What was lost twice stands there once.
      if !boxes.contains(where: { $0.union(place.box) == $0 }) { boxes.append(place.box) }
    }
  }

  /// What to try next among the plans that may be as small as they are meant to be: four greys first, which cost most and
  /// lose least, then print in one, with as much of what was lost kept as there is room for.
  var plansToBeAsMeant: [AccessPlan] {
    let lost = lost
    let counts = Set((1...8).map { lost.count * $0 / 8 }).sorted(by: >)
    let shares = counts.map { Array(lost.prefix($0)) }
    let efforts: [AccessEffort] =
      all.count == 1 || all.last?.plan.effort == .graded ? [.graded, .small] : [.small]
    return efforts.flatMap { effort in shares.map { AccessPlan(effort, keptPrint: $0) } }
      .filter { plan in !all.contains { $0.plan == plan } }
  }

  private var best: AccessTrial? { all.min { $0.loss.share < $1.loss.share } }
}
