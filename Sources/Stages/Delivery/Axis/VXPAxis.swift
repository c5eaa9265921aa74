import FoundationEssentials
public import HTTP

/// The national axis (VXP): its calls, each one signed request and one judged reply.
///
/// No call is ever repeated here, redirected, or read as a success because it was not understood: an
/// HTML page in place of a list is an error, not an empty list.
public struct VXPAxis: Sendable, Equatable {
  /// Which kind of message: a document, or a report on one.
  public enum MessageType: String, Sendable, Codable, CaseIterable {
    /// A document.
    case document = "edoc"
    /// A report on a document.
    case status
  }

  /// What we tell the axis of a message that we fetched.
  public enum Acknowledgement: Sendable, Equatable {
    /// We have begun.
    case processing
    /// It is stored safely.
    case done
    /// It cannot be read; the reason in ASCII.
    case fail(String)
  }

  /// Who calls, and where.
  public let account: VXPAccount
  private let client: HTTPClient

  /// Makes the axis of an account.
  public init(account: VXPAccount, client: HTTPClient = HTTPClient()) {
    self.account = account
    self.client = client
  }

  /// Hands an envelope to the axis and gives the axis's name for it (`/sendEdoc`).
  ///
  /// The receivers are those that the envelope names: header and envelope say the same.
  public func send(
    _ file: [UInt8], as type: MessageType, from sender: String, to receivers: [String],
    at now: Moment
  ) throws(SendingError) -> String {
    let reply: VXPReply<NoContent> = try reply(
      to: VXPCall(
        "sendEdoc",
        [.init("from", sender)] + (receivers.isEmpty ? [] : [.init("to", jsonArray(receivers))])
          + [.init("servicetype", "eDoc"), .init("messagetype", type.rawValue)],
        body: .file(file)), at: now)
    guard let docId = reply.docId, !docId.isEmpty else {
      throw notUnderstood("sendEdoc: no DocId")
    }
    return docId
  }

  /// What we sent, one line a receiver (`/getSentEdocList`); only one message when it is named.
  public func sent(
    _ type: MessageType, docId: String? = nil, at now: Moment
  ) throws(SendingError) -> [SentItem] {
    try list(
      VXPCall(
        "getSentEdocList",
        [.init("servicetype", "eDoc"), .init("messagetype", type.rawValue)]
          + (docId.map { [.init("docId", $0)] } ?? [])), at: now)
  }

  /// What waits for us (`/getReceivedEdocList`).
  public func received(
    _ type: MessageType, at now: Moment
  ) throws(SendingError) -> [ReceivedItem] {
    try list(
      VXPCall(
        "getReceivedEdocList",
        [.init("servicetype", "eDoc"), .init("messagetype", type.rawValue)]), at: now)
  }

  /// The envelope of a message that waits for us (`/getEdoc`).
  public func envelope(of docId: String, at now: Moment) throws(SendingError) -> [UInt8] {
    // The vendor's client sends a path of its machine; ours says nothing of it.
    let reply: VXPReply<String> = try reply(
      to: VXPCall(
        "getEdoc", [.init("filePath", "."), .init("docId", docId)], body: .json("{}")), at: now)
    let digits = (reply.content ?? "").filter { !$0.isWhitespace }
    guard let data = Data(base64Encoded: digits), !data.isEmpty else {
      throw notUnderstood("getEdoc: no base64")
    }
    return [UInt8](data)
  }

  /// Tells the axis what became of a message that we fetched (`/updateStatus`).
  public func acknowledge(
    _ docId: String, _ acknowledgement: Acknowledgement, at now: Moment
  ) throws(SendingError) {
    let parameters: [VXPCall.Parameter] =
      switch acknowledgement {
      case .processing: [.init("status", "processing"), .init("docId", docId)]
      case .done: [.init("status", "done"), .init("docId", docId)]
      case .fail(let reason):
        [
          .init("status", "fail"), .init("docId", docId),
          // Headers carry ASCII only; everything else is made a question mark.
          .init("description", String(reason.map { $0.isASCII && $0 >= " " ? $0 : "?" })),
        ]
      }
    let _: VXPReply<NoContent> = try reply(
      to: VXPCall("updateStatus", parameters, body: .json("{}")), at: now)
  }

  /// The catalogue of agencies (`/getAgenciesList`).
  public func agencies(at now: Moment) throws(SendingError) -> [ListedAgency] {
    try list(VXPCall("getAgenciesList"), at: now)
  }

  private func list<Item: Decodable>(_ call: VXPCall, at now: Moment) throws(SendingError)
    -> [Item]
  {
    let reply: VXPReply<[Item]> = try reply(to: call, at: now)
    guard let items = reply.content else { throw notUnderstood("\(call.name): no data") }
    return items
  }

  private func reply<Content: Decodable>(
    to call: VXPCall, at now: Moment
  ) throws(SendingError) -> VXPReply<Content> {
    let response: HTTPResponse
    do throws(HTTPFailure) {
      response = try client.exchange(account.request(for: call, timestamp: now.axisTimestamp))
    } catch {
      throw SendingError(error, at: account.endpoint)
    }
    let reply = try? JSONDecoder().decode(  // what it is when it is no reply is said below
      VXPReply<Content>.self, from: Data(response.body))
    if let reply, reply.errorCode != "0" {
      throw SendingError(axisCode: reply.errorCode, status: response.status, at: account.endpoint)
    }
    guard (200...201).contains(response.status) else {
      throw SendingError(status: response.status, at: account.endpoint)
    }
    guard let reply else { throw notUnderstood("\(call.name): \(response.contentType ?? "?")") }
    return reply
  }

  private func notUnderstood(_ what: String) -> SendingError {
    SendingError(notUnderstood: what, at: account.endpoint)
  }
}
