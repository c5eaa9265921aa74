import Foundation
import Testing

@testable import Workflow

@Suite struct `A program called verapdf` {
  func run(_ script: String, seconds: Int) throws -> VeraPDFFailure? {
    let folder = NSTemporaryDirectory() + "verapdf-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let program = folder + "/verapdf"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    do throws(VeraPDFFailure) {
      let outside = try VeraPDF(searchPath: folder, seconds: seconds)
      _ = try outside.report(onPDFAt: folder + "/a.pdf", level: "2U")
      return nil
    } catch {
      return error
    }
  }

  @Test func `that hangs is stopped with its children`() throws {
    let start = ContinuousClock.now
    #expect(try run("sleep 60 & sleep 60", seconds: 1) == .overdue(seconds: 1))
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func `that never stops writing is stopped`() throws {
    let start = ContinuousClock.now
    #expect(try run("yes", seconds: 60) == .tooMuch)
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test func `that is not there is missing`() {
    #expect(throws: VeraPDFFailure.missing) { try VeraPDF(searchPath: "/nonexistent") }
  }
}
