import Findings
import Foundation
import Testing

@testable import Workflow

/// A stand-in for the worker program: a shell script that misbehaves in one way.
private final class FaultEngine {
  let path: String

  init(_ script: String) throws {
    path = NSTemporaryDirectory() + "sohoa-engine-\(UUID().uuidString).sh"
    try Data("\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit {
    // The system clears its temporary folder when this fails.
    try? FileManager.default.removeItem(atPath: path)
  }

  func pool(size: Int = 1) -> WorkerPool {
    WorkerPool(
      size: size,
      settings: WorkerSettings(
        program: "/bin/sh", arguments: [path], memoryBytes: 1 << 30, errorPath: nil))
  }
}

private func end(of engine: FaultEngine, wallSeconds: Int = 30) throws -> JobEnd? {
  let pool = engine.pool()
  defer { pool.shutDown() }
  try pool.start(.probe(languages: "vie"), tag: 7, wallSeconds: wallSeconds)
  while pool.isWorking {
    if let (tag, end) = pool.next() {
      #expect(tag == 7)
      return end
    }
  }
  return nil
}

@Test func `a worker that answers is believed`() throws {
  let engine = try FaultEngine(#"while read line; do echo '{"ready":{}}'; done"#)
  guard case .answer(.ready) = try end(of: engine) else {
    Issue.record("expected an answer")
    return
  }
}

@Test func `a worker that is killed costs its job and is explained by its signal`() throws {
  guard case .died(let why) = try end(of: FaultEngine("read line; kill -9 $$")) else {
    Issue.record("expected a death")
    return
  }
  #expect(why.en.contains("signal 9"))
}

@Test func `a worker that ends by itself is explained by its exit code`() throws {
  guard case .died(let why) = try end(of: FaultEngine("read line; exit 3")) else {
    Issue.record("expected a death")
    return
  }
  #expect(why.en.contains("code 3"))
}

@Test func `a worker that answers nonsense is not believed`() throws {
  guard case .died(let why) = try end(of: FaultEngine("read line; echo '{\"no\": 1'; sleep 60"))
  else {
    Issue.record("expected a death")
    return
  }
  #expect(why == Message.workerAnsweredNonsense)
}

@Test func `a worker that hangs is stopped by the wall clock`() throws {
  guard case .overdue(let seconds) = try end(of: FaultEngine("read line; sleep 60"), wallSeconds: 1)
  else {
    Issue.record("expected to be overdue")
    return
  }
  #expect(seconds == 1)
}

@Test func `after a death the next job gets a fresh worker`() throws {
  let marker = NSTemporaryDirectory() + "sohoa-marker-\(UUID().uuidString)"
  let engine = try FaultEngine(
    "read line; if [ ! -e \(marker) ]; then touch \(marker); kill -9 $$; fi; echo '{\"ready\":{}}'; read line"
  )
  let pool = engine.pool()
  defer { pool.shutDown() }
  var ends: [String] = []
  for tag in 0..<2 {
    try pool.start(.probe(languages: "vie"), tag: tag, wallSeconds: 30)
    while pool.isWorking {
      guard let (_, end) = pool.next() else { continue }
      switch end {
      case .died: ends.append("died")
      case .answer: ends.append("answered")
      case .overdue: ends.append("overdue")
      }
    }
  }
  #expect(ends == ["died", "answered"])
}

@Test func `a program that is not there is an error, not a wait`() {
  let pool = WorkerPool(
    size: 1,
    settings: WorkerSettings(program: "/nowhere/sohoa", memoryBytes: 1 << 30, errorPath: nil))
  #expect(throws: RunError.noWorker(program: "/nowhere/sohoa")) {
    try pool.start(.probe(languages: "vie"), tag: 0, wallSeconds: 1)
  }
}

@Test func `jobs run side by side up to the size of the pool`() throws {
  let engine = try FaultEngine(#"while read line; do echo '{"ready":{}}'; done"#)
  let pool = engine.pool(size: 2)
  defer { pool.shutDown() }
  try pool.start(.probe(languages: "vie"), tag: 1, wallSeconds: 30)
  #expect(pool.hasRoom)
  try pool.start(.probe(languages: "vie"), tag: 2, wallSeconds: 30)
  #expect(!pool.hasRoom)
  var tags: Set<Int> = []
  while pool.isWorking { if let (tag, _) = pool.next() { tags.insert(tag) } }
  #expect(tags == [1, 2])
}
