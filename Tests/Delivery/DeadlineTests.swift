import Delivery
import Packaging
import Testing

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

@Suite struct `The deadline of a document` {
  /// The day of signing, and the day in whose morning it must have left at the latest.
  @Test(arguments: [
    ("2025-03-05", "2025-03-06"), ("2025-03-07", "2025-03-10"),
    // Tết of three years, over the weekend behind it.
    ("2024-02-07", "2024-02-15"), ("2025-01-24", "2025-02-03"), ("2026-02-13", "2026-02-23"),
    // Giỗ Tổ on a Sunday gives the Monday; a Friday exchanged for a Saturday that works.
    ("2026-04-24", "2026-04-28"), ("2025-04-25", "2025-04-26"), ("2025-04-29", "2025-05-05"),
    ("2024-04-26", "2024-05-02"), ("2024-05-03", "2024-05-04"),
    ("2023-09-01", "2023-09-05"), ("2025-12-31", nil),
    // Over days that are not certain, and over years that nobody announced.
    ("2026-08-28", nil), ("2026-09-02", nil), ("2026-09-04", "2026-09-07"),
    ("2026-12-31", nil), ("2027-06-01", nil), ("2019-03-05", nil),
  ])
  func `is the morning of the next working day, or unknown`(signed: String, latest: String?) throws
  {
    let deadline = deadline(
      of: try day(signed), urgency: 0, queuedAt: Moment(milliseconds: 0))
    #expect(deadline == (try latest.map { Moment(vietnamNoonOf: try day($0)) }))
  }

  @Test func `of an urgent one is an hour from its queueing on any day`() throws {
    #expect(
      deadline(of: try day("2031-01-01"), urgency: 2, queuedAt: Moment(milliseconds: 7))
        == Moment(milliseconds: 3_600_007))
  }

  @Test func `is known for a year that the office wrote down`() throws {
    let year = try #require(
      WorkYear(2031, off: [try day("2031-01-01")], working: [try day("2031-01-04")]))
    let calendar = WorkCalendar.announced.adding([2031: year])
    func latest(_ signed: String) throws -> Moment? {
      deadline(
        of: try day(signed), urgency: 0, queuedAt: Moment(milliseconds: 0), by: calendar)
    }
    #expect(try latest("2031-01-03") == Moment(vietnamNoonOf: try day("2031-01-04")))
    #expect(try latest("2031-01-04") == Moment(vietnamNoonOf: try day("2031-01-06")))
    #expect(WorkYear(2031, off: [try day("2030-01-01")]) == nil)
  }
}

@Suite struct `The announced years` {
  /// Days off stand on weekdays, days exchanged on weekends: a slip of the pen shows itself.
  @Test(arguments: 2023...2026) func `rest on weekdays and work on weekends`(year: Int) throws {
    let calendar = WorkCalendar.announced
    let bare = WorkCalendar([year: try #require(WorkYear(year, off: []))])
    var off = 0
    for month in 1...12 {
      for number in 1...31 {
        guard let day = CalendarDate(year: year, month: month, day: number) else { continue }
        guard let works = calendar.works(on: day) else { continue }
        if works != bare.works(on: day), !works { off += 1 }
      }
    }
    // Eleven holidays; those of a weekend that is given no weekday in lieu, and unsure ones, are missing.
    #expect((10...13).contains(off))
  }

  @Test(arguments: ["2023-01-23", "2024-02-12", "2025-01-29", "2026-02-17"])
  func `hold the first weekday of Tết`(text: String) throws {
    #expect(WorkCalendar.announced.works(on: try day(text)) == false)
  }
}
