import Testing

@testable import Extraction

/// A document as it comes out of a heading: the readings of its number and date, best first.
private func entry(
  _ name: String, _ numbers: [(String, Double)], _ dates: [(String, Double)],
  notation: String = "QĐ-SYT", agency: String = "SỞ Y TẾ"
) -> RegisterEntry {
  func field(_ readings: [(String, Double)]) -> Field {
    let candidates = readings.map { Candidate(value: $0.0, p: $0.1) }
    let isSure = readings[0].1 == 1
    return Field(
      value: candidates[0].value, confidence: candidates[0].p, lane: isSure ? .accept : .confirm,
      handwritten: !isSure, candidates: candidates)
  }
  func certain(_ value: String) -> Field { Field(value: value, confidence: 0.99, lane: .accept) }
  return RegisterEntry(
    name: name,
    record: DocumentRecord(fields: [
      .codeNumber: field(numbers), .promulgationDate: field(dates),
      .codeNotation: certain(notation), .organName: certain(agency),
    ]))
}

/// A register without doubt: numbers 10, 20, … on the first days of the months from February on.
private let register = (1...8).map {
  entry("\($0).pdf", [("\($0 * 10)", 1)], [("2019-0\($0 + 1)-01", 1)])
}

private func note(_ doubtful: RegisterEntry, among batch: [RegisterEntry] = register)
  -> RegisterNote
{
  registerNotes(of: batch + [doubtful])[batch.count]
}

@Suite struct `A register` {
  @Test func `puts the reading first that its neighbours leave room for`() {
    // Between 30 on the first of April and 40 on the first of May.
    let note = note(entry("x.pdf", [("86", 0.6), ("36", 0.3)], [("2019-04-15", 1)]))
    #expect(note.number.candidates.map(\.value) == ["36", "86"])
    #expect(note.number.value == "36")
    #expect(note.number.confidence == note.number.candidates[0].p)
    #expect(note.number.confidence < 0.9)
    #expect(note.number.lane == .confirm)
    #expect(note.number.neighbours == ["4.pdf", "5.pdf", "6.pdf"])
    #expect(note.outOfOrder.isEmpty)
  }

  @Test func `puts the date first that goes with a printed number`() {
    let note = note(entry("x.pdf", [("36", 1)], [("2019-07-15", 0.6), ("2019-04-15", 0.3)]))
    #expect(note.date.value == "2019-04-15")
    #expect(note.number.candidates.map(\.value) == ["36"])
    #expect(note.number.neighbours.isEmpty)
  }

  @Test func `never overrules a strong reading, and says that it is out of order`() {
    let note = note(entry("x.pdf", [("86", 0.93), ("36", 0.06)], [("2019-04-15", 1)]))
    #expect(note.number.candidates.map(\.value) == ["86", "36"])
    #expect(note.number.neighbours.isEmpty)
    #expect(note.outOfOrder == ["4.pdf", "5.pdf", "6.pdf"])
  }

  @Test func `adds no reading where none of them fits`() {
    let note = note(entry("x.pdf", [("86", 0.6), ("96", 0.3)], [("2019-04-15", 1)]))
    #expect(note.number.candidates.map(\.value) == ["86", "96"])
    #expect(note.outOfOrder == ["4.pdf", "5.pdf", "6.pdf"])
  }

  @Test func `leaves what is taken as read or set by a person alone`() {
    let note = note(entry("x.pdf", [("86", 1)], [("2019-04-15", 1)]))
    #expect(note.number.value == "86")
    #expect(note.outOfOrder.isEmpty)
  }

  @Test func `is not led astray by one neighbour that was misread or filed late`() {
    let wrong = entry("wrong.pdf", [("80", 0.9)], [("2019-04-10", 1)])
    let note = note(
      entry("x.pdf", [("36", 0.55), ("86", 0.4)], [("2019-04-15", 1)]), among: register + [wrong])
    #expect(note.number.value == "36")
  }

  @Test func `takes one neighbour of three that disagrees for the odd one`() {
    let wrong = entry("wrong.pdf", [("80", 0.9)], [("2019-04-10", 1)])
    let notes = registerNotes(
      of: register + [wrong, entry("x.pdf", [("36", 0.9), ("86", 0.05)], [("2019-04-15", 1)])])
    #expect(notes.filter { !$0.outOfOrder.isEmpty }.map(\.name) == ["wrong.pdf"])
  }

  @Test(arguments: ["QĐ-UBND", "CV-SYT"]) func `of another notation has no say`(notation: String) {
    let note = note(
      entry("x.pdf", [("86", 0.6), ("36", 0.3)], [("2019-04-15", 1)], notation: notation))
    #expect(note.number.value == "86")
    #expect(note.outOfOrder.isEmpty)
  }

  @Test func `of another agency or year has no say`() {
    let other = entry(
      "x.pdf", [("86", 0.6), ("36", 0.3)], [("2019-04-15", 1)], agency: "SỞ TÀI CHÍNH")
    #expect(note(other).number.value == "86")
    let later = entry("x.pdf", [("86", 0.6), ("36", 0.3)], [("2020-04-15", 1)])
    #expect(note(later).number.value == "86")
  }

  @Test func `of two kept in one batch is each held against its own`() {
    let other = (1...8).map {
      entry("u\($0).pdf", [("\($0 * 100)", 1)], [("2019-0\($0 + 1)-01", 1)], notation: "QĐ-UBND")
    }
    let doubtful = entry(
      "x.pdf", [("36", 0.6), ("336", 0.3)], [("2019-04-15", 1)], notation: "QĐ-UBND")
    #expect(note(doubtful, among: register + other).number.value == "336")
    #expect(note(doubtful, among: register).number.value == "36")
  }

  @Test func `says the same in whatever order the documents come`() {
    let doubtful = [
      entry("x.pdf", [("86", 0.6), ("36", 0.3)], [("2019-04-15", 0.7), ("2019-04-16", 0.2)]),
      entry("y.pdf", [("31", 0.5), ("81", 0.45)], [("2019-04-15", 0.7), ("2019-09-15", 0.3)]),
    ]
    let batch = register + doubtful
    let notes = registerNotes(of: batch)
    let backwards = Array(registerNotes(of: batch.reversed()).reversed())
    #expect(notes.map(\.number) == backwards.map(\.number))
    #expect(notes.map(\.date) == backwards.map(\.date))
    #expect(notes.map(\.outOfOrder) == backwards.map(\.outOfOrder))
  }

  @Test func `gives every number once, so a weak reading that another document has makes way`() {
    let note = note(entry("x.pdf", [("40", 0.62), ("36", 0.15)], [("2019-04-15", 1)]))
    #expect(note.number.value == "36")
    #expect(note.number.neighbours == ["4.pdf"])
    #expect(note.duplicates.isEmpty)
  }

  @Test func `names a number that two documents of one day bear, and leaves their readings`() {
    let note = note(entry("x.pdf", [("30", 0.6), ("36", 0.3)], [("2019-04-01", 1)]))
    #expect(note.duplicates == ["3.pdf"])
    #expect(note.number.value == "30")
  }

  @Test func `is not asked about a number that nobody could read`() {
    let unread = RegisterEntry(
      name: "x.pdf",
      record: DocumentRecord(fields: [
        .codeNumber: .missing, .promulgationDate: register[0].date,
      ]))
    #expect(registerNotes(of: register + [unread]).last?.number == .missing)
  }

  @Test func `gives a number with a letter its place behind the one without`() {
    let note = note(entry("x.pdf", [("30B", 0.9), ("80", 0.05)], [("2019-04-02", 1)]))
    #expect(note.outOfOrder.isEmpty && note.duplicates.isEmpty)
  }
}
