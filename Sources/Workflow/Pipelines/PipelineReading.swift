import Archiving
import Delivery
import Extraction
import Findings
import Foundation
import Ingest
import Inspection
import Packaging
import Yams

extension Pipeline {
  /// Reads a pipeline from YAML text, with overrides `key=value` applied first.
  ///
  /// Throws `PipelineError` for a key that is unknown, missing or of the wrong kind.
  package init(yaml: String, name fileName: String, overrides: [Override] = [])
    throws(PipelineError)
  {
    var setting = try Self.settings(yaml: yaml, name: fileName)
    let ruleNames = Set(Rule.all.map(\.id.rawValue))
    for override in overrides {
      let value = try Self.settings(yaml: override.value, name: fileName)
      setting = setting.setting(value, at: override.key, known: ruleNames)
    }
    var reader = try SettingReader(setting, pipeline: fileName, path: "")
    name = try reader.text("name") ?? fileName
    title = try Self.wording(&reader, "title") ?? Wording(vi: fileName, en: fileName)
    grouping = Grouping(
      kind: try reader.choice("document", of: Grouping.Kind.self, default: .file),
      pattern: try reader.text("pattern"))
    if grouping.kind == .pattern, grouping.pattern == nil { throw reader.missing("pattern") }
    reading = try Self.reading(&reader)
    limits = try Self.limits(&reader)
    profile = try Self.profile(&reader)
    lanes = try Self.lanes(&reader)
    (archiveLevel, accessForm, oldText) = try Self.archive(&reader)
    package = try Self.package(&reader)
    destination = try Self.destination(&reader)
    retry = try Self.retry(&reader)
    holidays = try Self.holidays(&reader)
    if package != nil, archiveLevel == nil {
      throw reader.wrong("archive.level", .text("none"), "2u (package.kind: edxml)")
    }
    try reader.finish()
  }

  private static func settings(yaml: String, name: String) throws(PipelineError) -> Setting {
    do {
      return try Yams.compose(yaml: yaml).map(Setting.init(node:)) ?? .nothing
    } catch {
      throw PipelineError(pipeline: name, key: "", problem: .notYAML("\(error)"))
    }
  }

  private static func wording(
    _ reader: inout SettingReader, _ key: String
  ) throws(PipelineError) -> Wording? {
    guard var map = try reader.map(key) else { return nil }
    let wording = Wording(vi: try map.requiredText("vi"), en: try map.requiredText("en"))
    try map.finish()
    return wording
  }

  private static func reading(_ reader: inout SettingReader) throws(PipelineError)
    -> ReadingSettings
  {
    guard var map = try reader.map("ocr") else { throw reader.missing("ocr") }
    let settings = ReadingSettings(
      languages: try map.text("languages") ?? "vie",
      seconds: try map.count("seconds", default: 60),
      memoryMegabytes: try map.count("memoryMegabytes", default: 1400),
      restores: try map.flag("restore", default: true))
    try map.finish()
    return settings
  }

  private static func limits(_ reader: inout SettingReader) throws(PipelineError) -> IngestLimits {
    guard var map = try reader.map("limits") else { throw reader.missing("limits") }
    let limits = IngestLimits(
      bytes: try map.count("megabytes", default: 200) << 20,
      pages: try map.count("pages", default: 500),
      megapixels: try map.count("megapixels", default: 150))
    try map.finish()
    return limits
  }

  private static func profile(_ reader: inout SettingReader) throws(PipelineError) -> Profile {
    guard var map = try reader.map("rules") else { throw reader.missing("rules") }
    var limits: [RuleID: Limits] = [:]
    for key in map.keys {
      let known = Rule.all.map(\.id.rawValue)
      guard let rule = Rule.all.first(where: { $0.id.rawValue == key }) else {
        throw map.unknown(key, among: known)
      }
      guard var steps = try map.map(key) else { continue }
      if rule.direction == .fact {
        guard let fact = steps.setting("fact") else { throw steps.missing("fact") }
        guard case .text(let text) = fact, let severity = Severity(rawValue: text) else {
          throw steps.wrong(
            "fact", fact, Severity.allCases.map(\.rawValue).joined(separator: " | "))
        }
        limits[rule.id] = Limits(fact: severity)
      } else {
        limits[rule.id] = Limits(
          info: try steps.number("info"), review: try steps.number("review"),
          reject: try steps.number("reject"))
      }
      try steps.finish()
    }
    return Profile(limits: limits)
  }

  private static func lanes(_ reader: inout SettingReader) throws(PipelineError) -> LaneLimits {
    let standard = LaneLimits.standard
    guard var map = try reader.map("lanes") else { return standard }
    let lanes = LaneLimits(
      accept: try map.number("accept") ?? standard.accept,
      confirm: try map.number("confirm") ?? standard.confirm,
      isCalibrated: try map.flag("calibrated", default: true))
    guard (0...1).contains(lanes.confirm), lanes.confirm <= lanes.accept, lanes.accept <= 1 else {
      throw map.wrong(
        "accept", .text("confirm: \(lanes.confirm), accept: \(lanes.accept)"),
        "0 ≤ confirm ≤ accept ≤ 1")
    }
    try map.finish()
    return lanes
  }

  private static func archive(
    _ reader: inout SettingReader
  ) throws(PipelineError) -> (level: String?, access: AccessForm?, oldText: OldTextLimits) {
    guard var map = try reader.map("archive") else { return (nil, nil, .standard) }
    enum Level: String, CaseIterable {
      case level1b = "1b"
      case level2b = "2b"
      case level2u = "2u"
      case level3b = "3b"
      case level3u = "3u"
      case none
    }
    let level = try map.choice("level", of: Level.self, default: .level2u)
    enum Images: String, CaseIterable {
      case keep, recompress, mrc
    }
    let images = try map.choice("images", of: Images.self, default: .keep)
    let old = try oldText(&map)
    try map.finish()
    guard level != .none else { return (nil, nil, old) }
    return (level.rawValue, AccessForm(rawValue: images.rawValue), old)
  }

  private static func oldText(_ reader: inout SettingReader) throws(PipelineError) -> OldTextLimits
  {
    let standard = OldTextLimits.standard
    guard var map = try reader.map("oldText") else { return standard }
    let limits = OldTextLimits(
      agreement: try map.number("agreement") ?? standard.agreement,
      coverage: try map.number("coverage") ?? standard.coverage,
      confidence: try map.number("confidence") ?? standard.confidence)
    for (key, value, most) in [
      ("agreement", limits.agreement, 1.0), ("coverage", limits.coverage, 1),
      ("confidence", limits.confidence, 100),
    ] where !(0...most).contains(value) {
      throw map.wrong(key, .text("\(value)"), "0 … \(Int(most))")
    }
    try map.finish()
    return limits
  }

  private static func package(_ reader: inout SettingReader) throws(PipelineError)
    -> PackageSettings?
  {
    guard var map = try reader.map("package") else { return nil }
    enum Kind: String, CaseIterable {
      case edxml
      case none
    }
    let kind = try map.choice("kind", of: Kind.self, default: .edxml)
    let from = try map.map("from")
    let receivers = try map.list("to")
    let required = try fieldNames(&map, "required")
    let confirmed = try fieldNames(&map, "confirmed")
    let envelope = EnvelopeSettings(
      limitBytes: try map.count("megabytes", default: 50) * 1_000_000,
      signature: try map.choice(
        "signature", of: EnvelopeSettings.SignatureRule.self, default: .optional))
    try map.finish()
    guard kind == .edxml else { return nil }
    guard let from else { throw map.missing("from") }
    // An empty list must be written: every document waits until a person says who gets it.
    guard let receivers else { throw map.missing("to") }
    var to: [Agency] = []
    for (index, receiver) in receivers.enumerated() {
      let path = "package.to[\(index)]"
      to.append(
        try agency(SettingReader(receiver, pipeline: reader.pipeline, path: path)))
    }
    return PackageSettings(
      from: try agency(from), to: to,
      sending: SendingRequirements(required: required, confirmed: confirmed),
      envelope: envelope)
  }

  private static func fieldNames(
    _ map: inout SettingReader, _ key: String
  ) throws(PipelineError) -> [FieldName] {
    var names: [FieldName] = []
    for setting in try map.list(key) ?? [] {
      guard case .text(let text) = setting, let name = FieldName(rawValue: text) else {
        let known = FieldName.allCases.map(\.rawValue)
        throw map.wrong(key, setting, known.joined(separator: " | "))
      }
      names.append(name)
    }
    return names
  }

  private static func agency(_ source: SettingReader) throws(PipelineError) -> Agency {
    var map = source
    let agency = Agency(
      id: try map.requiredText("id"), name: try map.requiredText("name"),
      inCharge: try map.text("inCharge"), address: try map.text("address"),
      email: try map.text("email"), telephone: try map.text("telephone"),
      fax: try map.text("fax"), website: try map.text("website"))
    try map.finish()
    return agency
  }

  private static func destination(_ reader: inout SettingReader) throws(PipelineError)
    -> DestinationSettings?
  {
    guard var map = try reader.map("destination") else { return nil }
    let settings = try DestinationSettings(&map)
    try map.finish()
    return settings
  }

  private static func retry(_ reader: inout SettingReader) throws(PipelineError) -> RetryPolicy {
    let standard = RetryPolicy.standard
    guard var map = try reader.map("retry") else { return standard }
    let policy = RetryPolicy(
      firstDelaySeconds: try map.count("firstSeconds", default: standard.firstDelaySeconds),
      factor: standard.factor,
      longestDelaySeconds: try map.count("longestSeconds", default: standard.longestDelaySeconds),
      spread: standard.spread,
      attempts: try map.count("attempts", default: standard.attempts))
    try map.finish()
    return policy
  }
}

extension Setting {
  fileprivate init(node: Node) {
    switch node {
    case .mapping(let mapping):
      self = .map(mapping.map { (key: $0.key.string ?? "", value: Setting(node: $0.value)) })
    case .sequence(let sequence): self = .list(sequence.map(Setting.init(node:)))
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      self = isNull ? .nothing : .text(scalar.string)
    case .alias: self = .nothing
    }
  }
}

/// One `--set key=value`.
public struct Override: Sendable, Equatable {
  /// The dotted key.
  public let key: String
  /// The value, as YAML.
  public let value: String

  /// Reads `key=value`; nil when there is no `=` or no key.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    key = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}
