import Extraction
import Findings
import Foundation
import Inspection
import Reporting

/// The documents of a run, as their reports and PDFs lie in its output folder.
struct RunFolder {
  /// One document.
  struct Document {
    let report: DocumentReport
    /// Its PDF; nil when none was written.
    let pdf: String?
  }

  let documents: [Document]

  /// Reads every report below a folder, in natural order of the documents' names.
  init(path: String) throws(PackError) {
    guard let files = FileManager.default.enumerator(atPath: path) else {
      throw PackError.noRun(path)
    }
    var documents: [Document] = []
    for case let file as String in files where file.hasSuffix("/report.json") {
      if file.hasPrefix(".sohoa/") { continue }
      let folder = "\(path)/\(file.dropLast("/report.json".count))"
      guard let data = FileManager.default.contents(atPath: "\(folder)/report.json"),
        let report = try? JSONDecoder().decode(Report.self, from: data),
        let document = report.documents.first
      else { throw PackError.unreadableReport("\(path)/\(file)") }
      documents.append(
        Document(report: document, pdf: document.outputs.pdf.map { "\(folder)/\($0)" }))
    }
    guard !documents.isEmpty else { throw PackError.noRun(path) }
    self.documents = documents.sorted { naturallyPrecedes($0.report.file, $1.report.file) }
  }
}

extension RunFolder.Document {
  /// Why the document cannot be packed at all; nil when it can.
  var obstacle: Wording? {
    if let error = report.error { return error.message }
    if pdf == nil { return Message.noPDF }
    let record = report.fields?.record
    if let record, !record.secrecyMarks.isEmpty || record[.secrecy].value != nil {
      return Message.secretDocument
    }
    return nil
  }

  /// Why a person should decide first; nil when the document is accepted and not held.
  var doubt: Wording? {
    if let held = report.held { return held.message }
    switch report.verdict {
    case .accepted: return nil
    case .review: return Message.awaitsReview
    case .rescan: return Message.awaitsRescan
    case .failed: return Message.noPDF
    }
  }
}
