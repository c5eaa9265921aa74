public import Findings

/// A level of PDF/A that is checked.
public struct ConformanceLevel: Sendable, Hashable {
  /// The part of ISO 19005.
  public let part: Int
  /// `B`, `U` or `A`.
  public let conformance: String

  /// PDF/A-2u: the picture can be shown for ever, and every character of its text has a meaning.
  public static let pdfA2u = ConformanceLevel(part: 2, conformance: "U")
  /// PDF/A-2b: the picture can be shown for ever.
  public static let pdfA2b = ConformanceLevel(part: 2, conformance: "B")

  private init(part: Int, conformance: String) {
    self.part = part
    self.conformance = conformance
  }

  /// Finds a level by its name, such as `2B`; nil for levels that are not checked.
  public init?(name: String) {
    switch name.uppercased() {
    case "2B": self = .pdfA2b
    case "2U": self = .pdfA2u
    default: return nil
    }
  }

  /// The name, such as `2U`.
  public var name: String { "\(part)\(conformance)" }
}

/// How a file stands to one requirement of ISO 19005-2.
public struct ConformanceResult: Sendable, Equatable, Codable {
  /// The clause and the number of the check in it, such as `6.1.2-1`.
  public let clause: String
  /// Whether the file meets the requirement.
  public let passed: Bool
  /// What is required.
  public let message: Wording
  /// Where it is not met: an object such as `12 0 R`, or a place in the file; empty when it is met.
  public let places: [String]

  /// The breach as a finding about the document.
  var finding: Finding {
    let place = places.first.map { " (\($0))" } ?? ""
    return Finding(
      rule: Rule.pdfNotArchival.id, severity: .info, measured: nil, required: nil, unit: nil,
      box: nil,
      source: "ISO 19005-2 \(clause)",
      message: Wording(vi: message.vi + place, en: message.en + place),
      remedy: Wording(
        vi: "Tệp được lưu là PDF thường; quét lại hoặc sửa tệp nguồn nếu cần PDF/A.",
        en: "The file is kept as a plain PDF; rescan or mend the source if PDF/A is needed."))
  }
}
