import Extraction
import Testing

/// The lines of a heading, the name above and the agency.
private let headings: [([String], String?, String)] = [
  (["TỔNG CỤC HẢI QUAN", "CỤC HẢI QUAN"], "TỔNG CỤC HẢI QUAN", "CỤC HẢI QUAN"),
  (["QUÂN KHU 9", "BỘ CHỈ HUY QUÂN SỰ TỈNH"], "QUÂN KHU 9", "BỘ CHỈ HUY QUÂN SỰ TỈNH"),
  (
    ["SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG", "VƯỜN QUỐC GIA"], "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    "VƯỜN QUỐC GIA"
  ),
  (
    ["TỔNG CÔNG TY ĐIỆN LỰC MIỀN", "TRUNG", "CÔNG TY ĐIỆN LỰC"],
    "TỔNG CÔNG TY ĐIỆN LỰC MIỀN TRUNG", "CÔNG TY ĐIỆN LỰC"
  ),
  (
    ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRUNG TÂM GIÁO DỤC", "THƯỜNG XUYÊN"], "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    "TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN"
  ),
  (
    ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRUNG TÂM GIÁO DỤC THƯỜNG", "XUYÊN"], "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    "TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN"
  ),
  (
    ["VIỆN KIỂM SÁT NHÂN DÂN TỈNH", "VIỆN KIỂM SÁT NHÂN DÂN", "KHU VỰC 2"],
    "VIỆN KIỂM SÁT NHÂN DÂN TỈNH", "VIỆN KIỂM SÁT NHÂN DÂN KHU VỰC 2"
  ),
  (["UBND THÀNH PHỐ", "HỘI AN", "PHÒNG NỘI VỤ"], "UBND THÀNH PHỐ HỘI AN", "PHÒNG NỘI VỤ"),
  (
    ["NGÂN HÀNG CHÍNH SÁCH XÃ", "HỘI", "CHI NHÁNH TỈNH HÀ NAM"], "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",
    "CHI NHÁNH TỈNH HÀ NAM"
  ),
  (["UBND TỈNH HÀ NAM", "LIÊN MINH HỢP TÁC XÃ"], "UBND TỈNH HÀ NAM", "LIÊN MINH HỢP TÁC XÃ"),
  (
    ["TỔNG CÔNG TY BƯU ĐIỆN VIỆT", "NAM", "BƯU ĐIỆN TỈNH HÀ NAM"],
    "TỔNG CÔNG TY BƯU ĐIỆN VIỆT NAM", "BƯU ĐIỆN TỈNH HÀ NAM"
  ),
  (
    ["UBND PHƯỜNG NGHĨA SƠN", "TRÀ", "PHÒNG VĂN HÓA - XÃ HỘI"], "UBND PHƯỜNG NGHĨA SƠN TRÀ",
    "PHÒNG VĂN HÓA - XÃ HỘI"
  ),
  (["SỞ Y TẾ", "BỆNH VIỆN LAO VÀ BỆNH", "PHỔI"], "SỞ Y TẾ", "BỆNH VIỆN LAO VÀ BỆNH PHỔI"),
  (
    ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC CHĂN NUÔI VÀ THÚ", "Y"],
    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC CHĂN NUÔI VÀ THÚ Y"
  ),
  (
    ["TÒA ÁN NHÂN DÂN TỈNH", "PHƯỚC LẬP HẠ", "TÒA ÁN NHÂN DÂN KHU VỰC 4"],
    "TÒA ÁN NHÂN DÂN TỈNH PHƯỚC LẬP HẠ", "TÒA ÁN NHÂN DÂN KHU VỰC 4"
  ),
  (
    ["TỔNG CÔNG TY CẤP THOÁT", "NƯỚC", "CÔNG TY CỔ PHẦN CẤP NƯỚC"], "TỔNG CÔNG TY CẤP THOÁT NƯỚC",
    "CÔNG TY CỔ PHẦN CẤP NƯỚC"
  ),
  (
    ["UBND HUYỆN CỒN GIÁ", "PHÒNG TÀI CHÍNH - KẾ", "HOẠCH"], "UBND HUYỆN CỒN GIÁ",
    "PHÒNG TÀI CHÍNH - KẾ HOẠCH"
  ),
  (
    ["UBND XÃ BÌNH LỘC", "TRUNG TÂM PHỤC VỤ HÀNH", "CHÍNH CÔNG"], "UBND XÃ BÌNH LỘC",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
  ),
  (
    ["VĂN PHÒNG HĐND VÀ", "ỦY BAN NHÂN DÂN HUYỆN", "KIM BẢNG"], nil,
    "VĂN PHÒNG HĐND VÀ ỦY BAN NHÂN DÂN HUYỆN KIM BẢNG"
  ),
  (["ĐẢNG BỘ TỈNH HÀ NAM", "HUYỆN ỦY KIM BẢNG"], "ĐẢNG BỘ TỈNH HÀ NAM", "HUYỆN ỦY KIM BẢNG"),
  (
    ["TẬP ĐOÀN", "ĐIỆN LỰC VIỆT NAM", "TỔNG CÔNG TY", "ĐIỆN LỰC MIỀN BẮC"],
    "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC"
  ),
  (["THÀNH ĐOÀN HÀ NỘI", "QUẬN ĐOÀN CẦU GIẤY"], "THÀNH ĐOÀN HÀ NỘI", "QUẬN ĐOÀN CẦU GIẤY"),
]

/// Where one name of a heading ends and the next begins.
@Suite struct `The names of agencies` {
  private func names(_ lines: [String], notation: String = "TB-ABC") -> [String?] {
    var sheet = Sheet()
    for (index, line) in lines.enumerated() {
      let right =
        index == 0
        ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : (index == 1 ? "Độc lập - Tự do - Hạnh phúc" : "")
      let x = 430 - line.count * 13 / 2
      if right.isEmpty {
        sheet.set(line, x: x, y: 180 + index * 36)
      } else {
        sheet.setFused(line, x: x, right, x: index == 0 ? 790 : 870, y: 180 + index * 36)
      }
    }
    sheet.setFused(
      "Số: 12/\(notation)", x: 270, "Hà Nam, ngày 14 tháng 5 năm 2023", x: 830,
      y: 190 + lines.count * 36)
    sheet.centre("THÔNG BÁO", y: 280 + lines.count * 36)
    let record = documentRecord(from: [sheet.page])
    return [record[.organizationInCharge].value, record[.organName].value]
  }

  @Test(arguments: headings)
  func `are told apart`(lines: [String], parent: String?, agency: String) {
    #expect(names(lines) == [parent, agency])
  }

  @Test func `are told apart by the letters of the notation where no word tells`() {
    let lines = ["UBND TỈNH HÀ NAM", "TỔNG KHO HƯƠNG LÚA", "MỚI"]
    #expect(names(lines, notation: "TB-TKHLM") == ["UBND TỈNH HÀ NAM", "TỔNG KHO HƯƠNG LÚA MỚI"])
    let odd = ["CẤP TRÊN MẪU", "HƯƠNG LÚA MỚI"]
    #expect(names(odd, notation: "TB-HLM") == ["CẤP TRÊN MẪU", "HƯƠNG LÚA MỚI"])
    #expect(names(odd, notation: "TB-XYZ") == [nil, "CẤP TRÊN MẪU HƯƠNG LÚA MỚI"])
  }
}
