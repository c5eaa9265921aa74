/// A key that is used and never shown: it has no description, no mirror and no coding.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// The key itself, for signing only.
  let value: String

  /// Takes a key.
  public init(_ value: String) { self.value = value }

  /// Never the key.
  public var description: String { "•••" }

  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
