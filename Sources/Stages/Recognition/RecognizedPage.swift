public import Imaging

/// One word that was read, with its place and how sure the recogniser is.
public struct Word: Sendable, Equatable, Codable {
  /// The text, NFC, no spaces.
  public let text: String
  /// Where the ink stands, in pixels of the page as shown.
  public private(set) var box: Box
  /// 0…100, as the recogniser gives it.
  public let confidence: Double
  /// The line it belongs to: lines are numbered from 0 in reading order.
  public private(set) var line: Int
  /// The block it belongs to: blocks are numbered from 0 in reading order.
  public private(set) var block: Int
  /// Whether a doubtful word stands in ink of a colour: a pen or a seal may have been taken for letters.
  public private(set) var isColored: Bool

  /// Makes a word.
  public init(
    text: String, box: Box, confidence: Double, line: Int, block: Int, isColored: Bool = false
  ) {
    self.text = text
    self.box = box
    self.confidence = confidence
    self.line = line
    self.block = block
    self.isColored = isColored
  }
}

/// How reading a page ended.
public enum ReadingOutcome: String, Sendable, Codable {
  /// The page was read to its end; it may hold no words.
  case read
  /// The page is blank, so nothing was read.
  case blank
  /// The recogniser used up its processor time.
  case timedOut
  /// The recogniser failed or its process died.
  case failed
}

/// The text of a page with boxes and confidences, reading order kept.
public struct RecognizedPage: Sendable, Equatable, Codable {
  /// How the reading ended.
  public let outcome: ReadingOutcome
  /// Pixels a row of the page as shown.
  public let width: Int
  /// Rows of the page as shown.
  public let height: Int
  /// The words in reading order.
  public internal(set) var words: [Word]
  /// The turn that makes the text upright; not none when the sheet lay sideways in the scanner.
  public let textOrientation: QuarterTurn
  /// Share of text-sized ink inside word boxes, 0…1; nil when nothing was read.
  public let coverage: Double?

  /// Words in red ink, which fade in the grey that is read as text; numbered by stamp and line.
  ///
  /// They are no part of `text` or `lines`. A double frame in which no word could be read is one word,
  /// `unreadFrame`: a secrecy mark may stand there.
  public let stamps: [Word]
  /// The page number in the middle of the top or bottom margin; nil when none was read.
  public let printedNumber: PrintedNumber?
  /// More readings of parts of the page, in the order in which they were made.
  public internal(set) var zones: [ZoneReading]
  /// What was seen in the slots of the heading, where a pen may have written.
  public internal(set) var slots: [SlotReading]
  /// The seals that are seen.
  public internal(set) var seals: [Seal]
  /// What was seen where persons sign.
  public internal(set) var signatures: [SignatureReading]

  /// What stands in `stamps` for red ink that could not be read, a frame within a frame (U+25A3).
  public static let unreadFrame = "\u{25A3}"

  /// Makes a recognized page.
  public init(
    outcome: ReadingOutcome, width: Int, height: Int, words: [Word],
    textOrientation: QuarterTurn = .none, coverage: Double? = nil, stamps: [Word] = [],
    printedNumber: PrintedNumber? = nil, zones: [ZoneReading] = [],
    slots: [SlotReading] = [], seals: [Seal] = [], signatures: [SignatureReading] = []
  ) {
    self.outcome = outcome
    self.width = width
    self.height = height
    self.words = words
    self.textOrientation = textOrientation
    self.coverage = coverage
    self.stamps = stamps
    self.printedNumber = printedNumber
    self.zones = zones
    self.slots = slots
    self.seals = seals
    self.signatures = signatures
  }

  /// Reads a page; pages stored before stamps, page numbers, zones, slots and seals were read have none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    outcome = try values.decode(ReadingOutcome.self, forKey: .outcome)
    width = try values.decode(Int.self, forKey: .width)
    height = try values.decode(Int.self, forKey: .height)
    words = try values.decode([Word].self, forKey: .words)
    textOrientation = try values.decode(QuarterTurn.self, forKey: .textOrientation)
    coverage = try values.decodeIfPresent(Double.self, forKey: .coverage)
    stamps = try values.decodeIfPresent([Word].self, forKey: .stamps) ?? []
    printedNumber = try values.decodeIfPresent(PrintedNumber.self, forKey: .printedNumber)
    zones = try values.decodeIfPresent([ZoneReading].self, forKey: .zones) ?? []
    slots = try values.decodeIfPresent([SlotReading].self, forKey: .slots) ?? []
    seals = try values.decodeIfPresent([Seal].self, forKey: .seals) ?? []
    signatures =
      try values.decodeIfPresent([SignatureReading].self, forKey: .signatures) ?? []
  }

  /// Mean confidence over the words, 0…100; nil when there are none.
  public var meanConfidence: Double? {
    guard !words.isEmpty else { return nil }
    return words.reduce(0) { $0 + $1.confidence } / Double(words.count)
  }

  /// The words of each line, in reading order.
  public var lines: [[Word]] { Self.lines(of: words) }

  /// The lines that a reader is shown: without strokes of a pen or a seal that were taken for letters.
  public var legibleLines: [[Word]] { Self.lines(of: words.filter { !$0.isScrawl }) }

  static func lines(of words: [Word]) -> [[Word]] {
    var lines: [[Word]] = []
    var current: Int?
    for word in words {
      if word.line == current {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
        current = word.line
      }
    }
    return lines
  }

  /// The text, one line of the page a line, blocks set apart by an empty line.
  public var text: String {
    var result = ""
    var block: Int?
    for line in legibleLines {
      if let block, block != line[0].block { result += "\n" }
      block = line[0].block
      result += line.map(\.text).joined(separator: " ") + "\n"
    }
    return result
  }
}

extension Word {
  /// The word as it is passed on: without spaces, its confidence within 0…100; nil when it has no text.
  var cleaned: Word? {
    let text = text.filter { !$0.isWhitespace }
    let confidence = confidence.isFinite ? min(100, max(0, confidence)) : 0
    return text.isEmpty
      ? nil : Word(text: text, box: box, confidence: confidence, line: line, block: block)
  }

  /// The word in another place.
  func moved(to box: Box) -> Word {
    var word = self
    word.box = box
    return word
  }

  /// The word with the colour of its ink, which is looked at where its confidence is under 60.
  func seen(on image: ColorImage?) -> Word {
    guard confidence < 60, let image else { return self }
    var word = self
    word.isColored = image.hasColoredInk(in: box)
    return word
  }

  /// The word behind others, so that its line and block are its own.
  func after(lines: Int, blocks: Int) -> Word {
    var word = self
    word.line += lines
    word.block += blocks
    return word
  }

  /// Whether these are strokes rather than a word: hardly believed, or doubted and mostly signs.
  ///
  /// Below 20 the recogniser is nearly always wrong; signatures give words such as `„+` or `—~—t`.
  var isScrawl: Bool {
    let signs = text.count { !$0.isLetter && !$0.isNumber }
    return confidence < 20 || confidence < 50 && signs * 2 > text.count
  }
}
