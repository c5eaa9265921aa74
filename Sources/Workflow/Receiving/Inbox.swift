import Delivery
import Digest
public import Findings
import Foundation
public import Ledger
import Packaging
import ProcessLimits

/// Fetches what waits for an office on the national axis: documents, and reports on what it sent.
///
/// A message is on disk, as it came, before anything else is done with it; it is acknowledged after
/// it was taken in. So a kill at any moment loses nothing, and doing it again changes nothing.
public struct Inbox {
  /// What one poll did.
  public struct Tally: Sendable, Equatable {
    /// Documents that landed in a folder of their own.
    public var documents: [String] = []
    /// Documents that their sender asks back, by the folder in which they lie.
    public var recalls: [String] = []
    /// Documents that were here already.
    public var duplicates = 0
    /// Reports on what we sent that were news.
    public var reports = 0
    /// Messages that cannot be read; their bytes are kept.
    public var unreadable = 0
    /// Receivers whose system did something with what we sent.
    public var tracked = 0
    /// Reports of ours that left.
    public var reportsSent = 0
    /// Why it ended early; nil when it did not.
    public var stopped: Wording?
  }

  private let ledger: Ledger
  private let axis: VXPAxis
  private let account: String
  private let folder: String
  private let sender: Agency?
  private let policy: RetryPolicy
  private static let actor = "sohoa receive"

  /// The inboxes of every account on the axis that the ledger or the pipeline knows.
  public static func all(
    for ledger: Ledger, pipeline: Pipeline, output: String
  ) throws -> [Inbox] {
    if let destination = pipeline.destination, destination.kind == .vxp {
      try ledger.keep(Route(destination: destination, output: output, retry: pipeline.retry))
    }
    let inboxes = try all(for: ledger, sender: pipeline.package?.from)
    guard !inboxes.isEmpty else { throw DestinationError.noAxis }
    return inboxes
  }

  /// The inboxes of every account on the axis that the ledger knows.
  public static func all(for ledger: Ledger) throws -> [Inbox] {
    try all(for: ledger, sender: nil)
  }

  private static func all(for ledger: Ledger, sender: Agency?) throws -> [Inbox] {
    try ledger.routes().filter { $0.destination.kind == .vxp }.map { route in
      Inbox(
        ledger: ledger, axis: try route.destination.axis(),
        account: route.destination.name(output: route.output), folder: route.output + "/inbox",
        sender: sender, policy: route.retry)
    }
  }

  /// Sends the reports of ours that are due, and fetches nothing.
  public func sendDueReports() throws -> Tally {
    var tally = Tally()
    do {
      try sendReports(&tally)
    } catch let error as SendingError {
      tally.stopped = error.message
    }
    return tally
  }

  /// Fetches, takes in, acknowledges, and sends the reports that are due.
  public func poll(isInterrupted: () -> Bool) throws -> Tally {
    var tally = Tally()
    do {
      try finishOpen(&tally)
      for type in VXPAxis.MessageType.allCases {
        for item in try axis.received(type, at: .now) where !isInterrupted() {
          try fetch(item, type)
          try finishOpen(&tally)
        }
      }
      tally.tracked = try ledger.track(
        try axis.sent(.document, at: .now), by: Self.actor, at: .now)
      try sendReports(&tally)
    } catch let error as SendingError {
      tally.stopped = error.message
    }
    return tally
  }

  /// Brings one message to disk.
  private func fetch(_ item: ReceivedItem, _ type: VXPAxis.MessageType) throws {
    if var known = try ledger.incoming(item.docId) {
      // The axis lists it still, so it did not hear us.
      guard known.isAcknowledged else { return }
      known.isAcknowledged = false
      try ledger.keep(known, at: .now)
      return
    }
    try axis.acknowledge(item.docId, .processing, at: .now)
    let bytes = try axis.envelope(of: item.docId, at: .now)
    let digest = SHA256.hex(of: bytes)
    // The axis's name is no name for a file until its letters are known to be harmless.
    let path = "\(folder)/raw/\(digest.prefix(16))-\(harmless(item.docId)).edxml"
    try makeFolder("\(folder)/raw")
    try replaceFile(at: path, with: bytes)
    try ledger.keep(
      InboxEntry(
        docId: item.docId, account: account, type: type.rawValue, sender: item.from,
        receiver: item.to, sha256: digest, rawPath: path, at: .now), at: .now)
  }

  /// Takes in what is on disk and tells the axis.
  private func finishOpen(_ tally: inout Tally) throws {
    for var entry in try ledger.openIncoming(of: account) {
      if entry.state == .stored {
        guard let data = FileManager.default.contents(atPath: entry.rawPath) else {
          throw RunError.cannotWrite(path: entry.rawPath, reason: "the raw message is not there")
        }
        try takeIn([UInt8](data), &entry, &tally)
      }
      try axis.acknowledge(
        entry.docId, entry.state == .unreadable ? .fail("unreadable envelope") : .done, at: .now)
      entry.isAcknowledged = true
      try ledger.keep(entry, at: .now)
    }
  }

  private func takeIn(_ bytes: [UInt8], _ entry: inout InboxEntry, _ tally: inout Tally) throws {
    let envelope: ReceivedEnvelope
    do throws(EnvelopeReadingError) {
      envelope = try receivedEnvelope(bytes)
    } catch {
      entry.state = .unreadable
      entry.note = error.description
      tally.unreadable += 1
      try ledger.keep(entry, at: .now)
      return
    }
    switch envelope {
    case .status(let report):
      entry.documentId = report.about.documentId
      entry.state = .done
      switch try ledger.take(report, by: Self.actor, at: .now) {
      case true?:
        tally.reports += 1
        entry.note = "report \(report.code)"
      case false?: entry.note = "report \(report.code), known already"
      case nil:
        entry.note = "report \(report.code) on a document that was not sent from here"
        try takeRecall(report, receiver: entry.receiver, &tally)
      }
      try ledger.keep(entry, at: .now)
    case .document(let document):
      entry.sender = document.from.id
      entry.documentId = document.documentId
      entry.action = document.action.rawValue
      if let earlier = try ledger.predecessor(of: entry) {
        entry.state = .duplicate
        entry.note = "the same document as \(earlier.docId)"
        entry.folder = earlier.folder
        tally.duplicates += 1
        try ledger.keep(entry, at: .now)
        return
      }
      let landed = try land(document, bytes, entry)
      entry.folder = landed
      entry.state = .done
      entry.note = document.oddities.joined(separator: "; ")
      tally.documents.append(landed)
      try ledger.keep(entry, report: arrival(of: document, entry), at: .now)
    }
  }

  /// A sender asks a document back (13): a person must answer, so it is said and written beside it.
  private func takeRecall(
    _ report: StatusReport, receiver: String?, _ tally: inout Tally
  ) throws {
    guard report.code == StatusCode.withdrawalAsked.rawValue,
      let documentId = report.about.documentId
    else { return }
    for known in try ledger.incoming(documentId: documentId, receiver: receiver) {
      guard let folder = known.folder else { continue }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try replaceFile(at: "\(folder)/recall.json", with: [UInt8](try encoder.encode(report)))
      tally.recalls.append(folder)
    }
  }

  /// Writes a document into a folder of its own: what is attached, the envelope as it came, and its
  /// record, which comes last.
  private func land(
    _ document: ReceivedDocument, _ bytes: [UInt8], _ entry: InboxEntry
  ) throws -> String {
    let code = [document.number, document.notation].compactMap { $0 }.joined(separator: "_")
    let name = harmless(
      "\(document.date?.iso ?? "0000")_\(document.from.id)_\(code)_\(entry.docId.suffix(8))")
    let folder = "\(self.folder)/\(name)"
    try makeFolder(folder)
    var names: Set<String> = ["envelope.edxml", "record.json"]
    var files: [String] = []
    for (index, attachment) in document.attachments.enumerated() {
      var file = attachment.name
      if !names.insert(file.lowercased()).inserted { file = "\(index + 1)-\(file)" }
      names.insert(file.lowercased())
      try replaceFile(at: "\(folder)/\(file)", with: attachment.bytes)
      files.append(file)
    }
    try replaceFile(at: "\(folder)/envelope.edxml", with: bytes)
    let record = IncomingRecord(document, docId: entry.docId, files: files, sha256: entry.sha256)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try replaceFile(
      at: "\(folder)/record.json", with: [UInt8](try encoder.encode(record)) + [0x0A])
    return folder
  }

  /// The report that the document is here (01), which goes out by itself.
  private func arrival(of document: ReceivedDocument, _ entry: InboxEntry) -> OutgoingReport? {
    // A document without number or date cannot be reported on; it landed all the same.
    try? outgoingReport(.arrived, on: document, entry, from: sender, reason: nil)
  }

  private func sendReports(_ tally: inout Tally) throws {
    while let report = try ledger.dueReport(of: account, at: .now) {
      do throws(SendingError) {
        let docId = try axis.send(
          report.envelope, as: .status, from: report.sender, to: [report.organ], at: .now)
        try settle(report, sentAs: docId, dueAgain: nil)
        tally.reportsSent += 1
      } catch {
        // A report that comes twice does no harm: the receiver drops the second.
        let id = "\(report.documentId)/\(report.code)"
        let delay = policy.delayMilliseconds(afterFailures: report.attempts + 1, of: id)
        let isOver = error.kind == .permanent
        try settle(
          report, sentAs: nil,
          dueAgain: isOver ? nil : delay.map { Moment.now.adding(milliseconds: $0) })
        if error.kind == .blocked { throw error }
      }
    }
  }

  private func settle(
    _ report: OutgoingReport, sentAs docId: String?, dueAgain: Moment?
  ) throws(SendingError) {
    do throws(LedgerError) {
      try ledger.settle(report, sentAs: docId, dueAgain: dueAgain)
    } catch {
      throw SendingError(
        kind: .transient, code: .destinationFailed, subject: account,
        message: Wording(vi: "sổ ghi: \(error)", en: "\(error)"))
    }
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw RunError.cannotWrite(path: path, reason: error.localizedDescription)
    }
  }
}

/// A name that no file system and no shell takes for more than a name.
private func harmless(_ text: String) -> String {
  let plain = text.decomposedStringWithCanonicalMapping.replacingOccurrences(of: "Đ", with: "D")
    .replacingOccurrences(of: "đ", with: "d").unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  let letters = plain.map { scalar in
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      || scalar == "-" || scalar == "." || scalar == "_" ? Character(scalar) : "_"
  }
  let name = String(letters.prefix(120))
  return name.hasPrefix(".") ? "_" + name : name
}
