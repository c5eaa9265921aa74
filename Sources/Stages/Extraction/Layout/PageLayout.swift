import Imaging
import Recognition

/// The lines of one upright page.
struct PageLayout {
  /// The page, from 1.
  let number: Int
  /// Pixels a row of the upright page.
  let width: Double
  /// Rows of the upright page.
  let height: Double
  /// What was seen in the slots of the heading.
  let slots: [SlotReading]
  /// The notation, read again.
  let notation: TextLine?
  /// The lines of the agencies' names, read again.
  let agencies: [TextLine]
  /// The lines where place and date are due, read again.
  let dates: [TextLine]
  /// The lines as the recogniser grouped the words; two columns may be fused in one.
  let rows: [TextLine]
  /// Median height of words in pixels: about 1.4 times the x-height, a measure for gaps.
  let unit: Double
  /// The rows cut at gaps that no word space reaches (two units).
  let lines: [TextLine]
  /// The lines joined again where they share a baseline, top down.
  let joined: [TextLine]

  init(_ page: RecognizedPage, number: Int) {
    self.number = number
    slots = page.slots
    func reread(_ kind: ZoneKind) -> [TextLine] {
      (page.zones.first { $0.zone.kind == kind }?.lines ?? []).compactMap { words in
        TextLine(words.map { Token($0, on: page, number: number) })
      }
    }
    notation = TextLine(reread(.notation).flatMap(\.tokens))
    dates = reread(.date)
    agencies = reread(.agencies)
    let turned = page.textOrientation.swapsSides
    width = Double(turned ? page.height : page.width)
    height = Double(turned ? page.width : page.height)
    rows = page.lines.compactMap { words in
      TextLine(words.map { Token($0, on: page, number: number) })
    }
    let heights = rows.flatMap(\.tokens).filter { $0.skeleton.count >= 2 }.map(\.box.height)
      .sorted()
    let unit = heights.isEmpty ? 1 : Double(Swift.max(1, heights[heights.count / 2]))
    self.unit = unit
    lines = rows.flatMap { $0.pieces(apart: 2 * unit) }
    joined = lines.joined(within: 0.45 * unit)
  }
}
