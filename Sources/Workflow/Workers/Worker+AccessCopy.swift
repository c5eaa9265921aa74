import Archiving
import Foundation
import Imaging
import Ingest
import Measuring
import Recognition
import TurboJPEG

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
      let small = AccessTrial(
        plan: AccessPlan(), page: page,
        loss: try loss(of: page.page, of: written, before, job, reading))
      let plan = try bestPlan(of: page.page, from: small, copying, before, reading)
      if plan != small.plan { plans[page.page] = plan }
    }
    return plans.isEmpty ? copy : try copying.write(plans, to: path)
  }

  /// The plan that loses least among those that are as small as they are meant to be, else among all; the scan's own
  /// picture where each loses too much.
  ///
  /// Recognisers part lines otherwise after any change of a picture: real scans that are only packed again at JPEG quality
  /// 92 differ in 0.1 to 3 % of their letters. So another way of packing often mends what one has lost, and what so little a
  /// change loses too is no fault of a copy.
  private mutating func bestPlan(
    of page: Int, from first: AccessTrial, _ copying: Copying, _ before: RecognizedPage,
    _ reading: ReadingSettings
  ) throws -> AccessPlan {
    var trials = AccessTrials(all: [first])
    // A page that is one JPEG has no print of its own.
    let isLayered = copying.form == .mrc
    for round in isLayered ? 0..<6 : 0..<0
    where trials.meant.loss > (round < 3 ? Self.noLoss : Self.mostLoss) {
      let tried = trials.all.count
      for plan in trials.plansToBeAsMeant where trials.all.count == tried {
        // What is larger is not worth being read yet.
        if let trial = try trial(plan, of: page, copying, before, reading, asMeant: true) {
          trials.all.append(trial)
        }
      }
      // With nothing new read there is nothing new to try.
      if trials.all.count == tried { break }
    }
    if let plan = trials.meant.best(losing: Self.mostLoss) { return plan }
    let unavoidable = try lossOfPackingAgain(page, copying.job, before, reading).share
    if let plan = trials.meant.best(losing: unavoidable) { return plan }
    for effort in isLayered ? [AccessEffort.graded, .rich] : [.rich] where trials.loss > Self.noLoss
    {
      let plan = AccessPlan(effort, keptPrint: isLayered ? trials.lost : [])
      guard let trial = try trial(plan, of: page, copying, before, reading) else { continue }
      trials.all.append(trial)
    }
    return trials.best(losing: max(Self.mostLoss, unavoidable)) ?? AccessPlan(.none)
  }

  /// Share of the letters that nobody misses: less than one in a page.
  private static let noLoss = 0.0003
  /// Share of the letters that a copy may be expected to lose; as many as two in a page of few words.
  private static let mostLoss = 0.003

  /// Packs one page and reads it; nil where it cannot be packed, or is not as small as it is meant to be and shall be.
  private mutating func trial(
    _ plan: AccessPlan, of page: Int, _ copying: Copying, _ before: RecognizedPage,
    _ reading: ReadingSettings, asMeant: Bool = false
  ) throws -> AccessTrial? {
    let target = URL(fileURLWithPath: copying.job.target)
    // Named as a part of the document's file, so that what a killed worker leaves is swept with it.
    let path = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).trial.part").path
    // A trial that cannot be removed costs its bytes.
    defer { try? FileManager.default.removeItem(atPath: path) }
    let copy = try copying.write([page: plan], only: page, to: path)
    guard copy.pages[0].form != nil, !asMeant || copy.pages[0].isAsMeant else { return nil }
    let written = try scan(at: path, limits: copying.job.limits)
    return AccessTrial(
      plan: plan, page: copy.pages[0],
      loss: try loss(of: 1, of: written, before, copying.job, reading))
  }

  /// What a reading of the scan's own picture loses when it is packed again so finely that nobody sees it.
  private mutating func lossOfPackingAgain(
    _ number: Int, _ job: ArchiveJob, _ before: RecognizedPage, _ reading: ReadingSettings
  ) throws -> ReadingLoss {
    let places = job.scans.flatMap { scan in scan.pages.map { (scan, $0.index) } }
    let first = (job.part?.lowerBound ?? 1) - 1
    let (scan, index) = places[first + number - 1]
    let page = try Ingest.page(index, of: scan, limits: job.limits)
    let jpeg = try encodedJPEG(page.image, quality: 92)
    let again = Page(
      header: page.header, image: try decodedJPEG(jpeg, header: try JPEGHeader(of: jpeg)),
      jpegQuality: page.jpegQuality)
    return ReadingLoss(of: try read(again, measurements(of: again), reading), against: before)
  }

  private mutating func loss(
    of number: Int, of copy: Scan, _ before: RecognizedPage, _ job: ArchiveJob,
    _ reading: ReadingSettings
  ) throws -> ReadingLoss {
    let page = try Ingest.page(number, of: copy, limits: job.limits)
    return ReadingLoss(of: try read(page, measurements(of: page), reading), against: before)
  }
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
