public import Findings

/// How a file stands to one requirement of ISO 19005.
public struct ConformanceResult: Sendable, Equatable, Codable {
  /// The part of ISO 19005.
  public let part: Int
  /// The clause of that part and the number of the check in it, such as `6.1.2-1`.
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
      source: "ISO 19005-\(part) \(clause)",
      message: Wording(vi: message.vi + place, en: message.en + place),
      remedy: Wording(
        vi: "Tệp được lưu là PDF thường; quét lại hoặc sửa tệp nguồn nếu cần PDF/A.",
        en: "The file is kept as a plain PDF; rescan or mend the source if PDF/A is needed."))
  }
}
