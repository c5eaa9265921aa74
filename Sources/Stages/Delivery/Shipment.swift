import Digest
import Findings

/// One envelope on its way to one destination.
public struct Shipment: Sendable, Equatable {
  /// The delivery's id.
  public let delivery: String
  /// The number of this attempt, from 1; never used twice for one delivery.
  public let attempt: Int
  /// The envelope's `DocumentId`.
  public let documentId: String
  /// The agency codes of the receivers that the envelope names.
  public let receivers: [String]
  /// The envelope's bytes.
  public let envelope: [UInt8]
  /// SHA-256 of the envelope, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The name that the envelope bears at the destination.
  public let fileName: String
  /// Whether an earlier attempt may have brought it there already.
  public let isInDoubt: Bool

  /// The peer's names of other envelopes of this document, which must not be taken for this one.
  public let others: Set<String>

  /// Makes a shipment of bytes at hand.
  public init(
    delivery: String, attempt: Int, documentId: String, receivers: [String], envelope: [UInt8],
    fileName: String, isInDoubt: Bool = false, others: Set<String> = []
  ) {
    self.delivery = delivery
    self.attempt = attempt
    self.documentId = documentId
    self.receivers = receivers
    self.envelope = envelope
    sha256 = SHA256.hex(of: envelope)
    self.fileName = fileName
    self.isInDoubt = isInDoubt
    self.others = others
  }

  /// Makes a shipment of a stored envelope, which must still be the one that was queued.
  public init(
    delivery: String, attempt: Int, documentId: String, receivers: [String],
    storedAt path: String, sha256: String, fileName: String, isInDoubt: Bool = false,
    others: Set<String> = []
  ) throws(SendingError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(at: path)
    } catch {
      throw SendingError(
        kind: error.isMissing ? .permanent : .transient, code: .envelopeMissing, subject: path,
        message: Wording(
          vi: "Không đọc được gói tin trong hàng chờ (\(error.reason)): \(path)",
          en: "The queued envelope cannot be read (\(error.reason)): \(path)"))
    }
    self.init(
      delivery: delivery, attempt: attempt, documentId: documentId, receivers: receivers,
      envelope: bytes, fileName: fileName, isInDoubt: isInDoubt, others: others)
    guard self.sha256 == sha256 else {
      throw SendingError(
        kind: .permanent, code: .envelopeChanged, subject: path,
        message: Wording(
          vi: "Gói tin trong hàng chờ đã bị thay đổi; đóng gói lại văn bản: \(path)",
          en: "The queued envelope was changed; pack the document again: \(path)"))
    }
  }
}
