import Archiving
import Extraction
import Findings
import Foundation
import Ingest
import Inspection
public import Ledger
import Packaging
public import Reporting

/// What is asked of a run.
public struct RunSettings: Sendable {
  /// The pipeline.
  public let pipeline: Pipeline
  /// Whether text is read; without it the verdict rests on pixels.
  public let readsText: Bool
  /// Whether pages are made small for a report with pictures.
  public let makesThumbnails: Bool
  /// Where files are written; nil for a check, which writes only reports.
  public let output: String?
  /// The most jobs at once.
  public let jobs: Int
  /// The program that is started as a worker, which is this one.
  public let program: String
  /// Where the workers' complaints go; nil throws them away.
  public let workerLog: String?
  /// Whether the documents are a batch, or one that is judged again.
  let scope: RunScope

  /// Makes the settings of a run.
  public init(
    pipeline: Pipeline, readsText: Bool, makesThumbnails: Bool, output: String?, jobs: Int,
    program: String, workerLog: String? = nil
  ) {
    self.init(
      pipeline: pipeline, readsText: readsText, makesThumbnails: makesThumbnails, output: output,
      jobs: jobs, program: program, workerLog: workerLog, scope: .batch)
  }

  init(
    pipeline: Pipeline, readsText: Bool, makesThumbnails: Bool, output: String?, jobs: Int,
    program: String, workerLog: String?, scope: RunScope
  ) {
    self.pipeline = pipeline
    self.readsText = readsText
    self.makesThumbnails = makesThumbnails
    self.output = output
    self.jobs = jobs
    self.program = program
    self.workerLog = workerLog
    self.scope = scope
  }
}

/// What the documents of a run are to each other.
enum RunScope: Sendable {
  /// They were scanned together, so each is held against the others of its register.
  case batch
  /// A person decided on them: what their batch said of them stays.
  case decided
}

/// What a run says while it goes on.
public enum RunEvent: Sendable {
  /// So many pages are known of, so many are done.
  case pages(done: Int, known: Int)
  /// A document is finished.
  case finished(DocumentReport)
}

/// The way through the house for many documents: one thread that hands steps to workers.
///
/// Resumes by itself: a step whose result is in the journal is not done again.
public final class Run {
  let settings: RunSettings
  let ledger: Ledger?
  let journal: Journal
  let pool: WorkerPool
  private let report: (RunEvent) -> Void
  private let isInterrupted: () -> Bool

  private var sources: ArraySlice<DocumentSource> = []
  private var works: [Int: DocumentWork] = [:]
  private var tags: [Int: (document: Int, step: Step)] = [:]
  private var nextDocument = 0
  private var nextTag = 0
  var finished: [DocumentReport] = []
  /// What each finished document says of its place in a register, before others had their say.
  var entries: [RegisterEntry] = []
  private var thumbnails = Thumbnails()
  private var donePages = 0
  private var knownPages = 0
  private var knownCatalogue: AgencyCatalogue?

  /// Prepares a run; `ledger` is nil for a check.
  public init(
    _ settings: RunSettings, ledger: Ledger?, isInterrupted: @escaping () -> Bool = { false },
    report: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.settings = settings
    self.ledger = ledger
    self.report = report
    self.isInterrupted = isInterrupted
    journal = Journal(ledger: ledger)
    pool = WorkerPool(
      size: settings.jobs,
      settings: WorkerSettings(
        program: settings.program, memoryBytes: settings.pipeline.reading.memoryMegabytes << 20,
        errorPath: settings.workerLog))
  }

  /// The catalogue of agencies, read once; empty when none was imported.
  var catalogue: AgencyCatalogue {
    get throws {
      if let knownCatalogue { return knownCatalogue }
      let catalogue = try ledger?.agencies() ?? AgencyCatalogue([])
      knownCatalogue = catalogue
      return catalogue
    }
  }

  /// Takes the documents through the house; the report lists those that were finished.
  public func documents(_ documents: [DocumentSource]) throws -> Report {
    defer { pool.shutDown() }
    sources = try distinct(documents).flatMap(split)[...]
    if settings.readsText, !documents.isEmpty { try probeRecognizer() }
    while true {
      try startSteps()
      guard pool.isWorking else { break }
      if isInterrupted() { break }
      let soon = ContinuousClock.now.advanced(by: .milliseconds(500))
      guard let (tag, end) = pool.next(until: soon) else { continue }
      guard let (document, step) = tags.removeValue(forKey: tag) else { continue }
      try took(step, of: document, end)
      report(.pages(done: donePages, known: knownPages))
    }
    let registers = settings.scope == .batch ? try heldAgainstRegisters() : []
    return Report(
      pipeline: settings.pipeline.name, documents: finished,
      batch: outliers(in: finished, under: settings.pipeline.profile) + registers,
      thumbnails: thumbnails)
  }

  /// Asks one worker whether the recogniser can be used, before anything is begun.
  private func probeRecognizer() throws {
    try pool.start(.probe(languages: settings.pipeline.reading.languages), tag: -1, wallSeconds: 60)
    while pool.isWorking {
      guard let (_, end) = pool.next() else { continue }
      switch end {
      case .answer(.ready): return
      case .answer(.noRecognizer(let why)): throw RunError.noRecognizer(why)
      case .answer: throw RunError.noRecognizer(Message.workerAnsweredNonsense)
      case .died(let why): throw RunError.noRecognizer(why)
      case .overdue(let seconds): throw RunError.noRecognizer(Message.overdue(seconds: seconds))
      }
    }
  }

  /// Hands out steps while there is room: those of documents in work first, oldest first.
  private func startSteps() throws {
    while pool.hasRoom {
      if let document = works.filter({ !$0.value.waiting.isEmpty }).keys.min() {
        try startStep(of: document)
      } else if let source = sources.popFirst() {
        works[nextDocument] = DocumentWork(source)
        nextDocument += 1
      } else {
        return
      }
    }
  }

  private func startStep(of document: Int) throws {
    guard var work = works[document] else { return }
    let step = work.waiting.removeFirst()
    if let job = try job(for: step, of: &work) {
      tags[nextTag] = (document, step)
      try pool.start(job.job, tag: nextTag, wallSeconds: job.wallSeconds)
      nextTag += 1
      work.underWay += 1
    } else if case .page = step {
      donePages += 1
    }
    works[document] = work
    try advance(document)
  }

  private func took(_ step: Step, of document: Int, _ end: JobEnd) throws {
    guard var work = works[document] else { return }
    work.underWay -= 1
    if work.error == nil { try take(end, of: step, into: &work) }
    if case .page(_, let withText) = step, withText || !settings.readsText { donePages += 1 }
    works[document] = work
    try advance(document)
  }

  /// Goes on with a document none of whose steps waits or is under way.
  private func advance(_ document: Int) throws {
    guard var work = works[document], work.isIdle else { return }
    let pagesBefore = work.pages.count
    try planNext(&work)
    knownPages += work.pages.count - pagesBefore
    works[document] = work
    // Settled in order, so that of two scans of one letter always the same one is queued.
    while let ready = works[finished.count], ready.isIdle, ready.isPlanned {
      let result = try finish(ready)
      entries.append(try registerEntry(of: ready, as: result))
      works[finished.count] = nil
      keepThumbnails(of: ready, result)
      finished.append(result)
      report(.finished(result))
    }
  }

  private func keepThumbnails(of work: DocumentWork, _ report: DocumentReport) {
    for (slot, page) in zip(work.pages, report.pages) {
      if let thumbnail = slot.result?.thumbnail {
        thumbnails.keep(thumbnail, of: page, in: report.file)
      }
      for crop in slot.result?.crops ?? [] {
        guard let field = report.fields?.record[crop.field], field.isAsked,
          field.evidence.first?.page == page.index
        else { continue }
        thumbnails.keep(crop, in: report.file)
      }
    }
  }

  /// Gives another name to a document whose name another file bears in the ledger already.
  ///
  /// Box 12 and box 13 both hold a `0001.jpg`: neither may take the other's place.
  private func distinct(_ documents: [DocumentSource]) throws -> [DocumentSource] {
    guard let ledger else { return documents }
    var taken = Set(documents.map(\.name))
    return try documents.map { document in
      var name = document.name
      var number = 2
      while let known = try ledger.document(named: name)?.context?.source.files,
        known != document.files
      {
        repeat {
          name = "\(document.name)~\(number)"
          number += 1
        } while taken.contains(name)
      }
      taken.insert(name)
      return DocumentSource(name: name, files: document.files, part: document.part)
    }
  }
}
