import Imaging

extension QuarterTurn {
  /// The turn for an orientation of TIFF or EXIF, 1…8; anything else is as stored.
  ///
  /// The mirrored ones (2, 4, 5, 7) get the turn that puts their first row on the right side, and stay
  /// mirrored: no scanner writes them, and a PDF page can be turned but not mirrored.
  package init(orientation: Int) {
    switch orientation {
    case 3, 4: self = .half
    case 6, 7: self = .clockwise
    case 5, 8: self = .counterClockwise
    default: self = .none
    }
  }
}

extension Resolution {
  /// The figures along the sides of the turned page.
  func turned(_ turn: QuarterTurn) -> Resolution {
    guard turn.swapsSides, let swapped = Resolution(x: y, y: x) else { return self }
    return swapped
  }
}
