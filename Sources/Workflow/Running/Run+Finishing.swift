import Archiving
import Delivery
import Digest
import Extraction
import Findings
import Foundation
import Ingest
import Inspection
import Ledger
import Packaging
import ProcessLimits
import Recognition
import Reporting

extension Run {
  /// The folder of a document's outputs; nil for a check.
  private func folder(of work: DocumentWork) -> String? {
    settings.output.map { "\($0)/\(work.source.name)" }
  }

  /// The name of a document's files without an ending.
  private func stem(of work: DocumentWork) -> String {
    let whole = work.source.part?.of ?? work.source.name
    let last = whole.split(separator: "/").last.map(String.init) ?? whole
    let ending = URL(fileURLWithPath: last).pathExtension.lowercased()
    let stem = Inputs.extensions.contains(ending) ? String(last.dropLast(ending.count + 1)) : last
    return stem + work.source.name.dropFirst(whole.count)
  }

  /// What is needed to write the PDF; nil when none is to be written.
  func archiveJob(for work: DocumentWork) throws -> ArchiveJob? {
    let scans = work.allScans
    guard let level = settings.pipeline.archiveLevel, let folder = folder(of: work), !scans.isEmpty
    else { return nil }
    let record = work.record?.applying(try decisions(on: work))
    let carriesRecord = ConformanceLevel(name: level)?.allowsAttachments ?? false
    return ArchiveJob(
      scans: scans, part: work.source.part?.range(pages: work.pages.count),
      text: record?.shown(on: work.evidence.map(\.text)) ?? work.evidence.map(\.text),
      metadata: PDFMetadata(of: record, name: stem(of: work)),
      attachment: carriesRecord
        ? try record.map { try PDFAttachment(of: $0, scans: scans.map(\.fixity.sha256)) } : nil,
      accessForm: settings.pipeline.accessForm,
      reading: settings.readsText ? settings.pipeline.reading : nil,
      oldText: settings.pipeline.oldText, level: level,
      target: "\(folder)/\(stem(of: work)).pdf",
      limits: settings.pipeline.limits)
  }

  /// Makes the folder that a file is to stand in.
  ///
  /// Throws `RunError.cannotWrite`.
  func makeFolder(ofFile path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RunError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try makeFolder(ofFile: path)
    do {
      // The same bytes again need no write: a rerun leaves finished files alone.
      if let old = FileManager.default.contents(atPath: path), old.elementsEqual(bytes) { return }
      try replaceFile(at: path, with: bytes)
    } catch {
      throw RunError.cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// Writes what is known of a document and records where it stands.
  func finish(_ work: DocumentWork) throws -> DocumentReport {
    guard work.error == nil else {
      return try settled(work, draft(work, judgement: nil, held: nil, package: nil), nil, nil)
    }
    var work = work
    work.packedAt = try ledger?.document(named: work.source.name)?.context?.packedAt
    let judgement = try judge(work)
    var held = judgement.held
    var package: SubmissionPackage?
    do {
      let packedAt = work.packedAt ?? .now
      package = try submission(of: judgement, work, packedAt: packedAt)
      if package != nil { work.packedAt = packedAt }
    } catch let error as PackagingError {
      held = Hold(error)
    } catch let hold as NoReceiver {
      held = hold.hold
    }
    if let folder = folder(of: work), let text = textFile(work) {
      try write(Array(text.utf8), to: "\(folder)/\(stem(of: work)).txt")
    }
    let report = draft(work, judgement: judgement, held: held, package: package)
    return try settled(work, report, judgement, package)
  }

  /// The report of a document from what is known of it.
  private func draft(
    _ work: DocumentWork, judgement: DocumentJudgement?, held: Hold?, package: SubmissionPackage?
  ) -> DocumentReport {
    let digests = work.allScans.map(\.fixity.sha256)
    let isWritten = settings.output != nil && judgement != nil
    return DocumentReport(
      file: work.source.name,
      sha256: digests.count > 1
        ? SHA256.hex(of: Array(digests.joined(separator: "\n").utf8)) : digests.first,
      evidence: judgement?.evidence,
      // One page that cannot be decoded makes the document incomplete, whatever the others are.
      verdict: work.failure == nil
        ? judgement.map { Standing($0.verdict) } ?? .failed : .failed,
      pages: judgement?.pages.map(PageReport.init) ?? [],
      fields: judgement?.record.map(FieldsReport.init),
      documentFindings: judgement?.documentFindings ?? [],
      held: held,
      outputs: OutputsReport(
        pdf: work.deliverable.map { _ in "\(stem(of: work)).pdf" },
        pdfa: work.deliverable?.pdfaLevel,
        text: isWritten && settings.readsText ? "\(stem(of: work)).txt" : nil,
        edxml: package.map { _ in "\(stem(of: work)).edxml" }),
      archive: work.deliverable.map(ArchiveReport.init),
      error: work.failure)
  }

  /// Records the document, then writes what says so: the envelope and the report.
  private func settled(
    _ work: DocumentWork, _ report: DocumentReport, _ judgement: DocumentJudgement?,
    _ package: SubmissionPackage?
  ) throws -> DocumentReport {
    guard let folder = folder(of: work) else { return report }
    var report = report
    var package = package
    if let hold = try settle(work, report, judgement: judgement, package: package) {
      package = nil
      report = draft(work, judgement: judgement, held: hold, package: nil)
    }
    let envelope = "\(folder)/\(stem(of: work)).edxml"
    if let package {
      try write(package.envelope, to: envelope)
    } else if FileManager.default.fileExists(atPath: envelope) {
      // What is no longer accepted must not lie there as if it were.
      try FileManager.default.removeItem(atPath: envelope)
    }
    try write(report, into: folder)
    return report
  }

  /// Writes the report of one document into its folder.
  func write(_ report: DocumentReport, into folder: String) throws {
    let whole = Report(pipeline: settings.pipeline.name, documents: [report])
    try write([UInt8](try whole.rendered(as: .json, language: .vi)), to: "\(folder)/report.json")
  }

  /// The text of all pages, pages set apart by a form feed; nil when no text was read.
  private func textFile(_ work: DocumentWork) -> String? {
    guard settings.readsText else { return nil }
    return work.pages.map { $0.result?.text?.text ?? "" }.joined(separator: "\u{0C}\n")
  }
}
