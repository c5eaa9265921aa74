import Imaging

/// What was read for a field, before it is decided what may be done with it.
struct Reading {
  /// The normalised value, nil when no value is credible.
  var value: String?
  /// The text as read.
  var raw: String
  /// Probability that the value is right, 0…1.
  var confidence: Double
  /// Whether it is written by hand, nil where that cannot be told.
  var handwritten: Bool?
  /// The words that show it.
  var tokens: [Token]
  /// Other readings, or what is left of a reading that gives no value.
  var others: [Candidate] = []
  /// Whether a doubtful value still helps the one who types: of a sentence one letter is wrong, of a
  /// number the number.
  var isProse = false
  /// Of what a pen wrote: probability that the value or the next best is right; nil for print.
  var eitherOf: Double?
  /// Where the ink stands, when that is not where the words stand.
  var place: Evidence?
  /// Whether a person confirms it however sure it seems: knowledge put a letter that ink hides, or something else on the
  /// page speaks against it.
  var isForPerson = false
  /// What the confidence may not exceed, however many readings agree.
  var ceiling = 1.0

  init(
    _ value: String?, raw: String? = nil, confidence: Double, handwritten: Bool? = nil,
    tokens: [Token], others: [Candidate] = []
  ) {
    self.value = value
    self.raw = raw ?? tokens.map(\.text).joined(separator: " ")
    self.confidence = confidence
    self.handwritten = handwritten
    self.tokens = tokens
    self.others = others
  }

  /// The same for a person to confirm, because something else on the page speaks against it.
  var doubted: Reading {
    var result = self
    result.ceiling = min(ceiling, 0.9)
    result.isForPerson = true
    return result
  }

  /// The reading with other forms of its words, one for each.
  func with(_ words: [Token]) -> Reading {
    var result = self
    for (old, new) in zip(tokens, words) where old.text != new.text {
      result.value = result.value.map { $0.replacingWord(old.text, by: new.text) }
    }
    result.tokens = words
    return result
  }

  /// The field: a value that is more likely wrong than right becomes a candidate only.
  func field(as kind: FieldKind, under limits: LaneLimits = .standard) -> Field {
    let score = (min(max(confidence, 0), ceiling) * 1000).rounded() / 1000
    let p = limits.isCalibrated && eitherOf == nil ? kind.probability(of: score) : score
    var candidates = others
    if let value { candidates.insert(Candidate(value: value, p: p), at: 0) }
    // What a pen wrote has a probability of its own, and a look at two readings is less work than typing from 0.7 on.
    let isCredible =
      value != nil && (eitherOf.map { $0 >= 0.7 } ?? (p >= limits.confirm || isProse))
    // A doubtful sentence is sooner put right than typed.
    let least = isProse ? 0.4 * limits.confirm : limits.confirm
    var lane: Lane = !isCredible || p < least ? .type : (p >= limits.accept ? .accept : .confirm)
    if eitherOf != nil { lane = isCredible ? .confirm : .type }
    if lane == .accept, handwritten == true || isForPerson { lane = .confirm }
    return Field(
      value: isCredible ? value : nil, raw: raw, confidence: isCredible ? p : 0, lane: lane,
      handwritten: handwritten,
      evidence: evidence, candidates: candidates)
  }

  /// One box a line of text.
  var evidence: [Evidence] {
    if let place { return [place] }
    var boxes: [(page: Int, box: Box)] = []
    for token in tokens {
      if let last = boxes.last, last.page == token.page,
        last.box.maxX <= token.shown.x + token.shown.width,
        min(last.box.maxY, token.shown.maxY) - max(last.box.y, token.shown.y) > 0
      {
        boxes[boxes.count - 1].box = last.box.union(token.shown)
      } else {
        boxes.append((token.page, token.shown))
      }
    }
    return boxes.map { Evidence(page: $0.page, box: $0.box) }
  }
}

/// Probability that all words are read right, from what the recogniser says of each.
///
/// Measured on headings read by Tesseract 5: a word above 90 is right about 99 times in 100, below
/// that certainty falls fast; marks are lost at high certainty too, hence never 1.
func certainty(of tokens: [Token]) -> Double {
  tokens.filter { !$0.skeleton.isEmpty }.reduce(1) { product, token in
    let word =
      switch token.confidence {
      case 90...: 0.993
      case 80..<90: 0.97
      case 65..<80: 0.93
      case 45..<65: 0.85
      case 20..<45: 0.7
      default: 0.5
      }
    return product * word
  }
}

/// What the recogniser says of words that are right so often: the other way round than `certainty(of:)`.
func wordConfidence(of probability: Double) -> Double {
  switch probability {
  case 0.985...: 95
  case 0.95..<0.985: 85
  case 0.89..<0.95: 70
  case 0.78..<0.89: 50
  case 0.6..<0.78: 30
  default: 10
  }
}
