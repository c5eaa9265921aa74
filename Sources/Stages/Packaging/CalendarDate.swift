/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Sendable, Hashable, Comparable, Codable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `yyyy-MM-dd`; nil when it is not exactly that.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `yyyy/MM/dd`, as envelopes write it; nil when it is not exactly that.
  public init?(slashed text: String) {
    guard !text.contains("-") else { return nil }
    self.init(
      iso: text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "-"))
  }

  /// Reads `yyyy-MM-dd` from storage.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = Self(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not yyyy-MM-dd")
    }
    self = date
  }

  /// Writes `yyyy-MM-dd`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  /// `yyyy-MM-dd`, as fields and reports write it.
  public var iso: String { joined(by: "-") }

  /// `yyyy/MM/dd`, as envelopes write it.
  public var slashed: String { joined(by: "/") }

  /// Earlier before later.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private func joined(by separator: String) -> String {
    [Self.padded(year, to: 4), Self.padded(month, to: 2), Self.padded(day, to: 2)]
      .joined(separator: separator)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
