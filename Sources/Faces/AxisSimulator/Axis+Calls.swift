import Delivery
import Foundation
import Packaging
import Synchronization

extension Axis {
  func send(_ request: Request, by caller: Account, bySelf: Bool) -> [UInt8] {
    let headers = request.headers
    guard request.body.suffix(2) == [0x0D, 0x0A] else {
      return Refusal(code: "21", words: "no CR LF at the end").reply
    }
    let file = Array(request.body.dropLast(2))
    guard headers["xroadvnpt-hash-file"] == unpaddedSHA256(file) else {
      return Refusal(code: "10", words: "hash-file").reply
    }
    guard let from = headers["xroadvnpt-from"], caller.codes.contains(from) else {
      return Refusal(code: "19", words: "sender not registered").reply
    }
    let envelope: ReceivedEnvelope
    do throws(EnvelopeReadingError) {
      envelope = try receivedEnvelope(file)
    } catch {
      return Refusal(code: "22", words: "wrong edXML format").reply
    }
    let message: Message
    switch envelope {
    case .document(let document):
      let named = (headers["xroadvnpt-to"]?.data(using: .utf8)).flatMap {
        try? JSONDecoder().decode([String].self, from: $0)  // without the header the envelope says
      }
      message = Message(
        docId: "", type: "edoc", from: from, to: named ?? document.to.map(\.id),
        title: document.subject ?? "",
        notation: [document.number, document.notation].compactMap { $0 }.joined(separator: "/"),
        documentId: document.documentId ?? "", sentAt: now.slashed, bySelf: bySelf)
    case .status(let report):
      message = Message(
        docId: "", type: "status", from: from, to: [report.about.organId ?? ""],
        title: report.code, notation: report.about.code ?? "",
        documentId: report.about.documentId ?? "", sentAt: now.slashed, bySelf: bySelf)
    }
    let known = Set(accounts.values.flatMap(\.codes))
    guard !message.to.isEmpty, message.to.allSatisfy(known.contains) else {
      return Refusal(code: "18", words: "receiver does not exist").reply
    }
    guard locked.isDisjoint(with: message.to) else {
      return Refusal(code: "23", words: "receiver locked").reply
    }
    let docId = book.withLock { $0.take(message, file) }
    guard let docId else { return Refusal(code: "21", words: "cannot be stored").reply }
    return Self.success(docId: docId)
  }

  func received(_ request: Request, by caller: Account) -> [UInt8] {
    let type = request.headers["xroadvnpt-messagetype"] ?? "edoc"
    let items = book.withLock { book in
      book.copies(to: caller.codes).filter { copy in
        copy.message.type == type && (copy.status == "initial" || copy.status == "processing")
      }
    }
    return Self.success(items.map(ReceivedLine.init))
  }

  func count(_ type: String, by caller: Account) -> [UInt8] {
    let count = book.withLock { book in
      book.copies(to: caller.codes).count { $0.message.type == type && $0.status == "initial" }
    }
    return Self.success(count: count)
  }

  func sent(_ request: Request, by caller: Account) -> [UInt8] {
    let type = request.headers["xroadvnpt-messagetype"] ?? "edoc"
    let docId = request.headers["xroadvnpt-docid"]
    let items = book.withLock { book in
      book.copies(from: caller.codes).filter { copy in
        copy.message.type == type && (docId == nil || docId == copy.message.docId)
      }
    }
    return Self.success(items.map(SentLine.init))
  }

  func edoc(_ request: Request, by caller: Account) -> [UInt8] {
    guard let file = file(request, of: caller) else {
      return Refusal(code: "10", words: "no such document").reply
    }
    return Self.success(Data(file).base64EncodedString())
  }

  func download(_ request: Request, by caller: Account) -> [UInt8] {
    file(request, of: caller) ?? Refusal(code: "10", words: "no such document").reply
  }

  func update(_ request: Request, by caller: Account) -> [UInt8] {
    let status = request.headers["xroadvnpt-status"] ?? ""
    guard ["processing", "done", "fail"].contains(status) else {
      return Refusal(code: "10", words: "no such status").reply
    }
    let isKnown = book.withLock { book in
      book.set(
        status, ofCopy: request.headers["xroadvnpt-docid"] ?? "", to: caller.codes,
        at: now.slashed)
    }
    return isKnown ? Self.success() : Refusal(code: "10", words: "no such document").reply
  }

  func agencies(codeField: String) -> [UInt8] {
    let lines = accounts.values.flatMap(\.codes).sorted().enumerated().map { index, code in
      AgencyLine(
        id: "\(9001 + index)", pid: codeField == "oldCode" ? "9000" : nil, code: code,
        name: "Cơ quan \(code)", mail: "vanthu@\(code.lowercased()).example",
        oldCode: codeField == "oldCode" ? "" : nil, code102: codeField == "code102" ? "" : nil)
    }
    return Self.success(lines)
  }

  func units() -> [UInt8] {
    let lines = accounts.values.flatMap(\.codes).sorted().enumerated().map { index, code in
      UnitLine(
        id: "\(9001 + index)", pid: "9000", code: code, name: "Cơ quan \(code)", mail: "",
        version: 1, centerCode: String(code.prefix(3)), deleted: false, modifyDate: now.slashed,
        isAgency: true)
    }
    return Self.success(lines)
  }

  private func file(_ request: Request, of caller: Account) -> [UInt8]? {
    let docId = request.headers["xroadvnpt-docid"] ?? ""
    let stored = book.withLock { $0.file(ofCopy: docId, to: caller.codes) }
    return stored.map { withTrace($0) }
  }

  /// The envelope as the axis hands it out: with a time of its own behind the sender's.
  private func withTrace(_ file: [UInt8]) -> [UInt8] {
    let text = String(decoding: file, as: UTF8.self)
    guard let list = text.range(of: "</edXML:TraceHeaderList>", options: .backwards) else {
      return file
    }
    let trace =
      "<edXML:TraceHeader><edXML:Timestamp>\(now.slashed)</edXML:Timestamp></edXML:TraceHeader>"
    return Array(text.replacingCharacters(in: list, with: trace + "</edXML:TraceHeaderList>").utf8)
  }
}

/// The fields that were recorded, and no others.
private struct ReceivedLine: Encodable {
  let docId: String
  let serviceType = "eDoc"
  let messageType: String
  let created_time: String
  let updated_time: String
  let from: String
  let to: String
  let status: String
  let status_desc: String

  init(_ copy: Copy) {
    docId = copy.docId
    messageType = copy.message.type
    created_time = copy.message.sentAt
    updated_time = copy.updatedAt
    from = copy.message.from
    to = copy.to
    status = copy.status
    status_desc = copy.statusWords
  }
}

private struct SentLine: Encodable {
  let serviceType = "eDoc"
  let messageType: String
  let senderDocId: String
  let receiverDocId: String
  let fromCode: String
  let toCode: String
  let title: String
  let notation: String
  let sentTime: String
  let receivedTime: String
  let sendStatus = "done"
  let sendStatusDesc = "Đã gửi"
  let receiveStatus: String
  let receiveStatusDesc: String

  init(_ copy: Copy) {
    messageType = copy.message.type
    senderDocId = copy.message.docId
    receiverDocId = copy.docId
    fromCode = copy.message.from
    toCode = copy.to
    title = copy.message.title
    notation = copy.message.notation
    sentTime = copy.message.sentAt
    receivedTime = copy.updatedAt
    receiveStatus = copy.status
    receiveStatusDesc = copy.statusWords
  }
}

private struct AgencyLine: Encodable {
  let id: String
  let pid: String?
  let code: String
  let name: String
  let mail: String
  let oldCode: String?
  let code102: String?
}

private struct UnitLine: Encodable {
  let id: String
  let pid: String
  let code: String
  let name: String
  let mail: String
  let version: Int
  let centerCode: String
  let deleted: Bool
  let modifyDate: String
  let isAgency: Bool
}
