public import Imaging
public import Recognition

/// What is looked for when a part of a page is read again.
public enum ZoneKind: String, Sendable, Codable, CaseIterable {
  /// Stamps and framed marks in the heading: secrecy, urgency, circulation.
  ///
  /// A recogniser that lays out the whole page takes framed words for pictures, and a page on which red
  /// ink was made white for its sake has lost them. Read it with red ink kept dark, as sparse text
  /// (Tesseract: page segmentation mode 11).
  case stamps
  /// Authority, position and name above and below a seal and a signature.
  ///
  /// Read it with red and blue ink made white, as one block of text (mode 6).
  case signature
}

/// A part of a page that is worth a second reading.
public struct Zone: Sendable, Hashable, Codable {
  /// The page of the document, from 1.
  public let page: Int
  /// The part, in pixels of the page as shown.
  public let box: Box
  /// What is looked for there.
  public let kind: ZoneKind

  /// Makes a zone.
  public init(page: Int, box: Box, kind: ZoneKind) {
    self.page = page
    self.box = box
    self.kind = kind
  }
}

/// The words of a second reading of a zone.
public struct ZoneReading: Sendable, Equatable, Codable {
  /// The zone.
  public let zone: Zone
  /// The words, in pixels of the whole page as shown, lines numbered as in a page.
  public let words: [Word]

  /// Makes a reading.
  public init(zone: Zone, words: [Word]) {
    self.zone = zone
    self.words = words
  }
}

/// The parts of a document that are worth a second reading, with other settings than the first.
///
/// The zone of stamps of the first page comes always: a secrecy mark may stand there unread. The zone of
/// the signature lies right of Nơi nhận, and is missing where that is not found.
public func zonesWorthRereading(in pages: [RecognizedPage?]) -> [Zone] {
  let layouts = layouts(of: pages)
  guard let first = layouts.first, let page = pages[first.number - 1] else { return [] }
  // Ô 10a and 10b end at 0.29 of the text frame and 0.19 of its width; a scan may shift and tilt them.
  var zones = [
    Zone(
      page: first.number, box: shown(0, 0, 0.5 * first.width, 0.45 * first.height, on: page),
      kind: .stamps)
  ]
  if let places = RecipientReading.places(on: layouts), let page = pages[places.page - 1],
    let layout = layouts.first(where: { $0.number == places.page })
  {
    let top = max(0, places.top - 4 * layout.unit)
    let bottom = min(layout.height, top + 0.24 * layout.height)
    zones.append(
      Zone(
        page: places.page, box: shown(0.46 * layout.width, top, layout.width, bottom, on: page),
        kind: .signature))
  }
  return zones
}

/// The layouts of the pages that hold words.
func layouts(of pages: [RecognizedPage?]) -> [PageLayout] {
  pages.enumerated().compactMap { index, page in
    page.flatMap { $0.words.isEmpty ? nil : PageLayout($0, number: index + 1) }
  }
}

/// A box given by its edges on the upright page, in pixels of the page as shown.
private func shown(
  _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, on page: RecognizedPage
) -> Box {
  let (x, y) = (Int(left), Int(top))
  let (w, h) = (Int(right) - x, Int(bottom) - y)
  return switch page.textOrientation {
  case .none: Box(x: x, y: y, width: w, height: h)
  case .clockwise: Box(x: y, y: page.height - x - w, width: h, height: w)
  case .half: Box(x: page.width - x - w, y: page.height - y - h, width: w, height: h)
  case .counterClockwise: Box(x: page.width - y - h, y: x, width: h, height: w)
  }
}

extension RecognizedPage {
  /// The page with the words of a zone put in the place of its own there.
  func replacing(_ reading: ZoneReading) -> RecognizedPage {
    let kept = words.filter { word in
      let box = reading.zone.box
      return
        !(word.box.midX >= Double(box.x) && word.box.midX < Double(box.maxX)
        && word.box.midY >= Double(box.y) && word.box.midY < Double(box.maxY))
    }
    let line = (kept.map(\.line).max() ?? 0) + 1
    let block = (kept.map(\.block).max() ?? 0) + 1
    let read = reading.words.map {
      Word(
        text: $0.text, box: $0.box, confidence: $0.confidence, line: $0.line + line,
        block: $0.block + block)
    }
    return RecognizedPage(
      outcome: outcome, width: width, height: height, words: kept + read,
      textOrientation: textOrientation, coverage: coverage, stamps: stamps)
  }
}
