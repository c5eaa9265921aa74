import Delivery
import Findings
import Foundation
public import Inspection
public import Ledger
public import Reporting

/// A person's decisions on documents of a run: recorded as events, then judged again.
public struct Review {
  let ledger: Ledger
  private let program: String

  /// Reviews the documents of a ledger; `program` is started for steps that must be done anew.
  public init(ledger: Ledger, program: String) {
    self.ledger = ledger
    self.program = program
  }

  /// Records decisions on one document and judges it again; the report after that.
  ///
  /// Throws `ReviewError` when the document is not there or cannot be judged again.
  public func decide(
    _ acts: [Decision.Act], on name: String, by: String, why: String
  ) throws -> DocumentReport {
    let (entry, context) = try known(name)
    // A wish that cannot be fulfilled now is not recorded: it would hold the document from then on.
    for case .supersede(.update, let identifiers) in acts {
      for identifier in identifiers where try ledger.isOnItsWay(identifier) {
        throw ReviewError.nothingToUpdate(identifier)
      }
    }
    try write(acts, on: name, madeOf: entry.sources, holding: entry, by: by, why: why)
    guard let report = try run(context).documents([context.source]).documents.first else {
      throw ReviewError.noDocument(name, nearest: nil)
    }
    return report
  }

  /// Writes decisions on a document that is made of these sources, after taking `entry` off the queue.
  ///
  /// What is queued is taken back before the decision is written: if this process dies in between,
  /// nothing leaves that the decision might forbid, and the next run judges again.
  func write(
    _ acts: [Decision.Act], on name: String, madeOf sources: [String], holding entry: DocumentEntry,
    by: String, why: String
  ) throws {
    try ledger.record(entry.waiting, by: by, at: .now)
    let at = ISO8601DateFormatter().string(from: Date())
    for act in acts {
      let decision = BoundDecision(
        decision: Decision(act: act, by: by, why: why, at: at), sources: sources)
      try ledger.append(
        try StoredJSON(decision, version: 1), to: name, by: by, why: why, at: at)
    }
  }

  /// A document that was processed, whose files are still there.
  func known(_ name: String) throws -> (DocumentEntry, DocumentContext) {
    guard let entry = try ledger.document(named: name), let context = try entry.context else {
      throw ReviewError.noDocument(name, nearest: try nearestName(to: name))
    }
    if let missing = context.source.files.first(where: {
      !FileManager.default.fileExists(atPath: $0)
    }) {
      throw ReviewError.sourceMissing(missing)
    }
    return (entry, context)
  }

  /// A run that judges a document of that context again.
  func run(_ context: DocumentContext) -> Run {
    Run(
      RunSettings(
        pipeline: context.pipeline, readsText: true, makesThumbnails: true, output: context.output,
        jobs: 1, program: program, workerLog: nil, scope: .decided),
      ledger: ledger)
  }

  /// The report of a document as it was last written.
  public func report(of name: String) throws -> DocumentReport {
    guard let entry = try ledger.document(named: name), let context = try entry.context,
      let data = FileManager.default.contents(atPath: "\(context.output)/\(name)/report.json")
    else { throw ReviewError.noDocument(name, nearest: try nearestName(to: name)) }
    let report = try JSONDecoder().decode(Report.self, from: data)
    guard let document = report.documents.first else {
      throw ReviewError.noDocument(name, nearest: nil)
    }
    return document
  }

  private func nearestName(to name: String) throws -> String? {
    nearestWord(to: name, among: try ledger.documents().map(\.name))
  }
}

/// Why a document cannot be reviewed.
public enum ReviewError: Error, Sendable, Equatable {
  /// There is no document of that name; the nearest one there is.
  case noDocument(String, nearest: String?)
  /// The scan itself is no longer where it was.
  case sourceMissing(String)
  /// Nothing can begin on that page: it is the first, or there is no such page.
  case noSuchSplit(page: Int)
  /// The document that would be updated waits to be sent.
  case nothingToUpdate(String)
  /// The document is digitally signed and must stay as it is.
  case signed(String)
}

/// A decision and the scans on which it was made: other bytes under the same name are undecided.
struct BoundDecision: Sendable, Equatable, Codable {
  let decision: Decision
  let sources: [String]
}

extension Ledger {
  /// The decisions on these bytes of a document, oldest first.
  func decisions(of document: String, sources: [String]) throws -> [Decision] {
    try decisions(about: document).map { try $0.act.value(BoundDecision.self) }
      .filter { $0.sources == sources }.map(\.decision)
  }

  /// Every decision that was made on a document of that name, oldest first.
  public func allDecisions(of document: String) throws -> [Decision] {
    try decisions(about: document).map { try $0.act.value(BoundDecision.self).decision }
  }
}

extension DocumentEntry {
  /// The same document, waiting for a person's decision to be judged.
  var waiting: DocumentEntry {
    DocumentEntry(
      name: name, sources: sources, pipeline: pipeline, status: .review, judgement: judgement,
      record: record, hold: hold, error: error, outputs: outputs, updatedAt: .now)
  }
}
