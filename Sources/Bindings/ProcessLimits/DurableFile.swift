import Glibc

/// Why a file could not be written whole.
public struct DurableFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The system call that failed.
  public let call: String
  /// The system's error number.
  public let code: Int32

  /// What failed and why, in the system's words.
  public var description: String {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    return "\(call): \(reason)"
  }
}

/// Writes a file so that after a crash it is either the old one or the new one, never a part.
///
/// A temporary file beside it is written, synced and renamed, then the folder is synced.
/// Throws `DurableFileError`; the temporary file does not stay behind after an error.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(DurableFileError) {
  // One name a file: what a kill leaves behind is overwritten when the file is written again.
  let temporary = path + ".tmp"
  let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw DurableFileError(path: path, call: "open", code: errno) }
  var failure = writeWhole(bytes, to: file).map {
    DurableFileError(path: path, call: "write", code: $0)
  }
  if failure == nil, fsync(file) != 0 {
    failure = DurableFileError(path: path, call: "fsync", code: errno)
  }
  close(file)
  if failure == nil, unsafe rename(temporary, path) != 0 {
    failure = DurableFileError(path: path, call: "rename", code: errno)
  }
  if let failure {
    unsafe unlink(temporary)
    throw failure
  }
  syncFolder(ofFile: path)
}

/// Writes all bytes to an open file, however many calls of write(2) it takes.
///
/// Returns the system's error number, nil when all of them are written.
public func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// Makes a rename in a folder durable (fsync of the folder).
///
/// Some file systems cannot sync a folder; the rename is then as durable as they make it.
private func syncFolder(ofFile path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// A file that is written in pieces and takes its place only when it is whole and on the disk.
///
/// Until `publish` the file that was there before stays as it is; what was not published is removed.
public struct DurableFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var temporary: String { path + ".tmp" }

  /// Opens a temporary file beside the target.
  public init(path: String) throws(DurableFileError) {
    self.path = path
    descriptor = unsafe open(path + ".tmp", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DurableFileError(path: path, call: "open", code: errno) }
  }

  deinit {
    close(descriptor)
    // After `publish` there is no such file any more.
    unsafe unlink(path + ".tmp")
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(DurableFileError) {
    if let code = writeWhole(bytes, to: descriptor) {
      throw DurableFileError(path: path, call: "write", code: code)
    }
  }

  /// Puts the bytes on the disk and the file in its place.
  public func publish() throws(DurableFileError) {
    guard fsync(descriptor) == 0 else {
      throw DurableFileError(path: path, call: "fsync", code: errno)
    }
    guard unsafe rename(temporary, path) == 0 else {
      throw DurableFileError(path: path, call: "rename", code: errno)
    }
    syncFolder(ofFile: path)
  }
}
