package import Delivery
import Findings
import FoundationEssentials
import GRDB

extension Ledger {
  /// Fills an empty ledger with so many deliveries in every state, for measurements only.
  ///
  /// The first 950 go the way of all deliveries, one of each state, urgency and receiver; the others are copies of
  /// them under names of their own, made by SQLite in one go: a million take half a minute instead of minutes.
  package func fillForTiming(
    rows: Int, destination: String, at now: Moment
  ) throws(LedgerError) {
    guard try deliveries(QueueFilter(limit: 1)).isEmpty else { return }
    try write { database in
      for number in 0..<min(rows, pattern) {
        let document = DocumentEntry(
          name: "\(number).pdf", sources: ["\(number)"], pipeline: "bench", status: .accepted,
          updatedAt: now)
        try document.save(in: database)
        let entry = sample(number, of: rows, to: destination, at: now)
        try entry.save(in: database)
        try entry.saveReceivers(in: database)
      }
      guard rows > pattern else { return }
      try database.execute(sql: copies, arguments: ["rows": rows, "now": now.milliseconds])
    }
  }
}

/// As many as give each of 10 states, 2 urgencies and 95 receivers in turn.
private let pattern = 950

/// A delivery in the state that is its turn, queued a millisecond after the one before.
private func sample(
  _ number: Int, of rows: Int, to destination: String, at now: Moment
) -> DeliveryEntry {
  let error = SendingError(
    kind: .permanent, code: .refused, subject: destination, message: .init(vi: "v", en: "e"))
  let late = SendingError(
    kind: .transient, code: .noConnection, subject: destination, message: error.message)
  var entry = DeliveryEntry(
    NewDelivery(
      documentId: "Y98.01,2026/03/05,\(number)/SMH-VP", destination: destination,
      receivers: ["Y10.\(String(1000 + number % 95).dropFirst())"],
      envelopePath: "/e/\(number)", envelopeSHA256: "\(number)", fileName: "\(number)",
      urgency: number % 50 == 0 ? 1 : 0, deadline: now.adding(seconds: number % 1000 - 500)),
    of: "\(number).pdf", at: now.adding(milliseconds: Int64(number - rows)))
  let lease = DeliveryEvent.leased(
    Lease(holder: "bench", until: now.adding(seconds: 900)), at: now)
  switch number % 10 {
  case 6:
    _ = entry.state.handle(lease)
    _ = entry.state.handle(
      .arrived(Receipt(reference: "1", sha256: "", arrival: .written, at: now)))
  case 7:
    _ = entry.state.handle(lease)
    _ = entry.state.handle(.failed(error, attempt: 1, policy: .standard, at: now))
  case 8: _ = entry.state.handle(.cancelled)
  case 9:
    _ = entry.state.handle(lease)
    _ = entry.state.handle(.failed(late, attempt: 1, policy: .standard, at: now))
  default: break
  }
  return entry
}

/// Copies of the pattern; ids are drawn by lot, as digests are, so that the indexes are as mixed as real ones.
private let copies = """
  CREATE TEMP TABLE sample AS SELECT * FROM deliveries;
  CREATE UNIQUE INDEX temp.samples ON sample (document);
  CREATE TEMP TABLE copy AS
    WITH RECURSIVE numbers (n) AS (
      SELECT \(pattern) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :rows)
    SELECT n, lower(hex(randomblob(6))) AS id FROM numbers;
  INSERT INTO documents (name, sources, pipeline, status, updatedAt)
    SELECT n || '.pdf', CAST('{"value":["' || n || '"],"version":1}' AS BLOB), 'bench', 'accepted', :now
    FROM copy;
  INSERT INTO deliveries
    (id, document, documentId, destination, receivers, envelopePath, envelopeSHA256, fileName, state,
    stateJSON, attempts, notBefore, leaseUntil, lastError, createdAt, updatedAt, urgency, deadline,
    deliveredAt, reference, yearCode, edition)
    SELECT copy.id, n || '.pdf', 'Y98.01,2026/03/05,' || n || '/SMH-VP', destination, receivers,
      '/e/' || n, n, n, state, CAST(replace(CAST(stateJSON AS TEXT), sample.id, copy.id) AS BLOB),
      attempts, notBefore + n % 1000, leaseUntil, lastError, :now + n - :rows, :now + n - :rows, urgency,
      :now + (n % 1000 - 500) * 1000, deliveredAt, reference, 'Y98.01,2026,' || n || '/SMH-VP', edition
    FROM copy JOIN sample ON sample.document = (n % \(pattern)) || '.pdf' ORDER BY n;
  INSERT INTO receivers (delivery, receiver, queuedAt)
    SELECT copy.id, receiver, :now + n - :rows
    FROM copy JOIN sample ON sample.document = (n % \(pattern)) || '.pdf'
    JOIN receivers ON receivers.delivery = sample.id;
  DROP TABLE copy;
  DROP TABLE sample;
  """
