/// One kind of administrative document: its name and the letters for it in a notation.
struct DocumentKind: Equatable {
  /// The name as it stands in a record, such as `Quyết định`.
  let name: String
  /// The letters of the kind in a notation, such as `QĐ`; empty where the kind has none.
  let abbreviations: [String]
  /// The letters of the name, as capitals without marks.
  let skeleton: [UInt8]

  private init(_ name: String, _ abbreviations: String...) {
    self.name = name
    self.abbreviations = abbreviations
    skeleton = Letters.skeleton(name)
  }

  /// A letter from office to office, the one kind that carries no name on the page.
  static let officialLetter = DocumentKind("Công văn", "CV")

  /// The kinds that carry their name on the page.
  ///
  /// The first 27 and their letters: Nghị định 30/2020, Điều 7 and Phụ lục III mục I (which gives 29
  /// kinds with Công văn and Thư công). Then the kinds of law (Luật 80/2015, Điều 4), then kinds that
  /// offices still use (Thông tư 01/2011/TT-BNV, party and school practice).
  static let named: [DocumentKind] = [
    DocumentKind("Nghị quyết", "NQ"), DocumentKind("Quyết định", "QĐ"),
    DocumentKind("Chỉ thị", "CT"), DocumentKind("Quy chế", "QC"),
    DocumentKind("Quy định", "QyĐ"), DocumentKind("Thông cáo", "TC"),
    DocumentKind("Thông báo", "TB"), DocumentKind("Hướng dẫn", "HD"),
    DocumentKind("Chương trình", "CTr"), DocumentKind("Kế hoạch", "KH"),
    DocumentKind("Phương án", "PA"), DocumentKind("Đề án", "ĐA"),
    DocumentKind("Dự án", "DA"), DocumentKind("Báo cáo", "BC"),
    DocumentKind("Biên bản", "BB"), DocumentKind("Tờ trình", "TTr"),
    DocumentKind("Hợp đồng", "HĐ"), DocumentKind("Công điện", "CĐ"),
    DocumentKind("Bản ghi nhớ", "BGN"), DocumentKind("Bản thỏa thuận", "BTT"),
    DocumentKind("Giấy ủy quyền", "GUQ"), DocumentKind("Giấy mời", "GM"),
    DocumentKind("Giấy giới thiệu", "GGT"), DocumentKind("Giấy nghỉ phép", "GNP"),
    DocumentKind("Phiếu gửi", "PG"), DocumentKind("Phiếu chuyển", "PC"),
    DocumentKind("Phiếu báo", "PB"), DocumentKind("Thư công"),
    DocumentKind("Hiến pháp"), DocumentKind("Bộ luật"), DocumentKind("Luật"),
    DocumentKind("Pháp lệnh"), DocumentKind("Lệnh", "L"), DocumentKind("Nghị định", "NĐ"),
    DocumentKind("Thông tư liên tịch", "TTLT"), DocumentKind("Thông tư", "TT"),
    DocumentKind("Nghị quyết liên tịch", "NQLT"),
    DocumentKind("Thư mời", "TM"), DocumentKind("Điều lệ", "ĐL"), DocumentKind("Nội quy", "NQ"),
    DocumentKind("Kết luận", "KL"), DocumentKind("Đề cương", "ĐC"), DocumentKind("Thể lệ", "TL"),
    DocumentKind("Giấy triệu tập", "GTT"), DocumentKind("Giấy xác nhận", "GXN"),
    DocumentKind("Giấy chứng nhận", "CN"), DocumentKind("Bản cam kết", "CK"),
    DocumentKind("Giấy biên nhận", "BN"), DocumentKind("Giấy đi đường", "ĐĐ"),
    DocumentKind("Phiếu trình", "PTr"), DocumentKind("Tờ khai"), DocumentKind("Công bố", "CB"),
    DocumentKind("Bản sao y", "SY"), DocumentKind("Bản trích sao", "TrS"),
    DocumentKind("Bản sao lục", "SL"),
  ]

  /// The kind whose letters begin a notation such as `QĐ-SYT`, nil for a notation of agencies only.
  ///
  /// Where two kinds share their letters the one that stands first in the table counts.
  static func kind(ofNotation notation: String) -> DocumentKind? {
    let groups = notation.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard groups.count > 1 else { return nil }
    let first = groups[0].allSatisfy(\.isNumber) ? groups[1] : groups[0]
    return (named + [officialLetter]).first { $0.abbreviations.contains(String(first)) }
  }
}
