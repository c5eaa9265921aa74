import Imaging

/// How wide words are in the typeface of the decree, Times New Roman, in thousandths of its size.
///
/// Where a pen touches print, the recogniser's boxes hold both; the print is then measured from its other end.
/// Upright and italic letters of a word differ by 2 % at most (Adobe's metrics of Times); other typefaces are up to a fifth wider.
enum PrintedWidth {
  private static let capitals = [
    722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556,
    611, 722, 722, 944, 722, 722, 611,
  ]
  private static let smallLetters = [
    472, 500, 444, 500, 444, 305, 500, 500, 278, 278, 472, 278, 750, 500, 500, 500, 500, 361, 389,
    278, 500, 472, 694, 472, 472, 417,
  ]

  /// The width of a text as a share of the size of its type; nil with a sign that is no letter, digit or usual mark.
  static func ofText(_ text: some StringProtocol) -> Double? {
    var sum = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "/", ":", ";": sum += 278
      case ".", ",", " ": sum += 250
      case "-", "–": sum += 333
      case "&": sum += 778
      default:
        guard let base = Letters.base(scalar) else { return nil }
        if base < 0x41 {
          sum += 500
        } else {
          sum += (Letters.isSmall(scalar) ? smallLetters : capitals)[Int(base) - 0x41]
        }
      }
    }
    return Double(sum) / 1000
  }

  /// White at both ends of a word together, as a share of the size.
  static let bearing = 0.06
}
