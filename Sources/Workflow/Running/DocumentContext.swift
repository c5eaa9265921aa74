import Delivery
import Reporting

/// What the ledger keeps of a document beside its judgement, so that it can be judged again.
struct DocumentContext: Sendable, Equatable, Codable {
  static let version = 1

  let source: DocumentSource
  let pipeline: Pipeline
  let output: String
  let outputs: OutputsReport
  /// When the document was first packed: its envelope says so and must say the same when it is made again.
  var packedAt: Moment?
}
