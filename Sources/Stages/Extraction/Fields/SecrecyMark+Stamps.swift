import Recognition

extension SecrecyMark {
  /// Reads a line or the whole of a stamp in red ink.
  ///
  /// Red ink is never body text, so doubt goes further than elsewhere: one letter of MAT wrong, missing or
  /// too many (MAI, NAT, AT…), two of TOIMAT or TUYETMAT, a word of a mark among three, or a double frame without a
  /// readable word. Such a mark has no degree; it still holds the document.
  init?(stamp piece: TextLine) {
    if let mark = SecrecyMark(piece, isInHeading: true) {
      self = mark
      return
    }
    let words = piece.tokens.map(\.skeleton).filter { !$0.isEmpty }
    let isDoubtful =
      piece.text.contains(RecognizedPage.unreadFrame)
      || Self.isNearMark(words.flatMap { $0 })
      || (words.count <= 3 && words.contains { Self.parts.contains($0) })
      || words.contains(where: Self.isNearTuyet)
    guard isDoubtful else { return nil }
    self.init(degree: nil, confidence: 0)
  }

  private static let mat = Array("MAT".utf8)
  /// The words of the marks: what stands beside one may be a word that could not be read.
  private static let parts = ["MAT", "TOI", "TUYET"].map { Array($0.utf8) }
  private static let long = ["TOIMAT", "TUYETMAT"].map { Array($0.utf8) }

  private static let tuyet = Array("TUYET".utf8)
  private static let common = ["QUYET", "TUYEN", "THUYET"].map { Array($0.utf8) }

  /// TUYET with one letter wrong or missing, which no other word of a mark hints at; not a word of its own.
  private static func isNearTuyet(_ word: [UInt8]) -> Bool {
    word.count >= 4 && distance(word, tuyet) <= 1 && !common.contains(word)
  }

  private static func isNearMark(_ letters: [UInt8]) -> Bool {
    // One letter alone is a mark of the office or dirt; two must hold the M and one more of MAT, or AT.
    if letters.count >= 2, letters.count <= 4, distance(letters, mat) <= 1 { return true }
    // Print that the stamp lies over hangs on to its word.
    if letters.count <= 8, letters.starts(with: mat) || letters.suffix(3).elementsEqual(mat) {
      return true
    }
    return long.contains { mark in
      let parts = [letters, Array(letters.prefix(mark.count)), Array(letters.suffix(mark.count))]
      return letters.count <= mark.count + 5
        && parts.contains { abs(mark.count - $0.count) <= 2 && distance(mark, $0) <= 2 }
    }
  }
}
