import Glibc

/// A system call on a file that failed.
struct FileError: Error, Equatable {
  let code: Int32

  init(_ code: Int32) { self.code = code }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  var isThere: Bool { code == EEXIST }

  /// The system's own short text.
  var reason: String { unsafe String(cString: strerror(code)) }
}
