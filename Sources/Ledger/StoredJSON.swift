public import FoundationEssentials

/// A value as JSON, together with the version of its shape.
public struct StoredJSON: Sendable, Equatable {
  /// `{"value":…,"version":…}` in UTF-8.
  public let data: Data

  /// Takes JSON that was stored before.
  init(data: Data) { self.data = data }

  /// Encodes a value; the same value gives the same bytes.
  public init(_ value: some Encodable, version: Int) throws(LedgerError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      data = try encoder.encode(Shape(version: version, value: value))
    } catch {
      throw .unwritable(what: String(describing: type(of: value)))
    }
  }

  /// The version that it was stored with.
  public func version() throws(LedgerError) -> Int { try decode(VersionOnly.self).version }

  /// The value, read as the shape of a version that the caller asked for with `version()`.
  public func value<Value: Decodable>(_ type: Value.Type) throws(LedgerError) -> Value {
    try decode(Stored<Value>.self).value
  }

  private func decode<Stored: Decodable>(_ type: Stored.Type) throws(LedgerError) -> Stored {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      // The decoder's own error may quote the document.
      throw .unreadable(what: String(describing: type))
    }
  }

  private struct Shape<Value: Encodable>: Encodable {
    let version: Int
    let value: Value
  }

  private struct Stored<Value: Decodable>: Decodable {
    let value: Value
  }

  private struct VersionOnly: Decodable {
    let version: Int
  }
}
