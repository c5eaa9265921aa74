import Extraction
import Foundation
import Imaging
import Recognition
import Testing

private func seal(_ box: Box, visible: Double = 1, shape: SealShape = .round) -> Seal {
  Seal(shape: shape, box: box, visible: visible, isRed: true)
}

@Suite struct `Facts of a document` {
  private static let foot = Box(x: 950, y: 1720, width: 290, height: 290)

  private func page(seals: [Seal], signed: Bool? = true, words extra: String? = nil)
    -> RecognizedPage
  {
    var sheet = Sheet.letter()
    sheet.foot()
    if let extra { sheet.set(extra, x: 250, y: 2100) }
    let page = sheet.page.seeing(seals)
    return page.seeing(
      signaturePlaces(on: page).prefix(signed == nil ? 0 : 1).map {
        SignatureReading(
          place: $0, strokes: signed == true ? Box(x: 1100, y: 1800, width: 200, height: 80) : nil,
          isOverName: signed == true ? false : nil)
      })
  }

  @Test func `a place of a signature lies between position and name`() throws {
    var sheet = Sheet.letter()
    sheet.foot()
    let place = try #require(signaturePlaces(on: sheet.page).first)
    #expect(place.box.y >= 1760 && place.box.maxY <= 2030)
    #expect(place.box.x < 1000 && place.box.maxX > 1300)
    #expect(place.name.map { $0.y == 1990 } ?? false)
    #expect(signaturePlaces(on: Sheet.letter().page).isEmpty)
  }

  @Test func `without a signer the place lies right of a seal low on the page`() throws {
    let page = Sheet.letter().page.seeing([seal(Self.foot)])
    let place = try #require(signaturePlaces(on: page).first)
    #expect(place.name == nil)
    #expect(place.box.x == Self.foot.x && place.box.maxX > Self.foot.maxX + 200)
  }

  @Test(
    arguments: [
      (Box(x: 950, y: 1720, width: 290, height: 290), 1, .round, .signature),
      (Box(x: 300, y: 150, width: 290, height: 290), 1, .round, .hanging),
      (Box(x: 1560, y: 1000, width: 94, height: 290), 0.3, .round, .joining),
      (Box(x: 1400, y: 1000, width: 254, height: 290), 0.8, .round, .joining),
      (Box(x: 300, y: 600, width: 290, height: 200), 1, .rectangular, .other),
    ] as [(Box, Double, SealShape, SealUse)])
  func `the place of a seal says what it is for`(
    box: Box, visible: Double, shape: SealShape, use: SealUse
  ) throws {
    let record = documentRecord(from: [page(seals: [seal(box, visible: visible, shape: shape)])])
    let facts = try #require(record.facts)
    #expect(facts.seals.map(\.use) == [use])
    #expect(facts.seals.map(\.evidence.box) == [box])
    #expect(facts.isSealed)
  }

  @Test(arguments: [true, false, nil])
  func `a signature is there, is not, or has no place`(signed: Bool?) throws {
    let facts = try #require(documentRecord(from: [page(seals: [], signed: signed)]).facts)
    #expect(facts.isSigned == signed)
    #expect(facts.isSignedOverName == (signed == true ? false : nil))
    #expect(!facts.isSealed)
  }

  @Test(arguments: ["Thời gian ký: 19.04.2020 14:33:22 +07:00", "Digitally signed by Sở Xây dựng"])
  func `the words of a digital signature are seen`(words: String) throws {
    let facts = try #require(documentRecord(from: [page(seals: [], words: words)]).facts)
    #expect(facts.digitalSignatures.map(\.page) == [1])
    let plain = try #require(documentRecord(from: [page(seals: [])]).facts)
    #expect(plain.digitalSignatures.isEmpty)
  }

  @Test func `a page of another kind has none`() {
    var sheet = Sheet()
    sheet.set("The quick brown fox jumps over the lazy dog", x: 200, y: 300)
    #expect(documentRecord(from: [sheet.page.seeing([seal(Self.foot)])]).facts == nil)
  }

  @Test func `are plain answers in JSON and come back`() throws {
    let facts = try #require(documentRecord(from: [page(seals: [seal(Self.foot)])]).facts)
    let data = try JSONEncoder().encode(facts)
    let answers = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(answers["sealPresent"] as? Bool == true)
    #expect(answers["signaturePresent"] as? Bool == true)
    #expect(answers["digitalSignaturePresent"] as? Bool == false)
    #expect(answers["dateHandwritten"] as? Bool == false || answers["dateHandwritten"] is NSNull)
    #expect(try JSONDecoder().decode(RecordFacts.self, from: data) == facts)
  }
}
