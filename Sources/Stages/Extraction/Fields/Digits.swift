import Imaging
import Recognition

/// The height and foot of digits known to be printed, to tell hand from print.
struct PrintedDigits {
  let height: Double
  let foot: Double
  let x: Double

  /// Takes the measure from the digits of a slot, nil when no word holds them alone.
  init?(_ slot: SlotText) {
    guard let token = slot.tokens.last, token.skeleton.count >= 3,
      token.text.unicodeScalars.allSatisfy({ Letters.isDigit($0) || !Letters.isSmall($0) })
    else { return nil }
    height = Double(token.box.height)
    foot = Double(token.box.maxY)
    x = token.box.midX
  }

  /// Whether a box has the height and the foot of the printed digits.
  ///
  /// A sixth of the height is twice what print varies at 200 dpi; a skew of 1° moves the foot by a
  /// sixtieth of the distance.
  func fits(_ box: Box) -> Bool {
    let slack = height / 6 + 1
    let skew = abs(box.midX - x) / 60
    return abs(Double(box.height) - height) <= slack
      && abs(Double(box.maxY) - foot) <= slack + skew
  }
}

/// One number of a date or the number of a document, read from a slot.
struct Part {
  let value: Int?
  let confidence: Double
  let isHandwritten: Bool?
  /// The ways to read it, best first; more than one where a pen wrote.
  let choices: [DateChoice.Choice]

  init(
    _ slot: SlotText, among range: ClosedRange<Int>, like printed: PrintedDigits?,
    seen: SlotReading? = nil
  ) {
    if let seen, seen.isPen, !Part.isCertainPrint(slot, seen: seen, like: printed) {
      choices = seen.candidates.compactMap { candidate in
        Int(candidate.text).map { ($0, candidate.p) }
      }
      value = choices.first?.value
      confidence = choices.first?.p ?? 0
      isHandwritten = true
      return
    }
    let digits = DigitText(slot.text)
    let certainty = slot.tokens.map(\.confidence).min() ?? 0
    guard let number = Int(digits.text), range.contains(number), digits.junk == 0 else {
      value = nil
      confidence = 0
      choices = []
      isHandwritten =
        slot.text.isEmpty
        ? nil : (digits.text.isEmpty || digits.junk > 0 ? seen?.isPrint != true : nil)
      return
    }
    value = number
    let isPrint = seen.flatMap { $0.isPrint ? true : nil }
    let fits = isPrint ?? (slot.isAlone ? printed?.fits(slot.tokens[0].box) : nil)
    // The year is the print that the others are measured by.
    let isYear = range.upperBound > 100
    isHandwritten = isYear ? nil : fits.map { !$0 }
    var p =
      switch certainty {
      case 90...: 0.995
      case 80..<90: 0.97
      case 60..<80: 0.9
      case 40..<60: 0.75
      default: 0.55
      }
    if digits.repaired > 0 { p *= 0.8 }
    if fits == false { p *= 0.7 }
    if fits == nil && !isYear { p *= 0.85 }
    // A lone digit below 3 is printed with a zero before it: part of the number may be lost.
    if !isYear && digits.text.count == 1 && (number < 3 || range.upperBound == 31) { p *= 0.6 }
    confidence = p
    choices = [(number, p)]
  }
}

extension Part {
  /// Whether the recogniser is certain of figures that fit the print, against a slot that is not certain of a pen.
  ///
  /// Torn print has no height of its own: its pieces look like a pen's.
  private static func isCertainPrint(
    _ slot: SlotText, seen: SlotReading, like printed: PrintedDigits?
  ) -> Bool {
    let digits = DigitText(slot.text)
    return slot.isAlone && slot.tokens[0].confidence >= 90 && digits.junk == 0
      && digits.repaired == 0 && !digits.text.isEmpty && (seen.handwritten ?? 0) < 0.9
      && printed?.fits(slot.tokens[0].box) == true
  }
}

/// Digits in a text, with the letters that recognisers put for digits put right.
struct DigitText {
  /// The digits.
  private(set) var text = ""
  /// How many letters were taken for digits.
  private(set) var repaired = 0
  /// How many signs are neither digits nor what may stand beside them.
  private(set) var junk = 0

  init(_ raw: String) {
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "0"..."9": text.unicodeScalars.append(scalar)
      // A slanted 1 is read as a bracket or a T.
      case "l", "I", "|", "i", "]", "[", "T", "Ì", "Í", "Ï", "!", "¡":
        text += "1"
        repaired += 1
      case "O", "o", "Ô", "ô", "Ó", "ó", "Ò", "ò", "Ö", "Q", "D":
        text += "0"
        repaired += 1
      case "S", "s", "Š", "š", "§":
        text += scalar == "§" ? "8" : "5"
        repaired += 1
      case "B":
        text += "8"
        repaired += 1
      case "Z", "z":
        text += "2"
        repaired += 1
      case " ", ".", ",", ":", "…", "_", "'", "`": continue
      default: junk += 1
      }
    }
  }
}

/// The length of months.
enum CalendarMonth {
  /// Days in a month of the Gregorian calendar.
  static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}

extension PrintedDigits {
  /// Takes the measure from capitals, which are as tall as digits; marks above them add a third.
  init(capitals token: Token) {
    // Đ and A to Z have no mark above; a word with marked capitals is measured too tall by a third.
    let isTall = token.text.unicodeScalars.contains { Letters.isMarked($0) && $0 != "Đ" }
    height = Double(token.box.height) * (isTall ? 0.75 : 1)
    foot = Double(token.box.maxY)
    x = token.box.midX
  }
}
