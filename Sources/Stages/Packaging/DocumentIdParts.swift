/// The parts of a document's identifier as we write it: `{OrganId},{yyyy/MM/dd},{number}/{notation}`.
public struct DocumentIdParts: Sendable, Equatable {
  /// The agency that issued the document.
  public let sender: String
  /// The document's date, `yyyy/MM/dd`.
  public let date: String
  /// Number and notation, `123/SMH-VP`.
  public let code: String

  /// Agency, year, number and notation: what no two documents may share, whatever their days.
  public var yearCode: String { "\(sender),\(date.prefix(4)),\(code)" }

  /// Takes an identifier apart; what is not there is empty.
  public init(_ documentId: String) {
    let parts = documentId.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    sender = parts[0]
    date = parts.count > 1 ? parts[1] : ""
    code = parts.count > 2 ? parts[2] : ""
  }
}
