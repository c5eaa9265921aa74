import Findings
import Foundation

extension Report {
  /// One self-contained page for clerk and archive: every document, worst first, with pictures.
  ///
  /// Everything stands in the page in reading order; the script only hides and sorts, so that without
  /// it, and on paper, nothing is missing. No part of it asks the network for anything, and the policy
  /// in its head makes browsers hold it to that.
  func html(_ language: Language) -> String {
    let page = HTMLReport(report: self, language: language)
    return """
      <!doctype html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
      <title>\(page.words.title)</title>
      <style>
      \(HTMLStyle.sheet)
      </style></head><body>
      \(page.head)
      \(page.controls)
      <main id="documents">
      \(page.documents)</main>
      \(batchSection(language))
      <section id="chosen" hidden><h2>\(page.words.chosen)</h2><pre></pre></section>
      <footer><p>\(page.words.foot) \(Program.name) \(Program.version)</p></footer>
      <script>
      \(HTMLScript.code)
      </script></body></html>

      """
  }
}

/// The parts of the page that are about the whole report.
struct HTMLReport {
  let report: Report
  let language: Language
  let words: HTMLWords
  private let sampled: [String: Set<Int>]

  init(report: Report, language: Language) {
    self.report = report
    self.language = language
    words = HTMLWords(language)
    sampled = report.sample?.pagesByFile ?? [:]
  }

  /// Title, counts, the most frequent faults, and what the reader should know of this page.
  var head: String {
    let pages = report.documents.reduce(0) { $0 + $1.pages.count }
    let held = report.documents.count(where: \.isHeldBack)
    var tiles = Standing.allCases.reversed().map { status in
      tile(
        status.rawValue, status.title(language),
        report.documents.count { $0.verdict == status })
    }
    tiles.append(tile("held", words.held, held))
    return """
      <header class="top"><p class="kicker">\(words.pipeline) <b>\(escaped(report.pipeline))</b></p>
      <h1>\(words.title)</h1>
      <p class="lead">\(words.size(documents: report.documents.count, pages: pages))</p>
      <ul class="tiles">\(tiles.joined())</ul>
      \(frequentFaults)\(notes)</header>
      """
  }

  private func tile(_ kind: String, _ title: String, _ count: Int) -> String {
    let share = percent(count, of: max(1, report.documents.count))
    return """
      <li class="tile \(kind)\(count == 0 ? " none" : "")"><b>\(count)</b> <span>\(title)</span>\
      <i style="--share:\(share)"></i></li>
      """
  }

  /// How many documents break each rule, the most frequent first.
  private var faults: [(rule: RuleID, count: Int)] {
    var counts: [RuleID: Int] = [:]
    for document in report.documents {
      for rule in document.graveRules { counts[rule, default: 0] += 1 }
    }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { (rule: $0.key, count: $0.value) }
  }

  private var frequentFaults: String {
    let top = faults.prefix(8)
    guard let most = top.first?.count else { return "" }
    let rows = top.map { rule, count in
      """
      <li><span>\(escaped(title(of: rule)))</span><i style="--share:\(percent(count, of: most))"></i>\
      <b>\(count)</b></li>
      """
    }
    return "<section class=\"faults\"><h2>\(words.frequent)</h2><ol>\(rows.joined())</ol></section>"
  }

  private var notes: String {
    var notes: [String] = []
    if let sample = report.sample {
      notes.append(words.sampleNote(pages: sample.pages.count, seed: sample.seed))
    }
    if report.thumbnails.leftOut > 0 {
      notes.append(words.picturesLeftOut(report.thumbnails.leftOut))
    }
    return notes.map { "<p class=\"note\">\($0)</p>" }.joined()
  }

  /// Filter and order; shown only where the script runs.
  var controls: String {
    let verdicts = Standing.allCases.reversed().map { ($0.rawValue, $0.title(language)) }
    let rules = faults.map { ($0.rule.rawValue, "\(title(of: $0.rule)) (\($0.count))") }
    let sample =
      report.sample == nil
      ? ""
      : "<label class=\"check\"><input type=\"checkbox\" id=\"sample\"> \(words.sample)</label>"
    return """
      <form class="controls" role="search" aria-label="\(words.filter)">
      <label><span>\(words.search)</span><input id="search" type="search" autocomplete="off"></label>
      <label><span>\(words.verdict)</span><select id="verdict">\
      \(options([("", words.all)] + verdicts + [("held", words.held)]))</select></label>
      <label><span>\(words.rule)</span><select id="rule">\(options([("", words.all)] + rules))\
      </select></label>
      <label><span>\(words.order)</span><select id="order">\
      \(options([("worst", words.worstFirst), ("file", words.byFile), ("verdict", words.byVerdict), ("quality", words.byQuality)]))\
      </select></label>
      \(sample)<output id="shown" data-of="\(words.shownOf)"></output></form>
      """
  }

  private func options(_ choices: [(value: String, title: String)]) -> String {
    choices.map { "<option value=\"\(escaped($0.value))\">\(escaped($0.title))</option>" }.joined()
  }

  /// Every document, worst first.
  var documents: String {
    var places: [String: Int] = [:]
    for (place, document) in report.documents.enumerated() { places[document.file] = place }
    return report.worstFirst.enumerated().map { rank, document in
      HTMLDocument(
        document: document, rank: rank, place: places[document.file] ?? rank,
        thumbnails: report.thumbnails, sampled: sampled[document.file] ?? [], language: language,
        words: words
      ).html
    }.joined()
  }

  private func title(of rule: RuleID) -> String {
    Rule.named(rule)?.title(language) ?? rule.rawValue
  }
}

/// A share as CSS writes it, whatever the locale; two decimals are a tenth of a pixel here.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0%" }
  let share = (part * 10_000 + whole / 2) / whole
  let rest = share % 100
  return "\(share / 100).\(rest < 10 ? "0" : "")\(rest)%"
}
