import FoundationEssentials

/// What every reply of the axis holds, and what some hold beside it.
///
/// The axis's real replies were not seen, so reading is tolerant in what does not matter (a number
/// for a text) and strict in what does: without `ErrorCode` it is no reply of the axis.
struct VXPReply<Content: Decodable>: Decodable {
  let errorCode: String
  let errorDescription: String
  /// The axis's name for the message, on sending only.
  let docId: String?
  let content: Content?

  private enum Key: String, CodingKey {
    case errorCode = "ErrorCode"
    case errorDescription = "ErrorDesc"
    case docId = "DocId"
    case content = "data"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    errorCode = try container.decode(LooseText.self, forKey: .errorCode).text
    errorDescription = try container.decodeIfPresent(String.self, forKey: .errorDescription) ?? ""
    docId = try container.decodeIfPresent(String.self, forKey: .docId)
    // A refusal may come without data, or with data of another shape.
    content =
      errorCode == "0" ? try container.decodeIfPresent(Content.self, forKey: .content) : nil
  }
}

/// A text that some write as a number.
struct LooseText: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      text = String(number)
    } else {
      text = try container.decode(String.self)
    }
  }
}

/// For calls whose reply has no data.
struct NoContent: Decodable {}

/// One line of the list of what was sent: one receiver of one message.
public struct SentItem: Sendable, Equatable, Decodable {
  /// The axis's name for the message, as `sendEdoc` gave it.
  public let senderDocId: String?
  /// Who sent.
  public let fromCode: String?
  /// Who receives.
  public let toCode: String?
  /// Number and notation, `123/SMH-VP`.
  public let notation: String?
  /// When the axis took it, `yyyy/MM/dd HH:mm:ss`.
  public let sentTime: String?
  /// What the receiver's system did with it: `initial`, `processing`, `done`, `fail`.
  public let receiveStatus: String?
}

/// One message that waits for us.
public struct ReceivedItem: Sendable, Equatable, Decodable {
  /// The axis's name for the message at this receiver.
  public let docId: String
  /// Who sent.
  public let from: String?
  /// Who receives.
  public let to: String?
  /// `edoc` or `status`.
  public let messageType: String?
  /// `initial`, `processing`, `done`, `fail`.
  public let status: String?
}

/// One agency of the axis's catalogue.
public struct ListedAgency: Sendable, Equatable, Decodable {
  /// The code.
  public let code: String
  /// The name.
  public let name: String
  /// The e-mail address.
  public let mail: String?
  /// The code under the older rules, in the list of QĐ 20/2020.
  public let code102: String?
  /// The code under the older rules, in the list of all.
  public let oldCode: String?
}
