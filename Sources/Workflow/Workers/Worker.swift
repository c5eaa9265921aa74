import Archiving
import Extraction
import Foundation
import Imaging
import Ingest
import Measuring
import ProcessLimits
import Recognition
import Reporting

/// A worker process: does one job after the other until its standard input closes.
public struct Worker {
  private var recognizer: Recognizer?

  /// Makes a worker that may hold at most `memoryBytes` and dies with its supervisor.
  public init(memoryBytes: Int) {
    dieWithParent()
    limit(memoryBytes: memoryBytes)
  }

  /// Answers each line of standard input with one line of standard output.
  public mutating func run() throws {
    while let line = readLine(strippingNewline: true) {
      let job = try JSONDecoder().decode(Job.self, from: Data(line.utf8))
      let answer = try jsonLine(answer(to: job)) + "\n"
      try FileHandle.standardOutput.write(contentsOf: Data(answer.utf8))
    }
  }

  private mutating func answer(to job: Job) -> Answer {
    do {
      switch job {
      case .survey(let path, let limits):
        return .survey(try scan(at: path, limits: limits))
      case .page(let index, let scan, let limits, let reading, let makesThumbnail):
        return .page(
          try page(
            index, of: scan, limits: limits, reading: reading, makesThumbnail: makesThumbnail))
      case .archive(let job):
        return .archive(try archive(job))
      case .verify(let path, let level):
        return try verified(path, level)
      case .probe(let languages):
        recognizer = try Recognizer(languages: languages)
        return .ready
      }
    } catch let error as IngestError {
      return .unreadable(error)
    } catch let error as ArchivingError where error.code == .outputUnwritable {
      return .cannotWrite("\(error)")
    } catch let error as RecognitionError {
      return .noRecognizer(error.message)
    } catch {
      return .failed("\(error)")
    }
  }

  private mutating func page(
    _ index: Int, of scan: Scan, limits: IngestLimits, reading: ReadingSettings?,
    makesThumbnail: Bool
  ) throws -> PageResult {
    let page = try Ingest.page(index, of: scan, limits: limits)
    let measured = measurements(of: page)
    var text: RecognizedPage?
    if let reading {
      text = try read(page, measured, reading)
    }
    return PageResult(
      header: page.header, measurements: measured, text: text,
      thumbnail: makesThumbnail ? Thumbnail(of: page.image) : nil,
      crops: makesThumbnail ? text.map { FieldCrop.crops(of: page.image, text: $0) } : nil)
  }

  mutating func read(
    _ page: Page, _ measured: Measurements, _ settings: ReadingSettings
  ) throws -> RecognizedPage {
    if measured.isBlank {
      return RecognizedPage(
        outcome: .blank, width: page.image.width, height: page.image.height, words: [])
    }
    let recognizer = try self.recognizer ?? Recognizer(languages: settings.languages)
    self.recognizer = recognizer
    let plan = readingPlan(for: measured, restoring: settings.restores)
    let seconds = Double(settings.seconds)
    var text = recognizer.recognize(page.image, plan: plan, cpuSeconds: seconds)
      .seeing(seals(on: page.image, dpi: plan.dpi))
    for zone in zonesWorthRereading(on: text) {
      let readings = recognizer.reread(
        zone, of: page.image, text: text, plan: plan, cpuSeconds: seconds
      ) { partsWorthReading(of: zone, on: text.adding($0)) }
      text = text.adding(readings)
    }
    text = text.seeing(readings(of: slotsWorthReading(on: text), on: page.image, turn: plan.turn))
    return text.seeing(
      signatures(in: signaturePlaces(on: text), on: page.image, seals: text.seals, turn: plan.turn))
  }

  /// Checks against the level that is asked for, else the one that the file claims, else 2u.
  private func verified(_ path: String, _ level: String?) throws -> Answer {
    let claimed = try level ?? claimedLevel(ofPDFAt: path)
    let checked = claimed.flatMap(ConformanceLevel.init(name:)) ?? .pdfA2u
    return .verify(level: checked.name, results: try conformance(ofPDFAt: path, level: checked))
  }

  private mutating func archive(_ job: ArchiveJob) throws -> DeliverableRecord {
    let deliverable = try writeDeliverable(
      of: job.scans, part: job.part, text: job.text, metadata: job.metadata,
      attachment: job.attachment, level: ConformanceLevel(name: job.level) ?? .pdfA2u,
      oldText: job.oldText, limits: job.limits, to: job.target)
    var record = DeliverableRecord(deliverable, scans: job.scans, isPart: job.part != nil)
    // A signed scan has no copies: what is not signed would pass for what is.
    if let form = job.accessForm, record.kind != .signed {
      record.access = try accessCopy(
        of: job, form, oldTexts: deliverable.pages.map(\.oldText))
    }
    return record
  }
}
