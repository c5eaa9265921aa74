import FoundationEssentials

/// A file that is gone when the test is over.
final class Scratch: Sendable {
  let path: String

  init(_ bytes: [UInt8]? = nil, named name: String = "scan") throws {
    path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())-\(name)").path
    if let bytes { try write(bytes) }
  }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  deinit {
    // A left-over file harms nobody.
    try? FileManager.default.removeItem(atPath: path)
  }
}
