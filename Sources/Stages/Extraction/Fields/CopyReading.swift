import Imaging
import Recognition

/// What shows that a document is a copy, and what is annexed to it.
enum CopyReading {
  /// Hình thức sao: `Sao y`, `Sao lục`, `Trích sao` (Nghị định 30/2020 Điều 25), in a stamp or on a line of its own.
  static func form(on pages: [RecognizedPage?], layouts: [PageLayout]) -> Reading? {
    for layout in layouts {
      guard let page = pages[layout.number - 1] else { continue }
      for line in page.stampLines(number: layout.number) + layout.lines where line.isCapital {
        guard let form = forms.first(where: { $0.letters == line.skeleton }) else { continue }
        return Reading(form.name, confidence: 0.9, handwritten: false, tokens: line.tokens)
      }
    }
    return nil
  }

  private static let forms = [
    ("Sao y", "SAO Y"), ("Sao y", "SAO Y BẢN CHÍNH"), ("Sao y", "SAO Y BẢN GỐC"),
    ("Sao lục", "SAO LỤC"), ("Trích sao", "TRÍCH SAO"),
  ].map { (name: $0.0, letters: Letters.skeleton($0.1)) }

  /// Phụ lục: the headings of annexes at the head of later pages, such as `PHỤ LỤC II`.
  static func appendixes(on layouts: [PageLayout]) -> [Reading] {
    layouts.dropFirst().compactMap { layout in
      let head = layout.joined.first { line in
        line.middle < 0.3 * layout.height && line.skeleton.starts(with: heading)
          && line.skeleton.count <= heading.count + 6 && line.capitalShare >= 0.6
      }
      return head.map { line in
        Reading(
          line.text.trimmed(of: " .:-"), confidence: 0.97 * certainty(of: line.tokens),
          handwritten: false, tokens: line.tokens)
      }
    }
  }

  private static let heading = Letters.skeleton("PHỤ LỤC")
}
