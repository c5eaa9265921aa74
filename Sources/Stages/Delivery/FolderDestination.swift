import Digest
import Findings
import Glibc

/// A folder that receives envelopes, for offline hand-over and for tests.
///
/// The envelope appears whole or not at all, and once: it is written under a temporary name, brought
/// to disk, and only then named. A file of that name with the same bytes is the success of an
/// earlier attempt; one with other bytes is never touched. The manifest beside it comes last, so a
/// reader that waits for `<name>.manifest.json` never sees half an envelope.
public struct FolderDestination: Sending {
  /// The folder's path.
  public let path: String

  /// Makes a destination; the folder must exist when something is sent.
  public init(path: String) { self.path = path }

  /// `folder:` and the path.
  public var destination: String { "folder:\(path)" }

  /// A folder can always be asked whether the envelope is there.
  public var resendRule: ResendRule { .tryAgain }

  /// Writes the envelope and its manifest; what is there already is not written again.
  public func send(_ shipment: Shipment, at now: Moment) throws(SendingError) -> Receipt {
    let manifest = Manifest(of: shipment).bytes
    let arrival = try place(shipment.envelope, named: shipment.fileName, attempt: shipment.attempt)
    _ = try place(
      manifest, named: "\(shipment.fileName).manifest.json", attempt: shipment.attempt)
    return Receipt(
      reference: "\(path)/\(shipment.fileName)", sha256: shipment.sha256, arrival: arrival, at: now)
  }

  private func place(
    _ bytes: [UInt8], named name: String, attempt: Int
  ) throws(SendingError) -> Receipt.Arrival {
    let final = "\(path)/\(name)"
    do throws(FileError) {
      // Each attempt has its own number, so a slow sender whose lease ran out cannot write into the
      // temporary file of its successor; what the predecessor left behind is swept away.
      for earlier in 1..<max(attempt, 1) { remove(temporary(name, attempt: earlier)) }
      if exists(final) { return try confirm(bytes, at: final) }
      let temporary = temporary(name, attempt: attempt)
      try writeFile(bytes, to: temporary)
      do throws(FileError) {
        try publish(temporary, as: final)
      } catch {
        remove(temporary)
        guard error.isThere else { throw error }
        return try confirm(bytes, at: final)
      }
      try synchronizeFolder(path)
      return .written
    } catch {
      throw sendingError(error, at: final)
    }
  }

  /// The file of that name must be ours; its name may not be on disk yet when its writer was killed.
  private func confirm(_ bytes: [UInt8], at final: String) throws(FileError) -> Receipt.Arrival {
    guard try readFile(at: final) == bytes else { throw FileError(EEXIST) }
    try synchronizeFolder(path)
    return .alreadyThere
  }

  private func temporary(_ name: String, attempt: Int) -> String {
    "\(path)/.\(name).\(attempt).part"
  }

  private func sendingError(_ error: FileError, at final: String) -> SendingError {
    switch error.code {
    case EEXIST:
      SendingError(
        kind: .permanent, code: .nameTaken, subject: final,
        message: Wording(
          vi: "Thư mục đích đã có tệp khác cùng tên; chuyển tệp đó đi rồi gửi lại: \(final)",
          en: "Another file has this name; move it away and retry: \(final)"))
    case ENOENT, ENOTDIR:
      SendingError(
        kind: .transient, code: .destinationMissing, subject: path,
        message: Wording(
          vi: "Không có thư mục đích; tạo thư mục hoặc kết nối lại ổ đĩa: \(path)",
          en: "The destination folder is not there; create or mount it: \(path)"))
    case ENOSPC, EDQUOT:
      SendingError(
        kind: .transient, code: .destinationFull, subject: path,
        message: Wording(
          vi: "Thư mục đích hết chỗ; giải phóng dung lượng: \(path)",
          en: "The destination is full; make room: \(path)"))
    case EROFS, EACCES, EPERM:
      SendingError(
        kind: .transient, code: .destinationReadOnly, subject: path,
        message: Wording(
          vi: "Không có quyền ghi vào thư mục đích; cấp quyền ghi: \(path)",
          en: "The destination may not be written to; grant the right to write: \(path)"))
    default:
      SendingError(
        kind: .transient, code: .destinationFailed, subject: path,
        message: Wording(
          vi: "Không ghi được vào thư mục đích (\(error.reason)): \(path)",
          en: "The destination cannot be written (\(error.reason)): \(path)"))
    }
  }
}
