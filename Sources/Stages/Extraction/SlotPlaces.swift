import Imaging
public import Recognition

/// The places of the heading where number, day and month stand, printed or written by hand.
///
/// They lie between printed words: `Số` and the slash before the notation, `ngày`, `tháng` and `năm`. A word that the
/// recogniser fused with handwriting is measured from its printed end (`PrintedWidth`). A place whose printed
/// neighbours were not found is left out.
public func slotsWorthReading(on page: RecognizedPage) -> [Slot] {
  guard page.outcome == .read, !page.words.isEmpty else { return [] }
  let layout = PageLayout(page, number: 1)
  let heading = HeadingReading(layout)
  guard heading.header.anchor != nil else { return [] }
  var slots: [Slot] = []
  let date = heading.date.flatMap { DatePlaces($0.line) }
  if let line = heading.code?.line,
    let place = NumberPlace(line, code: heading.code, near: date?.print)
  {
    slots += slot(.number, place.columns, on: place.print, of: page).map { [$0] } ?? []
  }
  if let date {
    slots += slot(.day, date.day, on: date.print, of: page).map { [$0] } ?? []
    slots += slot(.month, date.month, on: date.print, of: page).map { [$0] } ?? []
  }
  return slots
}

/// The slot between two columns of the upright page; nil when there is no room for a digit or too much.
private func slot(
  _ kind: SlotKind, _ columns: ClosedRange<Double>?, on print: LinePrint, of page: RecognizedPage
) -> Slot? {
  guard let columns else { return nil }
  let width = columns.upperBound - columns.lowerBound
  guard width > 0.3 * print.size, width < 8 * print.size else { return nil }
  let foot = print.foot(atX: (columns.lowerBound + columns.upperBound) / 2)
  let box = Box(
    x: Int(columns.lowerBound.rounded()), y: Int((foot - print.capital).rounded()),
    width: Int(width.rounded()), height: Int(print.capital.rounded()))
  let turned = page.textOrientation.inverse
  let swaps = page.textOrientation.swapsSides
  let upright = (width: swaps ? page.height : page.width, height: swaps ? page.width : page.height)
  guard box.intersection(Box(x: 0, y: 0, width: upright.width, height: upright.height)) == box
  else { return nil }
  return Slot(kind: kind, box: turned.turned(box, width: upright.width, height: upright.height))
}

/// The size of the type of a line and where its letters stand.
struct LinePrint {
  /// The size of the type in pixels.
  let size: Double
  /// Height of its capitals and figures in pixels.
  let capital: Double
  private let slope: Double
  /// Where letters without descenders end, word by word.
  private let feet: [(x: Double, foot: Double)]

  /// Where letters without descenders end: the middle of what the three nearest words say.
  func foot(atX x: Double) -> Double {
    let near = feet.sorted { abs($0.x - x) < abs($1.x - x) }.prefix(3)
      .map { $0.foot + slope * (x - $0.x) }.sorted()
    return near[near.count / 2]
  }

  /// Takes the measure from words whose letters are certain; nil without any.
  ///
  /// Figures of one or two digits are left out: they may be a pen's.
  init?(_ tokens: [Token]) {
    let sizes = tokens.compactMap(LinePrint.size).sorted()
    guard !sizes.isEmpty else { return nil }
    self.init(tokens, size: sizes[sizes.count / 2])
  }

  /// Takes the feet from words, the size being known; nil without any.
  ///
  /// `capital` stands in where no capitals were measured.
  init?(_ tokens: [Token], size: Double, capital: Double? = nil, certainty: Double = 70) {
    let standing = tokens.filter { token in
      // A box that is taller than its letters holds something else.
      let isMarked = token.text.unicodeScalars.contains(where: Letters.isMarked)
      return token.confidence >= certainty && token.skeleton.count >= 2
        && !(token.skeleton.count <= 2 && token.skeleton.allSatisfy { $0 < 0x41 })
        && !token.text.unicodeScalars.contains { LinePrint.descends($0) }
        && Double(token.box.height) < (isMarked ? 1.05 : 0.86) * size
    }
    guard let first = standing.first?.box, let last = standing.last?.box else { return nil }
    self.size = size
    feet = standing.map { ($0.box.midX, Double($0.box.maxY)) }
    // Over a few words a pixel is a slope; more than 4° is no skew of a line.
    let isLong = last.midX - first.midX > 3 * size
    let slope = isLong ? Double(last.maxY - first.maxY) / (last.midX - first.midX) : 0
    self.slope = abs(slope) < 0.07 ? slope : 0
    let capitals = standing.filter { token in
      !token.text.unicodeScalars.contains {
        Letters.isSmall($0) || Letters.isMarked($0) && $0 != "Đ"
      }
    }.map { Double($0.box.height) - abs(slope) * Double($0.box.width) }
      .filter { $0 > 0.6 * size && $0 < 0.8 * size }.sorted()
    // In Times they are 0.67 of the size.
    self.capital =
      capitals.isEmpty ? min(0.8 * size, capital ?? 0.67 * size) : capitals[capitals.count / 2]
  }

  private static func size(_ token: Token) -> Double? {
    guard token.confidence >= 80, token.skeleton.count >= 3,
      let width = PrintedWidth.ofText(token.text)
    else { return nil }
    return Double(token.box.width) / (width - PrintedWidth.bearing)
  }

  private static func descends(_ scalar: Unicode.Scalar) -> Bool {
    ",;()|".unicodeScalars.contains(scalar) || scalar == "Q"
      || (Letters.isSmall(scalar)
        && Letters.base(scalar).map { "GYPQJ".utf8.contains($0) } ?? false)
      || "ạặậẹệịọộợụựẠẶẬẸỆỊỌỘỢỤỰỴ".unicodeScalars.contains(scalar)
  }
}

/// The columns of day and month on a date line.
struct DatePlaces {
  let print: LinePrint
  let day: ClosedRange<Double>?
  let month: ClosedRange<Double>?

  init?(_ line: TextLine) {
    guard let words = DateWords(line), let print = LinePrint(line.tokens) else { return nil }
    self.print = print
    let month = words.monthWord.edges(of: "tháng", in: line, size: print.size)
    let year = words.yearWord.edges(of: "năm", in: line, size: print.size)
    let day = words.dayWord?.edges(of: "ngày", in: line, size: print.size)
    self.day = day.flatMap { $0.end < month.start ? $0.end...month.start : nil }
    self.month = month.end < year.start ? month.end...year.start : nil
  }
}

/// A printed word of a line among letters that may be fused with it.
struct WordPlace {
  /// The first letter: its word and its place in it.
  let first: (token: Int, letter: Int)
  /// The last letter.
  let last: (token: Int, letter: Int)

  /// Where the print of the word begins and ends.
  func edges(of word: String, in line: TextLine, size: Double) -> (start: Double, end: Double) {
    let width = ((PrintedWidth.ofText(word) ?? 2) - PrintedWidth.bearing) * size
    let (head, tail) = (line.tokens[first.token], line.tokens[last.token])
    let startsToken = first.letter == 0
    let endsToken = last.letter == tail.text.unicodeScalars.count - 1
    let fits = Double(tail.box.maxX - head.box.x) < width + 0.25 * size
    if startsToken && endsToken && fits { return (Double(head.box.x), Double(tail.box.maxX)) }
    // A word with both ends of a box holds handwriting at the end where its letters were lost.
    if startsToken { return (Double(head.box.x), Double(head.box.x) + width) }
    if endsToken { return (Double(tail.box.maxX) - width, Double(tail.box.maxX)) }
    let letters = Double(head.text.unicodeScalars.count)
    let middle =
      Double(head.box.x) + Double(head.box.width)
      * (Double(first.letter + last.letter + 1) / 2 / letters)
    return (middle - width / 2, middle + width / 2)
  }
}

/// Where a doubtful notation stands, from its slash on.
struct NotationPlace {
  let columns: ClosedRange<Double>
  let rows: ClosedRange<Double>

  init?(_ heading: HeadingReading) {
    guard let code = heading.code, let notation = code.notation, notation.confidence < 0.93,
      let end = notation.tokens.last?.box,
      let place = NumberPlace(
        code.line, code: code, near: heading.date.flatMap { DatePlaces($0.line) }?.print)
    else { return nil }
    let print = place.print
    let start = place.columns.upperBound - 0.2 * print.size
    guard start < Double(end.maxX) else { return nil }
    columns = start...Double(end.maxX) + 0.4 * print.size
    let foot = print.foot(atX: (start + Double(end.maxX)) / 2)
    // Marks above capitals, Q and the comma below them.
    rows = foot - 1.5 * print.capital...foot + 0.5 * print.capital
  }
}

/// The columns of the number on its line.
struct NumberPlace {
  let print: LinePrint
  let columns: ClosedRange<Double>

  init?(_ line: TextLine, code: CodeReading?, near date: LinePrint?) {
    guard let start = CodeReading.start(of: line), let notation = code?.notation,
      let tail = notation.tokens.last
    else { return nil }
    // The slash before the notation is part of its word, or lost.
    let head = notation.tokens[0]
    let opening = head.text.unicodeScalars.first ?? "?"
    let isClean = opening == "/" && head.confidence >= 60
    let measured = isClean ? LinePrint(notation.tokens) : nil
    guard let size = (measured ?? date ?? LinePrint(line.tokens))?.size else { return nil }
    let level = date.flatMap {
      abs($0.foot(atX: line.box.midX) - 0.33 * size - line.middle) < 0.3 * size ? $0 : nil
    }
    guard
      let print = LinePrint(line.tokens, size: size, capital: date?.capital) ?? level
        ?? LinePrint(line.tokens, size: size, capital: date?.capital, certainty: 30)
    else { return nil }
    self.print = print
    // `Số` and then its colon, if it has one: dots are no figures.
    var (letters, left) = (0, Double(line.box.x))
    for token in line.tokens {
      let count = token.text.unicodeScalars.count + 1
      if start <= letters + count {
        let before = Double(start - 2 - letters) * 0.3 * size
        left = Double(token.box.x) + max(0, before) + 1.0 * size
        break
      }
      letters += count
    }
    // The slash, measured from the far end of the notation where its word is fused with the number.
    guard let width = PrintedWidth.ofText("/" + (notation.value ?? notation.raw)) else {
      return nil
    }
    let slash = Double(tail.box.maxX) - (width - PrintedWidth.bearing) * size
    let isNear = abs(slash - Double(head.box.x)) < size
    let hasLost = Letters.isCapital(opening) && !head.text.contains("/")
    let right = isClean && isNear || hasLost ? Double(head.box.x) : slash
    guard left < right else { return nil }
    columns = left...right
  }
}
