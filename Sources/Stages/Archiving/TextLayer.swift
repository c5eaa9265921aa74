import Imaging
import QPDF
import Recognition

/// Lays the words of a page over its ink as invisible text.
///
/// Each word starts and ends where its ink does, as long as that leaves a gap to the next. All words of a line share a size and a straight
/// baseline, because viewers and `pdftotext` take words of unequal height for different lines.
/// A space follows each word but the last, so that a phrase is found whichever way text is gathered.
struct TextLayer {
  /// The page as recognized.
  let page: RecognizedPage
  /// From pixels of the page as shown, y downwards, to user space.
  let shownToUser: PDFMatrix
  /// Codes for characters.
  let alphabet: Alphabet
  /// The name of the font among the resources of the page.
  var fontName = Self.usualFontName
  /// Its name on a page of ours.
  static let usualFontName = "SohoaText"

  /// The operators, empty when there is nothing to set.
  var content: [UInt8] {
    let upright = uprightToUser
    var text = ""
    for line in page.legibleLines { text += operators(for: line, upright) }
    return text.isEmpty ? [] : Array("BT\n3 Tr\n\(text)ET\n".utf8)
  }

  /// Lines run to the right only once the page is turned upright.
  private var uprightToUser: PDFMatrix {
    PDFMatrix.turningBack(
      page.textOrientation, toWidth: Double(page.width), height: Double(page.height)
    ).then(shownToUser)
  }

  private struct Placed {
    let codes: [UInt8]
    let box: Box
  }

  private func operators(for words: [Word], _ upright: PDFMatrix) -> String {
    let placed = words.compactMap { word -> Placed? in
      let codes = alphabet.codes(of: word.text)
      let box = page.textOrientation.turned(word.box, width: page.width, height: page.height)
      guard !codes.isEmpty, box.width > 0, box.height > 0 else { return nil }
      return Placed(codes: codes, box: box)
    }
    guard !placed.isEmpty else { return "" }
    let line = Baseline(placed.map(\.box))
    let space = alphabet.codes(of: " ")
    // Words are pixels apart on their line, whole numbers that pack well; the line carries the rest.
    var at = Double(placed[0].box.x)
    let start = PDFMatrix(1, line.slope, 0, -1, at, line.baseline(at: at)).then(upright)
    var text =
      "/\(fontName) \(PDFObject.decimal(line.size, places: 2)) Tf\n"
      + "\(start.textSyntax) Tm\n"
    for (index, word) in placed.enumerated() {
      let isLast = index + 1 == placed.count
      let right = isLast ? nil : placed[index + 1].box.x
      let left = Double(word.box.x)
      if left != at { text += "\(PDFObject.decimal(left - at, places: 1)) 0 Td " }
      at = left
      text += run(word, before: right, isLast ? [] : space, line)
    }
    return text
  }

  /// Readers see a gap only above a sixth of the size: a word that comes closer gives way a little,
  /// by no more than half its width.
  private func run(
    _ word: Placed, before next: Int?, _ space: [UInt8], _ line: Baseline
  ) -> String {
    let left = Double(word.box.x)
    var right = Double(word.box.maxX)
    if let next, next > word.box.x {
      right = min(right, max(Double(next) - line.size / 5, (left + right) / 2))
    }
    let natural = Double(word.codes.count / 2) * line.size * Double(InvisibleFont.advance) / 1000
    let scale = (right - left) / natural * 100
    // Digits that move no edge by half a pixel would only make the file larger.
    let isFine = abs(scale.rounded() - scale) / 100 * natural < 0.5
    let width = PDFObject.decimal(isFine ? scale.rounded() : scale, places: 1)
    return "\(width) Tz\(PDFObject.string(word.codes + space).syntax)Tj\n"
  }
}

/// The straight line on which the words of a line stand, in upright pixels.
struct Baseline {
  /// The size of the type: from below the descenders to above the marks.
  let size: Double
  /// Pixels downwards for each pixel to the right.
  let slope: Double
  private let bottom: Double

  /// Fits the line to the boxes of its words, of which there is at least one.
  ///
  /// The slope is that of the box centres, weighted by width: heights differ with the letters, but
  /// centres of long words do not. Beyond 10° the boxes are no line, and it is taken as level.
  init(_ boxes: [Box]) {
    let weight = boxes.reduce(0) { $0 + Double($1.width) }
    let meanX = boxes.reduce(0) { $0 + $1.midX * Double($1.width) } / weight
    let meanY = boxes.reduce(0) { $0 + $1.midY * Double($1.width) } / weight
    let spread = boxes.reduce(0) { $0 + ($1.midX - meanX) * ($1.midX - meanX) * Double($1.width) }
    let slant = boxes.reduce(0) { $0 + ($1.midX - meanX) * ($1.midY - meanY) * Double($1.width) }
    let fitted = boxes.count > 2 && spread > 0 ? slant / spread : 0
    let slope = abs(fitted) < 0.176 ? fitted : 0
    let tops = boxes.map { Double($0.y) - slope * $0.midX }.sorted()
    let bottoms = boxes.map { Double($0.maxY) - slope * $0.midX }.sorted()
    // A quarter of the words may be taller: capitals with two marks, stamps, specks. The size is that
    // of the others, because readers measure gaps between words by it.
    let cut = boxes.count / 4
    let top = tops[cut]
    let low = bottoms[boxes.count - 1 - cut]
    self.slope = slope
    bottom = low
    size = max(1, low - top)
  }

  /// Where letters without descenders end.
  func baseline(at x: Double) -> Double {
    bottom + slope * x + size * Double(InvisibleFont.descent) / 1000
  }
}

extension PDFMatrix {
  /// The six numbers before `Tm`: half of a tenth of a point is a fifth of a pixel at 300 dpi.
  fileprivate var textSyntax: String {
    ([a, b, c, d].map { PDFObject.decimal($0, places: 5) }
      + [e, f].map { PDFObject.decimal($0, places: 1) }).joined(separator: " ")
  }

  /// From pixels of a turned picture back to pixels before the turn, both y downwards.
  ///
  /// `width` and `height` are those before the turn.
  static func turningBack(
    _ turn: QuarterTurn, toWidth width: Double, height: Double
  ) -> PDFMatrix {
    switch turn {
    case .none: .identity
    case .clockwise: PDFMatrix(0, -1, 1, 0, 0, height)
    case .half: PDFMatrix(-1, 0, 0, -1, width, height)
    case .counterClockwise: PDFMatrix(0, 1, -1, 0, width, 0)
    }
  }

  /// From pixels of a picture as shown to user space.
  ///
  /// `turn` is what shows the stored picture, `shown` its size afterwards, and `placing` lays the
  /// stored picture's unit square on the page.
  static func shownToUser(
    turn: QuarterTurn, shownWidth: Double, shownHeight: Double, placing: PDFMatrix
  ) -> PDFMatrix {
    let width = turn.swapsSides ? shownHeight : shownWidth
    let height = turn.swapsSides ? shownWidth : shownHeight
    return turningBack(turn, toWidth: width, height: height)
      .then(PDFMatrix(1 / width, 0, 0, -1 / height, 0, 1)).then(placing)
  }
}
