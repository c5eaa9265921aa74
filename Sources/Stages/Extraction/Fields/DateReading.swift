import Imaging
import Recognition

/// Place and date of promulgation (ô 4): `Kiên Giang, ngày 04 tháng 01 năm 2018`.
struct DateReading {
  /// The date; its value is nil unless day, month and year are all credible.
  let date: Reading
  /// The place, nil when none stands before the date.
  let place: Reading?
  /// Year and month, as `2018-01`, and the probability that both are right; nil unless both are credible.
  let month: Candidate?
  /// The line it stands on.
  let line: TextLine

  /// Reads the first line that has `tháng` and `năm` in the order of a date.
  init?(in lines: [TextLine], slots: PenSlots) {
    for line in lines {
      guard let reading = DateReading(line, slots: slots) else { continue }
      self = reading
      return
    }
    return nil
  }

  private init?(_ line: TextLine, slots: PenSlots) {
    guard let words = DateWords(line) else { return nil }
    self.line = line
    let printed = PrintedDigits(words.year)
    let year = Part(words.year, among: 1945...2099, like: printed)
    let month = Part(words.month, among: 1...12, like: printed, seen: slots[.month])
    let day = Part(words.day, among: 1...31, like: printed, seen: slots[.day])
    let tokens = Array(line.tokens[words.dateStart..<words.end])
    let raw = tokens.map(\.text).joined(separator: " ")
    let isHandwritten = day.isHandwritten == true || month.isHandwritten == true
    let isPrinted = day.isHandwritten == false && month.isHandwritten == false
    var reading = Reading(
      nil, raw: raw, confidence: 0,
      handwritten: isHandwritten ? true : (isPrinted ? false : nil), tokens: tokens)
    let isSeen = slots[.day] != nil || slots[.month] != nil
    if isHandwritten && isSeen {
      reading.take(day: day, month: month, year: year)
    } else if let y = year.value, let m = month.value {
      let known = year.confidence * month.confidence
      let yearMonth = "\(y)-\(m < 10 ? "0" : "")\(m)"
      if let d = day.value, d <= CalendarMonth.length(of: m, in: y) {
        reading.value = "\(yearMonth)-\(d < 10 ? "0" : "")\(d)"
        reading.confidence = known * day.confidence
      }
      reading.others = [Candidate(value: yearMonth, p: (known * 1000).rounded() / 1000)]
    } else if let y = year.value {
      reading.others = [Candidate(value: String(y), p: year.confidence)]
    }
    date = reading
    self.month = year.value.flatMap { y in
      month.choices.first.map {
        Candidate(
          value: "\(y)-\($0.value < 10 ? "0" : "")\($0.value)", p: year.confidence * $0.p)
      }
    }
    place = DateReading.place(Array(line.tokens[..<words.dateStart]))
  }

  private init(date: Reading, place: Reading?, like reading: DateReading) {
    (self.date, self.place) = (date, place)
    (month, line) = (reading.month, reading.line)
  }

  /// Date and place as two readings of one line have them.
  static func voted(_ first: DateReading?, _ again: DateReading?) -> DateReading? {
    guard let first, let again else { return first ?? again }
    let place = agreed(first.place, again.place)
    guard let month = again.month else {
      return DateReading(date: first.date, place: place, like: first)
    }
    guard let known = first.month else {
      return DateReading(date: again.date, place: place, like: again)
    }
    if month.value == known.value {
      let isPen = first.date.eitherOf != nil || first.date.value != again.date.value
      return DateReading(
        date: isPen ? first.date : Vote.text([first.date, again.date]) ?? first.date, place: place,
        like: first)
    }
    let best = month.p > known.p ? again : first
    return DateReading(date: best.date.doubted, place: place, like: best)
  }

  /// The place as two readings have it, the surer one where they part the words otherwise.
  private static func agreed(_ first: Reading?, _ again: Reading?) -> Reading? {
    guard let first, let again else { return (first ?? again)?.doubted }
    guard first.tokens.count == again.tokens.count else {
      return (first.confidence >= again.confidence ? first : again).doubted
    }
    return place(Vote.words([first.tokens, again.tokens]))
  }

  /// The place before the comma, its marks put right when it is a province.
  private static func place(_ tokens: [Token]) -> Reading? {
    // Specks and the tail of the left column may stand before the place: it begins with a capital.
    var words = Array(tokens.drop { !startsWithCapital($0.text) })
    if let gap = words.indices.dropFirst().last(where: { index in
      words[index].box.x - words[index - 1].box.maxX > 2 * words[index].box.height
    }) {
      words = Array(words[gap...])
    }
    guard !words.isEmpty else { return nil }
    let text = words.map(\.text).joined(separator: " ")
    let trimmed = text.trimmed(of: " ,.;:-–—_'`")
    guard Letters.skeleton(trimmed).count >= 2 else { return nil }
    let known = Agencies.provinceBySkeleton[Letters.skeleton(trimmed)]
    guard known != nil || isName(trimmed) else { return nil }
    let value = known ?? trimmed
    let confidence = known == nil ? 0.9 * certainty(of: words) : max(0.97, certainty(of: words))
    var reading = Reading(value, raw: text, confidence: confidence, tokens: words)
    reading.isProse = true
    // `Thạch Lũng` of `Thạch Lũng Hạ, ngày`: where the comma is lost a word may be too.
    return known == nil && !text.contains(where: { ",.;:".contains($0) })
      ? reading.doubted : reading
  }

  /// Whether words may name a place; those of a sentence before the date do not, like `Thời gian bắt
  /// đầu: 08 giờ 30 phút, ngày …` or `Hôm nay, ngày …` of minutes.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let small = words.count { !startsWithCapital(String($0)) && $0.contains(where: \.isLetter) }
    return !text.contains(":") && 2 * small < words.count
  }

  private static func startsWithCapital(_ text: String) -> Bool {
    text.unicodeScalars.first.map(Letters.isCapital) ?? false
  }
}

extension Reading {
  /// The dates that the choices for day, month and year give, when a pen wrote one of them.
  fileprivate mutating func take(day: Part, month: Part, year: Part) {
    eitherOf = 0
    guard let y = year.value else { return }
    let known: [Candidate]
    if let m = month.choices.first {
      let p = (m.p * year.confidence * 1000).rounded() / 1000
      known = [Candidate(value: "\(y)-\(m.value < 10 ? "0" : "")\(m.value)", p: p)]
    } else {
      known = [Candidate(value: String(y), p: year.confidence)]
    }
    let dates = DateChoice(
      days: day.choices, months: month.choices, year: (y, year.confidence)
    ).candidates
    value = dates.first?.value
    confidence = dates.first?.p ?? 0
    eitherOf = dates.reduce(0) { $0 + $1.p }
    others = dates.dropFirst() + known
  }
}

/// The words of a date line around `ngày`, `tháng`, `năm`.
struct DateWords {
  /// The word `ngày` stands in.
  var dateStart: Int
  /// The first word after the year.
  var end: Int
  var day: SlotText
  var month: SlotText
  var year: SlotText
  /// Where `ngày` stands, nil when it was not read.
  private(set) var dayWord: WordPlace?
  /// Where `tháng` stands.
  private(set) var monthWord: WordPlace
  /// Where `năm` stands.
  private(set) var yearWord: WordPlace

  init?(_ line: TextLine) {
    // Letters of the line with the word each belongs to: day and `tháng` may be fused.
    var letters: [(letter: Unicode.Scalar, word: Int)] = []
    var places: [(token: Int, letter: Int)] = []
    for (index, token) in line.tokens.enumerated() {
      for (place, scalar) in token.text.unicodeScalars.enumerated() {
        letters.append((scalar, index))
        places.append((index, place))
      }
    }
    // Small letters stand for anything that is not a letter, so that slots keep their specks.
    let text = letters.map { Letters.base($0.letter) ?? UInt8(ascii: "#") }
    guard let nam = DateWords.find("NAM", in: text, from: 0, last: true),
      let thang = DateWords.find("THANG", in: Array(text[..<nam.lowerBound]), from: 0, last: true),
      nam.lowerBound - thang.upperBound < 10
    else { return nil }
    let before = Array(text[..<thang.lowerBound])
    func place(_ range: Range<Int>) -> WordPlace {
      WordPlace(first: places[range.lowerBound], last: places[range.upperBound - 1])
    }
    let ngay = DateWords.find("NGAY", in: before, from: max(0, before.count - 14), last: true)
    let dayStart = ngay?.upperBound ?? max(0, before.count - 3)
    dayWord = ngay.map(place)
    (monthWord, yearWord) = (place(thang), place(nam))
    dateStart = letters[min(ngay?.lowerBound ?? dayStart, letters.count - 1)].word
    day = SlotText(letters[dayStart..<thang.lowerBound], in: line)
    month = SlotText(letters[thang.upperBound..<nam.lowerBound], in: line)
    let yearEnd = min(letters.count, nam.upperBound + 5)
    year = SlotText(letters[nam.upperBound..<yearEnd], in: line)
    end = (letters[yearEnd - 1].word) + 1
  }

  /// The word, with one letter of it wrong at most, the last or the first such place.
  private static func find(
    _ word: StaticString, in text: [UInt8], from: Int, last: Bool
  ) -> Range<Int>? {
    let pattern = Letters.skeleton("\(word)")
    guard text.count - from >= pattern.count else { return nil }
    var best: (range: Range<Int>, wrong: Int)?
    for start in from...(text.count - pattern.count) {
      var wrong = 0
      for offset in pattern.indices where text[start + offset] != pattern[offset] { wrong += 1 }
      let allowed = pattern.count >= 4 ? 1 : 0
      if wrong <= allowed, wrong <= (best?.wrong ?? Int.max) {
        best = (start..<start + pattern.count, wrong)
      }
    }
    return best?.range
  }
}

/// The place between two words of a date where digits are expected.
struct SlotText {
  /// What was read there.
  let text: String
  /// The words it was read from.
  let tokens: [Token]
  /// Whether a word holds digits only, so that its box is the box of the digits.
  let isAlone: Bool

  init(_ letters: ArraySlice<(letter: Unicode.Scalar, word: Int)>, in line: TextLine) {
    var text = String.UnicodeScalarView()
    var words: [Int] = []
    for (letter, word) in letters {
      text.append(letter)
      if words.last != word { words.append(word) }
    }
    self.text = String(text)
    tokens = words.map { line.tokens[$0] }
    isAlone = tokens.count == 1 && tokens[0].text == self.text
  }
}
