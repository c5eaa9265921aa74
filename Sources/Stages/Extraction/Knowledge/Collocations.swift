import Foundation
import Recognition

/// Pairs of words that stand together in documents again and again, to settle the marks of either.
///
/// Recognisers lose a hook or a circumflex at high certainty, and `tông kết` is made of syllables as good as those
/// of `tổng kết`: only what the words mean together tells. Compiled by hand from the language of the decrees
/// (Nghị định 30/2020, 110/2004, 09/2010 and their samples).
enum Collocations {
  private static let lines = """
    báo cáo|kết quả|kế hoạch|tổng kết|sơ kết|thực hiện|triển khai|tổ chức|hội nghị|hội thảo|cuộc họp|giấy mời
    thông báo|công văn|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|hướng dẫn|quy định|quy chế|quy hoạch|quy trình
    ban hành|phê duyệt|thành lập|kiện toàn|sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|điều động|bổ nhiệm|miễn nhiệm
    khen thưởng|kỷ luật|thi đua|danh hiệu|chiến sĩ|cấp cơ sở|cơ sở|cấp tỉnh|cấp huyện|cấp xã|cấp trường|cấp bộ
    số lượng|chất lượng|chủng loại|đơn vị|cơ quan|tổ chức|cá nhân|cán bộ|công chức|viên chức|người lao động|nhân viên
    công tác|nhiệm vụ|chức năng|quyền hạn|trách nhiệm|phối hợp|chủ trì|tham gia|tham dự|tham mưu|đề xuất|đề nghị
    kiểm tra|giám sát|thanh tra|kiểm định|đánh giá|xác định|xác nhận|khảo sát|thống kê|thống nhất|tổng hợp|rà soát
    góp ý|ý kiến|lấy ý kiến|dự thảo|chương trình|hành động|đề án|dự án|phương án|giải pháp|mục tiêu|nội dung
    đối với|về việc|căn cứ|theo dõi|chỉ đạo|điều hành|quản lý|nhà nước|hành chính|cải cách|thủ tục|hồ sơ
    văn thư|lưu trữ|số hóa|chữ ký|văn bản|tài liệu|bí mật|bảo vệ|bảo đảm|đảm bảo|an toàn|an ninh
    trật tự|quốc phòng|quân sự|dân quân|công an|phòng cháy|chữa cháy|cứu nạn|cứu hộ|thiên tai|phòng chống|ứng phó
    áp thấp|nhiệt đới|mưa lũ|dịch bệnh|phòng bệnh|y tế|dự phòng|bệnh viện|khám bệnh|chữa bệnh|bệnh nhân|sức khỏe
    thuốc men|dược phẩm|mỹ phẩm|đấu thầu|cung ứng|mua sắm|tài sản|tài chính|ngân sách|kinh phí|chi phí|học phí
    hỗ trợ|miễn giảm|học bổng|học kỳ|năm học|sinh viên|học sinh|giảng viên|giáo viên|giảng dạy|đào tạo|giáo dục
    tuyển sinh|tuyển dụng|nhập học|tốt nghiệp|nghiên cứu|khoa học|công nghệ|đại học|cao học|thạc sĩ|tiến sĩ|sau đại học
    chuyển đổi|trình độ|chứng nhận|chứng chỉ|bằng cấp|cấp giấy|cấp phát|công bố|công nhận|công khai|phúc khảo|khai giảng
    môi trường|vệ sinh|thực phẩm|chất thải|đất đai|xây dựng|giao thông|vận tải|nông nghiệp|nông thôn|thủy lợi|công thương
    công nghiệp|thương mại|dịch vụ|du lịch|văn hóa|thể thao|thông tin|truyền thông|lao động|xã hội|bảo hiểm|dân tộc
    tôn giáo|phụ nữ|thanh niên|trẻ em|người dân|hộ nghèo|thị xã|thành phố|địa bàn|địa phương|trung ương|chính phủ
    ủy ban|nhân dân|hội đồng|tỉnh ủy|huyện ủy|đảng ủy|chấp hành|thường vụ|thường trực|văn phòng|chuyên môn|nghiệp vụ
    chuyên viên|trưởng phòng|giám đốc|hiệu trưởng|chủ tịch|bộ trưởng|thủ trưởng|trưởng khoa|đại biểu|thành phần|thành viên
    thời gian|địa điểm|kính gửi|nơi nhận|để biết|để báo cáo|để thực hiện|hoạt động|hợp đồng|hợp tác|liên tịch|phân công
    phân cấp|ủy quyền|tiếp nhận|giải quyết|xử lý|khiếu nại|tố cáo|kiến nghị|trả lời|tăng cường|đẩy mạnh|nâng cao
    hiệu quả|chủ động|tích cực|nghiêm túc|kịp thời|đầy đủ|chính xác|thường xuyên|định kỳ|hàng năm|hàng tháng|hàng quý
    kỷ niệm|chào mừng|sáng kiến|kinh nghiệm|tập huấn|bồi dưỡng|tuyên truyền|phổ biến|pháp luật|tư pháp|hộ tịch|chứng thực
    hệ thống|phần mềm|cơ sở dữ liệu|chuyển giao|kết nối|liên thông|điện tử|trực tuyến|bưu chính|viễn thông|an ninh mạng
    trung tâm|chi nhánh|phòng ban|các khoa|trực thuộc|tuyến tỉnh|tuyến huyện|bác sĩ|điều dưỡng|hộ sinh|quá tải|tiêm chủng
    tổ công tác|đoàn công tác|quốc khánh|quốc kỳ|quốc hội|quốc lộ|cổng thông tin|trang thông tin|nghỉ lễ|nghỉ tết|nguyên đán|nghỉ hưu
    đầu năm|cuối năm|giữa năm|năm mới|kết luận|lãnh đạo|biên chế|tinh giản|vị trí|việc làm|tiền lương|phụ cấp|nâng lương|nâng bậc
    chức danh|nghề nghiệp|luân chuyển|biệt phái|thôi việc|tập thể|thành tích|xuất sắc|huân chương|bằng khen|giấy khen|đầu tư|giải ngân
    nguồn vốn|quyết toán|dự toán|phân bổ|chỉ tiêu|kinh tế|kế toán|kiểm toán|kho bạc|ngân hàng|doanh nghiệp|kinh doanh|giấy phép|cấp phép
    thu hồi|gia hạn|chuyển nhượng|sử dụng|bồi thường|tái định cư|giải phóng|chi tiết|tỷ lệ|khu vực|khu công nghiệp|dân cư|nhà thầu
    lựa chọn|gói thầu|thẩm định|thẩm tra|thẩm quyền|nghiệm thu|thanh lý|sửa chữa|nâng cấp|cải tạo|công trình|đường bộ|đường sắt|đăng kiểm
    kiểm lâm|bảo vệ rừng|cháy rừng|chăn nuôi|trồng trọt|thủy sản|khuyến nông|lâm nghiệp|khí tượng|thủy văn|khí hậu|tài nguyên|khoáng sản
    đo đạc|bản đồ|biến động|quá hạn|đúng hạn|một cửa|chứng thư|định danh|dữ liệu|hạ tầng|báo chí|xuất bản|phát thanh|truyền hình
    di tích|di sản|lễ hội|bảo tàng|thư viện|nghệ thuật|gia đình|bình đẳng|khuyết tật|liệt sĩ|thương binh|bảo trợ|trợ cấp|cận nghèo
    giảm nghèo|dạy nghề|xuất khẩu|tai nạn|hưu trí|truyền nhiễm|xuất huyết|dinh dưỡng|ngộ độc|dược liệu|y học|cổ truyền|đa khoa
    chuyên khoa|trung học|phổ thông|tiểu học|mầm non|mẫu giáo|cao đẳng|sư phạm|kỹ thuật|nông lâm|ngoại ngữ|tin học|học tập|rèn luyện
    thực tập|luận văn|luận án|công dân|đơn thư|tham nhũng|lãng phí|tiết kiệm|kê khai|kỳ họp|cử tri|mặt trận|tổ quốc|công đoàn|nông dân
    chiến binh|chữ thập|khuyến học|cao tuổi|bầu cử|địa giới|sáp nhập|sắp xếp|bộ máy|thi hành|công chứng|pháp lý|hòa giải|tội phạm|ma túy
    đô thị|thoát nước|chiếu sáng|rác thải|nước thải|khí thải|ô nhiễm|hội thao|cuộc thi|phát động|hưởng ứng|phong trào|điều tra|kiểm kê
    hiện hành|hiệu lực|kèm theo|danh sách|phụ lục|biểu mẫu|số liệu|phục vụ|tiếp tục|khẩn trương|đôn đốc|chấn chỉnh|chủ trương|chủ đầu tư
    ban quản lý|vùng sâu|vùng xa|biên giới|hải đảo|miền núi|thiểu số|xúc tiến|đối thoại|tọa đàm|ký kết|thỏa thuận|nước ngoài|xuất cảnh
    kiểm soát|tuần tra|phát triển|dân số|nhân lực|phát hành|dự hội|dự họp|dự lễ|đăng ký|khu công|trung học phổ thông|y dược|thú y
    nhập cảnh|hộ chiếu|đối ngoại|viện trợ|tài trợ|ủng hộ|nhân đạo|các phòng|phòng ban|các phó giám đốc|kỹ thuật số|tổng điều tra
    trong dịp|giữa kỳ|nhân dân tỉnh|địa bàn tỉnh|ban giám đốc|ban giám hiệu|xử phạt|toàn bộ|nhiệm kỳ
    """

  /// Words that have the letters of a pair above and mean something else: read so, they stay.
  private static let rivals = pairs(
    in: """
      truyền thống|chu kỳ|ký hợp|phạt hành|chi tiêu|bị mất|hằng năm|hằng tháng|hằng quý|lưu trú|khóa học|khoá học|các khóa|các khoá
      cộng tác|nghi lễ|cấp trưởng|phần công|người đàn|giấy mới|báo về|đồ thị|bộ nhiệm|toán bố|toán bộ|toàn bờ
      """)

  /// The pairs by their letters without marks; a pair of letters that two entries share is left out.
  private static let pairs: [[UInt8]: [String]] = {
    var found: [[UInt8]: Set<[String]>] = [:]
    for pair in pairs(in: lines) {
      found[key(Letters.skeleton(pair[0]), Letters.skeleton(pair[1])), default: []].insert(pair)
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  private static func pairs(in lines: String) -> Set<[String]> {
    Set(
      lines.split(whereSeparator: { "|\n".contains($0) }).flatMap { entry in
        let words = entry.split(separator: " ").map(String.init)
        return zip(words, words.dropFirst()).map { [$0, $1] }
      })
  }

  private static func key(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    first + [UInt8(ascii: " ")] + second
  }

  /// The words with the marks of the pairs among them; a word in its right marks is believed more.
  static func settled(_ words: [Token]) -> [Token] {
    var result = words
    let found = words.indices.dropLast().map { at in
      isRival(words[at], words[at + 1]) || words[at].text.hasSuffix(",")
        ? nil : pairs[key(words[at].skeleton, words[at + 1].skeleton)]
    }
    for (at, word) in words.enumerated().dropLast() {
      if isYear(words, at: at) {
        result[at] = Token(Vocabulary.like(word, "năm"), at: word)
          .believed(max(word.confidence, 90))
      }
      guard let pair = found[at], !isOutdone(pair, at: at, found, words) else { continue }
      for (place, form) in zip([at, at + 1], pair) {
        let old = words[place]
        let text = Vocabulary.like(old, form)
        result[place] = Token(text, at: old)
          .believed(max(old.confidence, text == old.text ? 97 : 90))
      }
    }
    return result
  }

  private static func isRival(_ first: Token, _ second: Token) -> Bool {
    rivals.contains([form(first), form(second)])
  }

  private static func form(_ word: Token) -> String {
    word.text.lowercased().trimmed(of: ".,;:()").precomposedStringWithCanonicalMapping
  }

  /// Whether a pair that shares a word with it asks for another form of that word, and the word is not read as this one has it.
  private static func isOutdone(
    _ pair: [String], at index: Int, _ found: [[String]?], _ words: [Token]
  ) -> Bool {
    let before = index > 0 ? found[index - 1]?[1] : nil
    let after = index + 1 < found.count ? found[index + 1]?[0] : nil
    return [(before, pair[0], index), (after, pair[1], index + 1)].contains { rival, own, place in
      rival.map { $0 != own && form(words[place]) != own } ?? false
    }
  }

  /// Whether a word has the letters of `năm` before a year of four digits; `Việt Nam 2025` is a name.
  private static func isYear(_ words: [Token], at index: Int) -> Bool {
    let year = words[index + 1].text.trimmed(of: ".,;:)")
    return words[index].skeleton == Array("NAM".utf8) && year.count == 4
      && (year.hasPrefix("19") || year.hasPrefix("20")) && year.allSatisfy(\.isNumber)
      && (index == 0 || words[index - 1].skeleton != Array("VIET".utf8))
  }
}
