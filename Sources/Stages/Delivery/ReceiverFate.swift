public import Packaging

/// What became of a document at one of its receivers, after it was handed over.
public struct ReceiverFate: Sendable, Equatable {
  /// The receiver's agency code.
  public let receiver: String
  /// What its system did with the message: `initial`, `processing`, `done`, `fail`; nil when not known.
  public private(set) var transport: String?
  /// The last report, `01`…`16`; nil when none came.
  public private(set) var code: String?
  /// The words of the last report.
  public private(set) var reason: String?
  /// When the last report was made, `yyyy/MM/dd HH:mm:ss`.
  public private(set) var reportedAt: String?

  /// Takes a fate from storage, or begins one.
  public init(
    receiver: String, transport: String? = nil, code: String? = nil, reason: String? = nil,
    reportedAt: String? = nil
  ) {
    self.receiver = receiver
    self.transport = transport
    self.code = code
    self.reason = reason
    self.reportedAt = reportedAt
  }

  /// Takes in what the axis says of the receiver's system; true when that is news.
  public mutating func track(_ transport: String) -> Bool {
    guard self.transport != transport else { return false }
    self.transport = transport
    return true
  }

  /// Takes in a report; true when that is news.
  ///
  /// Reports come twice, late and out of order: the later time wins, and at the same time the higher
  /// code, because one office sends 03 and 05 within one second.
  public mutating func take(_ report: StatusReport) -> Bool {
    let place = { (time: String?, code: String?) in (time ?? "", code ?? "") }
    guard place(report.timestamp, report.code) > place(reportedAt, code) else { return false }
    code = report.code
    reason = report.reason
    reportedAt = report.timestamp
    return true
  }
}
