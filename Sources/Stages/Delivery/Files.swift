import Glibc
import ProcessLimits

/// Reads a whole file.
func readFile(at path: String) throws(FileError) -> [UInt8] {
  let file = try OpenFile(path, O_RDONLY)
  let size = try file.size()
  return try file.read(size)
}

/// Writes a file and waits until the disk has it; the name may exist, its content is replaced.
func writeFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  let file = try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC)
  try file.write(bytes)
  try file.synchronize()
}

/// Waits until the disk has the names in a folder.
func synchronizeFolder(_ path: String) throws(FileError) {
  let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
  try folder.synchronize()
}

/// Gives a file its final name; a file that has the name already is never replaced.
func publish(_ temporary: String, as path: String) throws(FileError) {
  guard unsafe link(temporary, path) != 0 else {
    remove(temporary)
    return
  }
  let code = errno
  // File systems without hard links (FAT, some network shares).
  guard code == EPERM || code == EOPNOTSUPP || code == ENOSYS else { throw FileError(code) }
  if exists(path) { throw FileError(EEXIST) }
  guard unsafe rename(temporary, path) == 0 else { throw FileError(errno) }
}

/// Gives a file its final name in place of what has it.
func replace(_ path: String, with temporary: String) throws(FileError) {
  guard unsafe rename(temporary, path) == 0 else { throw FileError(errno) }
}

/// Removes a file; one that is not there is as good as removed.
func remove(_ path: String) { _ = unsafe unlink(path) }

/// Whether something has that name.
func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// A file descriptor (open(2)).
///
/// Threads: one at a time. Ownership: closed with the value. Errors: errno becomes `FileError`.
private struct OpenFile: ~Copyable {
  private let descriptor: Int32

  init(_ path: String, _ flags: Int32) throws(FileError) {
    let opened = unsafe open(path, flags | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw FileError(errno) }
    descriptor = opened
  }

  deinit { close(descriptor) }

  borrowing func size() throws(FileError) -> Int {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError(errno) }
    return Int(end)
  }

  borrowing func read(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got > 0 {
          filled += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = FileError(errno)
          break
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    if let code = writeWhole(bytes, to: descriptor) { throw FileError(code) }
  }

  borrowing func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(errno) }
  }
}

/// This process's number, for names that no other process uses at the same time.
var processNumber: Int32 { getpid() }
