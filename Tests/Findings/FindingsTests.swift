import Findings
import Foundation
import Imaging
import Testing

@Suite struct `The catalogue` {
  /// The ids that profiles, reports and samples rely on.
  private let ids: [RuleID] = [
    "display.quality", "ocr.legibility", "resolution.declared", "resolution.unknown",
    "resolution.effective", "resolution.mismatch", "resolution.optical", "color.mode", "skew",
    "orientation", "page.blank", "contrast", "sharpness", "noise", "shading", "show-through",
    "speckle", "speckle.white", "stroke.thin", "stroke.merged", "jpeg.quality",
    "border.black", "text.cut-off", "clipping", "keystone", "streaks", "motion", "color.cast",
    "color.ink-missing", "corner.folded", "occlusion", "ocr.confidence", "ocr.coverage",
    "ocr.not-run", "text.none",
    "measure.not-run", "secrecy.marked", "field.missing", "pages.gap", "pages.repeated",
    "pages.order", "pages.duplicate", "pages.size", "pages.split", "page.outlier",
    "register.order", "register.duplicate",
    "layout.date", "layout.number", "layout.notation", "layout.authority", "layout.page-number",
    "layout.seal", "layout.signature",
    "pdf.not-archival", "pdf.grown", "pdf.born-digital", "pdf.old-text", "pdf.link-dropped",
  ]

  @Test func `holds every rule once, in the order of the reports`() {
    #expect(Rule.all.map(\.id) == ids)
  }

  @Test func `finds each rule by its name and no other`() {
    #expect(Rule.all.allSatisfy { Rule.named($0.id) == $0 })
    #expect(Rule.named("resolution") == nil)
  }

  @Test(arguments: Rule.all.map(\.id)) func `says everything in both languages`(id: RuleID) throws {
    let rule = try #require(Rule.named(id))
    for wording in [rule.title, rule.measures, rule.why, rule.remedy] {
      for language in Language.allCases {
        let text = wording(language)
        #expect(text.count > 2)
        // Scalars, for Swift compares strings by what they look like.
        #expect(
          Array(text.unicodeScalars)
            == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
        #expect(!text.contains("  ") && !text.contains("\n"))
      }
      #expect(wording.vi != wording.en)
    }
    #expect(!rule.source.isEmpty)
    #expect(rule.measures.vi.hasSuffix(".") && rule.remedy.vi.hasSuffix("."))
  }

  @Test func `a finding takes unit, source and remedy from its rule`() {
    let message = Wording(vi: "Nghiêng.", en: "Skewed.")
    #expect(
      Rule.skew.finding(.review, measured: 2, required: 1, message: message)
        == Finding(
          rule: "skew", severity: .review, measured: 2, required: 1, unit: "°", box: nil,
          source: Rule.skew.source, message: message, remedy: Rule.skew.remedy))
  }
}

@Suite struct `Figures in sentences` {
  @Test(
    arguments: [
      (149.96, 0, "150", "150"), (1.5, 1, "1,5", "1.5"), (0.05, 2, "0,05", "0.05"),
      (2.0, 2, "2", "2"), (-0.34, 1, "-0,3", "-0.3"), (-0.01, 1, "0", "0"), (1.999, 2, "2", "2"),
    ])
  func `carry a comma in Vietnamese and a point in English`(
    value: Double, digits: Int, vi: String, en: String
  ) {
    #expect(Figure.text(value, digits: digits, in: .vi) == vi)
    #expect(Figure.text(value, digits: digits, in: .en) == en)
  }

  @Test func `get more decimals until they differ`() {
    #expect(Figure.pair(199.6, 200, digits: 0, in: .vi) == ("199,6", "200"))
    #expect(Figure.pair(150, 200, digits: 0, in: .vi) == ("150", "200"))
    #expect(Figure.pair(1.004, 1, digits: 1, in: .en) == ("1.004", "1"))
  }
}

@Suite struct `Profiles` {
  private let profile = Profile(
    limits: [
      "resolution.declared": Limits(review: 300, reject: 200), "skew": Limits(info: 0.3, review: 1),
    ])

  @Test(
    arguments: [
      (150.0, Severity.reject, 200.0), (250, .review, 300), (199.5, .reject, 200),
    ])
  func `name the heaviest step that is broken`(value: Double, severity: Severity, required: Double)
    throws
  {
    let breach = try #require(profile.breach(of: .resolutionDeclared, measured: value))
    #expect(breach == (severity, required))
  }

  @Test(arguments: [300, 299.9994, 299.5]) func `let 11811 px/m pass as 300 dpi`(value: Double) {
    #expect(profile.breach(of: .resolutionDeclared, measured: value) == nil)
  }

  @Test func `judge rules with an upper limit the other way round`() throws {
    #expect(profile.breach(of: .skew, measured: 0.3) == nil)
    #expect(try #require(profile.breach(of: .skew, measured: 0.4)) == (.info, 0.3))
    #expect(try #require(profile.breach(of: .skew, measured: 1.1)) == (.review, 1))
  }

  @Test func `do not apply a rule they do not name`() {
    #expect(profile.breach(of: .contrast, measured: 0) == nil)
  }
}
