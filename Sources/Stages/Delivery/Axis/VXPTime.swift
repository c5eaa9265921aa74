extension Moment {
  /// Vietnam's wall clock at this moment; its offset of seven hours never changes.
  package var inVietnam:
    (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int)
  {
    let local = milliseconds + 7 * 3_600_000
    let days = Int((Double(local) / 86_400_000).rounded(.down))
    let rest = Int(local - Int64(days) * 86_400_000)
    // Days to a date, counted from 0000-03-01 (H. Hinnant, "chrono-compatible low-level date
    // algorithms"): exact for every year that a queue will see.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, hour: rest / 3_600_000,
      minute: rest / 60_000 % 60, second: rest / 1000 % 60, millisecond: rest % 1000
    )
  }

  /// `ddMMyyyy'T'HHmmss+SSSS`: what looks like a zone is the milliseconds, padded to four digits.
  package var axisTimestamp: String {
    let time = inVietnam
    return padded(time.day, 2) + padded(time.month, 2) + padded(time.year, 4) + "T"
      + padded(time.hour, 2) + padded(time.minute, 2) + padded(time.second, 2) + "+"
      + padded(time.millisecond, 4)
  }

  /// `yyyy/MM/dd HH:mm:ss`, as envelopes and lists of the axis write times.
  package var slashed: String {
    let time = inVietnam
    return padded(time.year, 4) + "/" + padded(time.month, 2) + "/" + padded(time.day, 2) + " "
      + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
