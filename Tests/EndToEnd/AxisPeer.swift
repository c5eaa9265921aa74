import Foundation
import Testing

/// A simulated axis that runs while the value lives.
final class AxisPeer {
  let endpoint: String
  let folder: String
  private let process: Process

  /// Starts one; with the folder and port of another it goes on as that one.
  init(folder: String, port: String = "0", _ arguments: [String]) throws {
    self.folder = folder
    process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path).deletingLastPathComponent()
      .appendingPathComponent("axis-simulator")
    process.arguments = ["--state", folder, "--port", port, "--seconds", "120"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != 0x0A {
      let more = output.fileHandleForReading.readData(ofLength: 1)
      if more.isEmpty { break }
      line += more
    }
    endpoint = try #require(
      String(decoding: line, as: UTF8.self).split(separator: " ").last.map {
        $0.trimmingCharacters(in: .newlines)
      })
  }

  deinit { stop() }

  var port: String { endpoint.split(separator: ":").last.map(String.init) ?? "0" }

  func stop() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// What it has taken, one line a message.
  var accepted: [[String: Any]] {
    let text = (try? String(contentsOfFile: folder + "/accepted.jsonl", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
  }
}

/// An office with a queue of invented documents for a simulated axis.
struct Office {
  static let secret = "demo-secret"
  let out: String

  /// Fills the queue.
  init(out: String, endpoint: String, documents: Int, _ more: String...) throws {
    self.out = out
    let bench = URL(fileURLWithPath: Binary.path).deletingLastPathComponent()
      .appendingPathComponent("queue-bench").path
    let filled = try Binary.run(
      ["fill", "--out", out, "--endpoint", endpoint, "--documents", "\(documents)"] + more,
      program: bench)
    try #require(filled.status == 0, "\(filled.talk)")
  }

  func sohoa(_ arguments: String..., key: String = secret) throws -> Outcome {
    try sohoa(arguments, key: key)
  }

  func sohoa(_ arguments: [String], key: String = secret) throws -> Outcome {
    try Binary.run(
      arguments + ["--out", out, "--lang", "en"], environment: ["SOHOA_AXIS_KEY": key])
  }

  /// The ids in the queue.
  var ids: [String] {
    get throws {
      try sohoa("queue", "list").output.split(separator: "\n").map { String($0.prefix(12)) }
    }
  }

  /// Makes everything due at once and sends it.
  func sendAgain() throws -> Outcome {
    for id in try ids {
      _ = try sohoa("queue", "retry", id, "--by", "test", "--why", "now")
    }
    return try sohoa("queue", "send", "--once")
  }
}
