extension Agencies {
  /// Two words that begin no name although the first alone would: `LIÊN HIỆP CÁC HỘI` / `KHOA HỌC VÀ KỸ THUẬT`.
  static let continuations: Set<[UInt8]> = Set(
    [
      "KHOA HỌC", "TỔ QUỐC", "TỔ CHỨC", "QUỸ ĐẤT", "PHÒNG CHỐNG", "PHÒNG CHÁY", "PHÒNG HỘ",
      "PHÒNG THỦ", "PHÒNG BỆNH", "HỘI NHẬP", "BÁO CHÍ", "HẠT NHÂN", "SỞ HỮU", "ĐOÀN KẾT",
      "VIỆN TRỢ", "THƯỜNG XUYÊN", "QUÂN SỰ", "BAN ĐẦU", "TỔ HỢP", "BÁO CÁO", "CÔNG NGHIỆP",
    ].map { Letters.skeleton($0) })

  /// Names of bodies below ministries and departments, or the part of them that many share.
  ///
  /// Compiled by hand from the laws and decrees that name them: schools (Luật Giáo dục 2019, điều 23, 28, 61, 65), offices of
  /// ministries in the provinces (Nghị định 24/2014, 107/2020, 45/2025), health (Thông tư 26/2017, 37/2021), courts,
  /// prosecution and judgments (Luật Thi hành án dân sự), the party and its unions (36-HD/VPTW 2018), companies (Luật
  /// Doanh nghiệp 2020). Two words at least, so that no two names share the letters of one entry.
  static let bodies: [String] = """
    TRƯỜNG MẦM NON|TRƯỜNG MẪU GIÁO|TRƯỜNG TRUNG HỌC CƠ SỞ|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG|TRUNG HỌC PHỔ THÔNG CHUYÊN
    TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN|PHỔ THÔNG DÂN TỘC NỘI TRÚ|PHỔ THÔNG DÂN TỘC BÁN TRÚ|TRƯỜNG TRUNG CẤP|TRƯỜNG CHÍNH TRỊ
    TRƯỜNG CAO ĐẲNG NGHỀ|CAO ĐẲNG SƯ PHẠM|CAO ĐẲNG Y TẾ|CAO ĐẲNG KINH TẾ|ĐẠI HỌC SƯ PHẠM|ĐẠI HỌC BÁCH KHOA|ĐẠI HỌC QUỐC GIA
    ĐẠI HỌC NÔNG LÂM|ĐẠI HỌC KINH TẾ|ĐẠI HỌC Y DƯỢC|ĐẠI HỌC LUẬT|KHOA HỌC TỰ NHIÊN|KHOA HỌC XÃ HỘI VÀ NHÂN VĂN|KINH TẾ - KỸ THUẬT
    GIÁO DỤC THƯỜNG XUYÊN|GIÁO DỤC NGHỀ NGHIỆP|GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN|HỌC VIỆN CHÍNH TRỊ|HỌC VIỆN HÀNH CHÍNH
    CỤC THỐNG KÊ|CHI CỤC THỐNG KÊ|TỔNG CỤC THỐNG KÊ|CỤC THUẾ|CHI CỤC THUẾ|TỔNG CỤC THUẾ|CỤC HẢI QUAN|CHI CỤC HẢI QUAN
    TỔNG CỤC HẢI QUAN|CỤC THI HÀNH ÁN DÂN SỰ|CHI CỤC THI HÀNH ÁN DÂN SỰ|THI HÀNH ÁN DÂN SỰ|CỤC QUẢN LÝ THỊ TRƯỜNG|ĐỘI QUẢN LÝ THỊ TRƯỜNG
    CHI CỤC KIỂM LÂM|HẠT KIỂM LÂM|CHI CỤC THỦY LỢI|CHI CỤC THỦY SẢN|CHI CỤC CHĂN NUÔI VÀ THÚ Y|TRỒNG TRỌT VÀ BẢO VỆ THỰC VẬT
    CHI CỤC PHÁT TRIỂN NÔNG THÔN|CHI CỤC BẢO VỆ MÔI TRƯỜNG|AN TOÀN VỆ SINH THỰC PHẨM|CHI CỤC DÂN SỐ|TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG
    CHI CỤC VĂN THƯ - LƯU TRỮ|CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC|TRUNG TÂM LƯU TRỮ LỊCH SỬ|TRUNG TÂM LƯU TRỮ QUỐC GIA|CỤC ĐƯỜNG BỘ
    BAN QUẢN LÝ DỰ ÁN|BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG|BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP|BAN QUẢN LÝ KHU KINH TẾ|BAN QUẢN LÝ RỪNG PHÒNG HỘ
    BAN CHỈ HUY|PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN|BAN TIẾP CÔNG DÂN|ĐOÀN ĐẠI BIỂU QUỐC HỘI|BAN TUYÊN GIÁO|BAN DÂN VẬN
    BAN NỘI CHÍNH|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ỦY BAN KIỂM TRA|ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM|ĐẢNG BỘ|HỘI LIÊN HIỆP PHỤ NỮ
    HỘI NÔNG DÂN|HỘI CỰU CHIẾN BINH|HỘI CHỮ THẬP ĐỎ|HỘI KHUYẾN HỌC|HỘI NGƯỜI CAO TUỔI|LIÊN MINH HỢP TÁC XÃ|LIÊN HIỆP CÁC HỘI
    LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT|KHOA HỌC VÀ KỸ THUẬT|VĂN HỌC NGHỆ THUẬT|CÔNG ĐOÀN VIÊN CHỨC|TRUNG TÂM Y TẾ
    TRẠM Y TẾ|TRUNG TÂM KIỂM SOÁT BỆNH TẬT|BỆNH VIỆN ĐA KHOA|BỆNH VIỆN ĐA KHOA KHU VỰC|BỆNH VIỆN PHỤ SẢN|BỆNH VIỆN SẢN - NHI|BỆNH VIỆN TÂM THẦN|BỆNH VIỆN DA LIỄU|BỆNH VIỆN MẮT
    Y HỌC CỔ TRUYỀN|PHỤC HỒI CHỨC NĂNG|TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG|TRUNG TÂM XÚC TIẾN ĐẦU TƯ|TRUNG TÂM KHUYẾN NÔNG
    TRUNG TÂM DỊCH VỤ VIỆC LÀM|TRUNG TÂM PHÁT TRIỂN QUỸ ĐẤT|VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI|ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH
    ĐÀI KHÍ TƯỢNG THỦY VĂN|BỘ CHỈ HUY QUÂN SỰ|BAN CHỈ HUY QUÂN SỰ|BỘ ĐỘI BIÊN PHÒNG|BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG|PHÒNG CẢNH SÁT
    PHÒNG NỘI VỤ|PHÒNG TƯ PHÁP|PHÒNG TÀI CHÍNH - KẾ HOẠCH|PHÒNG GIÁO DỤC VÀ ĐÀO TẠO|PHÒNG KINH TẾ|PHÒNG VĂN HÓA - XÃ HỘI
    PHÒNG VĂN HÓA VÀ THÔNG TIN|PHÒNG TÀI NGUYÊN VÀ MÔI TRƯỜNG|PHÒNG QUẢN LÝ ĐÔ THỊ|PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ|PHÒNG CÔNG CHỨNG
    CÔNG TY CỔ PHẦN|CÔNG TY TNHH MỘT THÀNH VIÊN|CÔNG TY TRÁCH NHIỆM HỮU HẠN|TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN|TỔNG CÔNG TY
    ĐẦU TƯ VÀ XÂY DỰNG|ĐẦU TƯ VÀ PHÁT TRIỂN|MÔI TRƯỜNG ĐÔ THỊ|CÔNG TRÌNH ĐÔ THỊ|XỔ SỐ KIẾN THIẾT|CẤP THOÁT NƯỚC|QUẢN LÝ KHAI THÁC
    VIỆN KHOA HỌC|VIỆN NGHIÊN CỨU|VIỆN QUY HOẠCH|NGÂN HÀNG CHÍNH SÁCH XÃ HỘI|NGÂN HÀNG NHÀ NƯỚC|QUỸ BẢO VỆ MÔI TRƯỜNG|QUỸ ĐẦU TƯ PHÁT TRIỂN
    QUÂN KHU|QUÂN SỰ|VƯỜN QUỐC GIA|KHU BẢO TỒN THIÊN NHIÊN|BƯU ĐIỆN|VIỄN THÔNG|ĐIỆN LỰC|CHI NHÁNH|KIỂM LÂM|LÂM NGHIỆP
    HỢP TÁC XÃ|NGÂN HÀNG|TÒA ÁN NHÂN DÂN KHU VỰC|VIỆN KIỂM SÁT NHÂN DÂN KHU VỰC|KHU VỰC|CHI CỤC THUẾ KHU VỰC|HẢI QUAN KHU VỰC
    """.split(whereSeparator: { "|\n".contains($0) }).map(String.init)
}
