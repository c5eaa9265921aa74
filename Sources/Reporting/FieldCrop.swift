public import Extraction
public import Imaging

/// The place of a field cut out of its page and turned upright, for a person who confirms what a pen wrote.
///
/// For showing only: it is never written to JSON and nothing is judged on it.
public struct FieldCrop: Sendable, Equatable, Codable {
  /// The field.
  public let field: FieldName
  /// The cut-out with the print around it.
  public let picture: Thumbnail
  /// Where the ink stands in the picture, in thousandths of its width and height.
  public let ink: [Box]

  /// Makes a crop.
  public init(field: FieldName, picture: Thumbnail, ink: [Box]) {
    self.field = field
    self.picture = picture
    self.ink = ink
  }
}

extension Field {
  /// Whether a person is asked what a pen wrote there.
  public var isAsked: Bool { handwritten == true && lane != .accept }
}
