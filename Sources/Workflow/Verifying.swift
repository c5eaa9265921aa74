public import Archiving
public import Findings

/// Why a PDF could not be checked.
public struct VerifyFailure: Error, Sendable, Equatable {
  /// What happened.
  public let message: Wording
}

/// How a PDF stands to one level of PDF/A.
public struct Verification: Sendable, Equatable {
  /// The level that it was checked against, such as `2U`.
  public let level: String
  /// One result for each rule of the level.
  public let results: [ConformanceResult]
}

/// Checks a PDF against the rules of PDF/A in a worker, since the file may be hostile.
///
/// Without a `level` the one that the file claims is checked, and 2u when it claims none.
public func verify(
  pdf path: String, level: ConformanceLevel?, program: String
) -> Result<Verification, VerifyFailure> {
  let pool = WorkerPool(
    size: 1, settings: WorkerSettings(program: program, memoryBytes: 1400 << 20, errorPath: nil))
  defer { pool.shutDown() }
  do {
    try pool.start(.verify(path: path, level: level?.name), tag: 0, wallSeconds: 600)
  } catch {
    return .failure(VerifyFailure(message: Message.noWorker))
  }
  while true {
    guard let (_, end) = pool.next() else { continue }
    switch end {
    case .answer(.verify(let level, let results)):
      return .success(Verification(level: level, results: results))
    case .answer(.unreadable(let error)): return .failure(VerifyFailure(message: error.message))
    case .answer(.failed(let text)):
      return .failure(VerifyFailure(message: Wording(vi: text, en: text)))
    case .answer: return .failure(VerifyFailure(message: Message.workerAnsweredNonsense))
    case .died(let why): return .failure(VerifyFailure(message: why))
    case .overdue(let seconds):
      return .failure(VerifyFailure(message: Message.overdue(seconds: seconds)))
    }
  }
}
