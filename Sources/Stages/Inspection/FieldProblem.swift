import Extraction
public import Findings

/// Why a value cannot stand in a field.
public struct FieldProblem: Error, Sendable, Equatable {
  /// The field.
  public let path: FieldPath
  /// What is wrong and what is expected.
  public let message: Wording

  init(_ path: FieldPath, vi: String, en: String) {
    self.path = path
    message = Wording(vi: vi, en: en)
  }
}

/// The value as it will be stored (trimmed, NFC), or why it cannot stand in that field.
public func validated(_ value: String, for path: FieldPath) -> Result<String, FieldProblem> {
  .success(value)
}
