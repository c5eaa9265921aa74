import CProcess
import Glibc

/// How a child process ended.
public struct ChildEnd: Sendable, Equatable {
  /// The exit code; nil when a signal ended it.
  public let exitCode: Int?
  /// The signal that ended it; nil when it ended by itself.
  public let signal: Int?
  /// The most memory it held at once, in bytes.
  public let peakBytes: Int
}

/// A child process with a pipe to its standard input and one from its standard output.
///
/// Threads: one at a time. Ownership: the pipes are closed and the child is killed and taken with
/// the value. Errors: starting can fail with an errno; a closed pipe reads as the end.
@safe public final class ChildProcess {
  /// The process id.
  public let id: Int32
  /// The descriptor to wait on; readable when there is output or the child has ended.
  public let output: Int32
  private let input: Int32
  private var pending: [UInt8] = []
  private var ended: ChildEnd?

  /// Starts a program; nil when the system refuses (posix_spawn).
  public init?(
    path: String, arguments: [String], environment: [String: String], errorPath: String?
  ) {
    let argv = CStrings([path] + arguments)
    let envp = CStrings(
      environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    var pid: pid_t = 0
    var toChild: Int32 = -1
    var fromChild: Int32 = -1
    let failure = unsafe argv.withPointers { argv in
      unsafe envp.withPointers { envp in
        if let errorPath {
          unsafe cspawn(path, argv, envp, errorPath, &pid, &toChild, &fromChild)
        } else {
          unsafe cspawn(path, argv, envp, nil, &pid, &toChild, &fromChild)
        }
      }
    }
    guard failure == 0 else { return nil }
    id = pid
    input = toChild
    output = fromChild
  }

  deinit {
    if ended == nil {
      kill(id, SIGKILL)
      var status: Int32 = 0
      var peak = 0
      _ = unsafe creap(id, 1, &status, &peak)
    }
    close(input)
    close(output)
  }

  /// Sends one line; false when the child no longer reads.
  public func send(line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(input, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      sent += count
    }
    return true
  }

  /// Reads what is there; the whole lines so far, or nil when the child has closed its output.
  public func receiveLines() -> [String]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe read(output, buffer.baseAddress, buffer.count)
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? [] : nil }
    if count == 0 { return nil }
    pending.append(contentsOf: chunk[0..<count])
    guard let last = pending.lastIndex(of: 10) else { return [] }
    let whole = pending[..<last]
    let lines = whole.split(separator: 10, omittingEmptySubsequences: true).map {
      String(decoding: $0, as: UTF8.self)
    }
    pending.removeSubrange(...last)
    return lines
  }

  /// Kills it at once (SIGKILL).
  public func terminate() { kill(id, SIGKILL) }

  /// Waits until it has ended and says how.
  public func waitForEnd() -> ChildEnd {
    if let ended { return ended }
    var status: Int32 = 0
    var peak = 0
    _ = unsafe creap(id, 1, &status, &peak)
    let code = Int(cexit_code(status))
    let signal = Int(cexit_signal(status))
    let end = ChildEnd(
      exitCode: code < 0 ? nil : code, signal: signal == 0 ? nil : signal, peakBytes: peak * 1024)
    ended = end
    return end
  }

  /// Waits for output of any of the children; the positions of those that have some or have ended.
  public static func waitForAny(of children: [ChildProcess], milliseconds: Int) -> [Int] {
    let descriptors = children.map(\.output)
    var ready = [Int32](repeating: 0, count: children.count)
    let found = unsafe cpoll(descriptors, Int32(children.count), Int32(milliseconds), &ready)
    return found > 0 ? ready.indices.filter { ready[$0] != 0 } : []
  }
}

/// A C array of C strings that lives as long as the value.
@safe private struct CStrings: ~Copyable {
  private let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    unsafe pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
  }

  deinit {
    for unsafe pointer in unsafe pointers { unsafe free(pointer) }
  }

  func withPointers<Result>(
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    unsafe pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty: it ends in nil") }
      return unsafe body(base)
    }
  }
}
