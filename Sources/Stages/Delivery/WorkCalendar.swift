public import Packaging

/// What was announced of one year: where the offices of the State depart from Monday to Friday.
public struct WorkYear: Sendable, Equatable, Codable {
  /// Days from Monday to Friday on which they rest: public holidays, days in lieu, days exchanged.
  public let off: [CalendarDate]
  /// Saturdays and Sundays on which they work for a day exchanged.
  public let working: [CalendarDate]
  /// Days of which this program does not know for sure whether they work.
  public let unsure: [CalendarDate]

  /// Makes a year; nil when a day that rests or works lies outside of it.
  public init?(
    _ year: Int, off: [CalendarDate], working: [CalendarDate] = [], unsure: [CalendarDate] = []
  ) {
    guard (off + working + unsure).allSatisfy({ $0.year == year }) else { return nil }
    self.off = off
    self.working = working
    self.unsure = unsure
  }
}

/// On which days the offices of the State work, as far as it was announced.
///
/// Tết, the day of the Hùng Kings and the exchanges of days are announced year by year: a year that is not here is
/// unknown, and so is every deadline that would be counted over it.
public struct WorkCalendar: Sendable, Equatable {
  private let years: [Int: WorkYear]

  /// Makes a calendar of the years that are known.
  public init(_ years: [Int: WorkYear]) { self.years = years }

  /// Whether offices work on that day; nil when nobody said so yet.
  public func works(on day: CalendarDate) -> Bool? {
    guard let year = years[day.year], !year.unsure.contains(day) else { return nil }
    if year.off.contains(day) { return false }
    return year.working.contains(day) || Moment(vietnamNoonOf: day).weekday < 5
  }

  /// The calendar with other years, which take the place of those that are known.
  public func adding(_ more: [Int: WorkYear]) -> WorkCalendar {
    WorkCalendar(years.merging(more) { $1 })
  }
}
