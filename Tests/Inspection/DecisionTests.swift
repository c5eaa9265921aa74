import Extraction
import Findings
import Foundation
import Imaging
import Inspection
import Testing

@Suite struct `Decisions` {
  @Test func `a set field is certain and keeps what was read and where`() {
    let seen = [Evidence(page: 1, box: Box(x: 1, y: 2, width: 3, height: 4))]
    let before = Field(
      value: "341", raw: "34l", confidence: 0.6, lane: .confirm, handwritten: true,
      evidence: seen, candidates: [Candidate(value: "341", p: 0.6)])
    let record = DocumentRecord(fields: [.codeNumber: before])
    let after = judged(record, [.set(.field(.codeNumber), " 347 ")]).record?[.codeNumber]
    #expect(
      after
        == Field(
          value: "347", raw: "34l", confidence: 1, lane: .accept, handwritten: true,
          evidence: seen, candidates: [Candidate(value: "341", p: 0.6)]))
  }

  @Test func `the later word stands and nothing is written back`() {
    let found = judged(good, [.set(.field(.subject), "Một"), .set(.field(.subject), "Hai")])
    #expect(found.record?[.subject].value == "Hai")
    #expect(good[.subject].value == "Về việc thử")
  }

  @Test func `a value that cannot stand is kept in doubt`() {
    let found = judged(good, [.set(.field(.codeNumber), "số 5")])
    #expect(found.record?[.codeNumber].value == "số 5")
    #expect(found.record?[.codeNumber].lane == .confirm)
    #expect(found.held?.reason == .unconfirmedFields)
  }

  @Test(arguments: [
    Decision.Act.address(["Y99.02", "Y99.03"]), .supersede(.recall, ["Y98.01,2026/03/05,1/A"]),
    .supersede(.replace, ["a", "b"]), .supersede(.update, ["a"]), .due("2026-03-20"), .split(at: 3),
    .release,
  ])
  func `are the same after a round through storage, and change no verdict`(
    act: Decision.Act
  ) throws {
    let decision = Decision(act: act, by: "lan", why: "w", at: "2026-03-05T02:00:00Z")
    let stored = try JSONEncoder().encode(decision)
    #expect(try JSONDecoder().decode(Decision.self, from: stored) == decision)
    #expect(judged(good, [act]).verdict == judged(good).verdict)
  }

  @Test func `an empty value clears the field`() {
    let found = judged(good, [.set(.field(.subject), " ")])
    #expect(found.record?[.subject].value == nil)
    #expect(found.held?.reason == .missingFields)
  }

  @Test func `a signer who was not read can be typed`() {
    let found = judged(
      good, [.set(.signer(.fullName), "Trần Thị Lan"), .set(.signer(.position), "Giám đốc")])
    #expect(found.record?.signers.map(\.fullName.value) == ["Trần Thị Lan"])
    #expect(found.record?.signers.map(\.position.value) == ["Giám đốc"])
    #expect(found.record?.signers.map(\.competence) == [.missing])
  }

  @Test func `a list is set as a whole, its entries parted by semicolons`() {
    let found = judged(good, [.set(.list(.addressees), "Sở Nội vụ; Sở Tài chính;")])
    #expect(found.record?.addressees.map(\.value) == ["Sở Nội vụ", "Sở Tài chính"])
    #expect(found.record?.addressees.map(\.raw) == ["Sở Nội vụ", nil])
  }

  @Test(
    arguments: [
      Decision.Act.set(.signer(.fullName), "Trần Thị Lan"), .accept, .reject, .release,
      .split(at: 3),
    ])
  func `come back from JSON as they were`(act: Decision.Act) throws {
    let data = try JSONEncoder().encode(decision(act))
    #expect(try JSONDecoder().decode(Decision.self, from: data) == decision(act))
  }

  @Test func `are written flat`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(
      Decision(act: .set(.signer(.position), "Giám đốc"), by: "lan", why: "rõ", at: "t"))
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"act":"set","at":"t","by":"lan","field":"signer.position","value":"Giám đốc","why":"rõ"}"#
    )
  }
}

@Suite struct `Field paths` {
  @Test(arguments: FieldPath.all) func `read back what they write`(path: FieldPath) {
    #expect(FieldPath(rawValue: path.rawValue) == path)
  }

  @Test(arguments: ["", "signer", "signer.", "signer.name", "codeNumber.x", "fullName"])
  func `refuse what names nothing`(text: String) {
    #expect(FieldPath(rawValue: text) == nil)
  }
}

@Suite struct `Values that a person types` {
  @Test(
    arguments: [
      ("codeNumber", "347", "347"), ("codeNumber", " 12a ", "12a"),
      ("codeNotation", "QĐ-UBND", "QĐ-UBND"),
      ("promulgationDate", "2024-02-29", "2024-02-29"), ("pageAmount", "12", "12"),
      ("secrecy", "Tối mật", "Tối mật"), ("subject", "", ""),
      ("subject", "Ve\u{302}\u{300} vie\u{323}\u{302}c", "Về việc"),
      ("signer.fullName", "Trần Thị Lan", "Trần Thị Lan"),
    ])
  func `are trimmed and stored in NFC`(path: String, typed: String, stored: String) throws {
    let path = try #require(FieldPath(rawValue: path))
    let value = try validated(typed, for: path).get()
    #expect(Array(value.unicodeScalars) == Array(stored.unicodeScalars))
  }

  @Test(
    arguments: [
      ("codeNumber", "số 5"), ("codeNumber", "12ab"), ("codeNumber", "123456789012"),
      ("codeNumber", "a"), ("codeNotation", "/QĐ-UBND"), ("codeNotation", "QĐ - UBND"),
      ("codeNotation", String(repeating: "A", count: 31)), ("promulgationDate", "2023-02-29"),
      ("promulgationDate", "29/02/2024"), ("promulgationDate", "2024-2-29"),
      ("promulgationDate", "2024-13-01"), ("promulgationDate", "2024-04-31"),
      ("pageAmount", "0"), ("pageAmount", "-1"), ("pageAmount", "1000"), ("priority", "gấp"),
      ("secrecy", "mật"), ("subject", String(repeating: "a", count: 501)),
      ("subject", "hai\ndòng"), ("organName", String(repeating: "a", count: 201)),
      ("signer.fullName", String(repeating: "a", count: 51)),
    ])
  func `are refused with a reason that names the field`(path: String, typed: String) throws {
    let path = try #require(FieldPath(rawValue: path))
    guard case .failure(let problem) = validated(typed, for: path) else {
      Issue.record("accepted")
      return
    }
    #expect(problem.path == path)
    #expect(problem.message.vi.count > 10 && problem.message.en.count > 10)
  }
}
