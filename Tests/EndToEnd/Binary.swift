import Foundation
import Testing

/// What one call of the program gave.
struct Outcome {
  let status: Int32
  let output: String
  let talk: String
}

/// The built program, driven as a person drives it.
enum Binary {
  /// The folder of the package, in which `Samples` and `Pipelines` lie.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The program stands beside the test bundle that SwiftPM runs.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("sohoa").path

  @discardableResult
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], program: String = path
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let folder = try TemporaryFolder()
    let (output, talk) = (folder.path + "/output", folder.path + "/talk")
    for file in [output, talk] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: talk)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      talk: try String(contentsOfFile: talk, encoding: .utf8))
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // The system clears its temporary folder when this fails.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Copies samples into the folder and gives their paths.
  func samples(_ names: String...) throws -> [String] {
    try names.map { name in
      let target = "\(path)/\(name)"
      try FileManager.default.copyItem(atPath: "\(Binary.root)/Samples/\(name)", toPath: target)
      return target
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}

/// The documents of a report that was written as JSON.
func documents(_ json: String) throws -> [[String: Any]] {
  let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
  return try #require(value?["documents"] as? [[String: Any]])
}
