import Foundation

/// What a program of poppler prints on a file that may be hostile.
///
/// It runs in a process of its own with a minute of time and less memory than a worker may hold: no process can
/// raise a limit that it was given. Nil when it did not start, was stopped or printed more than `mostBytes`.
func output(
  ofProgram command: [String], environment: [String: String] = [:], mostBytes: Int
) -> (text: String, status: Int32)? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
  process.arguments =
    ["--signal=KILL", "60", "prlimit", "--as=\(1 << 30)", "--core=0", "--"] + command
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let output = Pipe()
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  do { try process.run() } catch { return nil }
  var bytes: [UInt8] = []
  var isTooLong = false
  // What follows the limit is read and thrown away, so that the child can end.
  while let chunk = try? output.fileHandleForReading.read(upToCount: 1 << 16), !chunk.isEmpty {
    isTooLong = isTooLong || bytes.count + chunk.count > mostBytes
    if !isTooLong { bytes += chunk }
  }
  process.waitUntilExit()
  guard process.terminationReason == .exit, !isTooLong else { return nil }
  return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
}
