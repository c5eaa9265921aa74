public import Extraction

/// The name under which a person sets a value: `codeNumber`, `signer.fullName`, `addressees`.
///
/// Grammar: the name of a field; or `signer.` and `fullName`, `position` or `competence`, meaning the
/// first signer; or `addressees` or `toPlaces`, whose entries are parted by semicolons.
public enum FieldPath: Sendable, Hashable {
  /// The parts of a signer.
  public enum SignerPart: String, Sendable, CaseIterable {
    /// The authority line, such as `KT. GIÁM ĐỐC`.
    case competence
    /// The position.
    case position
    /// The full name.
    case fullName
  }

  /// The lists of a record.
  public enum List: String, Sendable, CaseIterable {
    /// Kính gửi.
    case addressees
    /// Nơi nhận.
    case toPlaces
  }

  /// A field of one value.
  case field(FieldName)
  /// A part of the first signer.
  case signer(SignerPart)
  /// A whole list.
  case list(List)
}

extension FieldPath: RawRepresentable, CustomStringConvertible, Codable {
  /// Reads a path, nil when it names nothing.
  public init?(rawValue: String) {
    if let name = FieldName(rawValue: rawValue) {
      self = .field(name)
    } else if let list = List(rawValue: rawValue) {
      self = .list(list)
    } else if rawValue.hasPrefix("signer."),
      let part = SignerPart(rawValue: String(rawValue.dropFirst("signer.".count)))
    {
      self = .signer(part)
    } else {
      return nil
    }
  }

  /// The path as written.
  public var rawValue: String {
    switch self {
    case .field(let name): name.rawValue
    case .signer(let part): "signer.\(part.rawValue)"
    case .list(let list): list.rawValue
    }
  }

  /// The path as written.
  public var description: String { rawValue }

  /// Every path that can be set.
  public static let all: [FieldPath] =
    FieldName.allCases.map(FieldPath.field) + SignerPart.allCases.map(FieldPath.signer)
    + List.allCases.map(FieldPath.list)
}
