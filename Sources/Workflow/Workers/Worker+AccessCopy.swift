import Archiving
import Foundation
import Imaging
import Ingest
import Measuring
import Recognition

extension Worker {
  /// Writes the access copy and reads it: a page that is read worse is packed in other ways, at last not at all.
  mutating func accessCopy(
    of job: ArchiveJob, _ form: AccessForm, oldTexts: [OldText?]
  ) throws -> AccessCopy {
    let copying = Copying(job: job, form: form, oldTexts: oldTexts)
    let path = accessPath(of: job.target)
    let copy = try copying.write([:], to: path)
    guard let reading = job.reading else { return copy }
    let written = try scan(at: copy.path, limits: job.limits)
    var plans: [Int: AccessPlan] = [:]
    for page in copy.pages where page.form != nil {
      guard let before = job.text[page.page - 1], !before.words.isEmpty else { continue }
      let small = Trial(
        plan: AccessPlan(), loss: try loss(of: page.page, of: written, before, job, reading))
      let plan = try bestPlan(of: page.page, from: small, copying, before, reading)
      if plan != small.plan { plans[page.page] = plan }
    }
    return plans.isEmpty ? copy : try copying.write(plans, to: path)
  }

  /// The first plan that loses nothing, else the one that loses least; the scan's own picture where that is too much.
  ///
  /// Recognisers part lines otherwise after any change of a picture: pages that are only packed again at JPEG quality 92
  /// are read up to 0.6 points better or worse. So another way of packing often mends what one has lost; places
  /// that are lost again are kept pixel for pixel.
  private mutating func bestPlan(
    of page: Int, from small: Trial, _ copying: Copying, _ before: RecognizedPage,
    _ reading: ReadingSettings
  ) throws -> AccessPlan {
    var trials = [small]
    let best = { (trials: [Trial]) in trials.min { $0.loss.share < $1.loss.share } ?? small }
    // What any trial lost is kept: places that are as they were are read as they were.
    let keeping = { (trials: [Trial]) in
      AccessPlan(best(trials).plan.effort, keptPrint: trials.flatMap(\.loss.places))
    }
    let rich: ([Trial]) -> AccessPlan = { _ in AccessPlan(.rich) }
    let layered: [([Trial]) -> AccessPlan] = [
      { _ in AccessPlan(.shaded) }, keeping, keeping, rich, keeping, { _ in AccessPlan(.plain) },
    ]
    // One JPEG a page has no print of its own.
    for step in copying.form == .mrc ? layered : [rich]
    where best(trials).loss.share > Self.noLoss {
      let plan = step(trials)
      guard !trials.contains(where: { $0.plan == plan }) else { continue }
      trials.append(try trial(plan, of: page, copying, before, reading))
    }
    let least = best(trials)
    return least.loss.share <= Self.mostLoss ? least.plan : AccessPlan(.none)
  }

  /// Share of the letters that nobody misses: less than one in a page.
  private static let noLoss = 0.0003
  /// Share of the letters that a copy may be expected to lose; as many as two in a page of few words.
  private static let mostLoss = 0.003

  private mutating func trial(
    _ plan: AccessPlan, of page: Int, _ copying: Copying, _ before: RecognizedPage,
    _ reading: ReadingSettings
  ) throws -> Trial {
    let path = copying.job.target + ".trial.pdf"
    // A trial that cannot be removed costs its bytes.
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try copying.write([page: plan], only: page, to: path)
    let written = try scan(at: path, limits: copying.job.limits)
    return Trial(plan: plan, loss: try loss(of: 1, of: written, before, copying.job, reading))
  }

  private mutating func loss(
    of number: Int, of copy: Scan, _ before: RecognizedPage, _ job: ArchiveJob,
    _ reading: ReadingSettings
  ) throws -> ReadingLoss {
    let page = try Ingest.page(number, of: copy, limits: job.limits)
    return ReadingLoss(of: try read(page, measurements(of: page), reading), against: before)
  }
}

/// A way to pack a page, and what its reading lost.
private struct Trial {
  let plan: AccessPlan
  let loss: ReadingLoss
}

/// What every copy of a document is written from.
private struct Copying {
  let job: ArchiveJob
  let form: AccessForm
  let oldTexts: [OldText?]

  func write(
    _ plans: [Int: AccessPlan], only page: Int? = nil, to path: String
  ) throws -> AccessCopy {
    try writeAccessCopy(
      of: job.scans, part: job.part, text: job.text, oldTexts: oldTexts, metadata: job.metadata,
      form: form, plans: plans, only: page, limits: job.limits, to: path)
  }
}

/// The access copy lies beside the archived PDF.
func accessPath(of target: String) -> String {
  let stem = target.hasSuffix(".pdf") ? String(target.dropLast(4)) : target
  return stem + ".access.pdf"
}
