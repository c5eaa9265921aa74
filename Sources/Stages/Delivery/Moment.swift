/// A point in time, in whole milliseconds; always passed in, never read from a clock here.
public struct Moment: Sendable, Hashable, Comparable, Codable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let milliseconds: Int64

  /// Makes a point in time.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads the bare number from storage.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the bare number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Earlier before later.
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The point that lies `seconds` later.
  public func adding(seconds: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// The point that lies `milliseconds` later.
  public func adding(milliseconds more: Int64) -> Moment {
    Moment(milliseconds: milliseconds + more)
  }
}
