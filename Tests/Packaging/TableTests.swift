import Packaging
import Testing

@Suite struct `Agency codes` {
  @Test(arguments: [
    ("000.00.00.G22", AgencyCodeForm.old), ("000.46.24.H44", .old), ("001.00.20.TT2", nil),
    ("H01", .stateBody), ("G22.01.02", .stateBody), ("H37.DN.001", .stateBody), ("H01.", nil),
    ("H01..02", nil), ("h01", nil), ("H1", nil), ("Z01ABC", .otherBody), ("Z00ABC", nil),
    ("0123456789", .enterprise), ("0123456789-001", .enterprise), ("0123456789-01", nil),
    ("28.22.H17", nil), ("vxp.saas.03", nil), ("", nil),
    ("H01." + String(repeating: "A", count: 31), .stateBody),
    ("H01." + String(repeating: "A", count: 32), nil),
  ])
  func `follow one of the forms or none`(code: String, form: AgencyCodeForm?) {
    #expect(AgencyCodeForm(of: code) == form)
  }
}

@Suite struct `Document types` {
  @Test(arguments: [
    ("Công văn", "UBND-VX", 2, 18), ("công văn", "UBND-VX", 2, 18), ("Quyết định", "QĐ-UBND", 2, 2),
    ("Quyết định", "2024/QĐ-UBND", 1, 8), ("Nghị định", "2020/NĐ-CP", 1, 7),
    ("Thông tư", "TT-BNV", 1, 9), ("Giấy mời", "GM-SMH", 2, 25), ("Báo cáo", "BC-SMH", 2, nil),
  ])
  func `have the numbers of the list`(name: String, notation: String, type: Int, detail: Int?) {
    let entry = DocumentTypeTable.standard.entry(named: name, notation: notation)
    #expect(entry?.type == type)
    #expect(entry?.detail == detail)
  }

  @Test func `can be given by a pipeline`() {
    let table = DocumentTypeTable(entries: [.init(name: "Công văn", type: 1, detail: 0)])
    #expect(table.entry(named: "Công văn", notation: nil)?.detail == 0)
    #expect(table.entry(named: "Báo cáo", notation: nil) == nil)
  }
}

@Suite struct `Calendar dates` {
  @Test(arguments: [
    ("2026-03-05", "2026/03/05"), ("2024-02-29", "2024/02/29"), ("0999-12-31", "0999/12/31"),
  ])
  func `are written with slashes`(iso: String, slashed: String) {
    #expect(CalendarDate(iso: iso)?.slashed == slashed)
    #expect(CalendarDate(iso: iso)?.iso == iso)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-3-5", "05/03/2026", "", "2026-03",
    "-026-03-05", "2026-04-31",
  ])
  func `are refused when the calendar has none`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }
}
