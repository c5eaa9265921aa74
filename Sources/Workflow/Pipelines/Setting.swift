/// A value of a pipeline file before it is understood: what YAML can say, in file order.
indirect enum Setting: Sendable, Equatable {
  case map([(key: String, value: Setting)])
  case list([Setting])
  case text(String)
  case nothing

  static func == (left: Setting, right: Setting) -> Bool {
    switch (left, right) {
    case (.map(let a), .map(let b)): a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
    case (.list(let a), .list(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.nothing, .nothing): true
    default: false
    }
  }

  /// The setting with one value put at a dotted path, such as `rules.resolution.declared.review`.
  ///
  /// Rule names hold dots, so the longest key that is there already, or that `known` lists, wins.
  func setting(_ value: Setting, at path: String, known: Set<String>) -> Setting {
    var entries: [(key: String, value: Setting)] =
      if case .map(let entries) = self { entries } else { [] }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let keys = (1...parts.count).map { parts.prefix($0).joined(separator: ".") }
    let isKey = { (key: String) in known.contains(key) || entries.contains { $0.key == key } }
    let key = keys.last(where: isKey) ?? keys[0]
    let rest = String(path.dropFirst(key.count + 1))
    let index = entries.firstIndex { $0.key == key }
    let old = index.map { entries[$0].value } ?? .map([])
    let new = rest.isEmpty ? value : old.setting(value, at: rest, known: known)
    if let index { entries[index].value = new } else { entries.append((key, new)) }
    return .map(entries)
  }
}

/// Why a pipeline cannot be used: the key, what was found, and what would be right.
public struct PipelineError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// There is no such pipeline file.
    case noSuchPipeline(known: [String])
    /// The file is not YAML; the parser's words.
    case notYAML(String)
    /// The key is not known; the nearest known one.
    case unknownKey(nearest: String?)
    /// The key must be there.
    case missingKey
    /// The value is of the wrong kind; what would be right.
    case wrongValue(found: String, wanted: String)
  }

  /// The pipeline's name or file.
  public let pipeline: String
  /// The dotted path of the key, empty for the whole file.
  public let key: String
  /// What is wrong.
  public let problem: Problem
}

/// Reads one map of settings and remembers which keys were asked for.
struct SettingReader {
  let pipeline: String
  let path: String
  private let entries: [(key: String, value: Setting)]
  private var asked: [String] = []

  init(_ setting: Setting, pipeline: String, path: String) throws(PipelineError) {
    self.pipeline = pipeline
    self.path = path
    switch setting {
    case .map(let entries): self.entries = entries
    case .nothing: entries = []
    case .list, .text:
      throw PipelineError(
        pipeline: pipeline, key: path,
        problem: .wrongValue(found: setting.shortDescription, wanted: "key: value"))
    }
  }

  private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  mutating func setting(_ key: String) -> Setting? {
    asked.append(key)
    let value = entries.first { $0.key == key }?.value
    return value == .nothing ? nil : value
  }

  mutating func map(_ key: String) throws(PipelineError) -> SettingReader? {
    guard let value = setting(key) else { return nil }
    return try SettingReader(value, pipeline: pipeline, path: full(key))
  }

  mutating func text(_ key: String) throws(PipelineError) -> String? {
    guard let value = setting(key) else { return nil }
    guard case .text(let text) = value else { throw wrong(key, value, "text") }
    return text
  }

  mutating func requiredText(_ key: String) throws(PipelineError) -> String {
    guard let text = try text(key) else { throw missing(key) }
    return text
  }

  mutating func number(_ key: String) throws(PipelineError) -> Double? {
    guard let value = setting(key) else { return nil }
    guard case .text(let text) = value, let number = Double(text), number.isFinite else {
      throw wrong(key, value, "number")
    }
    return number
  }

  mutating func count(_ key: String, default fallback: Int) throws(PipelineError) -> Int {
    guard let value = setting(key) else { return fallback }
    guard case .text(let text) = value, let count = Int(text), count > 0 else {
      throw wrong(key, value, "1, 2, 3 …")
    }
    return count
  }

  mutating func flag(_ key: String, default fallback: Bool) throws(PipelineError) -> Bool {
    guard let value = setting(key) else { return fallback }
    guard case .text(let text) = value, let flag = Bool(text) else {
      throw wrong(key, value, "true | false")
    }
    return flag
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type, default fallback: Choice
  ) throws(PipelineError) -> Choice {
    guard let value = setting(key) else { return fallback }
    guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
      throw wrong(key, value, Choice.allCases.map(\.rawValue).joined(separator: " | "))
    }
    return choice
  }

  mutating func list(_ key: String) throws(PipelineError) -> [Setting]? {
    guard let value = setting(key) else { return nil }
    guard case .list(let list) = value else { throw wrong(key, value, "[ … ]") }
    return list
  }

  /// Every key of the map, for maps whose keys are data.
  var keys: [String] { entries.map(\.key) }

  /// Refuses keys that nobody asked for, naming the nearest one that somebody did.
  func finish() throws(PipelineError) {
    for entry in entries where !asked.contains(entry.key) {
      throw PipelineError(
        pipeline: pipeline, key: full(entry.key),
        problem: .unknownKey(nearest: nearestWord(to: entry.key, among: asked).map(full)))
    }
  }

  func missing(_ key: String) -> PipelineError {
    PipelineError(pipeline: pipeline, key: full(key), problem: .missingKey)
  }

  func wrong(_ key: String, _ found: Setting, _ wanted: String) -> PipelineError {
    PipelineError(
      pipeline: pipeline, key: full(key),
      problem: .wrongValue(found: found.shortDescription, wanted: wanted))
  }

  func unknown(_ key: String, among known: [String]) -> PipelineError {
    PipelineError(
      pipeline: pipeline, key: full(key),
      problem: .unknownKey(nearest: nearestWord(to: key, among: known).map(full)))
  }
}

extension Setting {
  var shortDescription: String {
    switch self {
    case .map: "{ … }"
    case .list: "[ … ]"
    case .text(let text): text
    case .nothing: "null"
    }
  }
}

/// The known word with the fewest edits, when at most half of its letters differ.
public func nearestWord(to word: String, among known: [String]) -> String? {
  let best = known.map { (word: $0, edits: edits(from: word, to: $0)) }.min { $0.edits < $1.edits }
  guard let best, best.edits * 2 <= max(best.word.count, word.count) else { return nil }
  return best.word
}

/// Levenshtein's distance between two words.
private func edits(from: String, to: String) -> Int {
  let (a, b) = (Array(from), Array(to))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == other ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[b.count]
}
