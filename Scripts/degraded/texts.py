"""What the pages say: invented office Vietnamese in two pools that share no sentence.

`FIXED` is for the pages that measure us, `TRAINING` for the pages that the legibility model learns from. {n}, {k}, {d}, {m},
{w} and {o} are filled by the layout: two figures, three figures, a day, a month, a ward or commune, an office.
"""

FIXED = [
    "Ủy ban nhân dân {w} nhận được Công văn số {k}/SNV-VTLT ngày {d} tháng {m} năm 2025 về việc rà soát trang thiết bị văn thư, "
    "lưu trữ. Sau khi kiểm tra, đơn vị có {n} máy quét, 03 máy in và {n} mét giá còn dùng được.",
    "Đề nghị {o} xem xét, bố trí kinh phí sửa chữa kho lưu trữ trước mùa mưa bão; hiện mái kho dột ở hai gian phía đông, "
    "{n} hộp hồ sơ đã phải chuyển tạm sang phòng họp.",
    "Thực hiện lịch công tác tháng {m}, {o} cử 02 công chức hướng dẫn nghiệp vụ số hóa cho {n} cán bộ trong ba ngày, bắt đầu từ "
    "8 giờ 00 phút ngày {d} tháng {m} năm 2025 tại hội trường tầng hai.",
    "Hồ sơ nộp lưu phải được sắp xếp theo trình tự giải quyết công việc, đánh số tờ bằng bút chì ở góc trên bên phải, có mục lục "
    "văn bản và chứng từ kết thúc; bìa ghi rõ thời hạn bảo quản.",
    "Kết quả kiểm kê cho thấy {k} hồ sơ hết giá trị, {n} hồ sơ trùng thừa và 07 hồ sơ thiếu trang; các hồ sơ thiếu trang đã được "
    "photo bổ sung từ bản lưu tại {o}.",
    "Chủ tịch Ủy ban nhân dân {w} yêu cầu các bộ phận chấm dứt việc gửi văn bản giấy khi đã có bản điện tử ký số hợp lệ, trừ "
    "trường hợp pháp luật quy định khác hoặc mạng bị gián đoạn.",
    "Người dân nộp đơn tại bộ phận một cửa được hẹn trả kết quả trong {n} giờ làm việc; nếu quá hạn, người đứng đầu bộ phận phải "
    "gửi thư xin lỗi, nêu rõ lý do và hẹn lại ngày trả.",
    "Trong quý vừa qua, {w} đã tiếp nhận {k} lượt hồ sơ, giải quyết đúng hạn 98,{n} phần trăm; số hồ sơ trễ hạn tập trung ở lĩnh "
    "vực đất đai, chủ yếu do phải xác minh nguồn gốc thửa đất nhiều lần.",
    "Căn cứ biên bản họp ngày {d} tháng {m}, các bên thống nhất giao {o} làm đầu mối, tổng hợp ý kiến bằng văn bản và báo cáo "
    "Thường trực Hội đồng nhân dân trước kỳ họp thường lệ.",
    "Mỗi gia đình ở tổ dân phố số {n} được cấp một thẻ nước sạch; thẻ hỏng đổi tại trụ sở {w}, không thu phí, mang theo giấy tờ "
    "tùy thân và hóa đơn gần nhất.",
    "Nhà thầu đã bàn giao mặt bằng tuyến mương dài {k} mét, nghiệm thu kỹ thuật đạt yêu cầu; phần nắp đan còn {n} tấm nứt phải "
    "thay trước ngày {d} tháng {m} năm 2025.",
    "Giao Trưởng phòng Hành chính kiểm tra việc bảo quản con dấu, lập sổ theo dõi đóng dấu từng văn bản; nghiêm cấm đóng dấu "
    "khống chỉ và mang con dấu ra khỏi cơ quan khi chưa được phép.",
    "Lớp tập huấn gồm {n} học viên, chia hai nhóm thực hành: quét tài liệu khổ lớn và kiểm tra chất lượng ảnh; học viên vắng quá "
    "một buổi không được cấp giấy chứng nhận.",
    "Về đề nghị của hợp tác xã nuôi trồng thủy sản {w}, {o} đồng ý cho gia hạn mặt nước thêm {n} tháng, kể từ ngày {d} tháng {m}, "
    "với điều kiện giữ nguyên mốc giới đã cắm.",
    "Văn thư chuyển văn bản đến cho người xử lý ngay trong ngày; văn bản khẩn chuyển trước 30 phút, văn bản đến ngoài giờ do trực "
    "ban tiếp nhận, ghi sổ và bàn giao đầu giờ sáng hôm sau.",
    "Tổ kiểm tra nhắc nhở {n} hộ kinh doanh lấn chiếm vỉa hè, lập biên bản 04 trường hợp tái phạm, tháo dỡ {n} mái che tạm dọc "
    "đường Hoa Sữa và trả lại lối đi cho người đi bộ.",
    "Đề nghị quý cơ quan phối hợp, gửi ý kiến góp ý bằng văn bản về {o} trước ngày {d} tháng {m} năm 2025; quá thời hạn trên, "
    "cơ quan không có ý kiến được coi là đồng ý với dự thảo.",
    "Quỹ khuyến học {w} trao {n} suất quà cho học sinh vượt khó, mỗi suất gồm một xe đạp, vở viết và học bổng {k} nghìn đồng; lễ "
    "trao tổ chức giản dị vào sáng chủ nhật.",
    "Kho tài liệu giữ nhiệt độ từ 18 đến 22 độ, độ ẩm dưới 55 phần trăm; máy hút ẩm phải chạy liên tục, nhật ký ghi hai lần mỗi "
    "ngày và lưu {n} tháng để đối chiếu khi cần.",
    "Số liệu trên đã được đối chiếu với sổ gốc; mọi sai lệch phát hiện sau ngày ký phải báo bằng văn bản cho {o} để điều chỉnh, "
    "không tự ý tẩy xóa hoặc viết đè lên bản chính./.",
    "Vườn ươm của {w} còn {k} cây sao đen, {n} cây bằng lăng đủ tiêu chuẩn trồng; đề nghị đơn vị trường học đăng ký nhận trước "
    "tuần lễ trồng cây và tự bố trí xe vận chuyển.",
    "Báo cáo phải nêu rõ việc đã làm, việc chưa làm, nguyên nhân, người chịu trách nhiệm và thời hạn khắc phục; không dùng các "
    "cụm từ chung chung như cơ bản, về cơ bản, tương đối.",
]

TRAINING = [
    "Sở Nông nghiệp nhận được kiến nghị của cử tri {w} về kênh tưới bị bồi lắng; qua khảo sát thực địa ngày {d} tháng {m}, đoạn "
    "kênh cần nạo vét dài {k} mét, khối lượng ước tính {n} mét khối.",
    "Phòng Tài chính thẩm định dự toán mua sắm của {o} như sau: chấp thuận {n} bộ bàn ghế, cắt giảm kinh phí tiếp khách, chuyển "
    "phần kinh phí còn lại sang năm sau.",
    "Trường Trung học cơ sở {w} tuyển sinh {k} học sinh vào lớp 6, ưu tiên con em trên địa bàn; phụ huynh nộp hồ sơ trực tuyến từ "
    "ngày {d} tháng {m} và xem kết quả sau một tuần.",
    "Ban Chỉ huy phòng, chống thiên tai yêu cầu sẵn sàng {n} thuyền máy, {k} áo phao, lương thực đủ dùng bảy ngày; trực ban suốt "
    "đêm khi mực nước sông vượt báo động hai.",
    "Đoàn thanh tra làm việc với {o} từ ngày {d} tháng {m}; đề nghị chuẩn bị sổ quỹ, phiếu thu, phiếu chi, hợp đồng thuê khoán và "
    "cử người giải trình khi được yêu cầu.",
    "Hội Chữ thập đỏ {w} vận động hiến máu tình nguyện, thu được {k} đơn vị máu; {n} người lần đầu tham gia, nhiều bạn trẻ đăng "
    "ký hiến nhắc lại sau ba tháng.",
    "Điều chỉnh quy hoạch chi tiết khu dân cư phía tây: giảm {n} lô liền kề, tăng diện tích cây xanh, mở rộng đường nội bộ lên "
    "bảy mét rưỡi và giữ nguyên hồ điều hòa.",
    "Bệnh viện đa khoa báo cáo tình hình sử dụng thuốc: tồn kho {k} khoản, cận hạn {n} khoản, đã điều chuyển cho trạm y tế {w} "
    "theo đúng quy trình, không để lãng phí.",
    "Công an {w} khuyến cáo người dân không cung cấp mã xác thực, số tài khoản cho người lạ; khi bị lừa, giữ nguyên tin nhắn và "
    "trình báo trong vòng {n} giờ.",
    "Quyết định có hiệu lực kể từ ngày ký; bãi bỏ các quy định trước đây trái với quyết định này. Chánh Thanh tra, Trưởng phòng "
    "Nội vụ và thủ trưởng {o} chịu trách nhiệm thi hành.",
    "Nghiệm thu đề tài khoa học về giống lúa chịu mặn: năng suất bình quân {n} tạ một héc ta, thời gian sinh trưởng {k} ngày, ít "
    "đổ ngã, gạo mềm cơm, phù hợp chân ruộng trũng.",
    "Chi cục Thuế công khai danh sách {n} hộ khoán ngừng kinh doanh; hộ nào hoạt động trở lại phải khai báo trước ngày {d} tháng "
    "{m}, nếu không sẽ bị xử phạt vi phạm hành chính.",
    "Thư viện mở cửa cả ngày thứ bảy, bổ sung {k} đầu sách thiếu nhi, cho mượn về nhà tối đa {n} ngày; bạn đọc làm mất sách đền "
    "bằng bản cùng tên hoặc theo giá bìa.",
    "Tuyến xe buýt số {n} đổi lộ trình qua cầu mới, dừng thêm ở cổng chợ {w}; giá vé không đổi, học sinh và người cao tuổi được "
    "giảm một nửa khi xuất trình thẻ.",
    "Phiên giải trình tập trung vào chậm giải ngân vốn đầu tư công; {o} thừa nhận khâu chuẩn bị còn yếu, cam kết giải ngân thêm "
    "{k} triệu đồng trong tháng {m}.",
    "Hợp đồng thuê nhà công vụ hết hạn ngày {d} tháng {m}; người thuê có nhu cầu gia hạn gửi đơn trước {n} ngày, trả nhà đúng "
    "hiện trạng, thanh toán đủ tiền điện, nước, vệ sinh.",
    "Khu di tích đình {w} được tu bổ hậu cung, thay {n} cột gỗ mục, lợp lại ngói mũi hài; hạng mục sơn son thếp vàng do nghệ nhân "
    "địa phương đảm nhận, giữ nguyên hoa văn cũ.",
    "Đài Truyền thanh phát bản tin mỗi ngày hai buổi, dành {n} phút cho chuyên mục hỏi đáp pháp luật; thính giả gửi câu hỏi qua "
    "hộp thư đặt tại nhà văn hóa ấp.",
    "Về việc xin tách thửa của ông Lò Văn Giả, {o} trả lời: thửa đất số {k}, tờ bản đồ số {n} chưa đủ diện tích tối thiểu, do đó "
    "chưa có cơ sở để giải quyết.",
    "Lịch tiếp công dân định kỳ của lãnh đạo {w} vào các ngày {d} hằng tháng; trùng ngày nghỉ thì chuyển sang ngày làm việc kế "
    "tiếp, người dân đăng ký trước để được xếp thứ tự.",
    "Trạm bơm đầu mối vận hành hai ca, tiêu úng cho {k} héc ta lúa mới cấy; phụ tải điện cao nhất {n} ki lô oát, đề nghị điện lực "
    "không cắt điện trong giờ cao điểm.",
    "Danh sách cử tri được niêm yết công khai tại {n} khu vực bỏ phiếu; ai thấy sai sót về họ tên, năm sinh thì đề nghị tổ bầu cử "
    "sửa trước ngày {d} tháng {m}.",
    "Kế hoạch diễn tập chữa cháy rừng gồm ba tình huống, huy động {n} dân quân, 02 xe bồn; đường băng cản lửa phải phát dọn xong "
    "trước khi bước vào cao điểm khô hanh.",
    "Người nộp hồ sơ xin việc cần có đơn, sơ yếu lý lịch, bằng cấp sao y và giấy khám sức khỏe không quá {n} ngày; hồ sơ không "
    "trúng tuyển được trả lại tại {o}.",
]

WARDS = {
    False: ["phường Bến Trăng", "xã Suối Mơ", "phường Đồi Thông", "xã Mây Trắng", "phường Cầu Gỗ", "xã Giếng Vàng"],
    True: ["phường Gió Lộng", "xã Khe Sâu", "phường Hồ Ngọc", "xã Nương Chè", "phường Lũy Tre", "xã Bãi Sậy"],
}
OFFICES = {
    False: ["Sở Nội vụ", "Văn phòng Ủy ban nhân dân tỉnh", "Phòng Văn hóa", "Trung tâm Lưu trữ lịch sử", "Ban Quản lý dự án"],
    True: ["Sở Công Thương", "Phòng Kinh tế", "Trung tâm Hành chính công", "Ban Dân tộc", "Phòng Giáo dục"],
}
SUBJECTS = {
    False: ["rà soát thiết bị\nvăn thư, lưu trữ", "nộp lưu hồ sơ\nđến hạn năm 2025", "góp ý dự thảo\nquy chế làm việc"],
    True: ["nạo vét kênh mương\nvụ hè thu", "phòng cháy\nmùa khô năm 2025", "mua sắm trang thiết bị\nquý IV"],
}
TABLES = {
    False: (["STT", "Tên hồ sơ", "Số trang", "Thời hạn"], [
        "Hồ sơ xây dựng trạm y tế", "Công văn đi quý II năm 2025", "Hồ sơ cán bộ nghỉ hưu", "Biên bản họp thôn, tổ dân phố",
        "Quyết toán thu chi năm trước", "Hồ sơ tuyển quân đợt một"], ["Vĩnh viễn", "10 năm", "70 năm", "20 năm"]),
    True: (["TT", "Nội dung chi", "Số lượng", "Nguồn"], [
        "Mua giống ngô lai", "Sửa cống qua đường", "Thuê máy xúc đào ao", "In tờ rơi tuyên truyền", "Bồi dưỡng tổ công tác",
        "Lắp đèn chiếu sáng ngõ"], ["Ngân sách", "Đóng góp", "Tài trợ", "Quỹ xã"]),
}
SIGNERS = {False: [("CHÁNH VĂN PHÒNG", "Vũ Minh Họa"), ("PHÓ GIÁM ĐỐC", "Lương Thị Dụ"), ("CHỦ TỊCH", "Tạ Quang Mẫu")],
           True: [("TRƯỞNG PHÒNG", "Đinh Khả Nghi"), ("PHÓ CHỦ TỊCH", "Hồ Thị Giả"), ("GIÁM ĐỐC", "Cao Tưởng Tượng")]}
