import Imaging
import Leptonica

/// Finds the printed page number of an upright, level page.
///
/// Nghị định 30/2020 centres it in the top margin, older offices at the foot; Thông tư 01/2011 set it at
/// the right of the foot. The upper corners are not looked at: archivists write folio numbers there. A
/// number is a line by itself: nothing beside it (so that a row of column numbers is none), nothing beyond it
/// towards the edge. Where a place holds a lone mark of a digit's size that was not read as a number, which
/// layout analysis takes for dirt on every second page, that strip alone is read again. It fails on
/// Roman figures and on numbers touched by other ink: such pages have none.
struct NumberReading {
  let ink: PageInk
  /// Boxes in pixels of the picture that was read.
  let words: [Word]
  let dpi: Int

  private var millimetre: Double { Double(dpi) / 25.4 }
  private var width: Double { Double(ink.image.width) }
  private var height: Double { Double(ink.image.height) }

  /// The number, in pixels of the picture that was read; nil when there is none or it cannot be read.
  func number(cpuSeconds: Double, engine: inout any Recognizing) -> PrintedNumber? {
    for place in Place.allCases {
      if let read = readNumber(at: place) { return read }
      guard let strip = loneMark(at: place) else { continue }
      if let read = reread(strip, cpuSeconds: cpuSeconds, engine: &engine) { return read }
    }
    return nil
  }

  private enum Place: CaseIterable { case top, foot, footRight }

  /// Whether a box lies at a place.
  ///
  /// 25 mm are the widest margin that the decree allows; a sheet laid 7 mm off is common, and an eighth
  /// bounds it on half sheets. Text is centred right of the sheet's middle, since the left margin is wider.
  private func holds(_ box: Box, _ place: Place) -> Bool {
    let depth = min(32 * millimetre, height / 8)
    let isNear = place == .top ? box.midY < depth : box.midY > height - depth
    let across = place == .footRight ? 0.72 * width..<0.95 * width : 0.4 * width..<0.64 * width
    return isNear && across.contains(box.midX)
  }

  /// A line among the words that is a number and nothing else.
  private func readNumber(at place: Place) -> PrintedNumber? {
    for line in Dictionary(grouping: words, by: \.line).values.sorted(by: {
      $0[0].line < $1[0].line
    }) {
      guard let box = line.map(\.box).union, holds(box, place),
        let value = PrintedNumber.value(of: line.map(\.text).joined(separator: " ")),
        line.allSatisfy({ $0.confidence >= 60 }), isOutermost(box, at: place),
        !words.contains(where: { $0.line != line[0].line && isBeside($0.box, box) })
      else { continue }
      return PrintedNumber(value: value, box: box)
    }
    return nil
  }

  /// Whether no words stand between a place and the edge of the page.
  private func isOutermost(_ box: Box, at place: Place) -> Bool {
    !words.contains { word in
      let isBeyond = place == .top ? word.box.maxY <= box.y : word.box.y >= box.maxY
      return isBeyond && word.confidence >= 60 && word.text.count > 2
        && abs(word.box.midX - box.midX) < 0.3 * width
    }
  }

  /// Whether a box stands on the same line as another, near enough to belong to the same row of print.
  private func isBeside(_ other: Box, _ box: Box) -> Bool {
    other.midY > Double(box.y) - millimetre && other.midY < Double(box.maxY) + millimetre
      && other.intersection(box) != other && abs(other.midX - box.midX) < 0.3 * width
  }

  /// The box of a lone mark of one to three digits, perhaps between dashes.
  private func loneMark(at place: Place) -> Box? {
    let marks = ink.pieces.map(\.box).filter { box in
      let high = Double(box.height) / millimetre
      return holds(box, place) && (1.7...5.5).contains(high)
        && Double(box.width) < 6 * millimetre && isClear(box)
    }
    guard let outermost = marks.min(by: { place == .top ? $0.y < $1.y : $0.maxY > $1.maxY }) else {
      return nil
    }
    let row = marks.filter { isBeside($0, outermost) || $0 == outermost }
    guard row.count <= 3, let box = row.union, isOutermost(box, at: place),
      Double(box.width) < 12 * millimetre
    else { return nil }
    // Words beside it make it part of a line; a short one on it is how it was misread.
    let isPartOfLine = words.contains { word in
      (isBeside(word.box, box) || word.box.intersection(box) != nil)
        && !(word.text.count <= 4 && word.box.midX > Double(box.x) - 6 * millimetre
          && word.box.midX < Double(box.maxX) + 6 * millimetre)
    }
    guard !isPartOfLine else { return nil }
    return box.grown(by: Int(1.5 * millimetre), within: ink.image.width, ink.image.height)
  }

  /// Whether a box keeps 4 mm from the edges, where flecks of dark borders are.
  private func isClear(_ box: Box) -> Bool {
    let rim = 4 * millimetre
    return Double(box.x) > rim && Double(box.y) > rim && Double(box.maxX) < width - rim
      && Double(box.maxY) < height - rim
  }

  /// Reads a strip as one line on white.
  ///
  /// Lone digits of 28 and 20 pixels are read rightly, of 40 wrongly at times (a `2` gives `5`).
  private func reread(
    _ strip: Box, cpuSeconds: Double, engine: inout any Recognizing
  ) -> PrintedNumber? {
    guard let cut = ink.image.cropped(to: strip) else { return nil }
    let digit = max(1, Double(strip.height) - 3 * millimetre)
    do {
      for height in [28.0, 20] {
        let sized = try scaled(cut, by: min(4, height / digit))
        let line = try engine.words(
          on: sized.rimmed(by: 20), layout: .line, dpi: 300, cpuSeconds: min(5, cpuSeconds))
        guard !line.isEmpty, line.allSatisfy({ $0.confidence >= 80 }),
          let value = PrintedNumber.value(of: line.map(\.text).joined(separator: " ")),
          // Any stroke reads as a 1, and the decree leaves the number of a first page out.
          value > 1
        else { continue }
        return PrintedNumber(value: value, box: strip)
      }
      return nil
    } catch {
      // A number that cannot be read is not known; the page itself was read.
      return nil
    }
  }
}
