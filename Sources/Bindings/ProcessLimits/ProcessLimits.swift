import CProcess
import Glibc

/// Makes this process die when the one that started it dies (prctl `PR_SET_PDEATHSIG`).
///
/// In a container whose first process is the supervisor the parent's id is 1, which looks like an
/// orphan; then the closed standard input ends the worker instead.
public func dieWithParent() {
  _ = cprocess_die_with_parent()
}

/// Limits the address space of this process, in bytes (setrlimit `RLIMIT_AS`).
///
/// Returns false when the system refuses, for example because a lower limit is already set.
@discardableResult
public func limit(memoryBytes: Int) -> Bool {
  cprocess_limit(0, UInt64(max(0, memoryBytes))) == 0
}

/// Whether a descriptor is a terminal (isatty).
public func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// The width of the terminal behind a descriptor in columns, 80 when it is none.
public func terminalColumns(_ descriptor: Int32) -> Int {
  let columns = Int(cprocess_terminal_columns(descriptor))
  return columns > 0 ? columns : 80
}

/// The name of the person who runs this process, as the system knows it; nil when it knows none.
public func loginName() -> String? {
  guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else {
    return nil
  }
  return unsafe String(cString: name)
}

/// An exclusive lock on a file; it ends with the value, or with the process however that ends.
public struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock without waiting; nil when another process has it (flock).
  public init?(path: String) {
    let descriptor = unsafe cprocess_lock(path)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

/// Makes writing to a closed pipe an error of the call instead of the end of the process.
public func ignoreClosedPipes() {
  signal(SIGPIPE, SIG_IGN)
}
