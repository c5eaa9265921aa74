import Packaging

extension WorkCalendar {
  /// The years whose days off are known here; later ones come from the pipeline's key `holidays`.
  ///
  /// Bộ luật Lao động 2019, Điều 111.3 (days in lieu) and Điều 112 (holidays; Tết five days, Quốc khánh two); the choice of days
  /// at Tết and Quốc khánh and the exchanges by the yearly notices of the ministry for labour (since 2025 the ministry for
  /// the interior) on the Government's word. Written down from those notices as they were made public, not
  /// from Công báo: what was not certain stands under `unsure`.
  public static let announced = WorkCalendar([
    2023: year(
      2023,
      // 1/1 fell on a Sunday; Tết 20–26/1; Giỗ Tổ and 30/4 fell on a weekend; Quốc khánh 1–4/9.
      off: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04"),
    2024: year(
      2024,
      // Tết 8–14/2; Giỗ Tổ 18/4; 29/4 exchanged for Saturday 4/5; Quốc khánh 2–3/9.
      off: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
      working: "05-04"),
    2025: year(
      2025,
      // Tết 27–31/1; Giỗ Tổ 7/4; 2/5 exchanged for Saturday 26/4; Quốc khánh 1–2/9.
      off: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
      working: "04-26"),
    2026: year(
      2026,
      // Tết 16–20/2; Giỗ Tổ fell on Sunday 26/4. Exchanges at New Year and Quốc khánh are not certain here.
      off: "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-02",
      unsure: "01-02 01-10 08-22 08-31 09-01 09-03"),
  ])

  private static func year(
    _ year: Int, off: String, working: String = "", unsure: String = ""
  ) -> WorkYear {
    func days(_ text: String) -> [CalendarDate] {
      text.split(separator: " ").map { day in
        guard let date = CalendarDate(iso: "\(year)-\(day)") else {
          preconditionFailure("\(year)-\(day) is no day")
        }
        return date
      }
    }
    guard
      let result = WorkYear(
        year, off: days(off), working: days(working), unsure: days(unsure))
    else { preconditionFailure("a day of \(year) lies outside of it") }
    return result
  }
}
