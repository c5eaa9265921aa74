import Delivery
import Findings
import Foundation
import Ingest
import Packaging
import Testing

@testable import Workflow

private let least = """
  name: thu
  title: { vi: "Thử", en: "Trial" }
  ocr: { languages: vie, seconds: 30 }
  limits: { megabytes: 10, pages: 5, megapixels: 20 }
  archive: { level: 2u }
  rules:
    skew: { review: 1.0, reject: 1.5 }
    color.mode: { fact: reject }
  """

private func pipeline(_ yaml: String = least, _ overrides: [String] = []) throws -> Pipeline {
  try Pipeline(yaml: yaml, name: "thu", overrides: overrides.compactMap(Override.init(argument:)))
}

private func problem(_ yaml: String, _ overrides: [String] = []) -> PipelineError? {
  do {
    _ = try pipeline(yaml, overrides)
    return nil
  } catch {
    return error as? PipelineError
  }
}

@Test func `a pipeline file becomes a pipeline`() throws {
  let pipeline = try pipeline()
  #expect(pipeline.name == "thu")
  #expect(pipeline.title == Wording(vi: "Thử", en: "Trial"))
  #expect(pipeline.reading.seconds == 30)
  #expect(pipeline.limits.bytes == 10 << 20)
  #expect(pipeline.profile.limits["skew"] == Limits(review: 1, reject: 1.5))
  #expect(pipeline.profile.limits["color.mode"] == Limits(fact: .reject))
  #expect(pipeline.package == nil)
  #expect(pipeline.retry == .standard)
}

@Test func `an unknown key names the nearest known one`() {
  let error = problem(least + "\nlimit: {}")
  #expect(error?.key == "limit")
  #expect(error?.problem == .unknownKey(nearest: "limits"))
}

@Test func `an unknown rule names the nearest known one`() {
  let error = problem(least.replacingOccurrences(of: "  skew:", with: "  skev:"))
  #expect(error?.key == "rules.skev")
  #expect(error?.problem == .unknownKey(nearest: "rules.skew"))
}

@Test func `an unknown key inside a rule is refused`() {
  let error = problem(least.replacingOccurrences(of: "review: 1.0", with: "revew: 1.0"))
  #expect(error?.problem == .unknownKey(nearest: "rules.skew.review"))
}

@Test func `set changes a limit of a rule whose name holds dots`() throws {
  let pipeline = try pipeline(
    least, ["rules.resolution.declared.reject=200", "rules.skew.reject=3"])
  #expect(pipeline.profile.limits["resolution.declared"] == Limits(reject: 200))
  #expect(pipeline.profile.limits["skew"] == Limits(review: 1, reject: 3))
}

@Test func `set takes whole YAML values`() throws {
  let sender = "package.from={id: Y98.01, name: Sở Ví Dụ}"
  let pipeline = try pipeline(least, [sender, "package.to=[{id: Y99.02, name: Bộ Ví Dụ}]"])
  #expect(pipeline.package?.from.id == "Y98.01")
  #expect(pipeline.package?.to.map(\.id) == ["Y99.02"])
}

struct WrongValue: CustomTestStringConvertible {
  let override: String
  let key: String
  var testDescription: String { override }
}

@Test(arguments: [
  WrongValue(override: "ocr.seconds=soon", key: "ocr.seconds"),
  WrongValue(override: "ocr.seconds=0", key: "ocr.seconds"),
  WrongValue(override: "rules.skew.reject=a lot", key: "rules.skew.reject"),
  WrongValue(override: "rules.color.mode.fact=bad", key: "rules.color.mode.fact"),
  WrongValue(override: "document=page", key: "document"),
  WrongValue(override: "archive.level=9z", key: "archive.level"),
])
func `a value of the wrong kind names its key`(_ wrong: WrongValue) {
  let error = problem(least, [wrong.override])
  #expect(error?.key == wrong.key)
  guard case .wrongValue = error?.problem else {
    Issue.record("expected a wrong value, got \(String(describing: error))")
    return
  }
}

@Test func `days off of a year are told by the office, each a day of that year`() throws {
  let told = try pipeline(
    least + "\nholidays: { 2031: { off: [2031-01-01], working: [2031-01-04] } }")
  let day = try #require(CalendarDate(iso: "2031-01-01"))
  #expect(told.workCalendar.works(on: day) == false)
  #expect(try pipeline(least).workCalendar.works(on: day) == nil)
  for wrong in [
    "{ 2031: { off: [2030-01-01] } }", "{ 2031: { off: [1/1] } }", "{ next: { off: [] } }",
  ] {
    guard case .wrongValue = problem(least + "\nholidays: " + wrong)?.problem else {
      Issue.record("\(wrong) was taken")
      continue
    }
  }
}

@Test func `a package without receivers is refused`() {
  let error = problem(least + "\npackage: { from: { id: Y98.01, name: A } }")
  #expect(error?.problem == .missingKey)
  #expect(error?.key == "package.to")
}

private func destination(_ keys: String) -> String { least + "\ndestination: { \(keys) }" }

@Test func `a destination on the axis names where its key is kept, and never the key`() throws {
  let settings = try pipeline(
    destination(
      "kind: vxp, endpoint: \"https://axis.example/api/\", systemId: demo, secret: { env: KEY }")
  ).destination
  #expect(settings?.endpoint == "https://axis.example/api")
  #expect(settings?.name(output: "/out") == "vxp:demo@https://axis.example/api")
  #expect(settings?.secret == SecretSource(environment: "KEY", file: nil))
}

@Test(arguments: [
  "http://axis.example", "ftp://axis.example", "axis.example", "http://127.0.0.1.evil.example",
  "https://axis.example/?a=b",
])
func `a document leaves over TLS only`(endpoint: String) {
  let error = problem(
    destination("kind: vxp, endpoint: \"\(endpoint)\", systemId: demo, secret: { env: KEY }"))
  #expect(error?.key == "destination.endpoint")
}

@Test(arguments: ["{ env: A, file: b }", "{ }", "{ value: abc }"])
func `a key in the pipeline itself is refused`(secret: String) {
  let error = problem(
    destination("kind: vxp, endpoint: \"https://a.example\", systemId: d, secret: \(secret)"))
  #expect(error?.key.hasPrefix("destination.secret") == true)
}

@Test func `a key that others may read is refused`() throws {
  let path = NSTemporaryDirectory() + "sohoa-key-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: path) }
  try Data("abc\n".utf8).write(to: URL(fileURLWithPath: path))
  let settings = try pipeline(
    destination(
      "kind: lgsp, endpoint: \"https://a.example\", systemId: d, secret: { file: \"\(path)\" }")
  ).destination
  for (mode, isRefused) in [(0o644, true), (0o640, true), (0o600, false), (0o400, false)] {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let isThrown = (try? settings?.driver(output: "/out")) == nil
    #expect(isThrown == isRefused)
  }
}

@Test func `text that is not YAML is refused with the parser's words`() {
  guard case .notYAML = problem("a: [")?.problem else {
    Issue.record("expected notYAML")
    return
  }
}

@Test func `an override needs a key and an equals sign`() {
  #expect(Override(argument: "rules") == nil)
  #expect(Override(argument: "=3") == nil)
  #expect(Override(argument: "a=b=c")?.value == "b=c")
}
