import Findings
import Imaging
import Ingest
import Inspection
import Measuring
import Recognition
import Testing

private let setProfile = Profile(
  limits: [
    "pages.gap": Limits(fact: .review), "pages.repeated": Limits(fact: .review),
    "pages.order": Limits(fact: .review), "pages.duplicate": Limits(fact: .review),
    "pages.size": Limits(fact: .review), "pages.split": Limits(fact: .review),
  ])

/// A page of so many words, a look with so many bits set, and a sheet in pixels at 200 dpi.
private func sheet(
  _ text: String? = nil, look: Int? = nil, number: Int? = nil, width: Int = 1654,
  height: Int = 2339, dpi: Double? = 200, blank: Bool = false
) -> PageEvidence {
  let words = text?.split(separator: " ").enumerated().map { index, word in
    Word(
      text: String(word), box: Box(x: 100, y: 30 * index, width: 50, height: 20), confidence: 95,
      line: index, block: 0)
  }
  return PageEvidence(
    header: PageHeader(
      index: 1, width: width, height: height, bitsPerSample: 8, samplesPerPixel: 3,
      colorMode: .color, declared: nil, orientation: .none, container: .dct),
    measurements: Measurements(
      widthPixels: width, heightPixels: height, colorMode: .color,
      declaredDpi: dpi.flatMap { Resolution(x: $0, y: $0) }, isBlank: blank,
      fingerprint: look.map { count in PageFingerprint(bits: (0..<255).map { $0 < count }) }),
    text: words.map {
      RecognizedPage(
        outcome: .read, width: width, height: height, words: $0,
        printedNumber: number.map {
          PrintedNumber(value: $0, box: Box(x: 800, y: 60, width: 20, height: 30))
        })
    })
}

private func found(_ pages: [PageEvidence]) -> [RuleID] {
  judgement(of: pages, record: nil, under: setProfile).documentFindings.map(\.rule)
}

private let prose = (1...40).map { "từ\($0)" }.joined(separator: " ")
private let other = (41...80).map { "từ\($0)" }.joined(separator: " ")

@Suite struct `The pages of a document` {
  @Test func `are one too many when two look alike and say the same`() {
    #expect(found([sheet(prose, look: 0), sheet(prose, look: 22)]) == ["pages.duplicate"])
    #expect(found([sheet(prose, look: 0), sheet(prose, look: 24)]) == [])
    #expect(found([sheet(prose, look: 0), sheet(other, look: 0)]) == [])
  }

  @Test func `are two when a form has another name in it`() {
    let filled = prose.split(separator: " ").enumerated()
      .map { $0 % 12 == 6 ? "khác" : String($1) }.joined(separator: " ")
    #expect(found([sheet(prose, look: 0), sheet(filled, look: 3)]) == [])
  }

  @Test func `must look far more alike where there are no words`() {
    #expect(found([sheet(look: 0), sheet(look: 7)]) == ["pages.duplicate"])
    #expect(found([sheet(look: 0), sheet(look: 9)]) == [])
    #expect(found([sheet("một hai", look: 0), sheet("một hai", look: 7)]) == ["pages.duplicate"])
    #expect(found([sheet(prose, look: 0), sheet("một hai", look: 0)]) == [])
  }

  @Test func `are two when they bear two numbers`() {
    let pages = [sheet(prose, look: 0, number: 2), sheet(prose, look: 0, number: 3)]
    #expect(found(pages) == [])
  }

  @Test func `are no copies of each other when they are blank`() {
    #expect(found([sheet(look: 0, blank: true), sheet(look: 0, blank: true)]) == [])
  }

  @Test(
    arguments: [
      (3307, 2339, ["pages.size"] as [RuleID]),  // A3
      (2339, 1654, []),  // A4 laid down
      (1654, 2600, []),  // F4
      (1654, 1169, ["pages.size"]),
    ])
  func `have one size`(width: Int, height: Int, rules: [RuleID]) {
    let usual = [sheet(), sheet(), sheet()]
    #expect(found(usual + [sheet(width: width, height: height)]) == rules)
  }

  @Test func `are named with their size`() throws {
    let pages = [sheet(), sheet(), sheet(), sheet(width: 3307, height: 2339)]
    let finding = try #require(
      judgement(of: pages, record: nil, under: setProfile).documentFindings.first)
    #expect(finding.message.en == "Page 4 is A3, the others are A4.")
  }

  @Test
  func
    `have no odd size where no size is common, or where resolutions are unknown but shapes agree`()
  {
    #expect(found([sheet(), sheet(), sheet(width: 3307, height: 2339)]) == [])
    let unknown = [sheet(dpi: nil), sheet(dpi: nil), sheet(dpi: nil)]
    #expect(found(unknown + [sheet(width: 3307, height: 2339, dpi: nil)]) == [])
  }

  @Test func `show gaps, repeats and disorder with the place of the number`() throws {
    #expect(found([sheet(prose, number: 2), sheet(other, number: 4)]) == ["pages.gap"])
    #expect(found([sheet(prose, number: 4), sheet(other, number: 3)]) == ["pages.order"])
    let twice = [sheet(prose, number: 2), sheet(other, number: 2)]
    let finding = try #require(
      judgement(of: twice, record: nil, under: setProfile).documentFindings.first)
    #expect(finding.rule == "pages.repeated")
    #expect(finding.box == Box(x: 800, y: 60, width: 20, height: 30))
  }
}
