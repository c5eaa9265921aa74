import Recognition

/// Words of which the names of Vietnamese public bodies are made.
enum Agencies {
  /// The words with which the name of a body begins.
  ///
  /// Compiled by hand after the sample headings of Nghị định 30/2020 Phụ lục III and the party guide
  /// 36-HD/VPTW 2018. A line of a heading that begins so opens a new name; any other line goes on
  /// with the one above.
  static let heads: [[UInt8]] = [
    "BỘ", "SỞ", "ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "TRƯỜNG", "CỤC", "CHI CỤC", "TỔNG CỤC", "VỤ",
    "BAN", "TRUNG TÂM", "BỆNH VIỆN", "CÔNG TY", "TỔNG CÔNG TY", "TẬP ĐOÀN", "VIỆN", "HỌC VIỆN",
    "PHÒNG", "THANH TRA", "VĂN PHÒNG", "CÔNG AN", "TÒA ÁN", "TAND", "KHO BẠC", "NGÂN HÀNG",
    "BẢO HIỂM XÃ HỘI", "BHXH", "LIÊN ĐOÀN", "ĐOÀN", "HỘI", "LIÊN HIỆP", "ĐẢNG BỘ", "ĐẢNG ỦY",
    "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY", "CHI BỘ", "QUỐC HỘI", "CHÍNH PHỦ",
    "THỦ TƯỚNG", "CHỦ TỊCH", "KIỂM TOÁN", "MẶT TRẬN", "UBMTTQ", "KHOA", "ĐẠI HỌC", "TRẠM", "ĐỘI",
    "HẠT", "BÁO", "ĐÀI", "NHÀ XUẤT BẢN", "TẠP CHÍ", "QUỸ", "TỔ", "XÍ NGHIỆP", "NHÀ MÁY", "CẢNG",
    "BỘ CHỈ HUY", "BỘ TƯ LỆNH", "CÔNG ĐOÀN", "THƯ VIỆN", "BẢO TÀNG", "THƯỜNG TRỰC", "THÔNG TẤN XÃ",
    "TỔNG LIÊN ĐOÀN", "TRUNG ƯƠNG", "VƯỜN QUỐC GIA", "KHU BẢO TỒN", "KHU DI TÍCH", "CHI NHÁNH",
    "CHI ĐOÀN", "CHI HỘI",
    "BƯU ĐIỆN", "BƯU CỤC", "ĐIỆN LỰC", "LIÊN MINH", "HỢP TÁC XÃ", "QUÂN KHU", "QUÂN ĐOÀN",
    "QUÂN CHỦNG", "BINH CHỦNG", "BINH ĐOÀN", "SƯ ĐOÀN", "LỮ ĐOÀN", "TRUNG ĐOÀN", "TIỂU ĐOÀN",
    "HẢI ĐỘI", "ĐỒN", "TRẠI GIAM",
    "TRẠI TẠM GIAM", "NHÀ VĂN HÓA", "NHÀ HÁT", "NHÀ KHÁCH", "NHÀ TRẺ", "CÂU LẠC BỘ", "LÂM TRƯỜNG",
    "NÔNG TRƯỜNG", "SỞ GIAO DỊCH",
    "KHÁCH SẠN", "BẾN XE", "HIỆP HỘI", "TỔNG HỘI", "GIÁO HỘI", "PHÂN HIỆU", "PHÂN VIỆN",
    "TỈNH ĐOÀN", "THÀNH ĐOÀN", "HUYỆN ĐOÀN",
    "KHU QUẢN LÝ", "TỔNG KHO", "VIỆN KIỂM SÁT", "VKSND", "THANH TRA SỞ",
  ].map { Letters.skeleton($0) }

  /// Those among them that follow a level without its place, as `CÔNG AN TỈNH` / `VĂN PHÒNG …`: hardly a place begins so.
  static let longHeads: [[UInt8]] = [
    "ỦY BAN", "HỘI ĐỒNG", "CHI CỤC", "TỔNG CỤC", "TRUNG TÂM", "BỆNH VIỆN", "CÔNG TY",
    "TỔNG CÔNG TY",
    "HỌC VIỆN", "THANH TRA", "VĂN PHÒNG", "CÔNG AN", "TÒA ÁN", "KHO BẠC", "NGÂN HÀNG",
    "BẢO HIỂM XÃ HỘI", "LIÊN ĐOÀN", "BƯU ĐIỆN", "CHI NHÁNH", "VIỆN KIỂM SÁT", "LIÊN MINH",
    "BỘ CHỈ HUY", "BỘ TƯ LỆNH", "VƯỜN QUỐC GIA", "THƯ VIỆN", "BẢO TÀNG",
  ].map { Letters.skeleton($0) }

  /// Heads that say nothing without the line that follows, when no other body stands above.
  static let bareHeads: Set<[UInt8]> = Set(
    [
      "ỦY BAN NHÂN DÂN", "ỦY BAN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HỘI ĐỒNG", "VĂN PHÒNG",
      "BAN CHỈ ĐẠO", "BAN TỔ CHỨC", "BAN QUẢN LÝ", "BAN QUẢN LÝ DỰ ÁN", "TRƯỜNG ĐẠI HỌC", "TRƯỜNG",
      "TRUNG TÂM",
      "CÔNG TY", "BỆNH VIỆN", "CHI CỤC", "CỤC", "SỞ", "BỘ", "PHÒNG", "THANH TRA", "BAN CHẤP HÀNH",
    ].map { Letters.skeleton($0) })

  /// Heads that say nothing without the line that follows, whatever stands above.
  static let unfinished: Set<[UInt8]> = Set(
    [
      "TỔNG CÔNG TY", "TẬP ĐOÀN", "HIỆP HỘI", "CÔNG TY CỔ PHẦN", "CÔNG TY TNHH",
      "CÔNG TY TNHH MỘT THÀNH VIÊN", "CÔNG TY TRÁCH NHIỆM HỮU HẠN",
    ].map { Letters.skeleton($0) })

  /// Words that the name of a body cannot end with: the next line belongs to it.
  private static let links = ["VÀ", "CỦA", "VỀ"]

  /// The levels of the state, after which comes the name of a place; of `THÀNH PHỐ` and `THỊ XÃ` the last word tells.
  private static let levels = ["TỈNH", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "PHỐ", "ĐẶC KHU"]

  /// Whether a name cannot end with its last word.
  static func isLink(_ words: [Token]) -> Bool { links.contains { ends(words, with: $0) } }

  /// Whether the last words are a level whose place is still to come.
  ///
  /// `QUAN` that was read for sure is no `QUẬN`; the `XÃ` of `HỢP TÁC XÃ` and `THÔNG TẤN XÃ` ends a name.
  static func isLevel(_ words: [Token]) -> Bool {
    let before = words.dropLast().last?.skeleton
    return levels.contains { level in
      ends(words, with: level)
        && (level != "XÃ" || before != Array("TAC".utf8) && before != Array("TAN".utf8))
    }
  }

  private static func ends(_ words: [Token], with text: String) -> Bool {
    let parts = text.split(separator: " ").map(String.init)
    guard words.count >= parts.count else { return false }
    return zip(words.suffix(parts.count), parts).allSatisfy { word, part in
      word.skeleton == Letters.skeleton(part)
        && (word.confidence < 85
          || word.text.uppercased().withToneOnSecondVowel == part.withToneOnSecondVowel)
    }
  }

  /// Whether a word that was read for sure has the letters of a level and is none: `HẢI QUAN`, `ĐÔNG PHƯƠNG`.
  static func isNoLevel(_ word: Token) -> Bool {
    word.confidence >= 85 && ["QUAN", "QUÂN", "PHƯƠNG", "HUYỀN"].contains(word.text.uppercased())
  }

  /// The level of a committee that a word names, with one letter wrong in it at most.
  static func level(_ word: Token) -> String? {
    let near = ["TỈNH", "HUYỆN", "QUẬN", "PHƯỜNG", "THÀNH"].filter {
      word.skeleton.first == Letters.skeleton($0).first
        && distance(Letters.skeleton($0), word.skeleton) <= 1
    }
    return near.count == 1 ? near[0] : nil
  }

  /// Phrases whose marks can be put right when all their letters are there.
  ///
  /// Compiled by hand: the ministries and provincial departments before and after the reform of 2025
  /// (Nghị quyết 176/2025/QH15, Nghị định 24/2014, Nghị định 45/2025) and common words of headings.
  static let phrases: [String] =
    [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "UBND", "HĐND",
      "TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "PHƯỜNG", "THỊ XÃ", "ĐẶC KHU", "VĂN PHÒNG", "THANH TRA",
      "TRƯỜNG ĐẠI HỌC", "TRƯỜNG CAO ĐẲNG", "TRƯỜNG TRUNG HỌC PHỔ THÔNG", "TRƯỜNG TIỂU HỌC",
      "TRUNG TÂM", "BỆNH VIỆN", "ĐA KHOA", "CHI CỤC", "TỔNG CỤC", "CỤC", "BAN TỔ CHỨC",
      "BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "BAN DÂN TỘC", "CÔNG AN", "TÒA ÁN NHÂN DÂN",
      "VIỆN KIỂM SÁT NHÂN DÂN", "KHO BẠC NHÀ NƯỚC", "BẢO HIỂM XÃ HỘI", "LIÊN ĐOÀN LAO ĐỘNG",
      "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH", "MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH ỦY", "THÀNH ỦY",
      "HUYỆN ỦY", "ĐẢNG ỦY", "CHÍNH PHỦ", "QUỐC HỘI", "THỦ TƯỚNG CHÍNH PHỦ", "CHỦ TỊCH NƯỚC",
    ]
    + [
      "NỘI VỤ", "TÀI CHÍNH", "TƯ PHÁP", "CÔNG AN", "QUỐC PHÒNG", "NGOẠI GIAO",
      "GIÁO DỤC VÀ ĐÀO TẠO", "Y TẾ", "CÔNG THƯƠNG", "XÂY DỰNG", "GIAO THÔNG VẬN TẢI",
      "KẾ HOẠCH VÀ ĐẦU TƯ", "NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
      "TÀI NGUYÊN VÀ MÔI TRƯỜNG", "KHOA HỌC VÀ CÔNG NGHỆ", "THÔNG TIN VÀ TRUYỀN THÔNG",
      "VĂN HÓA, THỂ THAO VÀ DU LỊCH", "VĂN HÓA VÀ THỂ THAO", "LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
      "DÂN TỘC VÀ TÔN GIÁO", "DU LỊCH", "NGOẠI VỤ", "QUY HOẠCH - KIẾN TRÚC",
    ].flatMap { ["BỘ \($0)", "SỞ \($0)"] } + bodies
    + provinces.flatMap { ["\($0)", "TỈNH \($0)", "THÀNH PHỐ \($0)"] }.map { $0.uppercased() }

  /// The provinces and cities, before and after 1 July 2025 (Nghị quyết 202/2025/QH15).
  static let provinces: [String] = [
    "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre",
    "Bình Định", "Bình Dương", "Bình Phước", "Bình Thuận", "Cà Mau", "Cần Thơ", "Cao Bằng",
    "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang",
    "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hưng Yên",
    "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Long An",
    "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình",
    "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Huế", "Tiền Giang", "Hồ Chí Minh",
    "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
    "Vĩnh Phúc", "Yên Bái",
  ]

  /// The phrases by their letters without marks.
  static let phraseBySkeleton: [[UInt8]: String] = Dictionary(
    phrases.map { (Letters.skeleton($0), $0) }, uniquingKeysWith: { first, _ in first })

  /// The provinces by their letters without marks.
  static let provinceBySkeleton: [[UInt8]: String] = Dictionary(
    provinces.map { (Letters.skeleton($0), $0) }, uniquingKeysWith: { first, _ in first })
}
