import Foundation

/// The words that Vietnamese middle and given names are made of.
///
/// Recognisers take one mark for another with confidence, `Đúc` for `Đức`, and a name has no sentence that
/// would tell. Of a name made of usual words such a slip is seldom; any other is for a person to confirm. From common
/// knowledge of names, put down before any document was read with it; it is no list of what is allowed.
enum GivenName {
  /// Whether a word is one that many names hold, marks and all.
  static func isUsual(_ word: String) -> Bool {
    words.contains(word.precomposedStringWithCanonicalMapping)
  }

  private static let words = Set(
    """
    An Anh Ánh Ái Ân Ấn Ba Bá Bạch Bảo Bằng Bắc Bích Biên Bình Bính Bội Bửu Ca Cam Cảnh Cao Cát Cầm Cẩm Cẩn Cầu \
    Chánh Châu Chấn Chất Chi Chí Chiến Chiêu Chinh Chính Chung Chuyên Chương Chức Công Cúc Cung Cương Cường Cử \
    Cừ Cửu Danh Diễm Diên Diễn Diện Diệp Diệu Dinh Doan Doãn Doanh Du Dung Dũng Duy Duyên Duyệt Dương Dưỡng Dự \
    Đa Đàm Đan Đào Đại Đạo Đạt Đăng Đằng Đắc Đậu Đệ Điềm Điền Điển Điệp Đình Đính Định Đoan Đoàn Đô Độ Đồng \
    Đông Đức Đường Được Giang Giáp Gia Giao Giàu Hà Hạ Hai Hải Hàm Hán Hàn Hạnh Hành Hào Hảo Hân Hậu Hằng Hiên \
    Hiền Hiển Hiến Hiệp Hiếu Hiệu Hinh Hoa Hòa Hoà Hóa Hoá Hoạch Hoài Hoan Hoàn Hoàng Hoạt Hồng Hội Hợi Hợp \
    Huân Huấn Huế Huệ Hùng Huy Huyên Huyền Huỳnh Hưng Hương Hường Hưởng Hướng Hữu Hỷ Kha Khả Khai Khải Khang \
    Khánh Khanh Khiêm Khoa Khoan Khôi Khuê Khuyên Khương Kiên Kiệm Kiệt Kiều Kim Kính Kỳ Kỷ Lam Lan Lành Lãm \
    Lạc Lai Lăng Lâm Lân Lập Lê Lễ Lệ Liêm Liên Liễu Linh Lĩnh Loan Long Lộc Lợi Luân Luận Luật Lục Lưu Lương \
    Lượng Lực Ly Lý Mai Mạnh Mão Mẫn Mận Mậu Mến Mi Minh Mỹ My Na Nam Năm Năng Nga Ngà Ngân Nghi Nghĩa Nghiêm \
    Nghiệp Ngoan Ngọ Ngọc Ngôn Ngữ Nguyên Nguyễn Nguyệt Nhã Nhài Nhàn Nhân Nhẫn Nhất Nhật Nhi Nhiên Nho Nhơn \
    Nhu Nhung Như Nhựt Ninh Nữ Oanh Phái Phát Phấn Phi Phong Phú Phúc Phước Phụng Phương Phượng Quân Quang \
    Quảng Quế Quốc Quới Quy Quý Quyên Quyền Quyết Quỳnh Sa San Sang Sáng Sáu Sen Sĩ Sỹ Sinh Sơn Sử Sự Sương \
    Tài Tám Tâm Tân Tấn Tần Tất Tây Thạch Thái Thanh Thành Thạnh Thảo Thao Thăng Thắng Thắm Thân Thập Thế Thể \
    Thêm Thi Thị Thìn Thiên Thiện Thiệp Thiết Thiều Thịnh Thọ Thoa Thoại Thỏa Thông Thơ Thơm Thới Thu Thú Thuận \
    Thuật Thúy Thuý Thùy Thuỳ Thủy Thuỷ Thụ Thư Thương Thường Thưởng Thượng Thức Thực Tiên Tiến Tiếp Tiệp Tín \
    Tính Tình Tỉnh Toàn Toản Toán Tố Tôn Trà Trang Tráng Trâm Trầm Trân Trấn Tri Trí Trinh Trình Trọng Trung \
    Trúc Trường Trưởng Trực Tú Tuân Tuấn Tuất Tuệ Tùng Tuyên Tuyến Tuyển Tuyết Tường Tưởng Tươi Tư Tứ Từ Tự Ty \
    Tý Ước Uyên Út Vân Văn Vi Việt Viên Viễn Vinh Vĩnh Vịnh Vui Vũ Vương Vượng Vy Xuân Xuyến Yên Yến Ý
    """.split(separator: " ").map { String($0).precomposedStringWithCanonicalMapping })
}
