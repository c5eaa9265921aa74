import Archiving
import Delivery
import Extraction
import Findings
import Ingest
import Inspection
import Measuring
import Recognition
import Reporting

/// One step of a document that a worker does.
enum Step: Sendable, Equatable {
  /// Read the headers of one file.
  case survey(file: Int)
  /// Decode, measure and perhaps read one page, counted from 0 over the document.
  case page(Int, withText: Bool)
  /// Write the PDF.
  case archive
}

/// A document on its way through the house: what is known of it, and what is still to do.
struct DocumentWork {
  let source: DocumentSource
  var scans: [Scan?]
  var pages: [PageSlot] = []
  var waiting: [Step]
  var underWay = 0
  /// Why the document could not be processed at all.
  var error: FailureReport?
  /// Why its PDF could not be written.
  var archiveFailure: FailureReport?
  /// What each file looked like when its survey began.
  var surveyKeys: [Int: String] = [:]
  var deliverable: DeliverableRecord?

  init(_ source: DocumentSource) {
    self.source = source
    scans = Array(repeating: nil, count: source.files.count)
    waiting = source.files.indices.map { .survey(file: $0) }
  }

  /// What was read of the document as a whole, before anybody decided; nil when nothing was read.
  var record: DocumentRecord?

  /// When it was first packed; nil when it never was.
  var packedAt: Moment?

  /// Whether every page was taken, so that only the PDF may still be to write.
  var isRead = false

  /// Whether nothing more is planned: it failed, or it was read to its end.
  var isPlanned: Bool { error != nil || isRead }

  /// Whether no step waits or is under way.
  var isIdle: Bool { waiting.isEmpty && underWay == 0 }

  /// The scans, once every file has been read; empty before.
  var allScans: [Scan] {
    let known = scans.compactMap(\.self)
    return known.count == scans.count ? known : []
  }

  /// What the document is made of: the digest of each file and, of a part, its pages.
  ///
  /// What persons decided is bound to it: a decision on the whole is none on a part.
  var sourceKeys: [String] {
    allScans.map(\.fixity.sha256) + (source.part.map { [$0.key] } ?? [])
  }

  /// Gives up on the document; steps under way are ignored when they end.
  mutating func fail(_ error: FailureReport) {
    self.error = self.error ?? error
    waiting = []
  }

  /// Why the document is incomplete, the most telling reason first.
  var failure: FailureReport? { error ?? pageFailure ?? archiveFailure }

  /// Why the first page that could not be decoded could not.
  var pageFailure: FailureReport? { pages.lazy.compactMap(\.pageFailure).first }

  /// The evidence of every page, numbered over the document.
  var evidence: [PageEvidence] {
    pages.enumerated().map { index, slot in
      let header = slot.header.numbered(index + 1)
      let result = slot.result
      // Of a page that could not be decoded only its header is known.
      let measurements =
        result?.measurements
        ?? Measurements(
          widthPixels: header.width, heightPixels: header.height, colorMode: header.colorMode,
          declaredDpi: header.declared)
      var text = result?.text
      if text == nil, slot.textFailure != nil {
        text = RecognizedPage(
          outcome: .failed, width: header.width, height: header.height, words: [])
      }
      return PageEvidence(
        header: header, measurements: measurements, text: text,
        notRun: slot.textFailure)
    }
  }
}

/// What is known of one page.
struct PageSlot {
  let file: Int
  let header: PageHeader
  var result: PageResult?
  /// Why the page could not be decoded.
  var pageFailure: FailureReport?
  /// Why its text could not be read though the page could.
  var textFailure: Wording?
}

extension PageHeader {
  /// The same header at another position.
  func numbered(_ index: Int) -> PageHeader {
    PageHeader(
      index: index, width: width, height: height, bitsPerSample: bitsPerSample,
      samplesPerPixel: samplesPerPixel, colorMode: colorMode, declared: declared,
      orientation: orientation, container: container)
  }
}
