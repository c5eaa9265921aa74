public import Packaging

/// Until when a document must have left (QĐ 28/2018 Điều 6.2).
///
/// On the day of signing, at the latest in the morning of the next working day; an urgent one at once,
/// which is counted as an hour from its queueing. Saturday and Sunday are no working days; public
/// holidays are not known here, so a document may be shown late that a holiday excuses.
public func deadline(of date: CalendarDate, urgency: Int, queuedAt now: Moment) -> Moment {
  guard urgency == 0 else { return now.adding(seconds: 3600) }
  let noon = Moment(vietnamNoonOf: date)
  var days = 1
  while [5, 6].contains(noon.adding(seconds: days * 86_400).weekday) { days += 1 }
  return noon.adding(seconds: days * 86_400)
}

extension Moment {
  /// Noon of a day in Vietnam.
  init(vietnamNoonOf date: CalendarDate) {
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
