/// What may stand above a signature, and of what names are made.
enum Signing {
  /// The authority marks of Nghị định 30/2020, Phụ lục I mục II.7.b, longest first.
  static let marks = ["TUQ", "TM", "KT", "TL", "Q"]

  /// Positions with which a position line begins; deputies are `PHÓ` and one of these.
  ///
  /// Compiled by hand after the sample blocks of Nghị định 30/2020 Phụ lục III and the titles of office
  /// holders in offices, schools, courts and companies.
  static let positions: [String] =
    [
      "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "HIỆU TRƯỞNG", "CHỦ TỊCH", "BỘ TRƯỞNG", "THỨ TRƯỞNG",
      "THỦ TƯỚNG", "CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "VỤ TRƯỞNG", "VIỆN TRƯỞNG",
      "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "CHÁNH ÁN", "TRƯỞNG PHÒNG", "TRƯỞNG BAN", "TRƯỞNG KHOA",
      "TRƯỞNG TRẠM", "TRƯỞNG ĐOÀN", "TỔNG THANH TRA", "TỔNG KIỂM TOÁN", "THỐNG ĐỐC", "BÍ THƯ",
      "CHỦ NHIỆM", "ĐỘI TRƯỞNG", "TỔ TRƯỞNG", "THƯ KÝ", "CHỦ TỌA", "CHỈ HUY TRƯỞNG",
      "TRƯỞNG CÔNG AN",
      "HIỆU PHÓ", "ỦY VIÊN THƯ KÝ", "KẾ TOÁN TRƯỞNG", "TỔNG BIÊN TẬP", "HẠT TRƯỞNG",
    ].flatMap { [$0, "PHÓ \($0)"] } + ["PHÓ TRƯỞNG PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "PHÓ THỦ TƯỚNG"]

  /// The positions by their letters without marks, longest first.
  static let positionSkeletons: [(skeleton: [UInt8], name: String)] =
    positions.map { (Letters.skeleton($0), $0) }.sorted { $0.0.count > $1.0.count }

  /// Family names, which nearly every Vietnamese bears one of, by their letters without marks.
  ///
  /// Compiled by hand from the commonest names. A name outside the list only gets less confidence.
  static let familyNames: [[UInt8]: [String]] = Dictionary(
    grouping: [
      "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
      "Hồ",
      "Ngô", "Dương", "Lý", "An", "Âu", "Bạch", "Cao", "Châu", "Chu", "Chử", "Cù", "Cung", "Danh",
      "Diệp", "Doãn", "Đàm", "Đan", "Đào", "Đậu", "Điền", "Đinh", "Đoàn", "Đồng", "Đới", "Đường",
      "Giang", "Giáp", "Hà", "Hàn", "Hạ", "Hứa", "Kha", "Khổng", "Khuất", "Khúc", "Kiều", "Kim",
      "La",
      "Lã", "Lại", "Lâm", "Liêu", "Lò", "Lục", "Lương", "Lưu", "Ma", "Mã", "Mạc", "Mai", "Nghiêm",
      "Ngụy", "Nông", "Ông", "Phí", "Phó", "Phùng", "Phương", "Quách", "Quan", "Sầm", "Sơn", "Tạ",
      "Tăng", "Thạch", "Thái", "Thân", "Thiều", "Tiêu", "Tô", "Tôn", "Tống", "Triệu", "Trang",
      "Trà",
      "Trịnh", "Trương", "Từ", "Ung", "Văn", "Vi", "Viên", "Vương", "Xa", "Y", "Giàng", "Rơ", "Siu",
      "H", "Lữ", "Ninh", "Thi", "Ứng", "Bế", "Chung", "Cổ", "Dư", "Đái", "Hầu", "Kông", "Nhan",
      "Nhữ", "Phù", "Tào", "Thẩm", "Vòng",
    ] + uplandNames, by: { Letters.skeleton($0) })

  /// Family names of the peoples of the uplands, of which no other name has the letters; some are no Vietnamese syllables.
  static let uplandNames = [
    "Ksor", "Nay", "Kpă", "Rmah", "Rahlan", "Niê", "Mlô", "Êban", "Ayun", "Byă", "Quàng", "Thào",
    "Vàng", "Sùng", "Mùa",
    "Hạng", "Điểu", "Bríu", "Alăng", "Liêng", "Cil", "Lầu", "Cầm", "Chảo",
  ]
}
