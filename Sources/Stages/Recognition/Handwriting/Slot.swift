public import Imaging

/// What is written in a place that a form leaves open for a pen.
public enum SlotKind: String, Sendable, Codable, CaseIterable {
  /// The number of a document, between `Số:` and the slash.
  case number
  /// The day, between `ngày` and `tháng`.
  case day
  /// The month, between `tháng` and `năm`.
  case month
}

/// A place of the heading where figures are printed or written by hand.
public struct Slot: Sendable, Hashable, Codable {
  /// What stands there.
  public let kind: SlotKind
  /// From the end of the print before to the start of the print behind, and from the top of printed capitals of
  /// its line to their foot; in pixels of the page as shown.
  public let box: Box

  /// Makes a slot.
  public init(kind: SlotKind, box: Box) {
    self.kind = kind
    self.box = box
  }
}

/// One way to read the ink of a slot.
public struct SlotCandidate: Sendable, Hashable, Codable {
  /// Digits as they stand, with a letter behind a number: `02`, `3176B`.
  public let text: String
  /// The calibrated probability that it is right, 0…1.
  public let p: Double

  /// Makes a candidate.
  public init(text: String, p: Double) {
    self.text = text
    self.p = p
  }
}

/// What was seen in a slot.
public struct SlotReading: Sendable, Equatable, Codable {
  /// The slot.
  public let slot: Slot
  /// Probability that a pen wrote there, 0…1; nil when there is no ink.
  public let handwritten: Double?
  /// Where the ink stands, in pixels of the page as shown; the slot itself without ink.
  public let box: Box
  /// The best readings of the ink as handwriting, best first; empty when it cannot be read.
  public let candidates: [SlotCandidate]

  /// Makes a reading.
  public init(slot: Slot, handwritten: Double?, box: Box, candidates: [SlotCandidate]) {
    self.slot = slot
    self.handwritten = handwritten
    self.box = box
    self.candidates = candidates
  }
}
