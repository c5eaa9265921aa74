import Extraction
import Extraction
import Findings
import Foundation
import Inspection

/// One document as the page shows it.
struct HTMLDocument {
  let document: DocumentReport
  /// Its place when the worst comes first, and when names are in order.
  let rank: Int
  let place: Int
  let thumbnails: Thumbnails
  let sampled: Set<Int>
  let language: Language
  let words: HTMLWords

  /// The document's card.
  var html: String {
    let status = document.verdict
    let rules = document.graveRules.sorted().map(\.rawValue).joined(separator: " ")
    let held = document.isHeldBack ? " data-held" : ""
    return """
      <article class="document \(status.rawValue)" data-verdict="\(status.rawValue)" \
      data-rank="\(rank)" data-place="\(place)" data-weight="\(status.weight)" data-quality="\(document.qualityInThousandths)" \
      data-rules="\(escaped(rules))"\(held)\(sampled.isEmpty ? "" : " data-sample")>
      <header><h2><bdi>\(escaped(document.file))</bdi></h2>\(status.badge(language))\
      \(document.isHeldBack ? "<span class=\"badge held\">\(words.held)</span>" : "")
      \(facts)</header>
      \(remarks)\(asks)\(pages)</article>

      """
  }

  /// Number, date and subject where they were read, seals and signatures, and how many pages there are.
  private var facts: String {
    var facts: [String] = []
    if let record = document.fields?.record {
      let number = [record[.codeNumber].value, record[.codeNotation].value]
      if number.contains(where: { $0 != nil }) {
        facts.append(words.number + " " + number.map { $0 ?? "…" }.joined(separator: "/"))
      }
      facts += [
        record[.promulgationDate].value.map(words.date), record[.subject].value,
      ].compactMap(\.self)
      facts += (record.facts?.lines ?? []).map { "\($0.title(language)): \($0.text(language))" }
    }
    facts.append(words.pages(document.pages.count))
    return "<p class=\"facts\">\(facts.map(escaped).joined(separator: " · "))</p>"
  }

  /// What is said of the document as a whole.
  private var remarks: String {
    var items: [String] = []
    if let error = document.error {
      let place = error.page.map { words.page($0) + ": " } ?? ""
      items.append(
        "<li class=\"reject\"><p>\(escaped(place + error.message(language)))</p>"
          + "<p class=\"remedy\">\(escaped(error.remedy(language)))</p></li>")
    }
    items += document.documentFindings.map {
      HTMLFinding(finding: $0, number: nil, language: language, words: words).html
    }
    if let held = document.held {
      items.append(
        "<li class=\"hold\"><p><b>\(words.held):</b> \(escaped(held.message(language)))</p></li>")
    }
    if document.mayBeSecret, !document.pages.isEmpty {
      items.append("<li class=\"hold\"><p>\(words.secretHasNoPictures)</p></li>")
    }
    return items.isEmpty ? "" : "<ul class=\"findings whole\">\(items.joined())</ul>\n"
  }

  /// What a pen wrote and a person is asked to confirm.
  private var asks: String {
    guard let record = document.fields?.record else { return "" }
    let items = [FieldName.codeNumber, .promulgationDate].filter { record[$0].isAsked }.map {
      HTMLAsk(
        file: document.file, name: $0, field: record[$0],
        crop: document.mayBeSecret ? nil : thumbnails[document.file, $0], language: language,
        words: words
      ).html
    }
    return items.isEmpty
      ? "" : "<section class=\"asks\"><h3>\(words.asks)</h3><ul>\(items.joined())</ul></section>\n"
  }

  /// The pages worth showing; of the others one line says that nothing is to be said.
  private var pages: String {
    var shown: [String] = []
    var quiet: [Int] = []
    for page in document.pages {
      if page.findings.isEmpty, page.index != 1, !sampled.contains(page.index) {
        quiet.append(page.index)
      } else {
        // A report is passed on more freely than the scan: nothing of a secret page is shown in it.
        let picture = document.mayBeSecret ? nil : thumbnails[document.file, page.index]
        shown.append(
          HTMLPage(
            page: page, file: document.file, picture: picture,
            isSampled: sampled.contains(page.index), language: language, words: words
          ).html)
      }
    }
    let rest =
      quiet.isEmpty ? "" : "<p class=\"quiet\">\(words.quietPages(ranges(of: quiet)))</p>\n"
    return shown.joined() + rest
  }

  /// `2–4, 7` for 2, 3, 4, 7.
  private func ranges(of pages: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }.joined(separator: ", ")
  }
}

extension Standing {
  /// The word for a person in its colour.
  func badge(_ language: Language) -> String {
    "<span class=\"badge \(rawValue)\">\(escaped(title(language)))</span>"
  }
}

extension DocumentReport {
  /// Whether it is kept from sending, for its verdict or for another reason: the word of the terminal.
  var isHeldBack: Bool { held != nil }

  /// Whether it bears, or may bear, a marking of secrecy.
  fileprivate var mayBeSecret: Bool {
    held?.reason == .secrecy || documentFindings.contains { $0.rule == Rule.secrecyMarked.id }
  }
}
