public import Imaging

/// What stands in a part of a page that is read again.
public enum ZoneKind: String, Sendable, Codable {
  /// Authority, position and name above and below a seal and a signature.
  case signature
  /// The list below Nơi nhận.
  case recipients
  /// The subject below the title or after `V/v`.
  case subject
  /// The notation behind the number, a line.
  case notation
  /// The names of the agencies, above the number.
  case agencies
  /// Place and date.
  case date
}

/// A part of a page that is worth reading again, in other ways than the whole page was.
public struct Zone: Sendable, Hashable, Codable {
  /// What stands there.
  public let kind: ZoneKind
  /// The part, in pixels of the page as shown.
  public let box: Box

  /// Makes a zone.
  public init(kind: ZoneKind, box: Box) {
    self.kind = kind
    self.box = box
  }
}

/// The words of one more reading of a zone.
public struct ZoneReading: Sendable, Equatable, Codable {
  /// The zone.
  public let zone: Zone
  /// The words, in pixels of the page as shown, lines numbered as in a page.
  public let words: [Word]

  /// Makes a reading.
  public init(zone: Zone, words: [Word]) {
    self.zone = zone
    self.words = words
  }
}

extension ZoneReading {
  /// The words line by line.
  public var lines: [[Word]] { RecognizedPage.lines(of: words) }
}

extension RecognizedPage {
  /// The page with more readings of its zones.
  public func adding(_ readings: [ZoneReading]) -> RecognizedPage {
    var page = self
    page.zones += readings
    return page
  }

  /// The page with what was seen in its slots.
  public func seeing(_ slots: [SlotReading]) -> RecognizedPage {
    var page = self
    page.slots = slots
    return page
  }

  /// The page with the seals that are seen on it.
  public func seeing(_ seals: [Seal]) -> RecognizedPage {
    var page = self
    page.seals = seals
    return page
  }

  /// The page with what was seen where persons sign.
  public func seeing(_ signatures: [SignatureReading]) -> RecognizedPage {
    var page = self
    page.signatures = signatures
    return page
  }

  /// The page with the words of a zone put in the place of its own there.
  public func replacing(_ reading: ZoneReading) -> RecognizedPage {
    let box = reading.zone.box
    var page = self
    page.words.removeAll { word in
      word.box.midX >= Double(box.x) && word.box.midX < Double(box.maxX)
        && word.box.midY >= Double(box.y) && word.box.midY < Double(box.maxY)
    }
    let lines = (page.words.map(\.line).max() ?? 0) + 1
    let blocks = (page.words.map(\.block).max() ?? 0) + 1
    page.words += reading.words.map { $0.after(lines: lines, blocks: blocks) }
    return page
  }
}
