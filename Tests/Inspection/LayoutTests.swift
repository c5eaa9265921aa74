import Extraction
import Findings
import Imaging
import Inspection
import Recognition
import Testing

private let layoutProfile = Profile(
  limits: [
    "layout.date": Limits(fact: .info), "layout.number": Limits(fact: .info),
    "layout.notation": Limits(fact: .info), "layout.authority": Limits(fact: .info),
    "layout.page-number": Limits(fact: .info), "layout.seal": Limits(fact: .info),
    "layout.signature": Limits(fact: .info),
  ])

private func printed(_ value: String, raw: String? = nil, lane: Lane = .accept) -> Field {
  Field(value: value, raw: raw ?? value, confidence: 0.99, lane: lane, handwritten: false)
}

private func breaches(
  _ fields: [FieldName: Field], signers: [Signer] = [], pages: [PageEvidence] = [evidence()]
) -> [RuleID] {
  judgement(
    of: pages, record: DocumentRecord(fields: fields, signers: signers), under: layoutProfile
  ).documentFindings.map(\.rule)
}

@Suite struct `The layout of a document` {
  @Test(arguments: [
    ("ngày 4 tháng 5 năm 2023", true), ("ngày 14 tháng 2 năm 2023", true),
    ("ngày 04 tháng 01 năm 2023", false), ("ngày 14 tháng 5 năm 2023", false),
    ("ngày tháng 5 năm 2023", false),
  ]) func `asks for zeros in a printed date`(raw: String, isBroken: Bool) {
    let field = printed("2023-05-04", raw: raw)
    #expect(breaches([.promulgationDate: field]) == (isBroken ? ["layout.date"] : []))
    // What a pen wrote, or what nobody is sure of, says nothing of the layout.
    let written = Field(
      value: "2023-05-04", raw: raw, confidence: 0.99, lane: .accept, handwritten: true)
    #expect(breaches([.promulgationDate: written]).isEmpty)
    #expect(breaches([.promulgationDate: printed("2023-05-04", raw: raw, lane: .confirm)]).isEmpty)
  }

  @Test(arguments: [("7", true), ("07", false), ("12", false)])
  func `asks for a zero before a number under ten`(number: String, isBroken: Bool) {
    #expect(breaches([.codeNumber: printed(number)]) == (isBroken ? ["layout.number"] : []))
  }

  @Test(arguments: [
    ("Quyết định", "TB-SYT", true), ("Quyết định", "QĐ-SYT", false),
    ("Quyết định", "2023/QĐ-SYT", false), ("Quyết định", "QĐ/TU", false),
    ("Công văn", "SYT-NVY", false), ("Thư công", "SYT-VP", false),
  ]) func `asks for the letters of the kind in the notation`(
    kind: String, notation: String, isBroken: Bool
  ) {
    let fields: [FieldName: Field] = [
      .documentType: printed(kind), .codeNotation: printed(notation),
    ]
    #expect(breaches(fields) == (isBroken ? ["layout.notation"] : []))
  }

  @Test(arguments: [
    ("KT. GIÁM ĐỐC", "GIÁM ĐỐC", true), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", false),
    ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", false), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", false),
  ]) func `lets only deputies sign for the head`(
    competence: String, position: String, isBroken: Bool
  ) {
    let signer = Signer(
      competence: printed(competence), position: printed(position),
      fullName: printed("Trần Văn Mẫu"))
    #expect(breaches([:], signers: [signer]) == (isBroken ? ["layout.authority"] : []))
  }

  @Test(arguments: [("2020-03-05", true), ("2020-03-04", false)])
  func `asks for page numbers since they stand above the text`(date: String, isBroken: Bool) {
    func page(_ number: Int?) -> PageEvidence {
      let words = (0..<60).map {
        Word(
          text: "chữ", box: Box(x: 100, y: 30 * $0, width: 50, height: 20), confidence: 95,
          line: $0, block: 0)
      }
      return evidence(
        text: RecognizedPage(
          outcome: .read, width: 1654, height: 2339, words: words,
          printedNumber: number.map {
            PrintedNumber(value: $0, box: Box(x: 800, y: 60, width: 20, height: 30))
          }))
    }
    let fields: [FieldName: Field] = [.promulgationDate: printed(date)]
    let none = breaches(fields, pages: [page(nil), page(nil), page(nil)])
    #expect(none == (isBroken ? ["layout.page-number"] : []))
    #expect(breaches(fields, pages: [page(nil), page(nil), page(3)]).isEmpty)
    #expect(breaches(fields, pages: [page(nil), page(nil)]).isEmpty)
  }

  @Test(
    arguments: [
      (true, true, false, []), (false, true, false, ["layout.seal"]),
      (true, false, false, ["layout.signature"]), (false, nil, false, []),
      (false, false, false, ["layout.seal", "layout.signature"]), (false, false, true, []),
    ] as [(Bool, Bool?, Bool, [RuleID])])
  func `asks for seal and signature where a signature is due and none is digital`(
    isSealed: Bool, isSigned: Bool?, isDigital: Bool, broken: [RuleID]
  ) {
    let place = Evidence(page: 1, box: Box(x: 900, y: 1700, width: 300, height: 300))
    let facts = RecordFacts(
      seals: isSealed ? [SealFact(shape: .round, use: .signature, evidence: place)] : [],
      signatures: isSigned.map {
        [SignatureFact(isSigned: $0, isOverName: nil, evidence: place)]
      } ?? [], digitalSignatures: isDigital ? [place] : [])
    let read = RecognizedPage(outcome: .read, width: 1654, height: 2339, words: [])
    func found(_ text: RecognizedPage?, kind: String = "Công văn") -> [RuleID] {
      judgement(
        of: [evidence(text: text)],
        record: DocumentRecord(fields: [.documentType: printed(kind)], facts: facts),
        under: layoutProfile
      ).documentFindings.map(\.rule)
    }
    #expect(found(read) == broken)
    // Those who sign minutes do so for themselves.
    #expect(!found(read, kind: "Biên bản").contains("layout.seal"))
    // What was not read is never taken for missing.
    #expect(found(RecognizedPage(outcome: .timedOut, width: 1654, height: 2339, words: [])).isEmpty)
    #expect(found(nil).isEmpty)
  }
}
