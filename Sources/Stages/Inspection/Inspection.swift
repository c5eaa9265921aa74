public import Extraction
public import Findings
import Ingest
import Measuring
import Recognition

/// Judges a document: pages, fields, then what persons decided.
public func judgement(
  of pages: [PageEvidence], record: DocumentRecord?, decisions: [Decision] = [],
  under profile: Profile, sending: SendingRequirements? = nil
) -> DocumentJudgement {
  let kind: EvidenceKind =
    record != nil || pages.contains { $0.text != nil || $0.notRun != nil } ? .text : .pixels
  let judged = pages.map {
    PageJudgement(
      index: $0.header.index, isBlank: $0.measurements.isBlank, measurements: $0.measurements,
      coverage: $0.text?.coverage, meanConfidence: $0.text?.meanConfidence, findings: [])
  }
  return DocumentJudgement(
    evidence: kind, verdict: .heaviest(of: judged.map(\.verdict)), pages: judged,
    documentFindings: [], record: record, held: nil)
}
