import Findings
public import Packaging

/// The folder in which envelopes wait, each under its own digest.
///
/// A name that is the content's digest makes the order of steps safe: the file is on disk before its
/// row is in the ledger, and a changed envelope never replaces the file of a row that is queued.
public struct EnvelopeStore: Sendable, Equatable {
  /// The folder's path; it must exist.
  public let path: String

  /// Makes a store on a folder that exists.
  public init(path: String) { self.path = path }

  /// Brings a package's envelope to disk and gives its path; doing it again changes nothing.
  public func store(_ package: SubmissionPackage) throws(SendingError) -> String {
    let final = "\(path)/\(package.sha256).edxml"
    do throws(FileError) {
      if exists(final), try readFile(at: final) == package.envelope { return final }
      let temporary = "\(final).\(processNumber).part"
      try writeFile(package.envelope, to: temporary)
      try replace(final, with: temporary)
      try synchronizeFolder(path)
      return final
    } catch {
      throw SendingError(
        kind: .transient, code: .destinationFailed, subject: path,
        message: Wording(
          vi: "Không ghi được gói tin vào hàng chờ (\(error.reason)): \(path)",
          en: "The envelope cannot be written to the outbox (\(error.reason)): \(path)"))
    }
  }
}
