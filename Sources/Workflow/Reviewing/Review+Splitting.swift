import Ingest
import Inspection
import Ledger
public import Reporting

extension Review {
  /// Records that another document begins on a page of this one and processes both; a report each.
  ///
  /// `page` counts from 1 within the document as it stands. The decision is made on the whole scan, so
  /// that the next run finds the same parts. Throws `ReviewError` when the page is not inside the document, or
  /// when the file is signed and so must stay as it is.
  public func split(
    _ name: String, at page: Int, by: String, why: String
  ) throws -> [DocumentReport] {
    let (entry, context) = try known(name)
    guard let judged = try entry.judgement?.value(DocumentJudgement.self),
      page > 1, page <= judged.pages.count
    else { throw ReviewError.noSuchSplit(page: page) }
    if try isSigned(context) { throw ReviewError.signed(name) }
    let source = context.source
    let whole = source.whole
    // What a part is bound to ends with its pages, the whole is bound to the files alone.
    let digests = Array(entry.sources.prefix(whole.files.count))
    let first = source.part?.first ?? 1
    try write(
      [.split(at: first + page - 1)], on: whole.name, madeOf: digests, holding: entry, by: by,
      why: why)
    return try run(context).documents([whole]).documents
  }

  /// Whether a file of the document is signed, by its survey in the journal.
  private func isSigned(_ context: DocumentContext) throws -> Bool {
    let journal = Journal(ledger: ledger)
    return try context.source.files.contains { path in
      guard let key = try journal.surveyKey(path: path, limits: context.pipeline.limits),
        let scan = try journal.survey(key)
      else { return false }
      return scan.isSigned
    }
  }
}
