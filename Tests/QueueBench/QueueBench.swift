import ArgumentParser
import Delivery
import Extraction
import Foundation
import Ledger
import Packaging
import Workflow

/// `queue-bench`: fills a sending queue with invented documents, and times its statements.
///
/// For tests and measurements only; the documents go through packing and accepting as real ones do.
@main
struct QueueBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue-bench", subcommands: [Fill.self, Time.self, Read.self])
}

private struct Fill: ParsableCommand {
  @Option var out: String
  @Option var endpoint: String
  @Option var kind = "vxp"
  @Option var systemId = "demo-system"
  @Option var sender = "Y98.01"
  @Option var receiver: [String] = []
  @Option var documents = 1
  /// Receivers in all; they are dealt out among the documents, at least one each.
  @Option var deliveries: Int?
  @Option var pdfBytes = 2000
  @Option var retrySeconds = 60
  @Option var attempts = 8
  @Option var seconds = 300
  /// Makes updates of the documents instead, ordered at that time.
  @Option var updatedAt: String?

  func run() throws {
    let state = out + "/.sohoa"
    try FileManager.default.createDirectory(
      atPath: state + "/envelopes", withIntermediateDirectories: true)
    let ledger = try Ledger(path: state + "/ledger.sqlite")
    let pipeline = try Pipeline(
      yaml: """
        name: bench
        ocr: { languages: vie }
        limits: {}
        rules: {}
        archive: { level: 2u }
        destination:
          kind: \(kind)
          endpoint: \(endpoint)
          systemId: \(systemId)
          seconds: \(seconds)
          secret: { env: SOHOA_AXIS_KEY }
        retry:
          firstSeconds: \(retrySeconds)
          longestSeconds: \(max(retrySeconds, 21600))
          attempts: \(attempts)
        """, name: "bench")
    guard let destination = pipeline.destination else { preconditionFailure("it is there") }
    try ledger.keep(Route(destination: destination, output: out, retry: pipeline.retry))
    let store = EnvelopeStore(path: state + "/envelopes")
    let codes = receiver.isEmpty ? ["Y99.02"] : receiver
    let total = deliveries ?? documents
    for number in 0..<documents {
      let share = total * (number + 1) / documents - total * number / documents
      let to = (0..<max(1, min(share, codes.count))).map { codes[(number + $0) % codes.count] }
      let package = try package(number + 1, to: to)
      let now = Moment.now
      let document = DocumentEntry(
        name: "\(number + 1).pdf", sources: ["\(number)"], pipeline: "bench", status: .accepted,
        updatedAt: now)
      try ledger.accept(
        document,
        packages: [
          NewDelivery(
            of: package, storedAt: try store.store(package), to: destination.name(output: out),
            at: now)
        ], by: "bench", at: now)
    }
  }

  private func package(_ number: Int, to codes: [String]) throws -> SubmissionPackage {
    let fields: [FieldName: String] = [
      .codeNumber: "\(number)", .codeNotation: "SMH-VP", .promulgationPlace: "Ví Dụ",
      .promulgationDate: "2026-03-05", .documentType: "Công văn",
      .subject: "V/v gửi thử lần \(number)",
    ]
    guard let today = CalendarDate(year: 2026, month: 3, day: 5) else {
      preconditionFailure("it is a day")
    }
    let pdf = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x20, count: pdfBytes)
    return try submissionPackage(
      of: EnvelopeContent(
        record: DocumentRecord(
          fields: fields.mapValues { Field(value: $0, confidence: 1, lane: .accept) }),
        pdf: pdf, pageAmount: 1, isSigned: true,
        from: Agency(id: sender, name: "Sở Minh Họa tỉnh Ví Dụ"),
        to: codes.map { Agency(id: $0, name: "Cơ quan \($0)") },
        business: updatedAt.map { time in
          Business(
            .update,
            of: [DocumentReference(documentId: "\(sender),2026/03/05,\(number)/SMH-VP")],
            reason: "Sửa trích yếu", timestamp: time)
        } ?? .new(timestamp: "2026/03/05 08:00:00")),
      today: today)
  }
}

/// Fills a ledger by SQL alone and times what a person and a sender wait for.
private struct Time: ParsableCommand {
  @Option var out: String
  @Option var rows = 1_000_000

  func run() throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let ledger = try Ledger(path: out + "/ledger.sqlite")
    try ledger.fillForTiming(rows: rows, destination: "vxp:bench", at: .now)
    let clock = ContinuousClock()
    func time(_ what: String, _ body: () throws -> Int) throws {
      var best: [Duration] = []
      var count = 0
      for _ in 0..<7 { best.append(try clock.measure { count = try body() }) }
      best.sort()
      print("\(what): median \(best[3]), worst \(best[6]), \(count) rows")
    }
    try time("list 200") { try ledger.deliveries(QueueFilter(limit: 200)).count }
    try time("filter waiting 200") {
      try ledger.deliveries(QueueFilter(states: [.waiting], limit: 200)).count
    }
    try time("filter receiver 200") {
      try ledger.deliveries(QueueFilter(receiver: "Y10.007", limit: 200)).count
    }
    try time("filter receiver and failed 200") {
      try ledger.deliveries(QueueFilter(states: [.failed], receiver: "Y10.007", limit: 200)).count
    }
    try time("overdue 200") {
      try ledger.deliveries(QueueFilter(overdueAt: .now, limit: 200)).count
    }
    try time("lease") {
      let now = Moment.now
      return try ledger.leaseNext(
        for: "vxp:bench", by: "bench", until: now.adding(seconds: 900), rule: .tryAgain, at: now)
        == nil ? 0 : 1
    }
    try time("next due") { try ledger.nextDue(for: "vxp:bench") == nil ? 0 : 1 }
    try time("statistics") { try ledger.statistics().counts.count }
  }
}

/// Reads envelopes and says of each what it is, or why it is refused; never its text.
private struct Read: ParsableCommand {
  @Argument var files: [String]

  func run() throws {
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let bytes = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
      do throws(EnvelopeReadingError) {
        switch try receivedEnvelope(bytes) {
        case .status(let report): print("\(name): status \(report.code)")
        case .document(let document):
          let sizes = document.attachments.map { "\($0.bytes.count)\($0.isPDF ? " PDF" : "")" }
          print(
            "\(name): \(document.action), \(document.to.count) receivers, attachments \(sizes), "
              + "oddities \(document.oddities)")
        }
      } catch {
        print("\(name): refused: \(error)")
      }
    }
  }
}
