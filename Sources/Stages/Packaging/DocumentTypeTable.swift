/// How type names become `DocumentType/Type` and `TypeDetail`.
///
/// The numbers are the weakest point of the format: senders disagree and the official table was not
/// seen. So the table is a setting, the name always travels with the numbers, and positions that
/// were not read in the published list (10…17 and from 27 of the administrative types) are left out.
public struct DocumentTypeTable: Sendable, Equatable, Codable {
  /// One type.
  public struct Entry: Sendable, Equatable, Codable {
    /// The type's name, such as `Công văn`.
    public let name: String
    /// 1 for legal documents (văn bản quy phạm pháp luật), 2 for administrative ones.
    public let type: Int
    /// The position in the list of that kind; nil where it is not known.
    public let detail: Int?

    /// Makes an entry.
    public init(name: String, type: Int, detail: Int?) {
      self.name = name
      self.type = type
      self.detail = detail
    }
  }

  /// The types; a name may stand once for each kind.
  public let entries: [Entry]

  /// Makes a table.
  public init(entries: [Entry]) { self.entries = entries }

  /// The entry of a name; nil when the table has none.
  ///
  /// Nghị quyết, Quyết định and Chỉ thị stand in both lists. A legal document carries its year
  /// between number and symbol (`15/2024/QĐ-UBND`), so a notation that starts with a year decides.
  package func entry(named name: String, notation: String?) -> Entry? {
    let wanted = name.folded
    let found = entries.filter { $0.name.folded == wanted }
    let kind = Self.startsWithYear(notation ?? "") ? 1 : 2
    return found.first { $0.type == kind } ?? found.first
  }

  private static func startsWithYear(_ notation: String) -> Bool {
    let head = notation.prefix { $0 != "/" }
    return head.count == 4 && head.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && head.endIndex != notation.endIndex
  }

  /// The list of QCVN 102:2016 Sửa đổi 1:2022, as far as it could be read.
  public static let standard = DocumentTypeTable(
    entries: numbered(
      [
        "Hiến pháp", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị quyết liên tịch",
        "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị", "Bộ luật",
      ], from: 1, type: 1)
      + numbered(
        [
          "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
          "Hướng dẫn", "Chương trình",
        ], from: 1, type: 2)
      + [
        "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng",
        "Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công",
      ].map { Entry(name: $0, type: 2, detail: nil) }
      + numbered(
        [
          "Công văn", "Công điện", "Bản ghi nhớ", "Bản cam kết", "Bản thỏa thuận",
          "Giấy chứng nhận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu",
        ], from: 18, type: 2))

  private static func numbered(_ names: [String], from first: Int, type: Int) -> [Entry] {
    names.enumerated().map { Entry(name: $1, type: type, detail: first + $0) }
  }
}
