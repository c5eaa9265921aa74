"""What invented documents are made of: pools that share nothing. One is to fit confidences, two to work on fields and one to measure
them meanwhile; for figures that nobody worked towards there is one more, `wide.BLIND`, whose misses are not to be looked at.

Provinces, communes, offices and people are invented; kinds and positions are those of Nghị định 30/2020/NĐ-CP.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pool:
    places: tuple          # (province as a place, as the name of its committee)
    offices: tuple         # (agency, letters, unit letters, head[, what stands above it])
    people: tuple
    subjects: tuple        # of letters
    titles: tuple          # (kind, letters, subject)
    recipients: tuple
    addressees: tuple
    fonts: tuple
    sentences: tuple


CALIBRATION = Pool(
    places=("Lam Sơn Thượng", "Ví Dụ", "Hòa Bắc", "Tân Khê", "Phú Thượng"),
    offices=(("SỞ NỘI VỤ", "SNV", ("VTLT", "TCBC", "CCHC"), "GIÁM ĐỐC"), ("SỞ TÀI CHÍNH", "STC", ("NS", "TCDN"), "GIÁM ĐỐC"),
             ("SỞ XÂY DỰNG", "SXD", ("QLN", "HTKT"), "GIÁM ĐỐC"), ("SỞ TƯ PHÁP", "STP", ("HCTP", "VBPQ"), "GIÁM ĐỐC"),
             ("TRƯỜNG ĐẠI HỌC KỸ THUẬT", "ĐHKT", ("ĐT", "CTSV"), "HIỆU TRƯỞNG")),
    people=("Vũ Minh Họa", "Lương Thị Dụ", "Tạ Quang Mẫu", "Cao Giả Định", "Nguyễn Hữu Thử", "Đặng Thị Bích Vân", "Trần Quốc Thử",
            "Phan Đình Phác", "Hoàng Thị Lệ", "Đỗ Xuân Dụ", "Bùi Thanh Họa", "Lý Thu Hương"),
    subjects=("hướng dẫn lập hồ sơ và nộp lưu hồ sơ năm 2025", "báo cáo kết quả cải cách hành chính quý II",
              "đề nghị bổ sung kinh phí sửa chữa trụ sở", "góp ý dự thảo Quy chế làm việc của Ủy ban nhân dân phường",
              "cử cán bộ tham gia lớp bồi dưỡng nghiệp vụ văn thư", "rà soát số liệu đất đai trên địa bàn tỉnh"),
    titles=(("THÔNG BÁO", "TB", "Về việc nghỉ lễ Quốc khánh năm 2025"), ("KẾ HOẠCH", "KH", "Kiểm tra công tác văn thư, lưu trữ năm 2025"),
            ("BÁO CÁO", "BC", "Kết quả thực hiện nhiệm vụ quý III năm 2025"), ("GIẤY MỜI", "GM", "Dự Hội nghị tổng kết công tác năm 2025"),
            ("QUYẾT ĐỊNH", "QĐ", "Về việc thành lập Tổ công tác chuyển đổi số"),
            ("TỜ TRÌNH", "TTr", "Về việc đề nghị phê duyệt dự toán mua sắm thiết bị")),
    recipients=("Như trên", "UBND tỉnh (để báo cáo)", "Giám đốc, các Phó Giám đốc", "Như Điều 3", "Các phòng, đơn vị thuộc Sở",
                "Văn phòng UBND tỉnh", "Cổng thông tin điện tử"),
    addressees=("Ủy ban nhân dân các xã, phường", "Các phòng chuyên môn thuộc Sở", "Văn phòng Ủy ban nhân dân tỉnh", "Sở Kế hoạch và Đầu tư"),
    fonts=("Liberation Serif", "Tinos, Liberation Serif"),
    sentences=("Căn cứ chức năng, nhiệm vụ được giao, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện các nội dung nêu trên và "
               "báo cáo kết quả về cơ quan thường trực trước ngày 25 hằng tháng để tổng hợp.",
               "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn, giải quyết theo thẩm quyền."))

EVALUATION = Pool(
    places=("Đông Triều Sơn", "An Phú Giang", "Mường Lát Thượng", "Cửa Việt", "Bình Xuyên Hạ", "Sa Nhơn"),
    offices=(("SỞ Y TẾ", "SYT", ("NVY", "NVD", "TCCB"), "GIÁM ĐỐC"), ("SỞ CÔNG THƯƠNG", "SCT", ("QLTM", "KTAT"), "GIÁM ĐỐC"),
             ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SNNMT", ("TL", "BVTV"), "GIÁM ĐỐC"), ("THANH TRA TỈNH", "TTT", ("NV1", "VP"), "CHÁNH THANH TRA"),
             ("BỆNH VIỆN ĐA KHOA TỈNH", "BVĐK", ("KHTH", "TCHC"), "GIÁM ĐỐC"), ("TRƯỜNG CAO ĐẲNG SƯ PHẠM", "CĐSP", ("ĐT", "QLKH"), "HIỆU TRƯỞNG")),
    people=("Lê Công Giả", "Phạm Thị Ngọc Ánh", "Huỳnh Tấn Thử", "Võ Hoài Mộng", "Ngô Thị Kim Dung", "Đinh Tiến Dụ", "Mai Văn Mẫu",
            "Trịnh Thu Trang", "Hà Đức Tưởng", "Dương Thị Mỹ Phác", "Lâm Quang Sáng", "Tô Ngọc Bảo", "Nông Văn Đèo", "Chu Thị Hạnh",
            "Nguyễn Trọng Ví", "Trương Vĩnh Họa"),
    subjects=("tăng cường công tác phòng, chống dịch sốt xuất huyết", "kiểm tra việc chấp hành pháp luật về giá thuốc",
              "mời tham dự buổi làm việc với Đoàn giám sát", "cung cấp số liệu phục vụ xây dựng báo cáo giữa năm",
              "triển khai Tháng hành động vì an toàn thực phẩm", "điều chỉnh thời gian nghiệm thu công trình thủy lợi",
              "xác minh đơn thư của công dân xã Vĩnh Tường"),
    titles=(("THÔNG BÁO", "TB", "Kết luận của lãnh đạo tại cuộc họp giao ban tháng 7"),
            ("KẾ HOẠCH", "KH", "Ứng phó với thiên tai và tìm kiếm cứu nạn năm 2026"),
            ("BÁO CÁO", "BC", "Tình hình sử dụng biên chế sáu tháng đầu năm"), ("GIẤY MỜI", "GM", "Họp triển khai công tác tuyển sinh"),
            ("QUYẾT ĐỊNH", "QĐ", "Về việc khen thưởng tập thể, cá nhân có thành tích xuất sắc"),
            ("TỜ TRÌNH", "TTr", "Về việc xin chủ trương đầu tư nâng cấp trạm bơm")),
    recipients=("Như trên", "TT Tỉnh ủy (để b/c)", "Lãnh đạo Sở", "Như Điều 2", "Bộ Y tế (để báo cáo)", "Phòng Tổ chức - Hành chính",
                "Đài Phát thanh và Truyền hình tỉnh"),
    addressees=("Trung tâm Kiểm soát bệnh tật tỉnh", "Ủy ban nhân dân các huyện, thành phố", "Các đơn vị trực thuộc", "Thanh tra Chính phủ"),
    fonts=("Liberation Serif", "Liberation Serif", "Liberation Sans Narrow"),  # wider ones do not fit on the lines of the decree
    sentences=("Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, để bảo đảm tiến độ chung, yêu cầu thủ trưởng các đơn vị phân công cán bộ phụ trách, "
               "chuẩn bị đầy đủ tài liệu liên quan và chịu trách nhiệm về tính chính xác của số liệu.",
               "Kinh phí thực hiện được bố trí trong dự toán ngân sách năm 2026 và các nguồn hợp pháp khác theo quy định của pháp luật hiện hành."))

FORMER = Pool(               # was blind until its misses were read
    places=("Thạch Lũng Hạ", "Yên Cát Thượng", "Hải Đăng", "Kỳ Lâm Nam", "Trường Sa Giang", "Mỹ Đức Lộc"),
    offices=(("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT", ("GDTrH", "TCCB"), "GIÁM ĐỐC"), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SKHCN", ("QLCN", "CĐS"), "GIÁM ĐỐC"),
             ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "SVHTTDL", ("QLVH", "VP"), "GIÁM ĐỐC"), ("BAN DÂN TỘC", "BDT", ("CSDT", "TH"), "TRƯỞNG BAN"),
             ("TRUNG TÂM LƯU TRỮ LỊCH SỬ", "TTLTLS", ("BQ", "TCSD"), "GIÁM ĐỐC"), ("TRƯỜNG ĐẠI HỌC NÔNG LÂM", "ĐHNL", ("KHCN", "HTQT"), "HIỆU TRƯỞNG")),
    people=("Nguyễn Thị Mộng Đẹp", "Trần Đăng Ảo", "Lê Phước Chừng", "Phạm Gia Thí", "Hoàng Nhật Phỏng", "Phan Thúy Mường", "Vũ Đình Tưởng",
            "Đặng Quý Giả", "Bùi Kiều Mơ", "Hồ Sĩ Thoáng", "Đoàn Khắc Ví", "Đào Ngọc Diễn", "Lưu Bá Nghĩ", "Thái Thị Mường Tượng",
            "Quách Văn Phác", "Kiều Hải Dựng"),
    subjects=("tổ chức Hội khỏe Phù Đổng cấp tỉnh lần thứ XI", "thẩm định hồ sơ đề tài nghiên cứu khoa học năm 2026",
              "báo cáo việc thực hiện chính sách dân tộc ở cơ sở", "số hóa tài liệu lưu trữ giai đoạn 1976 - 1995",
              "phối hợp tổ chức lễ hội đua thuyền truyền thống", "thống kê cơ sở vật chất trường học vùng sâu",
              "thu hồi giấy phép kinh doanh dịch vụ lữ hành"),
    titles=(("THÔNG BÁO", "TB", "Về việc tuyển dụng viên chức sự nghiệp giáo dục"),
            ("KẾ HOẠCH", "KH", "Chỉnh lý tài liệu tồn đọng giai đoạn 2026 - 2030"),
            ("BÁO CÁO", "BC", "Kết quả kiểm kê di tích trên địa bàn tỉnh"), ("GIẤY MỜI", "GM", "Dự lễ khai giảng năm học mới"),
            ("QUYẾT ĐỊNH", "QĐ", "Về việc cử viên chức đi công tác nước ngoài"),
            ("TỜ TRÌNH", "TTr", "Về việc ban hành Quy chế quản lý nhiệm vụ khoa học")),
    recipients=("Như trên", "Bộ Giáo dục và Đào tạo (để b/c)", "Chủ tịch UBND tỉnh", "Như Điều 4", "Ban Giám đốc", "Kho bạc Nhà nước tỉnh",
                "Báo và Đài Phát thanh, Truyền hình"),
    addressees=("Phòng Giáo dục và Đào tạo các huyện", "Các trường trung học phổ thông", "Bảo tàng tỉnh", "Hội Khuyến học tỉnh"),
    fonts=("Doulos SIL", "EB Garamond", "DejaVu Serif Condensed", "Doulos SIL"),
    sentences=("Để kịp thời tổng hợp số liệu, các đơn vị rà soát, đối chiếu với hồ sơ gốc, gửi văn bản kèm tệp tin về bộ phận thường trực và "
               "cử người theo dõi trong suốt thời gian thực hiện.",
               "Chế độ, kinh phí của người tham dự do cơ quan, đơn vị cử đi chi trả theo quy định; việc bố trí ăn nghỉ do ban tổ chức sắp xếp."))

PRACTICE = Pool(
    places=("Lộc Thủy Ninh", "Quảng Hưng", "Đắk Rơ Mây", "Bắc Trà Giang", "Nậm Cắn Hạ", "Vĩnh Hòa Đông", "Thuận Mỹ", "Cẩm Lĩnh Sơn"),
    offices=(("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "SKHĐT", ("THQH", "ĐTTĐ", "VP"), "GIÁM ĐỐC"), ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "STTTT", ("CNTT", "BCVT"), "GIÁM ĐỐC"),
             ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "SLĐTBXH", ("BTXH", "NCC"), "GIÁM ĐỐC"), ("SỞ GIAO THÔNG VẬN TẢI", "SGTVT", ("KCHT", "ATGT"), "GIÁM ĐỐC"),
             ("CHI CỤC KIỂM LÂM", "CCKL", ("QLBVR", "PC"), "CHI CỤC TRƯỞNG"), ("CỤC THỐNG KÊ", "CTK", ("TH", "DSVX"), "CỤC TRƯỞNG"),
             ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "BQLKCN", ("QHXD", "DN"), "TRƯỞNG BAN"), ("BẢO HIỂM XÃ HỘI TỈNH", "BHXH", ("CĐ", "QLT"), "GIÁM ĐỐC"),
             ("VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI", "VPĐKĐĐ", ("LT", "HC"), "GIÁM ĐỐC"), ("TRƯỜNG ĐẠI HỌC Y DƯỢC", "ĐHYD", ("SĐH", "KT"), "HIỆU TRƯỞNG"),
             ("TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN", "THPTC", ("CM", "TV"), "HIỆU TRƯỞNG"), ("BỆNH VIỆN Y HỌC CỔ TRUYỀN", "BVYHCT", ("TCKT", "ĐD"), "GIÁM ĐỐC")),
    people=("Nguyễn Đức Thí Dụ", "Lê Thị Hồng Mơ", "Trần Hữu Ước", "Phạm Ngọc Giả", "Hoàng Văn Lệ", "Võ Thị Phỏng", "Đặng Minh Chước", "Bùi Xuân Thử",
            "Đỗ Thị Thanh Vờ", "Hồ Quang Tưởng", "Ngô Bích Phương", "Dương Công Phác", "Lý Kim Ngân", "Phan Thị Mẫu", "Vũ Quốc Ảo", "Trương Thế Nghĩ",
            "Đinh Thị Diệu", "Huỳnh Phước Dựng", "Cao Thanh Mường", "Tạ Thị Nhã", "Ksor Y Thử", "Giàng A Dụ", "Nông Thị Bế", "Lò Văn Mẫu"),
    subjects=("đôn đốc giải ngân vốn đầu tư công sáu tháng cuối năm", "bảo đảm an toàn thông tin mạng trong dịp nghỉ lễ",
              "rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới", "cấp phép thi công nút giao trên Quốc lộ 27C",
              "tăng cường tuần tra, kiểm soát bảo vệ rừng mùa khô", "giải quyết chế độ hưu trí đối với viên chức",
              "thỏa thuận quy hoạch chi tiết tỷ lệ 1/500 khu tái định cư", "xử lý hồ sơ đăng ký biến động đất đai quá hạn",
              "lấy ý kiến đối với dự thảo Nghị quyết của Hội đồng nhân dân tỉnh", "công khai quyết toán ngân sách quý IV"),
    titles=(("THÔNG BÁO", "TB", "Về việc treo Quốc kỳ và nghỉ Tết Nguyên đán"), ("KẾ HOẠCH", "KH", "Tổng điều tra dân số và nhà ở giữa kỳ năm 2029"),
            ("BÁO CÁO", "BC", "Tổng kết mười năm thực hiện phong trào thi đua"), ("GIẤY MỜI", "GM", "Dự Hội thảo góp ý quy hoạch vùng nguyên liệu"),
            ("QUYẾT ĐỊNH", "QĐ", "Về việc điều động và bổ nhiệm công chức giữ chức vụ lãnh đạo quản lý"),
            ("QUYẾT ĐỊNH", "QĐ", "Phê duyệt kết quả lựa chọn nhà thầu"),
            ("TỜ TRÌNH", "TTr", "Về việc ban hành Đề án phát triển nguồn nhân lực y tế giai đoạn 2026 - 2030"),
            ("HƯỚNG DẪN", "HD", "Thực hiện công tác thi đua, khen thưởng năm học 2025 - 2026")),
    recipients=("Như trên", "Thường trực HĐND tỉnh", "Chủ tịch, các PCT UBND tỉnh", "Như Điều 5", "Bộ Tài chính (để báo cáo)", "Các phòng, ban trực thuộc",
                "Công an tỉnh (để phối hợp)", "Ban Thường vụ Tỉnh ủy", "Trang thông tin điện tử", "Ủy ban Mặt trận Tổ quốc tỉnh", "Giám đốc (để b/c)"),
    addressees=("Công an các huyện, thị xã, thành phố", "Hạt Kiểm lâm các huyện", "Bảo hiểm xã hội các khu vực", "Ủy ban nhân dân phường Hòa Đông",
                "Các sở, ban, ngành cấp tỉnh"),
    fonts=("Liberation Serif", "Linux Libertine O", "Gentium", "FreeSerif", "TeX Gyre Termes", "Liberation Serif"),
    sentences=("Đề nghị các đơn vị căn cứ tình hình thực tế để xây dựng kế hoạch cụ thể, phân công trách nhiệm rõ ràng và gửi kết quả trước ngày "
               "15 tháng cuối quý.",
               "Nơi nào để xảy ra vi phạm, người đứng đầu phải chịu trách nhiệm trước pháp luật và trước Chủ tịch Ủy ban nhân dân tỉnh.",
               "Quyết định này có hiệu lực kể từ ngày ký; các ông, bà có tên tại danh sách kèm theo chịu trách nhiệm thi hành."))
