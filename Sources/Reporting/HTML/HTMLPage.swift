import Findings
import Foundation
import Imaging
import Inspection
import Measuring

/// One page as the report shows it: the picture with its boxes, and beside it what was found.
struct HTMLPage {
  let page: PageReport
  let file: String
  let picture: Thumbnail?
  let isSampled: Bool
  let language: Language
  let words: HTMLWords

  /// The page's section.
  var html: String {
    let findings = page.findings.enumerated().map { index, finding in
      HTMLFinding(finding: finding, number: index + 1, language: language, words: words).html
    }
    let list = findings.isEmpty ? "" : "<ol class=\"findings\">\(findings.joined())</ol>"
    let kind =
      if findings.isEmpty {
        " calm"
      } else if page.findings.allSatisfy({ $0.box == nil }) {
        " unboxed"
      } else {
        ""
      }
    return """
      <section class="page\(kind)\(isSampled ? " sampled" : "")">\(figure)\
      <div><h3>\(words.page(page.index))\
      \(Standing(page.verdict).badge(language))\
      \(isSampled ? "<span class=\"badge sample\">\(words.sampleMark)</span>" : "")</h3>
      \(scores)<p class="figures">\(figures.map(escaped).joined(separator: " · "))</p>\(list)</div>\
      </section>

      """
  }

  /// How well persons see the page and programs read it; what cannot be told is not shown.
  private var scores: String {
    let scores = [
      score(words.displayQuality, page.displayQuality),
      score(words.ocrLegibility, page.ocrLegibility),
    ].compactMap(\.self)
    return scores.isEmpty ? "" : "<p class=\"scores\">\(scores.joined())</p>"
  }

  private func score(_ title: String, _ value: Double?) -> String? {
    guard let value, value.isFinite else { return nil }
    let share = Int((min(1, max(0, value)) * 10_000).rounded())
    return """
      <span class="score">\(title) <b>\(Figure.text(value, digits: 2, in: language))</b>\
      <i aria-hidden="true" style="--at:\(percent(share, of: 10_000))"></i></span>
      """
  }

  /// What the scan is.
  private var figures: [String] {
    let measured = page.measurements
    var figures = ["\(measured.widthPixels) × \(measured.heightPixels) px"]
    if let dpi = measured.effectiveDpi {
      figures.append(Figure.text(dpi, digits: 0, in: language) + " dpi")
    }
    if let paper = measured.paper { figures.append(paper) }
    figures.append(words.colorMode(measured.colorMode))
    if page.blank { figures.append(words.blank) }
    return figures
  }

  private var figure: String {
    guard let picture else { return "" }
    let boxes = page.findings.enumerated().map { index, finding in
      finding.box.map { box($0, number: index + 1, finding.severity) } ?? ""
    }
    let source = picture.jpeg.base64EncodedString()
    return """
      <figure><img src="data:image/jpeg;base64,\(source)" width="\(picture.width)" \
      height="\(picture.height)" loading="lazy" decoding="async" \
      alt="\(escaped("\(words.page(page.index)), \(file)"))">\(boxes.joined())</figure>
      """
  }

  /// A finding's place, in shares of the page, so that it fits the picture at any size.
  private func box(_ box: Box, number: Int, _ severity: Severity) -> String {
    let (width, height) = (page.measurements.widthPixels, page.measurements.heightPixels)
    let edges = Box(x: 0, y: 0, width: width, height: height)
    guard let inside = box.intersection(edges) else { return "" }
    return """
      <i class="box \(severity.rawValue)" data-n="\(number)" aria-hidden="true" \
      style="left:\(percent(inside.x, of: width));top:\(percent(inside.y, of: height));\
      width:\(percent(inside.width, of: width));height:\(percent(inside.height, of: height))">\
      <b>\(number)</b></i>
      """
  }
}

/// One finding: what, how far from what is asked for, and what to do.
struct HTMLFinding {
  let finding: Finding
  /// Its number on the picture; nil when it is about the document.
  let number: Int?
  let language: Language
  let words: HTMLWords

  /// The finding's list item.
  var html: String {
    let rule = Rule.named(finding.rule)
    let title = rule?.title(language) ?? finding.rule.rawValue
    let mark = number.map { "<b class=\"n\">\($0)</b>" } ?? ""
    return """
      <li class="\(finding.severity.rawValue)"\(number.map { " data-n=\"\($0)\"" } ?? "")>\(mark)\
      <p><strong>\(escaped(title))</strong> <small>\(escaped(finding.severity.title(language)))</small>\
      <br>\(escaped(finding.message(language)))</p>\(gauge(rule?.direction))\
      <p class="remedy">\(escaped(finding.remedy(language)))</p>\
      <p class="source"><code>\(escaped(finding.rule.rawValue))</code> \(escaped(finding.source))</p></li>
      """
  }

  /// Measured against required, in figures and as a bar whose middle is the limit.
  private func gauge(_ direction: Rule.Direction?) -> String {
    guard let measured = finding.measured, let required = finding.required else { return "" }
    let figures = Figure.pair(measured, required, digits: 2, in: language)
    let sign =
      switch direction {
      case .atLeast?: "≥ "
      case .atMost?: "≤ "
      case .fact?, nil: ""
      }
    var bar = ""
    if required > 0, measured.isFinite {
      // Twice the limit and more fill the bar.
      let share = Int((min(2, max(0, measured / required)) * 5_000).rounded())
      bar =
        "<i class=\"bar\" aria-hidden=\"true\" style=\"--at:\(percent(share, of: 10_000))\"></i>"
    }
    return """
      <p class="gauge"><span>\(words.measured) <b>\(escaped(figures.measured + unit))</b></span>\
      <span>\(words.required) <b>\(escaped(sign + figures.required + unit))</b></span>\(bar)</p>
      """
  }

  private var unit: String {
    guard let unit = finding.unit else { return "" }
    return unit == "°" ? unit : "\u{A0}\(unit)"
  }
}
