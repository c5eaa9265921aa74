import Foundation

/// Where pipelines are found: files first, then the `Pipelines` folders near the work and program.
public struct PipelineStore: Sendable {
  /// The folders that are searched, in order.
  public let folders: [String]

  /// Searches `Pipelines` in the working folder, then beside the program and its parents.
  public init(workingFolder: String, programPath: String) {
    var folders = [workingFolder + "/Pipelines"]
    var folder = URL(fileURLWithPath: programPath).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    for _ in 0..<5 where folder.path != "/" {
      folders.append(folder.appendingPathComponent("Pipelines").path)
      folders.append(folder.appendingPathComponent("share/sohoa/Pipelines").path)
      folder = folder.deletingLastPathComponent()
    }
    self.folders = folders.filter { FileManager.default.fileExists(atPath: $0) }
  }

  /// The names of the pipelines that are there, in alphabetical order.
  public var names: [String] {
    let files = folders.flatMap { folder in
      // A folder that cannot be listed holds no pipeline for us; asking for one by name says so.
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    return Set(files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }).sorted()
  }

  /// Loads a pipeline by name or file, with overrides.
  public func pipeline(
    _ nameOrFile: String, overrides: [Override]
  ) throws(PipelineError) -> Pipeline {
    let isFile = nameOrFile.contains("/") || nameOrFile.hasSuffix(".yml")
    let files = isFile ? [nameOrFile] : folders.map { "\($0)/\(nameOrFile).yml" }
    guard let file = files.first(where: FileManager.default.fileExists(atPath:)),
      let data = FileManager.default.contents(atPath: file)
    else {
      throw PipelineError(
        pipeline: nameOrFile, key: "", problem: .noSuchPipeline(known: names))
    }
    return try Pipeline(
      yaml: String(decoding: data, as: UTF8.self),
      name: URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent,
      overrides: overrides)
  }
}
