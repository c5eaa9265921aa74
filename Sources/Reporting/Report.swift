public import Extraction
public import Findings
public import Inspection

/// What a run or a check says of its documents: the one value behind every report.
public struct Report: Sendable, Equatable, Codable {
  /// The version of this shape.
  public static let schemaName = "sohoa.report/1"

  /// `sohoa.report/1`.
  public let schema: String
  /// The pipeline's name.
  public let pipeline: String
  /// One entry a document, in natural order of their names.
  public let documents: [DocumentReport]
  /// The pages that a person is asked to look at; nil when none were drawn.
  public var sample: Sample?
  /// What stands out when all pages of a run are compared; changes no verdict.
  public let batch: [BatchFinding]
  /// Pages made small; for showing only, never written to JSON.
  public var thumbnails: Thumbnails
  /// Where documents lie below the working folder, for CI systems; never written to JSON.
  public var origins: [String: String] = [:]

  /// Makes a report.
  public init(
    pipeline: String, documents: [DocumentReport], batch: [BatchFinding] = [],
    sample: Sample? = nil,
    thumbnails: Thumbnails = Thumbnails()
  ) {
    schema = Self.schemaName
    self.pipeline = pipeline
    self.documents = documents
    self.batch = batch
    self.sample = sample
    self.thumbnails = thumbnails
  }

  private enum Key: String, CodingKey { case schema, pipeline, documents, batch, sample }

  /// Reads what `encode(to:)` wrote; a report of an earlier program has no batch and no sample.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    schema = try container.decode(String.self, forKey: .schema)
    pipeline = try container.decode(String.self, forKey: .pipeline)
    documents = try container.decode([DocumentReport].self, forKey: .documents)
    batch = try container.decodeIfPresent([BatchFinding].self, forKey: .batch) ?? []
    sample = try container.decodeIfPresent(Sample.self, forKey: .sample)
    thumbnails = Thumbnails()
  }

  /// Writes every key, `null` where there is no value, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(pipeline, forKey: .pipeline)
    try container.encode(documents, forKey: .documents)
    try container.encode(batch, forKey: .batch)
    try container.encode(sample, forKey: .sample)
  }
}

/// How a document stands.
public enum Standing: String, Sendable, Codable, CaseIterable {
  /// Fit, and free to go.
  case accepted
  /// A person must look.
  case review
  /// Not fit; scan again.
  case rescan
  /// Could not be processed.
  case failed
}

/// Why a document or one of its pages could not be processed.
public struct FailureReport: Sendable, Equatable, Codable {
  /// The kind of failure, stable.
  public let code: String
  /// The page, from 1; nil when the whole file is meant.
  public let page: Int?
  /// What was found.
  public let message: Wording
  /// What to do.
  public let remedy: Wording

  /// Makes a failure.
  public init(code: String, page: Int?, message: Wording, remedy: Wording) {
    self.code = code
    self.page = page
    self.message = message
    self.remedy = remedy
  }
}

/// The files that were written for a document, relative to its folder.
public struct OutputsReport: Sendable, Equatable, Codable {
  /// The PDF, nil when none was written.
  public let pdf: String?
  /// The PDF/A level that the PDF may claim, nil when it claims none.
  public let pdfa: String?
  /// The text.
  public let text: String?
  /// The envelope.
  public let edxml: String?

  /// Makes a list of outputs.
  public init(pdf: String?, pdfa: String?, text: String?, edxml: String?) {
    self.pdf = pdf
    self.pdfa = pdfa
    self.text = text
    self.edxml = edxml
  }

  private enum Key: String, CodingKey { case pdf, pdfa, text, edxml }

  /// Writes every key, `null` where there is no file, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(pdf, forKey: .pdf)
    try container.encode(pdfa, forKey: .pdfa)
    try container.encode(text, forKey: .text)
    try container.encode(edxml, forKey: .edxml)
  }

  /// No files.
  public static let none = OutputsReport(pdf: nil, pdfa: nil, text: nil, edxml: nil)
}

/// What is said of one document.
public struct DocumentReport: Sendable, Equatable, Codable {
  /// The document's name, relative to the input.
  public let file: String
  /// SHA-256 of the file; of several files, of their digests in page order.
  public let sha256: String?
  /// What the verdict rests on.
  public let evidence: EvidenceKind?
  /// How the document stands.
  public let verdict: Standing
  /// One entry a page.
  public let pages: [PageReport]
  /// The metadata, nil when no text was read.
  public let fields: FieldsReport?
  /// What is wrong with the document as a whole.
  public let documentFindings: [Finding]
  /// Why it is kept from sending.
  public let held: Hold?
  /// The files that were written.
  public let outputs: OutputsReport
  /// How the PDF stands to the scan; nil when none was written.
  public let archive: ArchiveReport?
  /// Why it could not be processed.
  public let error: FailureReport?

  /// Makes a document's report.
  public init(
    file: String, sha256: String?, evidence: EvidenceKind?, verdict: Standing,
    pages: [PageReport], fields: FieldsReport?, documentFindings: [Finding], held: Hold?,
    outputs: OutputsReport, archive: ArchiveReport? = nil, error: FailureReport?
  ) {
    self.file = file
    self.sha256 = sha256
    self.evidence = evidence
    self.verdict = verdict
    self.pages = pages
    self.fields = fields
    self.documentFindings = documentFindings
    self.held = held
    self.outputs = outputs
    self.archive = archive
    self.error = error
  }

  private enum Key: String, CodingKey {
    case file, sha256, evidence, verdict, pages, fields, documentFindings, held, outputs
    case archive, error
  }

  /// Writes every key, `null` where there is no value, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(pages, forKey: .pages)
    try container.encode(fields, forKey: .fields)
    try container.encode(documentFindings, forKey: .documentFindings)
    try container.encode(held, forKey: .held)
    try container.encode(outputs, forKey: .outputs)
    try container.encode(archive, forKey: .archive)
    try container.encode(error, forKey: .error)
  }

  /// The same report with another record.
  public func replacing(_ record: DocumentRecord) -> DocumentReport {
    DocumentReport(
      file: file, sha256: sha256, evidence: evidence, verdict: verdict, pages: pages,
      fields: FieldsReport(record), documentFindings: documentFindings, held: held,
      outputs: outputs, archive: archive, error: error)
  }

  /// Every finding with the page it is on; nil for the document's own.
  public var allFindings: [(page: Int?, finding: Finding)] {
    pages.flatMap { page in page.findings.map { (page: page.index, finding: $0) } }
      + documentFindings.map { (page: nil, finding: $0) }
  }

  /// The rules with findings above info.
  var graveRules: Set<RuleID> {
    Set(allFindings.filter { $0.finding.severity > .info }.map(\.finding.rule))
  }
}
