import Archiving
import Findings
import Foundation
import Ingest
import Measuring
import Recognition
import Reporting

/// What a worker is asked to do: one line of JSON on its standard input.
enum Job: Sendable, Codable {
  /// Identify a file and read the headers of its pages.
  case survey(path: String, limits: IngestLimits)
  /// Decode, measure and, when asked, read one page and make it small for reports.
  case page(
    index: Int, scan: Scan, limits: IngestLimits, reading: ReadingSettings?, makesThumbnail: Bool)
  /// Write the PDF of a document.
  case archive(ArchiveJob)
  /// Check a PDF against the rules of PDF/A.
  case verify(path: String, level: String?)
  /// Say whether the recogniser can read these languages.
  case probe(languages: String)
}

/// What is needed to write the PDF of a document.
struct ArchiveJob: Sendable, Codable {
  let scans: [Scan]
  /// The pages that the document is, from 1 over all scans; nil for all of them.
  let part: ClosedRange<Int>?
  /// One entry a page in document order; nil where no text was read.
  let text: [RecognizedPage?]
  let metadata: PDFMetadata
  /// The record as JSON, for levels that carry it.
  let attachment: PDFAttachment?
  /// How an access copy is packed; nil when none is written.
  let accessForm: AccessForm?
  /// How the copy is read to see that nothing was lost; nil when no text is read.
  let reading: ReadingSettings?
  /// When the text layer of an earlier OCR is believed.
  let oldText: OldTextLimits
  /// The level of PDF/A, such as `2u`.
  let level: String
  let target: String
  let limits: IngestLimits
}

/// What a worker says of a page: everything that the pure stages to the right need.
struct PageResult: Sendable, Codable, Equatable {
  let header: PageHeader
  let measurements: Measurements
  let text: RecognizedPage?
  /// The page made small for reports, nil when none was asked for; nothing is judged on it.
  var thumbnail: Thumbnail?
  /// The places of the heading where a pen may have written, for reports likewise; nil when none were asked for.
  var crops: [FieldCrop]?
}

/// What a worker answers: one line of JSON on its standard output.
enum Answer: Sendable, Codable {
  case survey(Scan)
  case page(PageResult)
  case archive(DeliverableRecord)
  case verify(level: String, results: [ConformanceResult])
  case ready
  case noRecognizer(Wording)
  case unreadable(IngestError)
  /// The output could not be written: a matter of the disk, not of the document.
  case cannotWrite(String)
  case failed(String)
}

/// How a job ended, with what the process was seen to do when it gave no answer.
enum JobEnd: Sendable {
  case answer(Answer)
  /// The worker died: what the system says of its end, in words for a person.
  case died(Wording)
  /// The wall clock ran out and the worker was killed.
  case overdue(seconds: Int)
}

/// One line of JSON, keys sorted so that the same value is the same bytes.
func jsonLine(_ value: some Encodable) throws -> String {
  String(decoding: try jsonData(value), as: UTF8.self)
}

/// Compact JSON, keys sorted so that the same value is the same bytes.
func jsonData(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}
