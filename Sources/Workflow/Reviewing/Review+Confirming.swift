public import Extraction
import Ingest
import Inspection
import Ledger
public import Reporting

/// A field of a document that waits for a person, with all that is needed to decide on it.
public struct OpenField {
  /// The field.
  public let name: FieldName
  /// What was read there, and where.
  public let field: Field
  /// Its place cut out of the page; nil when there is none.
  public let crop: FieldCrop?

  /// The readings to choose from, best first: whole values only.
  public var choices: [Candidate] {
    let whole = field.candidates.filter {
      if case .success = validated($0.value, for: .field(name)) { true } else { false }
    }
    return Array(whole.prefix(2))
  }
}

extension Review {
  /// The documents with fields that wait for a person, by name.
  public func documentsWithOpenFields() throws -> [String] {
    try ledger.documents().filter { try !openNames(in: $0).isEmpty }.map(\.name)
  }

  /// The fields of a document that wait for a person: what a pen wrote, and what sending asks for.
  ///
  /// Throws `ReviewError` when the document is not there.
  public func openFields(of name: String) throws -> [OpenField] {
    let (entry, context) = try known(name)
    guard let record = try entry.record?.value(DocumentRecord.self) else { return [] }
    // A terminal is watched and logged more freely than a scan: nothing of a secret page is drawn on it.
    let mayBeSecret = !record.secrecyMarks.isEmpty || record[.secrecy].value != nil
    return try openNames(in: entry).map { field in
      OpenField(
        name: field, field: record[field],
        crop: mayBeSecret
          ? nil
          : try record[field].evidence.first.flatMap {
            try crop(of: field, onPage: $0.page, in: context)
          })
    }
  }

  private func openNames(in entry: DocumentEntry) throws -> [FieldName] {
    guard let record = try entry.record?.value(DocumentRecord.self) else { return [] }
    let held = try entry.hold?.value(Hold.self).fields ?? []
    return FieldName.allCases.filter {
      record[$0].isAsked || held.contains($0) && record[$0].lane != .accept
    }
  }

  /// The crop that was made when the page was read; nil when the scan or the way of reading changed since.
  private func crop(
    of field: FieldName, onPage page: Int, in context: DocumentContext
  ) throws -> FieldCrop? {
    let journal = Journal(ledger: ledger)
    var pages: [(scan: Scan, index: Int)] = []
    for path in context.source.files {
      guard let key = try journal.surveyKey(path: path, limits: context.pipeline.limits),
        let scan = try journal.survey(key)
      else { return nil }
      pages += scan.pages.map { (scan, $0.index) }
    }
    let place = page - 1 + (context.source.part?.first ?? 1) - 1
    guard pages.indices.contains(place) else { return nil }
    let key = try journal.pageKey(
      pages[place].scan, index: pages[place].index, reading: context.pipeline.reading)
    return try journal.result(.page, key, as: PageResult.self)?.crops?.first { $0.field == field }
  }
}
