import Digest
import FoundationEssentials
public import HTTP

/// A provincial gateway (LGSP) with the REST calls of guide v2.2.
///
/// It takes an upload and has no list of what was sent, so an attempt whose end is not known waits for
/// a person.
public struct GatewayDestination: Sending {
  private let endpoint: String
  private let systemId: String
  private let secret: Secret
  private let client: HTTPClient
  /// The destination's name in the queue.
  public let destination: String

  /// Makes a destination.
  public init(
    endpoint: String, systemId: String, secret: Secret, client: HTTPClient = HTTPClient()
  ) {
    self.endpoint = endpoint
    self.systemId = systemId
    self.secret = secret
    self.client = client
    destination = Self.name(endpoint: endpoint, systemId: systemId)
  }

  /// The name of such a destination, which needs no key.
  public static func name(endpoint: String, systemId: String) -> String {
    "lgsp:\(systemId)@\(endpoint)"
  }

  /// Nobody but a person can find out.
  public var resendRule: ResendRule { .askAPerson }

  /// The request that uploads an envelope, the same bytes for the same shipment.
  public func request(for shipment: Shipment) -> HTTPRequest {
    // No line of base64 or of our XML begins with two dashes and the envelope's own digest.
    let boundary = "sohoa-\(shipment.sha256)"
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"messageType\"\r\n\r\nedoc\r\n"
      + "--\(boundary)\r\nContent-Disposition: form-data; name=\"edocFile\"; "
      + "filename=\"\(shipment.fileName)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    return HTTPRequest(
      method: "POST", endpoint: endpoint, path: "/v1/sendEdoc",
      headers: [
        .init("X-SystemId", systemId), .init("X-SecretKey", secret.value),
        .init("Content-Type", "multipart/form-data; boundary=\(boundary)"),
      ],
      body: Array(head.utf8) + shipment.envelope + Array("\r\n--\(boundary)--\r\n".utf8))
  }

  /// Uploads the envelope once.
  public func send(_ shipment: Shipment, at now: Moment) throws(SendingError) -> Receipt {
    do throws(SendingError) {
      let reference = try upload(shipment)
      return Receipt(
        reference: reference, sha256: shipment.sha256, arrival: .written, at: now)
    } catch {
      // There is no list to ask, so what was not confirmed is not known.
      guard error.kind == .unconfirmed else { throw error }
      throw SendingError(
        kind: .outcomeUnknown, code: error.code, subject: error.subject, message: error.message)
    }
  }

  private func upload(_ shipment: Shipment) throws(SendingError) -> String {
    let response: HTTPResponse
    do throws(HTTPFailure) {
      response = try client.exchange(request(for: shipment))
    } catch {
      throw SendingError(error, at: endpoint)
    }
    let reply = try? JSONDecoder().decode(  // what it is when it is no reply is said below
      GatewayReply.self, from: Data(response.body))
    if let reply, !reply.success {
      throw SendingError(axisCode: reply.code ?? "?", status: response.status, at: endpoint)
    }
    guard (200...201).contains(response.status) else {
      throw SendingError(status: response.status, at: endpoint)
    }
    guard let reply else {
      throw SendingError(notUnderstood: "sendEdoc: \(response.contentType ?? "?")", at: endpoint)
    }
    return reply.docId ?? "?"
  }
}

/// `success`, `message` and `data` of a gateway; `data` is a name, or an object that holds one.
private struct GatewayReply: Decodable {
  let success: Bool
  let code: String?
  let docId: String?

  private enum Key: String, CodingKey { case success, code, errorCode, data }
  private struct Named: Decodable { let docId: String? }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    success = try container.decode(Bool.self, forKey: .success)
    code =
      try container.decodeIfPresent(LooseText.self, forKey: .code)?.text
      ?? container.decodeIfPresent(LooseText.self, forKey: .errorCode)?.text
    // Which of the two shapes it has was not seen.
    docId =
      (try? container.decode(LooseText.self, forKey: .data).text)
      ?? (try? container.decode(Named.self, forKey: .data).docId)
  }
}
