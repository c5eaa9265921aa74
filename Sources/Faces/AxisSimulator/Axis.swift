import Delivery
import Digest
import Foundation
import Packaging
import Synchronization

/// The axis itself: accounts, agencies, messages, and a reply to each call.
final class Axis: Sendable {
  let accounts: [String: Account]
  let locked: Set<String>
  private let clockOffset: Int
  private let maximumSkew: Int?
  let book: Mutex<Book>

  init(
    accounts: [Account], locked: Set<String>, clockOffset: Int, maximumSkew: Int?, folder: String?
  ) throws {
    self.accounts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.systemId, $0) })
    self.locked = locked
    self.clockOffset = clockOffset
    self.maximumSkew = maximumSkew
    book = Mutex(try Book(folder: folder))
  }

  /// This axis's clock.
  var now: Moment {
    let seconds = Date().timeIntervalSince1970 + Double(clockOffset)
    return Moment(milliseconds: Int64((seconds * 1000).rounded(.down)))
  }

  /// The reply to a request; `bySelf` marks what the axis does without being asked.
  func answer(_ request: Request, bySelf: Bool = false) -> [UInt8] {
    if let answer = gatewayAnswer(request) { return answer }
    return switch caller(of: request) {
    case .failure(let refusal): refusal.reply
    case .success(let caller):
      switch request.path.dropFirst() {
      case "sendEdoc": send(request, by: caller, bySelf: bySelf)
      case "getReceivedEdocList": received(request, by: caller)
      case "getSentEdocList": sent(request, by: caller)
      case "getEdoc": edoc(request, by: caller)
      case "downloadEdoc": download(request, by: caller)
      case "updateStatus": update(request, by: caller)
      case "countReceiveEdoc": count("edoc", by: caller)
      case "countReceiveStatus": count("status", by: caller)
      case "getAgenciesList": agencies(codeField: "oldCode")
      case "getAgenciesListQD20": agencies(codeField: "code102")
      case "getSynchronizeUnit": units()
      case "registerAgency", "deleteAgency": Self.success()
      default: Refusal(code: "99", words: "no such call").reply
      }
    }
  }

  /// Who signed a request; nobody when key, headers, or time do not fit.
  private func caller(of request: Request) -> Result<Account, Refusal> {
    let headers = request.headers
    guard let account = accounts[headers["xroadvnpt-systemid"] ?? ""],
      let signed = headers["xroadvnpt-sign-header"],
      let keys = headers["xroadvnpt-sign-header-key"]?.split(separator: ";"),
      headers["xroadvnpt-hash-header"]
        == hmacSHA256(of: Array(signed.utf8), key: Array(account.secret.utf8)),
      let values = try? JSONDecoder().decode([String: String].self, from: Data(signed.utf8)),
      values.count == keys.count,
      keys.allSatisfy({ key in
        values["XroadVnpt-\(key)"] == headers["xroadvnpt-\(key.lowercased())"]
      })
    else { return .failure(Refusal(code: "15", words: "wrong system id or key")) }
    if let maximumSkew {
      guard let sent = Self.moment(headers["xroadvnpt-timestamp"] ?? ""),
        abs(sent.milliseconds - now.milliseconds) <= Int64(maximumSkew) * 1000
      else { return .failure(Refusal(code: "15", words: "the time is off")) }
    }
    return .success(account)
  }

  /// `ddMMyyyy'T'HHmmss+SSSS`, in Vietnam's time.
  private static func moment(_ timestamp: String) -> Moment? {
    let digits = timestamp.filter(\.isNumber).compactMap(\.wholeNumberValue)
    guard digits.count == 18 else { return nil }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? calendar.timeZone
    let date = calendar.date(
      from: DateComponents(
        year: number(4..<8), month: number(2..<4), day: number(0..<2), hour: number(8..<10),
        minute: number(10..<12), second: number(12..<14)))
    return date.map { Moment(milliseconds: Int64($0.timeIntervalSince1970) * 1000) }
  }
}

/// Why a call is refused.
struct Refusal: Error {
  let code: String
  let words: String

  /// `DocId` and `data` are there because the vendor's client loses the code without them.
  var reply: [UInt8] {
    Axis.encoded(
      FailedReply(status: "FAIL", ErrorCode: code, ErrorDesc: words, DocId: "", data: ""))
  }
}

/// A refusal as it is written.
private struct FailedReply: Encodable {
  let status: String
  let ErrorCode: String
  let ErrorDesc: String
  let DocId: String
  let data: String
}

/// A reply as it is written; what is nil is left out.
private struct Reply<Content: Encodable>: Encodable {
  var status = "OK"
  var ErrorCode = "0"
  var ErrorDesc = "Success"
  var DocId: String?
  var count: Int?
  var data: Content?
}

extension Axis {
  static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    // Texts and numbers always encode.
    return (try? encoder.encode(value)).map { [UInt8]($0) } ?? []
  }

  static func success() -> [UInt8] { encoded(Reply<String>()) }
  static func success(docId: String) -> [UInt8] { encoded(Reply<String>(DocId: docId)) }
  static func success(count: Int) -> [UInt8] { encoded(Reply<String>(count: count)) }
  static func success(_ data: some Encodable) -> [UInt8] { encoded(Reply(data: data)) }
}
