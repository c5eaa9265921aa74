import Delivery
import Packaging

extension Pipeline {
  /// `holidays: { 2027: { off: [2027-01-01, …], working: [2027-05-08] } }`.
  static func holidays(_ reader: inout SettingReader) throws(PipelineError) -> [Int: WorkYear]? {
    guard var map = try reader.map("holidays") else { return nil }
    var years: [Int: WorkYear] = [:]
    for key in map.keys {
      guard var lists = try map.map(key) else { continue }
      let off = try days(&lists, "off")
      let working = try days(&lists, "working")
      guard let number = Int(key), let year = WorkYear(number, off: off, working: working) else {
        throw lists.wrong("off", .text(key), "\(key)-MM-DD")
      }
      years[number] = year
      try lists.finish()
    }
    try map.finish()
    return years
  }

  private static func days(
    _ lists: inout SettingReader, _ key: String
  ) throws(PipelineError) -> [CalendarDate] {
    var days: [CalendarDate] = []
    for setting in try lists.list(key) ?? [] {
      guard case .text(let text) = setting, let day = CalendarDate(iso: text) else {
        throw lists.wrong(key, setting, "YYYY-MM-DD")
      }
      days.append(day)
    }
    return days
  }
}
