/// What kinds of colour a scan holds.
public enum ColorMode: String, Sendable, Codable, CaseIterable {
  /// Black and white only, 1 bit a pixel.
  case bilevel
  /// Shades of grey.
  case gray
  /// Colour.
  case color
}

/// The pixels of a page in the poorest form that loses nothing we measure.
///
/// A bilevel page is held as grey of only 0 and 255: every measure and the recogniser read grey.
public enum PageImage: Sendable, Equatable {
  /// A black and white page, as grey of only 0 and 255.
  case bilevel(GrayImage)
  /// A grey page.
  case gray(GrayImage)
  /// A colour page.
  case color(ColorImage)

  /// Pixels a row.
  public var width: Int {
    switch self {
    case .bilevel(let image), .gray(let image): image.width
    case .color(let image): image.width
    }
  }

  /// Rows.
  public var height: Int {
    switch self {
    case .bilevel(let image), .gray(let image): image.height
    case .color(let image): image.height
    }
  }

  /// The kind of colour of these pixels.
  public var mode: ColorMode {
    switch self {
    case .bilevel: .bilevel
    case .gray: .gray
    case .color: .color
    }
  }

  /// The picture in colour; nil for a page without colour.
  public var color: ColorImage? {
    if case .color(let image) = self { image } else { nil }
  }

  /// The grey picture in which red seals and blue ink fade.
  public var sealSafeGray: GrayImage {
    switch self {
    case .bilevel(let image), .gray(let image): image
    case .color(let image): image.sealSafeGray
    }
  }

  /// The grey picture as a person sees its brightness: seals and signatures stay dark.
  public var luminance: GrayImage {
    switch self {
    case .bilevel(let image), .gray(let image): image
    case .color(let image): image.luminance
    }
  }

  /// The part inside a box, nil when the box lies outside.
  public func cropped(to box: Box) -> PageImage? {
    switch self {
    case .bilevel(let image): image.cropped(to: box).map { .bilevel($0) }
    case .gray(let image): image.cropped(to: box).map { .gray($0) }
    case .color(let image): image.cropped(to: box).map { .color($0) }
    }
  }

  /// The page turned clockwise by quarters.
  public func turned(_ turn: QuarterTurn) -> PageImage {
    switch self {
    case .bilevel(let image): .bilevel(image.turned(turn))
    case .gray(let image): .gray(image.turned(turn))
    case .color(let image): .color(image.turned(turn))
    }
  }
}
