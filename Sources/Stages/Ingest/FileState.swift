import Digest
import Glibc

/// What the file system says of a regular file.
struct FileState: Equatable {
  let byteCount: Int
  /// Seconds since 1970.
  let changedAt: Double

  /// Looks at a file; anything but a regular file is unreadable.
  init(of path: String) throws(IngestError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw IngestError(.unreadable, file: path, found: lastError())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      throw IngestError(
        .unreadable, file: path, found: isDirectory ? "a directory" : "not a regular file")
    }
    byteCount = Int(status.st_size)
    changedAt = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
  }

  /// Whether it was changed less than some seconds before a time; clocks ahead count as young.
  func isYounger(than seconds: Double, at now: Double) -> Bool { now - changedAt < seconds }
}

/// How a file that looks unfinished is looked at again.
package struct GrowthProbe: Sendable {
  /// Seconds since 1970.
  package let now: @Sendable () -> Double
  /// Lets a writer go on for about a second.
  package let wait: @Sendable () -> Void

  package init(now: @escaping @Sendable () -> Double, wait: @escaping @Sendable () -> Void) {
    self.now = now
    self.wait = wait
  }

  /// The machine's clock, and a second of sleep.
  package static let system = GrowthProbe(
    now: {
      var time = timespec()
      _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    },
    wait: { _ = usleep(1_000_000) })
}

/// Digest and length of the bytes that can be read now.
func fixity(of path: String) throws(IngestError) -> Fixity {
  var digest = SHA256()
  var count = 0
  try readFile(path) { chunk in
    digest.update(Array(chunk))
    count += chunk.count
    return true
  }
  return Fixity(sha256: digest.hex(), byteCount: count)
}

/// The first bytes of a file, fewer when it is shorter.
func firstBytes(_ count: Int, of path: String) throws(IngestError) -> [UInt8] {
  var bytes: [UInt8] = []
  try readFile(path) { chunk in
    bytes.append(contentsOf: chunk.prefix(count - bytes.count))
    return bytes.count < count
  }
  return bytes
}

/// All bytes of a file; its size was checked by the caller.
func allBytes(of path: String) throws(IngestError) -> [UInt8] {
  var bytes: [UInt8] = []
  try readFile(path) { chunk in
    bytes.append(contentsOf: chunk)
    return true
  }
  return bytes
}

/// Reads a file in pieces of a mebibyte until the end, or until `take` answers false.
private func readFile(
  _ path: String, _ take: (ArraySlice<UInt8>) -> Bool
) throws(IngestError) {
  // A pipe in the place of a file must not block us.
  let handle = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard handle >= 0 else { throw IngestError(.unreadable, file: path, found: lastError()) }
  defer { close(handle) }
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = unsafe read(handle, &buffer, buffer.count)
    if count == 0 { return }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { throw IngestError(.unreadable, file: path, found: lastError()) }
    guard take(buffer[..<count]) else { return }
  }
}

private func lastError() -> String {
  let number = errno
  return unsafe String(cString: strerror(number))
}
