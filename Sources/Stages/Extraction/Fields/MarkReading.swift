import Imaging
import Recognition

/// Marks stamped or printed in a box on the first page: secrecy, urgency, circulation (ô 10a, 10b, 11).
struct MarkReading {
  /// Độ mật, nil without a credible degree.
  private(set) var secrecy: Reading?
  /// Wherever a secrecy mark stands or may stand.
  private(set) var secrecyMarks: [Reading] = []
  /// Độ khẩn.
  private(set) var priority: Reading?
  /// Phạm vi lưu hành.
  private(set) var sphere: Reading?

  /// Reads the first page that has words, plain secrecy marks of later pages, where the document may begin
  /// after a cover sheet, and what stands in stamps on any page.
  init(_ layouts: [PageLayout], header: Header?, pages: [RecognizedPage?]) {
    if let first = layouts.first, let header { read(first, above: header.textTop) }
    for page in layouts.dropFirst() { readPlainSecrecy(of: page) }
    readStamps(on: pages)
  }

  private mutating func readPlainSecrecy(of page: PageLayout) {
    for piece in page.lines where piece.isCapital && piece.skeleton.count <= 8 {
      guard piece.middle < 0.5 * page.height,
        let mark = SecrecyMark(piece, isInHeading: false), let degree = mark.degree,
        // In tables of later pages MẮT (eye) and MẶT (face) stand alone.
        piece.skeleton.count > 3 || piece.text.unicodeScalars.contains("Ậ")
      else { continue }
      let reading = Reading(degree, confidence: 0.8 * mark.confidence, tokens: piece.tokens)
      secrecyMarks.append(reading)
      if secrecy == nil { secrecy = reading }
    }
  }

  /// Reads the pieces of a page that stand alone; `bottom` is where the text begins.
  private mutating func read(_ page: PageLayout, above bottom: Double) {
    for piece in MarkReading.pieces(of: page, above: bottom) {
      let isInHeading = piece.middle < bottom + 2 * page.unit
      if let mark = SecrecyMark(piece, isInHeading: isInHeading) {
        if secrecyMarks.contains(where: {
          $0.raw == piece.text && $0.tokens.first?.shown == piece.tokens[0].shown
        }) {
          continue
        }
        let reading = Reading(mark.degree, confidence: mark.confidence, tokens: piece.tokens)
        secrecyMarks.append(reading)
        if mark.degree != nil, mark.confidence > (secrecy?.confidence ?? 0) { secrecy = reading }
        continue
      }
      guard piece.capitalShare >= 0.7 else { continue }
      if let found = MarkReading.degree(piece, of: MarkReading.urgencies, isFramed: false),
        found.confidence > (priority?.confidence ?? 0)
      {
        priority = found
      }
      if let found = MarkReading.degree(piece, of: MarkReading.spheres, isFramed: false),
        found.confidence > (sphere?.confidence ?? 0)
      {
        sphere = found
      }
    }
  }

  /// What stands alone: pieces between wide gaps, and in the heading also a run of capitals at either
  /// end of a line, because a stamp may touch the text beside it.
  private static func pieces(of page: PageLayout, above bottom: Double) -> [TextLine] {
    var pieces: [TextLine] = []
    for row in page.rows {
      let parts = row.pieces(apart: 0.9 * page.unit)
      pieces += parts
      if parts.count > 1 { pieces.append(row) }
      guard row.middle < bottom + 2 * page.unit else { continue }
      for part in parts where !part.isCapital {
        let head = part.tokens.prefix { $0.skeleton.isEmpty || $0.isCapital }
        if head.count < part.tokens.count, let run = TextLine(Array(head)) { pieces.append(run) }
        let tail = part.tokens.reversed().prefix { $0.skeleton.isEmpty || $0.isCapital }
        if tail.count < part.tokens.count, let run = TextLine(Array(tail)) { pieces.append(run) }
      }
    }
    return pieces
  }

  private static let urgencies: [(skeleton: [UInt8], name: String)] =
    [
      ("KHẨN", "Khẩn"), ("THƯỢNG KHẨN", "Thượng khẩn"), ("HỎA TỐC", "Hỏa tốc"),
      ("HỎA TỐC HẸN GIỜ", "Hỏa tốc hẹn giờ"),
    ].map { (Letters.skeleton($0.0), $0.1) }

  private static let spheres: [(skeleton: [UInt8], name: String)] =
    [
      ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"), ("XEM XONG TRẢ LẠI", "Xem xong trả lại"),
      ("TÀI LIỆU THU HỒI", "Tài liệu thu hồi"),
    ].map { (Letters.skeleton($0.0), $0.1) }

  private static func degree(
    _ piece: TextLine, of table: [(skeleton: [UInt8], name: String)], isFramed: Bool
  ) -> Reading? {
    var best: (name: String, distance: Int)?
    for (skeleton, name) in table where abs(skeleton.count - piece.skeleton.count) <= 3 {
      let allowed = isFramed ? (skeleton.count + 1) / 3 : skeleton.count / 5
      let distance = distance(skeleton, piece.skeleton)
      if distance <= allowed, distance < (best?.distance ?? Int.max) { best = (name, distance) }
    }
    return best.map { found in
      Reading(
        found.name, confidence: found.distance == 0 ? 0.96 : (found.distance == 1 ? 0.85 : 0.65),
        tokens: piece.tokens)
    }
  }
}

extension MarkReading {
  /// Reads what stands in red ink on any page: each line of a stamp and each whole stamp alone.
  private mutating func readStamps(on pages: [RecognizedPage?]) {
    for (index, page) in pages.enumerated() {
      guard let page, !page.stamps.isEmpty else { continue }
      let blocks = Dictionary(grouping: page.stamps, by: \.block).sorted { $0.key < $1.key }
        .filter { Set($0.value.map(\.line)).count > 1 }
      // A line sorts its words from left to right, so the lines of a whole stamp become one word.
      let wholes = blocks.compactMap { block in
        block.value.joined.flatMap { TextLine([Token($0, on: page, number: index + 1)]) }
      }
      for piece in page.stampLines(number: index + 1) + wholes {
        // Marks stand on the first page, or on the second after a cover: elsewhere doubt is no mark.
        readStamp(piece, mayDoubt: index < 2)
      }
    }
  }

  private mutating func readStamp(_ piece: TextLine, mayDoubt: Bool) {
    // Print that crosses the frame of another mark leaves doubt of its word, but not when nearly all of it is read.
    if piece.text.contains(RecognizedPage.unreadFrame), readOther(piece, isFramed: false) { return }
    if let mark = SecrecyMark(stamp: piece), mayDoubt || mark.degree != nil {
      let reading = Reading(mark.degree, confidence: mark.confidence, tokens: piece.tokens)
      secrecyMarks.append(reading)
      if mark.degree != nil, mark.confidence > (secrecy?.confidence ?? 0) { secrecy = reading }
      return
    }
    // Nothing stands in red capitals but marks, so letters may be wrong as in a frame.
    _ = readOther(piece, isFramed: true)
  }

  /// Takes a piece for a mark of urgency or circulation; whether it is one.
  private mutating func readOther(_ piece: TextLine, isFramed: Bool) -> Bool {
    let (urgency, circulation) = (
      MarkReading.degree(piece, of: MarkReading.urgencies, isFramed: isFramed),
      MarkReading.degree(piece, of: MarkReading.spheres, isFramed: isFramed)
    )
    if let urgency, urgency.confidence > (priority?.confidence ?? 0) { priority = urgency }
    if let circulation, circulation.confidence > (sphere?.confidence ?? 0) { sphere = circulation }
    return urgency != nil || circulation != nil
  }
}

extension [Word] {
  /// All words as one, as sure as the least sure of them; nil when there are none.
  fileprivate var joined: Word? {
    guard let first, let box = map(\.box).union else { return nil }
    return Word(
      text: map(\.text).joined(separator: " "), box: box,
      confidence: map(\.confidence).min() ?? 0, line: first.line, block: first.block)
  }
}
