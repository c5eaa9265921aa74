import Recognition

/// Pairs of words that stand together in documents again and again, to settle the marks of either.
///
/// Recognisers lose a hook or a circumflex at high certainty, and `tông kết` is made of syllables as good as those
/// of `tổng kết`: only what the words mean together tells. Compiled by hand from the language of the decrees
/// (Nghị định 30/2020, 110/2004, 09/2010 and their samples), pairs of which no other two words have the letters.
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
    """

  /// The pairs by their letters without marks; a pair of letters that two entries share is left out.
  private static let pairs: [[UInt8]: [String]] = {
    var found: [[UInt8]: Set<[String]>] = [:]
    for entry in lines.split(whereSeparator: { "|\n".contains($0) }) {
      let words = entry.split(separator: " ").map(String.init)
      for (first, second) in zip(words, words.dropFirst()) {
        found[key(Letters.skeleton(first), Letters.skeleton(second)), default: []]
          .insert([first, second])
      }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  private static func key(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    first + [UInt8(ascii: " ")] + second
  }

  /// The words with the marks of the pairs among them; a word in its right marks is believed more.
  static func settled(_ words: [Token]) -> [Token] {
    var result = words
    for (at, word) in words.enumerated().dropLast() {
      guard let pair = pairs[key(word.skeleton, words[at + 1].skeleton)] else { continue }
      for (place, form) in zip([at, at + 1], pair) {
        let old = words[place]
        let text = Vocabulary.like(old, form)
        result[place] = Token(text, at: old)
          .believed(max(old.confidence, text == old.text ? 97 : 90))
      }
    }
    return result
  }
}
