import Findings
import Foundation
import ProcessLimits

/// How worker processes are started.
struct WorkerSettings: Sendable {
  /// The program, which is this one.
  let program: String
  /// What makes the program a worker.
  var arguments = ["worker"]
  /// The most memory a worker may take, in bytes.
  let memoryBytes: Int
  /// Where the workers' standard error goes; nil throws it away.
  let errorPath: String?
}

/// Worker processes, each with at most one job; one thread looks after all of them.
///
/// A worker that dies or hangs costs its own job only: it is taken down, its end is explained, and
/// a new one is started for the next job.
final class WorkerPool {
  private struct Busy {
    let child: ChildProcess
    let tag: Int
    let seconds: Int
    let deadline: ContinuousClock.Instant
  }

  private let settings: WorkerSettings
  private let size: Int
  private var idle: [ChildProcess] = []
  private var busy: [Busy] = []

  init(size: Int, settings: WorkerSettings) {
    // More workers than that help no machine, and poll takes 256 descriptors.
    self.size = min(max(1, size), 128)
    self.settings = settings
  }

  /// Whether another job can start now.
  var hasRoom: Bool { busy.count < size }
  /// Whether a job is under way.
  var isWorking: Bool { !busy.isEmpty }

  /// Starts a job.
  ///
  /// Throws when no worker process can be started.
  func start(_ job: Job, tag: Int, wallSeconds: Int) throws {
    let line = try jsonLine(job)
    // A worker that died while idle is found out here: a fresh one gets the job.
    for _ in 0..<size + 2 {
      guard let child = idle.popLast() ?? newWorker() else { break }
      if child.send(line: line) {
        let deadline = ContinuousClock.now.advanced(by: .seconds(wallSeconds))
        busy.append(Busy(child: child, tag: tag, seconds: wallSeconds, deadline: deadline))
        return
      }
      if child.waitForEnd().exitCode == 127 { break }
    }
    throw RunError.noWorker(program: settings.program)
  }

  /// Waits until a job ends.
  ///
  /// Call only while `isWorking`.
  ///
  /// Returns nil when `until` passes first or a signal interrupts the wait.
  func next(until: ContinuousClock.Instant? = nil) -> (tag: Int, end: JobEnd)? {
    let wake = busy.map(\.deadline).min() ?? ContinuousClock.now
    let limit = until.map { min($0, wake) } ?? wake
    let wait = ContinuousClock.now.duration(to: limit)
    let milliseconds = max(
      0, Int(wait.components.seconds * 1000 + wait.components.attoseconds / 1_000_000_000_000_000))
    let ready = ChildProcess.waitForAny(
      of: busy.map(\.child), milliseconds: min(milliseconds + 1, 60_000))
    for position in ready {
      let worker = busy[position]
      guard let lines = worker.child.receiveLines() else {
        busy.remove(at: position)
        return (worker.tag, .died(explain(worker.child.waitForEnd())))
      }
      guard let line = lines.first else { continue }
      busy.remove(at: position)
      guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)) else {
        // A worker that answers nonsense is not trusted with another job.
        worker.child.terminate()
        _ = explain(worker.child.waitForEnd())
        return (worker.tag, .died(Message.workerAnsweredNonsense))
      }
      idle.append(worker.child)
      return (worker.tag, .answer(answer))
    }
    if let position = busy.firstIndex(where: { $0.deadline <= .now }) {
      let worker = busy.remove(at: position)
      worker.child.terminate()
      _ = explain(worker.child.waitForEnd())
      return (worker.tag, .overdue(seconds: worker.seconds))
    }
    return nil
  }

  private func newWorker() -> ChildProcess? {
    var environment = ProcessInfo.processInfo.environment
    // Tesseract's OpenMP threads cost 3 to 5 times the processor time and cannot be limited from
    // inside the process: libgomp reads this when it is loaded.
    environment["OMP_THREAD_LIMIT"] = "1"
    // Pages come and go in blocks of megabytes: kept for the next page and in large pages of memory, the system
    // need not clear them anew, which is 7 % of judging a page's pixels. glibc reads this when it is loaded, too.
    let tunables = [
      environment["GLIBC_TUNABLES"], "glibc.malloc.mmap_threshold=33554432",
      "glibc.malloc.trim_threshold=268435456", "glibc.malloc.hugetlb=1",
    ]
    environment["GLIBC_TUNABLES"] = tunables.compactMap(\.self).joined(separator: ":")
    // A crash report of the Swift runtime takes seconds and nobody reads it here.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    return ChildProcess(
      path: settings.program,
      arguments: settings.arguments + ["--memory", "\(settings.memoryBytes)"],
      environment: environment, errorPath: settings.errorPath)
  }

  private func explain(_ end: ChildEnd) -> Wording {
    // Near the limit an allocation that fails ends the process, whatever the signal.
    if end.peakBytes * 10 > settings.memoryBytes * 8 {
      return Message.workerOutOfMemory(limit: settings.memoryBytes >> 20)
    }
    if let signal = end.signal { return Message.workerKilled(signal: signal) }
    return Message.workerEnded(code: end.exitCode ?? 0)
  }

  /// Ends every worker and waits for it.
  func shutDown() {
    for child in idle + busy.map(\.child) {
      child.terminate()
      _ = child.waitForEnd()
    }
    idle = []
    busy = []
  }
}
