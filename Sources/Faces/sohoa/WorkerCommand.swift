import ArgumentParser
import Workflow

/// `sohoa worker`: a worker process, started by the others.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: say(
      "Tiến trình xử lý (do run và check khởi động).", "A worker process (started by run and check)."),
    shouldDisplay: false)

  @Option(help: .hidden) var memory: Int

  func run() throws {
    var worker = Worker(memoryBytes: memory)
    try worker.run()
  }
}
