import Foundation

/// Vietnam has had one offset since 1975 and no summer time.
private let vietnam = TimeZone(secondsFromGMT: 7 * 3600)

private func parts(of date: Date) -> DateComponents {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = vietnam ?? calendar.timeZone
  return calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
}

/// A moment in ISO 8601 with the offset of Vietnam, as QĐ 28/2018 Điều 14 asks.
func vietnameseTime(_ date: Date) -> String {
  let time = parts(of: date)
  func two(_ value: Int?) -> String {
    let digits = String(value ?? 0)
    return digits.count < 2 ? "0" + digits : digits
  }
  return "\(time.year ?? 0)-\(two(time.month))-\(two(time.day))"
    + "T\(two(time.hour)):\(two(time.minute)):\(two(time.second))+07:00"
}

/// The same moment as MS-DOS and ZIP write it: two words, whole seconds halved, from 1980 on.
func dosTime(_ date: Date) -> (date: Int, time: Int) {
  let time = parts(of: date)
  let day = max(0, (time.year ?? 1980) - 1980) << 9 | (time.month ?? 1) << 5 | (time.day ?? 1)
  let clock = (time.hour ?? 0) << 11 | (time.minute ?? 0) << 5 | (time.second ?? 0) / 2
  return (day, clock)
}
