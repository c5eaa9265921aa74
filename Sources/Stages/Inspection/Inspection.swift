public import Extraction
public import Findings
import Imaging
import Ingest
import Measuring
import Recognition

/// Judges a document: its pages, its fields, then what persons decided.
///
/// With a record or with text of any page the judgement rests on text; otherwise on pixels, and then it
/// accepts nothing for sending. A document is judged for sending only when `sending` says what sending
/// needs; a secrecy marking and a person's no hold it in any case. `deliverable` is what was found wrong
/// with the PDF that was written; the profile gives it its weight.
public func judgement(
  of pages: [PageEvidence], record: DocumentRecord?, decisions: [Decision] = [],
  deliverable: [Finding] = [], under profile: Profile, sending: SendingRequirements? = nil
) -> DocumentJudgement {
  let kind: EvidenceKind =
    record != nil || pages.contains { $0.text != nil || $0.notRun != nil } ? .text : .pixels
  let judged = pages.map { pageJudgement(of: $0, kind: kind, under: profile) }
  let final = record?.applying(decisions)
  let rules = DocumentRules(asRead: record, record: final, sending: sending, profile: profile)
  let findings =
    rules.findings
    + PageSetRules(pages: pages, record: record, profile: profile).findings
    + LayoutRules(pages: pages, record: final, profile: profile).findings
    + deliverable.compactMap { finding in
      profile.limits[finding.rule]?.fact.map { finding.weighing($0) }
    }
  let found = Verdict.heaviest(of: judged.map(\.verdict) + [Verdict(on: findings)])
  let word = PersonsWord(decisions)
  let verdict = word.verdict(insteadOf: found)
  return DocumentJudgement(
    evidence: kind, verdict: verdict, pages: judged, documentFindings: findings, record: final,
    held: rules.hold(verdict: verdict, word: word))
}

private func pageJudgement(
  of page: PageEvidence, kind: EvidenceKind, under profile: Profile
) -> PageJudgement {
  let text = TextFigures(of: page.text, xHeight: page.measurements.xHeight)
  let rules = PageRules(
    page: page, kind: kind, profile: profile,
    displayQuality: DisplayQuality(of: page.measurements),
    ocrLegibility: ocrLegibility(of: page.measurements, text: text))
  return PageJudgement(
    index: page.header.index, isBlank: page.measurements.isBlank, measurements: page.measurements,
    text: text, displayQuality: rules.displayQuality, ocrLegibility: rules.ocrLegibility,
    findings: rules.findings)
}

extension Finding {
  /// The same finding with another weight.
  fileprivate func weighing(_ severity: Severity) -> Finding {
    Finding(
      rule: rule, severity: severity, measured: measured, required: required, unit: unit, box: box,
      source: source, message: message, remedy: remedy)
  }
}

/// What persons said of the document as a whole; the later word stands.
struct PersonsWord: Equatable {
  /// Whether the last word on fitness was yes or no; nil when nobody spoke.
  let isFit: Bool?
  /// Whether somebody let the document go.
  let isReleased: Bool

  init(_ decisions: [Decision]) {
    var isFit: Bool?
    var isReleased = false
    for decision in decisions {
      switch decision.act {
      case .accept: isFit = true
      case .reject:
        isFit = false
        isReleased = false
      case .release: isReleased = true
      case .set, .split, .address, .supersede, .due: break
      }
    }
    self.isFit = isFit
    self.isReleased = isReleased
  }

  func verdict(insteadOf found: Verdict) -> Verdict {
    switch isFit {
    case true?: Verdict(.accepted)
    case false?: Verdict(.rescan)
    case nil: found
    }
  }
}
