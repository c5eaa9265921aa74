import Archiving
import Digest
import Foundation
import Ingest
import Ledger

/// The results of steps that were done before, by a key that names everything they depend on.
///
/// A changed pipeline changes only the keys of the steps that depend on the change.
struct Journal {
  /// Nil for a check, which leaves nothing behind.
  let ledger: Ledger?

  /// Raised when a step gives another result for the same input.
  private static let versions = [Stage.survey: 2, .page: 21, .archive: 4]

  enum Stage: String {
    case survey, page, archive
  }

  /// The key of a step over everything it depends on.
  func key(_ stage: Stage, _ parts: [String]) -> String {
    let text = ([stage.rawValue, "\(Self.versions[stage] ?? 0)"] + parts).joined(
      separator: "\u{1F}")
    return SHA256.hex(of: Array(text.utf8))
  }

  /// The result of a step that was done, nil when it must be done.
  func result<Value: Decodable>(_ stage: Stage, _ key: String, as type: Value.Type) throws -> Value?
  {
    guard let data = try ledger?.result(stage: stage.rawValue, key: key) else { return nil }
    // A result of an older program that no longer decodes is simply done again.
    return try? JSONDecoder().decode(Value.self, from: data)
  }

  /// Remembers the result of a step; durable when the call returns.
  func record(_ stage: Stage, _ key: String, _ value: some Encodable) throws {
    try ledger?.record(stage: stage.rawValue, key: key, value: try jsonData(value))
  }

  /// A file as it stands on disk: another size or time means that it must be read again.
  func surveyKey(path: String, limits: IngestLimits) throws -> String? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil  // the survey itself says what is wrong with the file
    }
    let size = (attributes[.size] as? Int) ?? -1
    let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? -1
    return key(.survey, [path, "\(size)", "\(time)", try jsonLine(limits)])
  }

  /// What a survey found, nil when it must be done.
  func survey(_ key: String) throws -> Scan? { try result(.survey, key, as: Scan.self) }

  /// One page of a file under one way of reading.
  func pageKey(_ scan: Scan, index: Int, reading: ReadingSettings?) throws -> String {
    let way = reading.map { "\($0.languages)/\($0.seconds)/\($0.restores)" } ?? "none"
    return key(.page, [scan.fixity.sha256, "\(index)", way])
  }

  /// The PDF of a document: its scans, its pages among theirs, its text and what is said in it.
  func archiveKey(_ job: ArchiveJob) throws -> String {
    let texts = try job.text.map { try $0.map { SHA256.hex(of: Array(try jsonData($0))) } ?? "-" }
    let attached = job.attachment.map { [SHA256.hex(of: $0.bytes)] } ?? []
    let part = job.part.map { ["pages \($0.lowerBound)-\($0.upperBound)"] } ?? []
    return key(
      .archive,
      job.scans.map(\.fixity.sha256) + part + texts + [try jsonLine(job.metadata), job.level]
        + attached + [job.accessForm?.rawValue ?? "keep", try jsonLine(job.oldText)])
  }
}
