import Digest
import Inspection
import Ledger

extension Run {
  /// The documents that persons made of one; the document itself when nobody split it.
  ///
  /// A part that was asked for by name stands for itself alone, with the pages that it has by now.
  func split(_ source: DocumentSource) throws -> [DocumentSource] {
    guard let ledger else { return [source] }
    let whole = source.whole
    let parts = whole.parts(beginningOn: try ledger.cuts(of: whole))
    guard source.part != nil else { return parts }
    return parts.filter { $0.name == source.name }
  }
}

extension Ledger {
  /// The pages on which persons let another document begin, decided on these very bytes.
  fileprivate func cuts(of whole: DocumentSource) throws -> [Int] {
    let splits = try decisions(about: whole.name).compactMap { entry -> (Int, [String])? in
      let bound = try entry.act.value(BoundDecision.self)
      guard case .split(let page) = bound.decision.act else { return nil }
      return (page, bound.sources)
    }
    guard !splits.isEmpty else { return [] }
    // Only a document that somebody split is read for its digest before its survey.
    let digests = whole.files.map { SHA256.hex(ofFile: $0) }
    return splits.filter { $0.1.map(Optional.some) == digests }.map(\.0)
  }
}
