/// A stretch of the pages of a scan that is a document of its own, because a person said so.
public struct DocumentPart: Sendable, Equatable, Codable {
  /// The name of the document that was split.
  public let of: String
  /// The first page, from 1 over all files.
  public let first: Int
  /// The last page; nil where the part goes on to the end.
  public let last: Int?

  /// Whether a page, counted from 1 over all files, belongs to the part.
  func holds(page: Int) -> Bool { page >= first && page <= last ?? Int.max }

  /// The pages of the part when it has so many.
  func range(pages: Int) -> ClosedRange<Int> { first...first + max(1, pages) - 1 }

  /// The part as it stands among what a decision is bound to.
  var key: String { "pages \(first)-\(last.map(String.init) ?? "end")" }
}

extension DocumentSource {
  /// The document that all pages of the files are.
  var whole: DocumentSource { DocumentSource(name: part?.of ?? name, files: files) }

  /// The documents that begin on the first page and on each of the given ones, counted from 1.
  ///
  /// The first keeps the name, so that its folder and its place in the ledger stay; each other is named by
  /// the page on which it begins, as a place in a PDF is: `0347.pdf#3`.
  package func parts(beginningOn pages: [Int]) -> [DocumentSource] {
    let cuts = Set(pages.filter { $0 > 1 }).sorted()
    guard !cuts.isEmpty else { return [self] }
    let starts = [1] + cuts
    return starts.enumerated().map { index, first in
      let last = index + 1 < starts.count ? starts[index + 1] - 1 : nil
      return DocumentSource(
        name: first == 1 ? name : "\(name)#\(first)", files: files,
        part: DocumentPart(of: name, first: first, last: last))
    }
  }
}
