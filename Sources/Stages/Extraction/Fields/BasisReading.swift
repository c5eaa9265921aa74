import Imaging
import Recognition

/// Căn cứ: the acts that a document rests on (ô 6, Nghị định 30/2020 Phụ lục I mục II.6.a).
enum BasisReading {
  /// One reading a paragraph, in reading order.
  ///
  /// The paragraphs stand together above the first article or order; each ends with a semicolon, the last with a
  /// full stop or comma. A sentence of the text that happens to begin with Căn cứ stands alone and names no
  /// number: it counts only where it ends with a semicolon or another basis follows.
  static func bases(on pages: [PageLayout]) -> [Reading] {
    var found: [Basis] = []
    for page in pages.prefix(3) {
      var open: Basis?
      for line in page.joined {
        if openings.contains(where: line.skeleton.starts(with:)), isSmall(line) {
          if let open { found.append(open) }
          open = Basis(line, isFirst: isBasis(line))
        } else if let basis = open {
          if basis.isEnded || !isSmall(line) || line.middle - basis.bottom > 2.4 * page.unit
            || basis.lines >= 8
          {
            found.append(basis)
            open = nil
          } else {
            open?.add(line)
          }
        }
        if closings.contains(where: line.skeleton.starts(with:)), !found.isEmpty || open != nil {
          return readings(found + [open].compactMap { $0 })
        }
      }
      if let open { found.append(open) }
    }
    return readings(found)
  }

  private static let openings = ["Căn cứ", "Theo đề nghị", "Theo đề xuất", "Xét đề nghị"].map {
    Letters.skeleton($0)
  }
  private static let closings = ["QUYẾT ĐỊNH", "QUYẾT NGHỊ", "Điều 1"].map { Letters.skeleton($0) }

  private static func isSmall(_ line: TextLine) -> Bool { line.capitalShare < 0.6 }

  private static func isBasis(_ line: TextLine) -> Bool { line.skeleton.starts(with: openings[0]) }

  private static func readings(_ all: [Basis]) -> [Reading] {
    // One that ends like a sentence of the text, with no list around it, is one.
    let isList = all.count > 1 || all.contains { $0.isItem }
    return isList ? all.filter(\.isBasis).compactMap(\.reading) : []
  }

  /// The lines of one paragraph.
  private struct Basis {
    private(set) var tokens: [Token]
    private(set) var lines = 1
    private(set) var bottom: Double
    let isBasis: Bool

    init(_ line: TextLine, isFirst: Bool) {
      tokens = line.tokens
      bottom = line.middle
      isBasis = isFirst
    }

    mutating func add(_ line: TextLine) {
      tokens += line.tokens
      lines += 1
      bottom = line.middle
    }

    /// Whether the last word closes an item of the list.
    var isItem: Bool { tokens.last?.text.hasSuffix(";") ?? false }
    /// Whether the last word closes the paragraph.
    var isEnded: Bool { tokens.last.map { ".;".contains($0.text.last ?? " ") } ?? false }

    var reading: Reading? {
      let raw = tokens.map(\.text).joined(separator: " ")
      let value = raw.trimmed(of: " .,;:_*-–—")
      guard Letters.skeleton(value).count >= 12 else { return nil }
      var reading = Reading(
        value, raw: raw, confidence: 0.95 * certainty(of: tokens), handwritten: false,
        tokens: tokens)
      reading = reading.withCollocations
      reading.isProse = true
      // Nothing tells whether the marks of a sentence are right.
      reading.ceiling = 0.93
      return reading
    }
  }
}
