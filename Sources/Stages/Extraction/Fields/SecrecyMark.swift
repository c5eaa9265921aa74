import Imaging
import Recognition

/// A piece that reads, or may read, as a secrecy mark.
///
/// To miss one is the worst error this program can make, so in doubt a mark is reported: any stand-alone
/// capitals whose letters without marks are MAT, TOIMAT or TUYETMAT, one letter of ten lost or not.
struct SecrecyMark {
  /// `Mật`, `Tối mật`, `Tuyệt mật`; nil when only something like it is seen.
  let degree: String?
  /// Probability of the degree, 0…1.
  let confidence: Double

  private static let mat = Array("MAT".utf8)
  private static let toi = Array("TOIMAT".utf8)
  private static let tuyet = Array("TUYETMAT".utf8)
  /// Form labels that may stand before the mark on its line.
  private static let labels = ["DOMAT", "MUCDOMAT", "CAPDOMAT"].map { Array($0.utf8) }

  init(degree: String?, confidence: Double) {
    self.degree = degree
    self.confidence = confidence
  }

  init?(_ piece: TextLine, isInHeading: Bool) {
    let letters = Letters.count(in: piece.text)
    guard letters.capitals + letters.small > 0 else { return nil }
    var skeleton = piece.skeleton.map { $0 == UInt8(ascii: "0") ? UInt8(ascii: "O") : $0 }
    skeleton = skeleton.map { $0 == UInt8(ascii: "4") ? UInt8(ascii: "A") : $0 }
    for label in SecrecyMark.labels
    where skeleton.count > label.count && skeleton.starts(with: label) {
      skeleton.removeFirst(label.count)
    }
    let isCapital = letters.small * 4 <= letters.capitals
    // Recognisers write a stamp in small letters at times: taken for a mark only in the heading.
    guard isCapital || isInHeading else { return nil }
    guard let (degree, confidence) = SecrecyMark.degree(skeleton, isInHeading: isInHeading) else {
      guard isCapital, isInHeading, SecrecyMark.isLikeMat(piece) else { return nil }
      self.degree = nil
      self.confidence = 0
      return
    }
    self.degree = degree
    self.confidence = isCapital ? confidence : 0.6 * confidence
  }

  private static func degree(_ letters: [UInt8], isInHeading: Bool) -> (String?, Double)? {
    if letters == mat { return ("Mật", 0.9) }
    if letters == toi { return ("Tối mật", 0.95) }
    if letters == tuyet { return ("Tuyệt mật", 0.95) }
    if letters == Array("TUYET".utf8) || letters == Array("GIAIMAT".utf8) { return (nil, 0) }
    if letters.count >= 5, abs(letters.count - toi.count) <= 1, distance(letters, toi) <= 1 {
      // DOIMAT, GOIMAT … are no words that stand alone in capitals; BIMAT and BAOMAT are two away.
      return ("Tối mật", 0.7)
    }
    if abs(letters.count - tuyet.count) <= 2, distance(letters, tuyet) <= 2 {
      return ("Tuyệt mật", 0.7)
    }
    // Frames read as I, L or 1 around the word.
    guard isInHeading else { return nil }
    let framed = letters.drop(while: isBar).reversed().drop(while: isBar).reversed()
    if framed.count < letters.count {
      if Array(framed) == mat { return ("Mật", 0.6) }
      if Array(framed) == toi { return ("Tối mật", 0.7) }
      if Array(framed) == tuyet { return ("Tuyệt mật", 0.7) }
    }
    return nil
  }

  private static func isBar(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "I") || letter == UInt8(ascii: "L") || letter == UInt8(ascii: "1")
  }

  /// Whether a short piece keeps the one letter that few words have: Ậ before its last sign.
  private static func isLikeMat(_ piece: TextLine) -> Bool {
    guard piece.skeleton.count <= 4, piece.skeleton.count >= 2 else { return false }
    let signs = piece.tokens.flatMap { Array($0.text.unicodeScalars) }
    guard let index = signs.firstIndex(of: "Ậ") else { return false }
    let before = signs[..<index].count { Letters.base($0) != nil }
    let after = signs[(index + 1)...].count { Letters.base($0) != nil }
    let first = signs.first { Letters.base($0) != nil }.flatMap(Letters.base)
    let isM = [UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "H"), UInt8(ascii: "W")].contains(
      first)
    return after <= 1 && before <= 2 && (isM || before == 0)
  }
}
