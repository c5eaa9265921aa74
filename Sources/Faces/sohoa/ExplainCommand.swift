import ArgumentParser
import Findings
import Packaging
import Workflow

/// `sohoa explain RULE`: what a rule measures, its threshold, its source, how to rescan.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "Giải thích một quy tắc: đo gì, ngưỡng nào, căn cứ đâu, quét lại thế nào.",
      "Explain a rule: what is measured, the threshold, the source, how to rescan."))

  @OptionGroup var pipelineOptions: PipelineOptions
  @OptionGroup var talk: TalkOptions
  @Argument(help: .init(say("Tên quy tắc; bỏ trống để liệt kê.", "Rule; leave out to list all.")))
  var rule: String?

  func run() throws {
    let pipeline = try pipelineOptions.load()
    guard let name = rule else {
      for rule in Rule.all {
        printResult(rule.id.rawValue.padding(22) + rule.title(language))
      }
      for check in EnvelopeCheck.all {
        printResult(check.id.padding(22) + check.asks(language))
      }
      return
    }
    if let check = EnvelopeCheck.named(name) { return explain(check) }
    guard let rule = Rule.named(RuleID(rawValue: name)) else {
      let near = nearestWord(to: name, among: Rule.all.map(\.id.rawValue))
      throw Failure(.usage, Phrase.noRule(name, nearest: near))
    }
    printResult("\(rule.id) — \(rule.title(language))")
    let limits = threshold(rule, pipeline)
    for (label, text) in [
      (say("Đo gì", "Measures"), rule.measures(language)),
      (say("Vì sao", "Why"), rule.why(language)),
      (say("Ngưỡng (\(pipeline.name))", "Threshold (\(pipeline.name))"), limits),
      (say("Khắc phục", "Remedy"), rule.remedy(language)),
      (say("Căn cứ", "Source"), rule.source),
    ] {
      printResult("\n\(label):\n  \(text)")
    }
  }

  private func explain(_ check: EnvelopeCheck) {
    printResult("\(check.id) — \(say("kiểm tra gói edXML", "a check of the edXML envelope"))")
    for (label, text) in [
      (say("Đòi gì", "Asks"), check.asks(language)),
      (say("Hệ quả", "Follows"), check.follows(language)),
      (say("Căn cứ", "Source"), check.source),
    ] {
      printResult("\n\(label):\n  \(text)")
    }
  }

  private func threshold(_ rule: Rule, _ pipeline: Pipeline) -> String {
    guard let limits = pipeline.profile.limits[rule.id] else {
      return say("quy trình này không áp dụng", "not applied by this pipeline")
    }
    if let fact = limits.fact { return name(fact) }
    let side = rule.direction == .atLeast ? "≥" : "≤"
    let unit = rule.unit.map { " \($0)" } ?? ""
    return [(Severity.info, limits.info), (.review, limits.review), (.reject, limits.reject)]
      .compactMap { severity, limit in limit.map { "\(side) \($0)\(unit): \(name(severity))" } }
      .joined(separator: "; ")
  }

  private func name(_ severity: Severity) -> String {
    switch severity {
    case .info: say("nếu không, ghi lưu ý", "else a note")
    case .review: say("nếu không, cần người xem", "else a person must look")
    case .reject: say("nếu không, quét lại", "else rescan")
    }
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padding(_ width: Int) -> String {
    count >= width ? self + " " : self + String(repeating: " ", count: width - count)
  }
}
