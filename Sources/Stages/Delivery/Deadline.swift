public import Packaging

/// Until when a document must have left (QĐ 28/2018 Điều 6.2); nil when that cannot be known.
///
/// On the day of signing, at the latest in the morning of the next working day; an urgent one at once,
/// which is counted as an hour from its queueing. Where the calendar does not know whether one of the days that
/// follow is a working day, there is no deadline rather than a guessed one.
public func deadline(
  of date: CalendarDate, urgency: Int, queuedAt now: Moment,
  by calendar: WorkCalendar = .announced
) -> Moment? {
  guard urgency == 0 else { return now.adding(seconds: 3600) }
  var day = date.next
  while let next = day, let works = calendar.works(on: next) {
    if works { return Moment(vietnamNoonOf: next) }
    day = next.next
  }
  return nil
}

extension CalendarDate {
  /// The day after; nil after the last day of 9999.
  fileprivate var next: CalendarDate? {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1)
  }
}

extension Moment {
  /// Noon of a day in Vietnam.
  package init(vietnamNoonOf date: CalendarDate) {
    // Days from a date, the inverse of `inVietnam`.
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = year / 400
    let yearOfEra = year - era * 400
    let shiftedMonth = date.month > 2 ? date.month - 3 : date.month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + date.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(milliseconds: Int64(days) * 86_400_000 + 5 * 3_600_000)
  }

  /// The day of the week in Vietnam, 0 for Monday … 6 for Sunday.
  var weekday: Int {
    let days = Int((Double(milliseconds + 7 * 3_600_000) / 86_400_000).rounded(.down))
    // 1970-01-01 was a Thursday.
    return ((days + 3) % 7 + 7) % 7
  }
}
