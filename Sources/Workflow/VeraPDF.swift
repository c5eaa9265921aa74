public import Archiving
public import Findings
import Foundation

/// Why veraPDF gave no verdict.
public enum VeraPDFFailure: Error, Sendable, Equatable {
  /// There is no program of that name on the search path.
  case missing
  /// It was stopped by the clock.
  case overdue(seconds: Int)
  /// It wrote more than a report of one file takes.
  case tooMuch
  /// It ended without a report that can be read; `code` is its exit code, nil when a signal ended it.
  case noReport(code: Int32?)

  /// What happened and what to do.
  public var message: Wording {
    switch self {
    case .missing: Message.veraPDFMissing
    case .overdue(let seconds): Message.veraPDFOverdue(seconds: seconds)
    case .tooMuch: Message.veraPDFTooMuch
    case .noReport(let code): Message.veraPDFWithoutReport(code: code)
    }
  }
}

/// veraPDF, found on the search path and run as a process with limits.
public struct VeraPDF: Sendable {
  private let program: String
  private let seconds: Int

  /// A JVM reserves far more addresses than it uses: its heap is bounded by `-Xmx`.
  private static let addressBytes = 12 << 30
  private static let heapMegabytes = 1_024
  /// One failed check for each of some hundred rules takes half a kilobyte.
  private static let mostBytes = 8 << 20

  /// Finds the program on `searchPath`, else on that of this process; `seconds` of the wall clock is what one file may take.
  ///
  /// Starting Java takes two seconds, and each thousand pages some minutes.
  public init(
    searchPath: String? = nil, seconds: Int = 600
  ) throws(VeraPDFFailure) {
    let searchPath = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = searchPath.split(separator: ":").map { "\($0)/verapdf" }.first(
      where: FileManager.default.isExecutableFile(atPath:))
    guard let found else { throw .missing }
    program = found
    self.seconds = seconds
  }

  /// What it says of a file at a level.
  public func report(onPDFAt path: String, level: String) throws(VeraPDFFailure) -> OutsideReport {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments =
      ["--signal=KILL", "\(seconds)", "prlimit", "--as=\(Self.addressBytes)", "--core=0", "--"]
      + [
        program, "--format", "mrr", "--maxfailuresdisplayed", "1", "--flavour", level.lowercased(),
      ]
      // It passes over files of other names unless told.
      + (path.lowercased().hasSuffix(".pdf") ? [] : ["--nonpdfext"])
      + [URL(fileURLWithPath: path).path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["JAVA_OPTS": "-Xmx\(Self.heapMegabytes)m"]) { $1 }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    // Its log lines would stand in the report.
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw .noReport(code: nil) }
    var bytes: [UInt8] = []
    // A pipe that breaks is the end; what came is judged below.
    while let chunk = try? output.fileHandleForReading.read(upToCount: 1 << 16), !chunk.isEmpty {
      guard bytes.count + chunk.count <= Self.mostBytes else {
        // `timeout` leads a group of its own, and what it started may not heed a milder signal.
        kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        throw .tooMuch
      }
      bytes += chunk
    }
    process.waitUntilExit()
    let status = process.terminationStatus
    // `timeout` sends its signal to its own group as well.
    let isKilled = process.terminationReason == .uncaughtSignal
    if isKilled && status == SIGKILL { throw .overdue(seconds: seconds) }
    // 0: meets the level, 1: does not; every other code is a failure, whatever was written before.
    guard !isKilled, [0, 1].contains(status), let report = OutsideReport(veraPDF: bytes) else {
      throw .noReport(code: isKilled ? nil : status)
    }
    return report
  }
}
