import Digest
import Foundation
import Ingest

/// A file that is written beside its final place and moved there when it is complete.
struct PartialFile: ~Copyable {
  /// Where the file is written.
  let path: String
  private let target: String

  /// Chooses a hidden name in the same folder: a move within a folder is atomic.
  init(for target: String) {
    let url = URL(fileURLWithPath: target)
    let process = ProcessInfo.processInfo.processIdentifier
    self.target = target
    let folder = url.deletingLastPathComponent()
    path = folder.appendingPathComponent(".\(url.lastPathComponent).\(process).part").path
    // A worker that was killed left its own; a document is in the hands of one worker only.
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for entry in entries
    where entry.hasPrefix(".\(url.lastPathComponent).") && entry.hasSuffix(".part") {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(entry))
    }
  }

  // What was not published is of no use; a leftover of a killed process is swept by the next.
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Whether a file of so many bytes fits on the disk; true when the system does not say.
  private func hasRoom(for bytes: Int) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    return (facts?[.systemFreeSize] as? Int).map { $0 > bytes } ?? true
  }

  /// Refuses to start on a disk that is too small, before a page is read.
  func requireRoom(for bytes: Int) throws(ArchivingError) {
    guard hasRoom(for: bytes) else {
      throw ArchivingError(
        .outputUnwritable, file: fileName(target), found: "the disk has no room for \(bytes) bytes")
    }
  }

  /// A disk that filled up while the file was written: its last bytes are missing, and whatever reads it
  /// finds it damaged.
  func blamingFullDisk(_ error: ArchivingError) -> ArchivingError {
    guard [.notReadable, .notLossless].contains(error.code), !hasRoom(for: 1 << 16) else {
      return error
    }
    return ArchivingError(.outputUnwritable, file: fileName(target), found: "the disk is full")
  }

  /// Copies a file in chunks; its bytes must still be those that were read before.
  func fill(from source: String, expecting fixity: Fixity) throws(ArchivingError) {
    var digest = SHA256()
    do {
      try Data().write(to: URL(fileURLWithPath: path))
      let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
      let output = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      while let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty {
        digest.update([UInt8](chunk))
        try output.write(contentsOf: chunk)
      }
      try output.close()
    } catch {
      throw ArchivingError(.outputUnwritable, file: fileName(target), found: "copying failed")
    }
    guard digest.hex() == fixity.sha256 else {
      throw ArchivingError(
        .sourceUnreadable, file: fileName(source), found: "changed since it was read")
    }
  }

  /// Puts the bytes on the disk and the file in its place.
  func publish() throws(ArchivingError) {
    do {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try file.synchronize()
      try file.close()
    } catch {
      throw ArchivingError(.outputUnwritable, file: fileName(target), found: "not on the disk")
    }
    guard unsafe rename(path, target) == 0 else {
      throw ArchivingError(.outputUnwritable, file: fileName(target), found: "errno \(errno)")
    }
    // The name itself is safe once the folder is on the disk too; some file systems refuse, and
    // then the name is as safe as they make it.
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    let handle = unsafe open(folder, O_RDONLY | O_DIRECTORY)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}

/// The last part of a path: reports name files, not folders.
func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
