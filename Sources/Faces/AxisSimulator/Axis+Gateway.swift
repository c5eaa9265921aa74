import Delivery
import Foundation
import Packaging
import Synchronization

/// A provincial gateway in front of the same book: one upload, and no list of what was sent.
///
/// Only the guide's names of calls and fields are known; replies hold no more than those.
extension Axis {
  /// The reply to a call of the gateway; nil when it is none.
  func gatewayAnswer(_ request: Request) -> [UInt8]? {
    guard request.path == "/v1/sendEdoc" else { return nil }
    guard let account = accounts[request.headers["x-systemid"] ?? ""],
      request.headers["x-secretkey"] == account.secret
    else { return Self.encoded(GatewayReply(success: false, message: "wrong key", code: "15")) }
    guard let file = uploaded(request),
      case .document(let document)? = try? receivedEnvelope(file)
    else { return Self.encoded(GatewayReply(success: false, message: "no edXML", code: "22")) }
    guard account.codes.contains(document.from.id) else {
      return Self.encoded(GatewayReply(success: false, message: "no sender", code: "19"))
    }
    let known = Set(accounts.values.flatMap(\.codes))
    guard document.to.allSatisfy({ known.contains($0.id) }) else {
      return Self.encoded(GatewayReply(success: false, message: "no receiver", code: "18"))
    }
    let message = Message(
      docId: "", type: "edoc", from: document.from.id, to: document.to.map(\.id),
      title: document.subject ?? "",
      notation: [document.number, document.notation].compactMap { $0 }.joined(separator: "/"),
      documentId: document.documentId ?? "", sentAt: now.slashed, bySelf: false)
    guard let docId = book.withLock({ $0.take(message, file) }) else {
      return Self.encoded(GatewayReply(success: false, message: "not stored", code: "21"))
    }
    return Self.encoded(GatewayReply(success: true, message: "ok", data: docId))
  }

  /// The bytes of the part `edocFile` (RFC 7578).
  private func uploaded(_ request: Request) -> [UInt8]? {
    guard let type = request.headers["content-type"],
      let boundary = type.split(separator: "boundary=").dropFirst().first
    else { return nil }
    let body = Data(request.body)
    let mark = Data("--\(boundary)".utf8)
    guard let name = body.range(of: Data("name=\"edocFile\"".utf8)),
      let start = body.range(of: Data("\r\n\r\n".utf8), in: name.upperBound..<body.count),
      let end = body.range(
        of: Data("\r\n".utf8) + mark, in: start.upperBound..<body.count)
    else { return nil }
    return [UInt8](body[start.upperBound..<end.lowerBound])
  }
}

private struct GatewayReply: Encodable {
  let success: Bool
  let message: String
  var code: String?
  var data: String?
}
