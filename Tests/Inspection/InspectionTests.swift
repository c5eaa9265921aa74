import Extraction
import Findings
import Imaging
import Ingest
import Inspection
import Measuring
import Recognition
import Testing

/// Figures for tests only; what offices use stands in the pipelines.
let profile = Profile(
  limits: [
    "resolution.declared": Limits(review: 294, reject: 200),
    "resolution.unknown": Limits(fact: .review),
    "resolution.effective": Limits(review: 294, reject: 190),
    "resolution.mismatch": Limits(review: 0.2, reject: 0.35), "color.mode": Limits(fact: .reject),
    "skew": Limits(review: 1, reject: 5), "orientation": Limits(fact: .reject),
    "page.blank": Limits(fact: .info), "contrast": Limits(review: 0.35, reject: 0.1),
    "sharpness": Limits(review: 0.25, reject: 0.13), "noise": Limits(review: 20, reject: 9),
    "border.black": Limits(review: 3), "text.cut-off": Limits(review: 0, reject: 4),
    "ocr.confidence": Limits(review: 85, reject: 60), "ocr.coverage": Limits(review: 0.9),
    "ocr.not-run": Limits(fact: .review), "text.none": Limits(fact: .review),
    "measure.not-run": Limits(fact: .info), "secrecy.marked": Limits(fact: .review),
    "field.missing": Limits(fact: .info),
  ])

/// Figures of a good page, each of which a test can spoil.
struct Figures {
  var colorMode = ColorMode.color
  var chroma: Double? = 0.02
  var declared: Double? = 300
  var effective: Double? = 300
  var skew: Double? = 0.2
  var turn: Int? = 0
  var blank = false
  var edge: Double? = 0.36
  var contrast: Double? = 0.8
  var noise: Double? = 3
  var signal: Double? = 60
  var separability: Double? = 0.9
  var border: Double? = 0
  var borderBox: Box?
  var cut: Int? = 0
  var cutBoxes: [Box] = []

  var measurements: Measurements {
    Measurements(
      widthPixels: 2480, heightPixels: 3508, colorMode: colorMode, chromaShare: chroma,
      declaredDpi: declared.flatMap { Resolution(x: $0, y: $0) }, effectiveDpi: effective,
      paper: "A4", xHeight: 26, skewDegrees: skew, skewConfidence: 8, orientationDegrees: turn,
      isBlank: blank, edgeGradient: edge, contrast: contrast, noise: noise, signalToNoise: signal,
      separability: separability, blackBorderMillimetres: border, blackBorderBox: borderBox,
      cutOffText: cut, cutOffBoxes: cutBoxes)
  }
}

func evidence(
  _ index: Int = 1, text: RecognizedPage? = nil, notRun: Wording? = nil,
  spoil: (inout Figures) -> Void = { _ in }
) -> PageEvidence {
  var figures = Figures()
  spoil(&figures)
  return PageEvidence(
    header: PageHeader(
      index: index, width: 2480, height: 3508, bitsPerSample: 8, samplesPerPixel: 3,
      colorMode: figures.colorMode, declared: nil, orientation: .none, container: .dct),
    measurements: figures.measurements, text: text, notRun: notRun)
}

func read(
  confidence: Double = 95, coverage: Double? = 0.99, words: Int = 3,
  outcome: ReadingOutcome = .read, turn: QuarterTurn = .none
) -> RecognizedPage {
  RecognizedPage(
    outcome: outcome, width: 2480, height: 3508,
    words: (0..<words).map {
      Word(
        text: "chữ", box: Box(x: 100 * $0, y: 100, width: 80, height: 40), confidence: confidence,
        line: 0, block: 0)
    }, textOrientation: turn, coverage: coverage)
}

/// What one page breaks, as "rule severity".
func broken(_ page: PageEvidence) -> [String] {
  judgement(of: [page], record: nil, under: profile).pages[0].findings
    .map { "\($0.rule) \($0.severity.rawValue)" }
}

/// One row: what is spoiled, and what must be found.
struct Breach: CustomTestStringConvertible {
  let testDescription: String
  let found: [String]
  let spoil: @Sendable (inout Figures) -> Void

  init(_ name: String, _ found: [String], _ spoil: @escaping @Sendable (inout Figures) -> Void) {
    testDescription = name
    self.found = found
    self.spoil = spoil
  }
}

@Suite struct `Rules on pixels` {
  @Test(
    arguments: [
      Breach("a good page", []) { _ in },
      Breach("150 dpi", ["resolution.declared reject"]) {
        $0.declared = 150
        $0.effective = nil
      },
      Breach("299.9994 dpi", []) { $0.declared = 299.9994 },
      Breach("no dpi", ["resolution.unknown review"]) { $0.declared = nil },
      Breach("really 150 dpi", ["resolution.effective reject", "resolution.mismatch reject"]) {
        $0.effective = 150
      },
      Breach("10 % apart", ["resolution.effective review"]) { $0.effective = 273 },
      Breach("grey", ["color.mode reject"]) { $0.colorMode = .gray },
      Breach("grey in disguise", ["color.mode reject"]) { $0.chroma = 0 },
      Breach("skewed to the left", ["skew review"]) { $0.skew = -1.5 },
      Breach("skewed a lot", ["skew reject"]) { $0.skew = 6 },
      Breach("on its side", ["orientation reject"]) { $0.turn = 90 },
      Breach("pale", ["contrast review"]) { $0.contrast = 0.2 },
      Breach("blurred", ["sharpness reject"]) { $0.edge = 0.1 },
      Breach("grainy", ["noise review"]) { $0.signal = 12 },
      Breach("black border", ["border.black review"]) { $0.border = 3.1 },
      Breach("border within bounds", []) { $0.border = 3 },
      Breach("one letter cut", ["text.cut-off review"]) { $0.cut = 1 },
      Breach("five letters cut", ["text.cut-off reject"]) { $0.cut = 5 },
      Breach("blank", ["page.blank info"]) {
        $0.blank = true
        $0.colorMode = .gray
        $0.skew = nil
      },
    ])
  func `find what is broken and nothing else`(row: Breach) {
    let found = broken(evidence(spoil: row.spoil))
    #expect(found.filter { $0 != "measure.not-run info" } == row.found)
  }

  @Test(
    arguments: [
      Breach("skew", []) { $0.skew = nil }, Breach("orientation", []) { $0.turn = nil },
      Breach("contrast", []) { $0.contrast = nil }, Breach("sharpness", []) { $0.edge = nil },
      Breach("noise", []) { $0.signal = nil }, Breach("border", []) { $0.border = nil },
      Breach("cut-off", []) { $0.cut = nil }, Breach("effective dpi", []) { $0.effective = nil },
    ])
  func `report a measure that could not be taken`(row: Breach) {
    #expect(broken(evidence(spoil: row.spoil)) == ["measure.not-run info"])
  }

  @Test(arguments: [ColorMode.bilevel, .gray])
  func `ask no tones of a page of black and white only`(mode: ColorMode) {
    let found = broken(
      evidence {
        $0.colorMode = mode
        $0.edge = nil
        $0.contrast = nil
        $0.noise = nil
        $0.signal = nil
        $0.separability = nil
      })
    #expect(found == ["color.mode reject"])
  }

  @Test func `say figures, place, source and remedy`() {
    let box = Box(x: 0, y: 0, width: 59, height: 3508)
    let page = evidence {
      $0.border = 5.04
      $0.borderBox = box
    }
    #expect(
      judgement(of: [page], record: nil, under: profile).pages[0].findings == [
        Finding(
          rule: "border.black", severity: .review, measured: 5.04, required: 3, unit: "mm",
          box: box, source: Rule.borderBlack.source,
          message: Wording(
            vi: "Viền đen rộng 5 mm; cho phép đến 3 mm.",
            en: "A black border is 5 mm deep; up to 3 mm is allowed."),
          remedy: Rule.borderBlack.remedy)
      ])
  }

  @Test func `write a decimal comma in Vietnamese`() {
    let messages = judgement(of: [evidence { $0.skew = 1.52 }], record: nil, under: profile)
      .pages[0].findings.map(\.message)
    #expect(
      messages == [
        Wording(
          vi: "Trang nghiêng 1,5°; cho phép đến 1°.",
          en: "The page is skewed by 1.5°; up to 1° is allowed.")
      ])
  }

  @Test func `apply nothing that the profile does not name`() {
    let page = evidence {
      $0.declared = nil
      $0.skew = 20
      $0.turn = 180
      $0.cut = nil
    }
    let judged = judgement(of: [page], record: nil, under: Profile(limits: [:]))
    #expect(judged.pages[0].findings.isEmpty)
    #expect(judged.verdict.outcome == .accepted)
  }
}

@Suite struct `Rules on text` {
  @Test func `a page that was read well breaks nothing`() {
    #expect(broken(evidence(text: read())).isEmpty)
  }

  @Test(
    arguments: [
      (read(confidence: 80), ["ocr.confidence review"]),
      (read(confidence: 50), ["ocr.confidence reject"]),
      (read(coverage: 0.8), ["ocr.coverage review"]),
      (read(coverage: nil), ["measure.not-run info"]),
      (read(words: 0), ["text.none review"]),
      (read(words: 0, outcome: .timedOut), ["ocr.not-run review"]),
      (read(words: 0, outcome: .failed), ["ocr.not-run review"]),
      (read(words: 0, outcome: .blank), ["ocr.not-run review"]),
      (read(turn: .half), ["orientation reject"]),
    ])
  func `find what is broken`(text: RecognizedPage, found: [String]) {
    #expect(broken(evidence(text: text)) == found)
  }

  @Test func `text that stands upright settles an orientation the pixels left open`() {
    #expect(broken(evidence(text: read()) { $0.turn = nil }).isEmpty)
  }

  @Test func `a page that was not read beside one that was is not passed over`() {
    let judged = judgement(
      of: [evidence(1, text: read()), evidence(2)], record: nil, under: profile)
    #expect(judged.pages[1].findings.map(\.rule) == ["ocr.not-run"])
  }

  @Test func `the reason why reading did not end is the message`() {
    let reason = Wording(vi: "Tiến trình đã chết.", en: "The process died.")
    let judged = judgement(of: [evidence(notRun: reason)], record: nil, under: profile)
    #expect(judged.evidence == .text)
    #expect(judged.pages[0].findings.map(\.message) == [reason])
  }

  @Test func `a blank page needs no text`() {
    let judged = judgement(
      of: [evidence(1, text: read()), evidence(2) { $0.blank = true }], record: nil,
      under: profile)
    #expect(judged.pages[1].findings.map(\.rule) == ["page.blank"])
    #expect(judged.verdict.outcome == .accepted)
  }
}
