import Extraction
import Findings
import Foundation
import Imaging
import Inspection
import Testing

func field(_ value: String?, _ lane: Lane = .accept) -> Field {
  Field(value: value, raw: value, confidence: value == nil ? 0 : 0.99, lane: lane)
}

let good = DocumentRecord(
  fields: [
    .codeNumber: field("347"), .codeNotation: field("QĐ-UBND"), .subject: field("Về việc thử"),
  ],
  addressees: [field("Sở Nội vụ")])

let sending = SendingRequirements(
  required: [.codeNumber, .subject], confirmed: [.codeNumber])

func decision(_ act: Decision.Act) -> Decision {
  Decision(act: act, by: "lan", why: "đã xem", at: "2026-03-01T08:00:00+07:00")
}

func judged(
  _ record: DocumentRecord? = good, _ acts: [Decision.Act] = [],
  sending requirements: SendingRequirements? = sending, skew: Double = 0
) -> DocumentJudgement {
  judgement(
    of: [evidence(text: read()) { $0.skew = skew }], record: record,
    decisions: acts.map(decision), under: profile, sending: requirements)
}

@Suite struct `Verdicts` {
  @Test(arguments: [(0.0, "accepted"), (1.5, "review"), (6, "rescan")])
  func `the heaviest finding decides`(skew: Double, outcome: String) {
    #expect(judged(skew: skew).verdict.outcome.rawValue == outcome)
  }

  @Test func `the heaviest page decides for the document`() {
    let found = judgement(
      of: [evidence(1), evidence(2) { $0.skew = 6 }, evidence(3) { $0.skew = 2 }], record: nil,
      under: profile)
    #expect(found.pages.map(\.verdict.outcome) == [.accepted, .rescan, .review])
    #expect(found.verdict.outcome == .rescan)
  }

  @Test func `pixels alone accept nothing for sending`() {
    let found = judgement(of: [evidence()], record: nil, under: profile, sending: sending)
    #expect(found.evidence == .pixels)
    #expect(found.verdict.outcome == .accepted)
    #expect(found.accepted() == nil)
  }

  @Test func `a read and fit document is accepted with its record`() throws {
    let accepted = try #require(judged().accepted())
    #expect(accepted.record == good)
    #expect(accepted.judgement == judged())
  }

  @Test func `a judgement comes back from JSON as it was`() throws {
    let full = judged(good, [.set(.field(.subject), "Khác")], skew: 1.5)
    let data = try JSONEncoder().encode(full)
    #expect(try JSONDecoder().decode(DocumentJudgement.self, from: data) == full)
    let verdict = try JSONEncoder().encode(full.verdict)
    #expect(String(decoding: verdict, as: UTF8.self) == "\"review\"")
  }
}

@Suite struct `Holds` {
  private let marked = DocumentRecord(
    fields: good.fields,
    secrecyMarks: [Evidence(page: 1, box: Box(x: 200, y: 600, width: 300, height: 60))])

  @Test func `a secrecy marking is found and holds`() {
    let found = judged(marked)
    #expect(found.documentFindings.map(\.rule) == ["secrecy.marked"])
    #expect(found.documentFindings[0].box == marked.secrecyMarks[0].box)
    #expect(found.held?.reason == .secrecy)
  }

  @Test(
    arguments: [
      [.accept], [.release], [.accept, .release], [.set(.field(.secrecy), "")],
      [.set(.field(.secrecy), ""), .accept, .release],
    ] as [[Decision.Act]])
  func `no decision sends a secret over the network`(acts: [Decision.Act]) {
    var fields = good.fields
    fields[.secrecy] = field("Mật")
    for record in [marked, DocumentRecord(fields: fields)] {
      #expect(judged(record, acts).held?.reason == .secrecy)
      #expect(judged(record, acts).accepted() == nil)
    }
  }

  @Test func `a secret holds even when nothing is to be sent`() {
    #expect(judged(marked, sending: nil).held?.reason == .secrecy)
  }

  @Test func `a secret that stays on this machine can be released`() {
    let folder = SendingRequirements(required: [], confirmed: [], destination: .folder)
    #expect(judged(marked, [.accept], sending: folder).held?.reason == .secrecy)
    #expect(judged(marked, [.accept, .release], sending: folder).held == nil)
  }

  @Test func `a required field without a value is found and holds`() {
    let record = DocumentRecord(fields: [.codeNumber: field("347")])
    let found = judged(record)
    #expect(found.documentFindings.map(\.rule) == ["field.missing"])
    #expect(
      found.held
        == Hold(
          reason: .missingFields, fields: [.subject],
          message: Wording(
            vi: "Thiếu thông tin bắt buộc: trích yếu.",
            en: "Required fields have no value: subject.")
        ))
    #expect(judged(record, [.set(.field(.subject), "Về việc thử")]).held == nil)
    #expect(judged(record, [.release]).held == nil)
  }

  @Test func `a field in doubt holds until a person sets it`() {
    var fields = good.fields
    fields[.codeNumber] = field("347", .confirm)
    let record = DocumentRecord(fields: fields)
    #expect(judged(record).held?.reason == .unconfirmedFields)
    #expect(judged(record).held?.fields == [.codeNumber])
    #expect(judged(record, [.set(.field(.codeNumber), "347")]).held == nil)
  }

  @Test func `an unfit scan holds until a person accepts it`() {
    #expect(judged(skew: 6).held?.reason == .verdict)
    #expect(judged(good, [.release], skew: 6).held?.reason == .verdict)
    #expect(judged(good, [.accept], skew: 6).held == nil)
    #expect(judged(good, [.accept], skew: 6).accepted() != nil)
  }

  @Test func `a person's no holds and makes it rescan, until the later yes`() {
    let found = judged(good, [.reject])
    #expect(found.verdict.outcome == .rescan)
    #expect(found.held?.reason == .rejectedByPerson)
    #expect(judged(good, [.accept, .reject]).held?.reason == .rejectedByPerson)
    #expect(judged(good, [.reject, .accept]).held == nil)
  }

  @Test func `nothing but secrets and noes is held when nothing is to be sent`() {
    #expect(judged(DocumentRecord(fields: [:]), sending: nil, skew: 6).held == nil)
  }

  @Test func `requirements without a destination mean the network`() throws {
    let read = try JSONDecoder().decode(
      SendingRequirements.self, from: Data(#"{"required": ["subject"]}"#.utf8))
    #expect(read == SendingRequirements(required: [.subject], confirmed: []))
  }
}
