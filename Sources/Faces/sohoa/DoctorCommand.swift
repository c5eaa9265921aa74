import ArgumentParser
import Findings
import Foundation
import Workflow

/// `sohoa doctor`: is everything here?
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: say(
      "Xem máy này có đủ thành phần chưa: dữ liệu chữ Việt, thư viện, đĩa, giới hạn.",
      "Is everything here: language data, libraries, disk, limits."))

  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var stateOptions: StateOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let pipeline = try pipelineOptions.load()
    let store = PipelineStore(
      workingFolder: FileManager.default.currentDirectoryPath, programPath: programPath)
    let all = diagnoses(
      of: pipeline, pipelines: store.names, output: stateOptions.out ?? ".", program: programPath)
    for diagnosis in all {
      let mark = diagnosis.isHealthy ? "✓" : "✗"
      printResult(
        "\(mark) " + (diagnosis.subject)(language).padding(34) + diagnosis.detail(language))
    }
    if all.contains(where: { !$0.isHealthy }) { throw ExitStatus.missingDependency }
  }
}

