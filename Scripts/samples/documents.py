"""Whole documents after Nghị định 30/2020/NĐ-CP.

Agencies, places and people are invented: no province is called Lam Sơn Thượng or Ví Dụ, and nobody here signs anything.
The laws that are cited are real.
"""

from . import ink
from .sheet import MM, Document

NATION = "CỘNG HÒA XHCN VIỆT NAM"


def _hands(document, pens, seed):
    for index, (text, x, baseline) in enumerate(pens):
        ink.figures(document.pages[0], text, x, baseline, seed + index, height=13.5)


def cong_van():
    """One page; number and day written by hand, as most offices still do."""
    d = Document("cong-van-tra-loi")
    pens = d.head("UBND TỈNH LAM SƠN THƯỢNG", "SỞ NỘI VỤ", None, "SNV-VTLT", "Lam Sơn Thượng", (18, 9, 2025),
                  subject="hướng dẫn lập hồ sơ và nộp lưu hồ sơ, tài liệu vào Lưu trữ hiện hành",
                  hand_number="1347", hand_day=True)
    _hands(d, pens, 11)
    d.to("Ủy ban nhân dân các xã, phường trên địa bàn tỉnh")
    d.paragraph("Sở Nội vụ nhận được Công văn số 215/UBND-VP ngày 04 tháng 9 năm 2025 của Ủy ban nhân dân phường Bến Trăng "
                "về việc đề nghị hướng dẫn lập hồ sơ công việc và nộp lưu hồ sơ, tài liệu vào Lưu trữ hiện hành sau khi "
                "sắp xếp đơn vị hành chính. Sau khi nghiên cứu, Sở Nội vụ có ý kiến như sau:")
    d.paragraph("1. Người được giao giải quyết công việc có trách nhiệm lập hồ sơ về công việc đó theo quy định tại Nghị định "
                "số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư. Hồ sơ phải phản ánh đúng "
                "chức năng, nhiệm vụ của cơ quan; văn bản, tài liệu trong hồ sơ phải có sự liên quan chặt chẽ với nhau.")
    d.paragraph("2. Thời hạn nộp lưu hồ sơ, tài liệu vào Lưu trữ hiện hành là 01 năm, kể từ ngày công việc kết thúc; đối với "
                "hồ sơ xây dựng cơ bản là 03 tháng, kể từ ngày công trình được quyết toán.")
    d.paragraph("3. Đối với tài liệu giấy đã số hóa, bản số hóa phải là ảnh màu, độ phân giải tối thiểu 200 dpi, tỷ lệ số hóa "
                "100% và được lưu ở định dạng PDF, phiên bản 1.4 trở lên.")
    d.paragraph("Đề nghị Ủy ban nhân dân các xã, phường triển khai thực hiện. Trong quá trình thực hiện, nếu có vướng mắc, đề "
                "nghị phản ánh về Sở Nội vụ (qua Phòng Văn thư - Lưu trữ) để được hướng dẫn./.")
    place = d.foot(["Như trên", "UBND tỉnh (để báo cáo)", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, VTLT, 05"],
                   ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Vũ Minh Họa")
    ink.sign_and_seal(place, NATION, "TỈNH LAM SƠN THƯỢNG", "SỞ\nNỘI VỤ", 0, 21)
    return d


def cong_van_hai_trang():
    """Two pages; the usual black-and-white scan."""
    d = Document("cong-van-hai-trang", pitch=1.66)
    pens = d.head("UBND TỈNH VÍ DỤ", "SỞ Y TẾ", None, "SYT-NVY", "Ví Dụ", (7, 10, 2024),
                  subject="tăng cường công tác phòng, chống dịch bệnh mùa mưa lũ", hand_number="2086")
    _hands(d, pens, 31)
    d.to("Bệnh viện Đa khoa tỉnh Ví Dụ", "Trung tâm Kiểm soát bệnh tật tỉnh", "Trung tâm Y tế các huyện, thành phố")
    d.paragraph("Thực hiện Kế hoạch số 156/KH-UBND ngày 12 tháng 8 năm 2024 của Ủy ban nhân dân tỉnh Ví Dụ về phòng, chống dịch "
                "bệnh trên địa bàn tỉnh năm 2024, trước tình hình mưa lũ diễn biến phức tạp tại các huyện Mây Trắng, Suối Mơ và "
                "Đồi Thông, Sở Y tế đề nghị các đơn vị khẩn trương thực hiện các nội dung sau:")
    d.heading("1. Bệnh viện Đa khoa tỉnh Ví Dụ")
    d.paragraph("a) Chuẩn bị đầy đủ cơ số thuốc, vật tư, hóa chất và giường bệnh; sẵn sàng thu dung, cấp cứu, điều trị người bệnh.")
    d.paragraph("b) Phân công cán bộ thường trực 24/24 giờ; thành lập ít nhất 02 đội cấp cứu lưu động để hỗ trợ tuyến dưới khi có "
                "yêu cầu.")
    d.heading("2. Trung tâm Kiểm soát bệnh tật tỉnh")
    d.paragraph("a) Tăng cường giám sát, phát hiện sớm các bệnh truyền nhiễm thường xảy ra sau mưa lũ như tiêu chảy, đau mắt đỏ, "
                "sốt xuất huyết, bệnh ngoài da; xử lý triệt để ổ dịch ngay khi phát hiện ca bệnh đầu tiên.")
    d.paragraph("b) Hướng dẫn người dân xử lý nước sinh hoạt, vệ sinh môi trường theo nguyên tắc “nước rút đến đâu, vệ sinh đến "
                "đó”; cấp phát hóa chất khử khuẩn cho các xã bị ngập.")
    d.paragraph("c) Tổng hợp số liệu, báo cáo Sở Y tế trước 15 giờ 00 phút hằng ngày.")
    d.heading("3. Trung tâm Y tế các huyện, thành phố")
    d.paragraph("a) Tham mưu Ủy ban nhân dân cùng cấp kiện toàn Ban Chỉ đạo chăm sóc sức khỏe nhân dân; phân công nhiệm vụ cụ thể "
                "cho từng thành viên phụ trách địa bàn.")
    d.paragraph("b) Rà soát số lượng phao cứu sinh, áo phao, bộ dụng cụ lọc nước tại 100% trạm y tế xã; bổ sung kịp thời khi thiếu.")
    d.paragraph("c) Phối hợp với các đoàn thể tuyên truyền trên hệ thống loa truyền thanh cơ sở, mỗi ngày ít nhất 02 lần.")
    d.paragraph("Sở Y tế giao Phòng Nghiệp vụ Y làm đầu mối theo dõi, đôn đốc việc thực hiện. Đề nghị các đơn vị nghiêm túc triển "
                "khai; khó khăn, vướng mắc báo cáo về Sở Y tế để xem xét, giải quyết./.")
    place = d.foot(["Như trên", "UBND tỉnh (để báo cáo)", "Giám đốc Sở (để báo cáo)", "Cổng thông tin điện tử Sở",
                    "Lưu: VT, NVY"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Lương Thị Dụ")
    ink.sign_and_seal(place, NATION, "TỈNH VÍ DỤ", "SỞ\nY TẾ", 1, 41)
    return d


def quyet_dinh():
    d = Document("quyet-dinh-ubnd", pitch=1.42)
    d.head(None, "ỦY BAN NHÂN DÂN\nTỈNH LAM SƠN THƯỢNG", "1126", "QĐ-UBND", "Lam Sơn Thượng", (22, 8, 2025))
    d.title("QUYẾT ĐỊNH", "Về việc ban hành Danh mục hồ sơ năm 2026 của\nVăn phòng Ủy ban nhân dân tỉnh Lam Sơn Thượng")
    d.paragraph("<b>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM SƠN THƯỢNG</b>", indent=0, align="center")
    d.basis("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Luật Lưu trữ ngày 21 tháng 6 năm 2024",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư")
    d.paragraph("Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình số 84/TTr-VP ngày 15 tháng 8 năm 2025.",
                italic=True)
    d.order()
    d.article(1, "Ban hành kèm theo Quyết định này Danh mục hồ sơ năm 2026 của Văn phòng Ủy ban nhân dân tỉnh Lam Sơn Thượng "
                 "gồm 08 đề mục lớn, 36 đề mục nhỏ và 412 hồ sơ.")
    d.article(2, "Trách nhiệm thực hiện")
    d.paragraph("1. Các phòng, ban, trung tâm thuộc Văn phòng Ủy ban nhân dân tỉnh căn cứ Danh mục hồ sơ để lập hồ sơ công việc "
                "trên Hệ thống quản lý văn bản và điều hành ngay từ ngày 01 tháng 01 năm 2026.")
    d.paragraph("2. Phòng Hành chính - Tổ chức hướng dẫn, kiểm tra, đôn đốc việc lập hồ sơ; tổng hợp các hồ sơ phát sinh ngoài "
                "Danh mục, trình Chánh Văn phòng xem xét, bổ sung trước ngày 15 tháng 12 hằng năm.")
    d.paragraph("3. Bộ phận Lưu trữ hiện hành tiếp nhận hồ sơ đến hạn nộp lưu, kiểm tra chất lượng bản số hóa, ký số và bảo quản "
                "theo quy định của pháp luật về lưu trữ.")
    d.article(3, "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên hằng năm của Văn phòng Ủy ban nhân dân tỉnh và "
                 "các nguồn kinh phí hợp pháp khác theo quy định của pháp luật.")
    d.article(4, "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 958/QĐ-UBND ngày 19 tháng 7 năm 2024 của "
                 "Chủ tịch Ủy ban nhân dân tỉnh.")
    d.article(5, "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan, đơn vị và cá nhân có liên "
                 "quan chịu trách nhiệm thi hành Quyết định này./.")
    place = d.foot(["Như Điều 5", "Bộ Nội vụ (để báo cáo)", "TT Tỉnh ủy, TT HĐND tỉnh", "CT, các PCT UBND tỉnh",
                    "Trung tâm Lưu trữ lịch sử tỉnh", "Lưu: VT, HCTC"],
                   ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Tạ Quang Mẫu")
    ink.sign_and_seal(place, "ỦY BAN NHÂN DÂN", "TỈNH LAM SƠN THƯỢNG", None, 2, 51, diameter=37)
    return d


def thong_bao():
    d = Document("thong-bao-ket-luan")
    d.head("UBND TỈNH VÍ DỤ", "VĂN PHÒNG", "73", "TB-VP", "Ví Dụ", (5, 2, 2025))
    d.title("THÔNG BÁO", "Kết luận của Chánh Văn phòng Ủy ban nhân dân tỉnh\ntại cuộc họp về kiểm soát thủ tục hành chính")
    d.paragraph("Ngày 03 tháng 02 năm 2025, tại Trụ sở Ủy ban nhân dân tỉnh Ví Dụ, Chánh Văn phòng Ủy ban nhân dân tỉnh Cao Giả "
                "Định đã chủ trì cuộc họp về công tác kiểm soát thủ tục hành chính quý I năm 2025. Tham dự cuộc họp có đại diện "
                "lãnh đạo Sở Tư pháp, Sở Thông tin và Truyền thông, Trung tâm Phục vụ hành chính công tỉnh.")
    d.paragraph("Sau khi nghe báo cáo và ý kiến của các đại biểu, Chánh Văn phòng kết luận như sau:")
    d.paragraph("1. Trung tâm Phục vụ hành chính công tỉnh công khai đầy đủ 1.842 thủ tục hành chính; bảo đảm tỷ lệ hồ sơ giải "
                "quyết đúng hạn đạt từ 98,5% trở lên; số hóa 100% hồ sơ tiếp nhận mới.")
    d.paragraph("2. Sở Thông tin và Truyền thông hoàn thành việc nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính của "
                "tỉnh trước ngày 31 tháng 3 năm 2025; bảo đảm kết nối thông suốt với Cổng Dịch vụ công quốc gia.")
    d.paragraph("3. Phòng Kiểm soát thủ tục hành chính theo dõi, đôn đốc việc thực hiện Thông báo này; báo cáo kết quả trước ngày "
                "25 hằng tháng.")
    d.paragraph("Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.")
    place = d.foot(["CT, các PCT UBND tỉnh (để b/c)", "Sở Tư pháp", "Sở Thông tin và Truyền thông",
                    "Trung tâm PV hành chính công tỉnh", "Chánh VP, các Phó Chánh VP", "Lưu: VT, KSTT"],
                   ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "Cao Giả Định", space=34)
    ink.sign_and_seal(place, NATION, "TỈNH VÍ DỤ", "VĂN PHÒNG\nỦY BAN\nNHÂN DÂN", 3, 61, diameter=35)
    return d


def ke_hoach():
    """Three pages with a table."""
    d = Document("ke-hoach-so-hoa", pitch=1.72, bottom=22, gap=10)
    d.head("SỞ NỘI VỤ\nTỈNH LAM SƠN THƯỢNG", "TRUNG TÂM\nLƯU TRỮ LỊCH SỬ", "42", "KH-TTLTLS", "Lam Sơn Thượng", (14, 3, 2025))
    d.title("KẾ HOẠCH", "Số hóa tài liệu lưu trữ lịch sử giai đoạn 2025 - 2027")
    d.paragraph("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024 và Quyết định số 311/QĐ-UBND ngày 20 tháng 02 năm 2025 của Ủy ban "
                "nhân dân tỉnh về việc phê duyệt Đề án “Lưu trữ tài liệu điện tử của các cơ quan nhà nước”, Trung tâm Lưu trữ "
                "lịch sử tỉnh xây dựng Kế hoạch số hóa tài liệu lưu trữ lịch sử giai đoạn 2025 - 2027 như sau:")
    d.heading("I. MỤC ĐÍCH, YÊU CẦU")
    d.paragraph("1. Mục đích")
    d.paragraph("a) Bảo vệ an toàn, kéo dài tuổi thọ tài liệu gốc; tạo cơ sở dữ liệu phục vụ khai thác, sử dụng tài liệu lưu trữ "
                "trên môi trường mạng.")
    d.paragraph("b) Phấn đấu đến hết năm 2027 hoàn thành số hóa 100% tài liệu của 12 phông lưu trữ có tần suất khai thác cao.")
    d.paragraph("2. Yêu cầu")
    d.paragraph("a) Tài liệu phải được chỉnh lý hoàn chỉnh, xác định giá trị và vệ sinh trước khi số hóa; không tháo dỡ làm hư hại "
                "tài liệu quý, hiếm.")
    d.paragraph("b) Bản số hóa phải rõ ràng, trung thực với bản gốc, đủ trang, đúng thứ tự, không nghiêng, không mất chữ.")
    d.heading("II. NỘI DUNG")
    d.paragraph("1. Khối lượng thực hiện theo từng năm được quy định tại bảng sau:")
    d.table([.09, .43, .16, .16, .16], [["TT", "Tên phông", "Năm 2025", "Năm 2026", "Năm 2027"],
                                        ["1", "Ủy ban hành chính tỉnh (1976 - 1985)", "48.200", "35.600", "0"],
                                        ["2", "Ty Nông nghiệp", "12.750", "18.900", "6.400"],
                                        ["3", "Ty Thủy lợi", "0", "22.310", "14.080"],
                                        ["4", "Ban Định canh định cư", "7.115", "9.260", "11.940"],
                                        ["5", "Công ty Lương thực cấp I", "0", "0", "26.500"]])
    d.paragraph("2. Thông số kỹ thuật: ảnh màu 24 bit; độ phân giải tối thiểu 200 dpi, riêng bản đồ, bản vẽ kỹ thuật tối thiểu "
                "300 dpi; tỷ lệ 100%; định dạng PDF/A hai lớp.")
    d.paragraph("3. Quy trình thực hiện gồm các bước: giao nhận tài liệu, vệ sinh và làm phẳng tài liệu, quét ảnh, kiểm tra chất "
                "lượng ảnh, nhận dạng ký tự, biên mục siêu dữ liệu, kiểm tra chéo, ký số và đóng gói tài liệu.")
    d.paragraph("4. Kiểm tra chất lượng: kiểm tra tự động 100% số trang; kiểm tra bằng mắt tối thiểu 10% số hồ sơ của mỗi đợt giao "
                "nộp. Nếu tỷ lệ trang lỗi trong mẫu từ 1% trở lên thì phải kiểm tra lại toàn bộ đợt giao nộp đó.")
    d.heading("III. TỔ CHỨC THỰC HIỆN")
    d.paragraph("1. Phòng Bảo quản chịu trách nhiệm lựa chọn, thống kê, giao nhận tài liệu; bố trí kho trung chuyển bảo đảm nhiệt "
                "độ từ 18°C đến 22°C, độ ẩm từ 45% đến 55%.")
    d.paragraph("2. Phòng Công nghệ và Số hóa chủ trì thực hiện việc quét ảnh, nhận dạng và biên mục; báo cáo tiến độ vào ngày làm "
                "việc cuối cùng của mỗi tháng.")
    d.paragraph("3. Phòng Hành chính - Quản trị lập dự toán kinh phí, tham mưu lựa chọn nhà thầu theo quy định của pháp luật về đấu "
                "thầu; theo dõi việc bảo hành thiết bị.")
    d.paragraph("4. Các đồng chí Trưởng phòng, Phó Trưởng phòng căn cứ nhiệm vụ được giao xây dựng lịch làm việc chi tiết, hoàn "
                "thành trước ngày 31 tháng 3 năm 2025.")
    d.paragraph("Trên đây là Kế hoạch số hóa tài liệu lưu trữ lịch sử giai đoạn 2025 - 2027. Trong quá trình thực hiện, nếu cần sửa "
                "đổi, bổ sung, các phòng báo cáo Giám đốc Trung tâm xem xét, quyết định./.")
    place = d.foot(["Sở Nội vụ (để báo cáo)", "Giám đốc, các Phó Giám đốc", "Các phòng thuộc Trung tâm",
                    "Lưu: VT, CNSH"], ["GIÁM ĐỐC"], "Đỗ Thí Điểm")
    ink.sign_and_seal(place, "SỞ NỘI VỤ TỈNH LAM SƠN THƯỢNG", "TRUNG TÂM", "LƯU TRỮ\nLỊCH SỬ", 0, 71, diameter=35)
    return d


def bao_cao():
    """Two pages with a table."""
    d = Document("bao-cao-cai-cach", pitch=1.5)
    d.head("HUYỆN MÂY TRẮNG", "ỦY BAN NHÂN DÂN\nXÃ SUỐI MƠ", "186", "BC-UBND", "Suối Mơ", (20, 12, 2023))
    d.title("BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2023")
    d.to("Ủy ban nhân dân huyện Mây Trắng")
    d.paragraph("Thực hiện Công văn số 1670/UBND-NV ngày 05 tháng 12 năm 2023 của Ủy ban nhân dân huyện Mây Trắng về việc báo cáo "
                "kết quả công tác cải cách hành chính năm 2023, Ủy ban nhân dân xã Suối Mơ báo cáo như sau:")
    d.heading("I. KẾT QUẢ ĐẠT ĐƯỢC")
    d.paragraph("1. Ủy ban nhân dân xã đã ban hành 14 văn bản chỉ đạo, điều hành; tổ chức 06 cuộc kiểm tra tại các thôn, bản; tuyên "
                "truyền trên hệ thống loa truyền thanh 52 lượt với thời lượng 780 phút.")
    d.paragraph("2. Kết quả tiếp nhận và giải quyết thủ tục hành chính tại Bộ phận Một cửa như sau:")
    d.table([.08, .40, .18, .17, .17], [["TT", "Lĩnh vực", "Tiếp nhận", "Đúng hạn", "Quá hạn"],
                                        ["1", "Hộ tịch", "1.264", "1.262", "2"],
                                        ["2", "Chứng thực", "3.871", "3.871", "0"],
                                        ["3", "Bảo trợ xã hội", "295", "291", "4"],
                                        ["4", "Đất đai, môi trường", "168", "157", "11"],
                                        ["", "<b>Tổng cộng</b>", "<b>5.598</b>", "<b>5.581</b>", "<b>17</b>"]])
    d.paragraph("3. Tỷ lệ hồ sơ nộp trực tuyến đạt 64,2%, tăng 21,7% so với năm 2022; 100% kết quả giải quyết thủ tục hành chính "
                "được số hóa và ký số.")
    d.heading("II. TỒN TẠI, HẠN CHẾ")
    d.paragraph("1. Trang thiết bị của Bộ phận Một cửa đã cũ; máy quét thường xuyên hỏng, phải gửi hồ sơ lên huyện để quét.")
    d.paragraph("2. Một số hộ dân ở bản Khe Sương, bản Ngàn Phố chưa có điện thoại thông minh nên khó nộp hồ sơ trực tuyến.")
    d.heading("III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024")
    d.paragraph("1. Tiếp tục rà soát, kiến nghị đơn giản hóa thủ tục hành chính; giảm ít nhất 20% thời gian giải quyết đối với thủ "
                "tục thuộc lĩnh vực đất đai.")
    d.paragraph("2. Nâng tỷ lệ hồ sơ nộp trực tuyến lên trên 75%; duy trì tổ công nghệ số cộng đồng tại 11/11 thôn, bản.")
    d.heading("IV. ĐỀ XUẤT, KIẾN NGHỊ")
    d.paragraph("Đề nghị Ủy ban nhân dân huyện Mây Trắng bố trí kinh phí mua sắm 02 máy quét, 03 bộ máy vi tính cho Bộ phận Một cửa "
                "của xã trong quý I năm 2024./.")
    place = d.foot(["Như trên", "TT Đảng ủy, TT HĐND xã", "CT, các PCT UBND xã", "Lưu: VT"],
                   ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Mai Thị Phỏng")
    ink.sign_and_seal(place, "UBND XÃ SUỐI MƠ", "H. MÂY TRẮNG T. VÍ DỤ", None, 1, 81, diameter=34)
    return d


def to_trinh():
    d = Document("to-trinh-kinh-phi", pitch=1.65)
    d.head("ĐẠI HỌC VÍ DỤ", "TRƯỜNG ĐẠI HỌC LAM SƠN", "219", "TTr-ĐHLS", "Lam Sơn Thượng", (11, 4, 2024))
    d.title("TỜ TRÌNH", "Về việc phê duyệt kinh phí cải tạo kho lưu trữ\nvà mua sắm thiết bị số hóa năm 2024")
    d.to("Giám đốc Đại học Ví Dụ")
    d.paragraph("Căn cứ Quyết định số 402/QĐ-ĐHVD ngày 26 tháng 02 năm 2024 của Giám đốc Đại học Ví Dụ về việc giao dự toán ngân sách "
                "nhà nước năm 2024, Trường Đại học Lam Sơn kính trình Giám đốc Đại học Ví Dụ xem xét, phê duyệt kinh phí cải tạo "
                "kho lưu trữ và mua sắm thiết bị số hóa với các nội dung sau:")
    d.heading("1. Sự cần thiết")
    d.paragraph("Kho lưu trữ của Trường được xây dựng từ năm 1998, diện tích 86 m², hiện đang bảo quản 214 mét giá tài liệu. Mái kho "
                "bị thấm, hệ thống điện xuống cấp, không có thiết bị báo cháy tự động. Hồ sơ sinh viên từ khóa 1 đến khóa 25 chưa "
                "được số hóa, việc tra cứu để xác minh văn bằng mất trung bình 03 ngày làm việc.")
    d.heading("2. Nội dung và kinh phí")
    d.paragraph("a) Cải tạo mái, chống thấm, thay mới hệ thống điện, lắp đặt hệ thống báo cháy: 486.500.000 đồng.")
    d.paragraph("b) Mua 02 máy quét tài liệu tốc độ 60 trang/phút, 01 máy quét phẳng khổ A3: 237.800.000 đồng.")
    d.paragraph("c) Mua giá, hộp, bìa hồ sơ đạt tiêu chuẩn: 64.200.000 đồng.")
    d.paragraph("Tổng kinh phí đề nghị phê duyệt là 788.500.000 đồng <i>(Bảy trăm tám mươi tám triệu năm trăm nghìn đồng)</i>.")
    d.heading("3. Nguồn kinh phí và thời gian thực hiện")
    d.paragraph("Nguồn kinh phí: Quỹ phát triển hoạt động sự nghiệp của Trường. Thời gian thực hiện: từ tháng 5 đến tháng 9 năm 2024.")
    d.paragraph("Trường Đại học Lam Sơn kính trình Giám đốc Đại học Ví Dụ xem xét, quyết định./.")
    place = d.foot(["Như trên", "Ban Kế hoạch - Tài chính (ĐHVD)", "Hiệu trưởng (để báo cáo)", "Lưu: VT, QTTB"],
                   ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"], "TS. Trịnh Hoài Thử")
    d.fields["signer_name"] = "Trịnh Hoài Thử"
    ink.sign_and_seal(place, "ĐẠI HỌC VÍ DỤ", "LAM SƠN THƯỢNG", "TRƯỜNG\nĐẠI HỌC\nLAM SƠN", 2, 91)
    return d


def giay_moi():
    d = Document("giay-moi-tap-huan")
    pens = d.head("UBND TỈNH LAM SƠN THƯỢNG", "SỞ KHOA HỌC\nVÀ CÔNG NGHỆ", None, "GM-SKHCN", "Lam Sơn Thượng", (9, 10, 2025),
                  hand_number="58")
    _hands(d, pens, 101)
    d.title("GIẤY MỜI", "Dự Hội nghị tập huấn an toàn thông tin năm 2025")
    d.paragraph("Thực hiện Kế hoạch số 77/KH-SKHCN ngày 15 tháng 8 năm 2025 về đào tạo, bồi dưỡng kỹ năng số, Sở Khoa học và Công "
                "nghệ trân trọng kính mời:")
    d.paragraph("<b>1. Thành phần</b>")
    d.paragraph("- Đại diện lãnh đạo Văn phòng Ủy ban nhân dân tỉnh;", gap=2)
    d.paragraph("- Đại diện lãnh đạo và 01 công chức phụ trách công nghệ thông tin các sở, ban, ngành cấp tỉnh;", gap=2)
    d.paragraph("- Chủ tịch Ủy ban nhân dân các xã, phường trên địa bàn tỉnh.")
    d.paragraph("<b>2. Nội dung:</b> Tập huấn kỹ năng bảo mật tài khoản, nhận biết thư điện tử giả mạo, sử dụng chữ ký số trên văn "
                "bản điện tử và quy trình ứng cứu sự cố an toàn thông tin.")
    d.paragraph("<b>3. Thời gian:</b> 01 buổi, bắt đầu từ 08 giờ 00 phút ngày 16 tháng 10 năm 2025 (thứ Năm).")
    d.paragraph("<b>4. Địa điểm:</b> Hội trường tầng 3, Trụ sở Sở Khoa học và Công nghệ, số 27 đường Hoa Ban, phường Bến Trăng.")
    d.paragraph("Đề nghị các cơ quan, địa phương gửi danh sách đại biểu về Sở Khoa học và Công nghệ (qua Phòng Chuyển đổi số) trước "
                "ngày 13 tháng 10 năm 2025 để tổng hợp. Rất hân hạnh được đón tiếp./.")
    place = d.foot(["Như thành phần mời", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, CĐS"], ["GIÁM ĐỐC"], "Hồ Thí Dụ")
    ink.sign_and_seal(place, NATION, "TỈNH LAM SƠN THƯỢNG", "SỞ\nKHOA HỌC VÀ\nCÔNG NGHỆ", 3, 111)
    return d


def bien_ban():
    """Minutes: no place and date at the head, two signers (mẫu 1.9)."""
    d = Document("bien-ban-ban-giao", size=13.5)
    d.head("SỞ NỘI VỤ TỈNH VÍ DỤ", "CHI CỤC VĂN THƯ - LƯU TRỮ", "06", "BB-CCVTLT", None, None)
    d.title("BIÊN BẢN", "Bàn giao tài liệu lưu trữ để số hóa đợt 2 năm 2024")
    d.paragraph("Thời gian bắt đầu: 08 giờ 30 phút ngày 17 tháng 6 năm 2024.", gap=3)
    d.paragraph("Địa điểm: Kho Lưu trữ chuyên dụng, số 15 đường Bạch Đàn, thành phố Ví Dụ.", gap=3)
    d.paragraph("Thành phần tham dự:", gap=3)
    d.paragraph("- Bên giao: Bà Lê Thị Tường Trình, Trưởng phòng Quản lý kho lưu trữ; Ông Ngô Văn Thể, viên chức.", gap=3)
    d.paragraph("- Bên nhận: Ông Phan Đình Giả, Tổ trưởng Tổ số hóa; Bà Đinh Thị Mô, nhân viên kỹ thuật.", gap=3)
    d.paragraph("Chủ trì (chủ tọa): Bà Lê Thị Tường Trình.", gap=3)
    d.paragraph("Thư ký (người ghi biên bản): Ông Ngô Văn Thể.")
    d.paragraph("Nội dung: Hai bên thống nhất bàn giao và tiếp nhận tài liệu như sau:")
    d.table([.09, .47, .16, .28], [["TT", "Tên phông, khối tài liệu", "Số hộp", "Tình trạng"],
                                   ["1", "Phông Sở Lao động (1992 - 1999)", "34", "Tốt, đã chỉnh lý"],
                                   ["2", "Phông Liên hiệp các hợp tác xã", "17", "Giấy giòn, 02 hộp bị ẩm"],
                                   ["3", "Khối hồ sơ cán bộ đi B", "09", "Tốt, cần làm phẳng"]])
    d.paragraph("Bên nhận có trách nhiệm bảo quản tài liệu trong kho có điều hòa, không mang tài liệu ra khỏi khu vực số hóa, trả đủ "
                "tài liệu trước ngày 30 tháng 8 năm 2024. Các bước làm phẳng, quét và trả tài liệu phải ghi vào sổ theo dõi.")
    d.paragraph("Cuộc họp kết thúc vào 10 giờ 15 phút cùng ngày. Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản có giá trị như "
                "nhau./.")
    # two signers, Nơi nhận below them
    d.y += 4
    height = 62 * MM
    d.need(height)
    page, top = d.page, d.y
    half = d.column / 2
    d.block("THƯ KÝ", d.left, half, top, 13.5, bold=True, section="SIGN-LEFT")
    d.block("Ngô Văn Thể", d.left, half, top + 29 * MM, 13.5, bold=True, section="SIGN-LEFT")
    d.block("CHỦ TỌA", d.left + half, half, top, 13.5, bold=True, section="SIGN")
    d.block("Lê Thị Tường Trình", d.left + half, half, top + 29 * MM, 13.5, bold=True, section="SIGN")
    ink.signature(page, d.left + half * .22, top + 9 * MM, 38 * MM, 14 * MM, 1, 121)
    ink.signature(page, d.left + half * 1.22, top + 8 * MM, 42 * MM, 15 * MM, 0, 122)
    y = top + 40 * MM
    y, _ = d.block("Nơi nhận:", d.left, 76 * MM, y, 12, "left", bold=True, italic=True, section="RECIPIENTS")
    for text in ("- Như thành phần tham dự;", "- Lãnh đạo Chi cục;", "- Lưu: VT, QLK."):
        y, _ = d.block(text, d.left, 76 * MM, y, 11, "left", section="RECIPIENTS")
    d.y = y
    d.fields.update(signer_name="Lê Thị Tường Trình", signer_title="CHỦ TỌA",
                    recipients_first_line="- Như thành phần tham dự;", uncertain_fields=["signer_name", "signer_title"])
    return d


def huong_dan():
    """Two pages, black and white, 300 dpi."""
    d = Document("huong-dan-chinh-ly", pitch=1.7)
    pens = d.head("BỘ VÍ DỤ", "CỤC LƯU TRỮ MẪU", None, "HD-CLTM", "Hà Nội", (3, 1, 2024), hand_number="15", hand_day=True)
    _hands(d, pens, 131)
    d.title("HƯỚNG DẪN", "Xác định giá trị và loại tài liệu hết giá trị")
    d.paragraph("Thực hiện Chương trình công tác năm 2024, Cục Lưu trữ Mẫu hướng dẫn các đơn vị thuộc Bộ Ví Dụ xác định giá trị và "
                "loại tài liệu hết giá trị như sau:")
    d.heading("I. NGUYÊN TẮC")
    d.paragraph("1. Xác định giá trị tài liệu phải bảo đảm nguyên tắc chính trị, lịch sử, toàn diện và tổng hợp.")
    d.paragraph("2. Không loại tài liệu khi chưa có ý kiến bằng văn bản của Hội đồng xác định giá trị tài liệu.")
    d.heading("II. TRÌNH TỰ THỰC HIỆN")
    d.paragraph("1. Lập danh mục tài liệu hết giá trị theo mẫu; mỗi bó, tập tài liệu được đánh số liên tục từ 01; ghi rõ lý do loại.")
    d.paragraph("2. Thuyết minh tài liệu hết giá trị gồm: sự hình thành khối tài liệu; số lượng tính theo mét giá; thời gian sớm nhất "
                "và muộn nhất; tóm tắt nội dung từng nhóm tài liệu.")
    d.paragraph("3. Hội đồng xác định giá trị tài liệu họp, thảo luận tập thể và biểu quyết theo đa số; biên bản có chữ ký của tất cả "
                "thành viên.")
    d.paragraph("4. Hồ sơ đề nghị thẩm tra gửi về Cục gồm: công văn đề nghị, danh mục, thuyết minh, biên bản họp Hội đồng. Thời hạn "
                "trả lời không quá 20 ngày làm việc, kể từ ngày nhận đủ hồ sơ.")
    d.paragraph("5. Việc hủy tài liệu phải được lập thành biên bản; tài liệu phải được nghiền bột hoặc cắt nhỏ để không thể phục hồi.")
    d.heading("III. THỜI HẠN LƯU HỒ SƠ HỦY TÀI LIỆU")
    d.paragraph("Hồ sơ hủy tài liệu hết giá trị được bảo quản tại cơ quan ít nhất 20 năm, kể từ ngày hủy. Bản số hóa của hồ sơ hủy được "
                "lưu cùng hồ sơ giấy, có ký số của cơ quan.")
    d.heading("IV. TỔ CHỨC THỰC HIỆN")
    d.paragraph("Thủ trưởng các đơn vị tổ chức thực hiện Hướng dẫn này; báo cáo kết quả về Cục Lưu trữ Mẫu trước ngày 31 tháng 12 năm "
                "2024 để tổng hợp, báo cáo Lãnh đạo Bộ./.")
    place = d.foot(["Các đơn vị thuộc Bộ", "Bộ trưởng (để báo cáo)", "Các Thứ trưởng", "Lưu: VT, NVLT"],
                   ["TUQ. CỤC TRƯỞNG", "TRƯỞNG PHÒNG NGHIỆP VỤ"], "Bùi Thử Nghiệm")
    ink.sign_and_seal(place, "BỘ VÍ DỤ", "CỤC LƯU TRỮ MẪU", None, 3, 141, diameter=37)
    return d


def nghi_quyet():
    d = Document("nghi-quyet-hdnd")
    d.head(None, "HỘI ĐỒNG NHÂN DÂN\nTỈNH VÍ DỤ", "17", "NQ-HĐND", "Ví Dụ", (10, 7, 2024))
    d.title("NGHỊ QUYẾT", "Về chương trình giám sát của\nHội đồng nhân dân tỉnh Ví Dụ năm 2025")
    d.paragraph("<b>HỘI ĐỒNG NHÂN DÂN TỈNH VÍ DỤ</b>", indent=0, align="center", gap=0)
    d.paragraph("<b>KHÓA XI, KỲ HỌP THỨ MƯỜI BẢY</b>", indent=0, align="center")
    d.basis("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính "
            "phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
            "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015")
    d.paragraph("Xét Tờ trình số 31/TTr-HĐND ngày 28 tháng 6 năm 2024 của Thường trực Hội đồng nhân dân tỉnh; ý kiến thảo luận của đại "
                "biểu Hội đồng nhân dân tỉnh tại kỳ họp.", italic=True)
    d.order("QUYẾT NGHỊ:")
    d.article(1, "Tại các kỳ họp thường lệ năm 2025, Hội đồng nhân dân tỉnh tiến hành giám sát các nội dung sau:")
    d.paragraph("1. Xem xét báo cáo công tác 6 tháng đầu năm và cả năm của Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân, "
                "Ủy ban nhân dân, Tòa án nhân dân, Viện kiểm sát nhân dân tỉnh.")
    d.paragraph("2. Xem xét việc trả lời chất vấn của những người bị chất vấn theo quy định của pháp luật.")
    d.paragraph("3. Giám sát chuyên đề “Việc thực hiện chính sách, pháp luật về lưu trữ và số hóa tài liệu trên địa bàn tỉnh giai đoạn "
                "2021 - 2024”.")
    d.article(2, "Thường trực Hội đồng nhân dân tỉnh thành lập Đoàn giám sát; ban hành kế hoạch, đề cương giám sát; báo cáo kết quả tại "
                 "kỳ họp giữa năm 2025.")
    d.article(3, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các cơ quan, tổ chức, cá nhân có liên quan phối hợp thực hiện Nghị quyết này.")
    d.paragraph("Nghị quyết này đã được Hội đồng nhân dân tỉnh Ví Dụ Khóa XI, Kỳ họp thứ mười bảy thông qua ngày 10 tháng 7 năm 2024 và "
                "có hiệu lực từ ngày thông qua./.")
    place = d.foot(["Ủy ban Thường vụ Quốc hội", "Đoàn ĐBQH tỉnh", "UBND, UBMTTQVN tỉnh", "Các Ban HĐND, đại biểu HĐND tỉnh",
                    "Lưu: VT, CTHĐND"], ["CHỦ TỊCH"], "Đoàn Thị Tưởng Tượng")
    ink.sign_and_seal(place, "HỘI ĐỒNG NHÂN DÂN", "TỈNH VÍ DỤ", None, 0, 151, diameter=37)
    return d


def hoa_toc():
    """HỎA TỐC: a bright red stamp with a single border under the V/v."""
    d = Document("cong-van-hoa-toc")
    d.head(None, "ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ", "3052", "UBND-NLN", "Ví Dụ", (11, 9, 2024),
           subject="ứng phó mưa lũ,\nsạt lở đất tại các xã vùng cao")
    ink.stamp(d.page, d.left + 17 * MM, d.stamp_y + 2, "HỎA TỐC", 30, 8, 1, degrees=-1.5)
    d.y += 20
    d.to("Các sở, ban, ngành cấp tỉnh", "Ủy ban nhân dân các huyện, thành phố", "Công ty Điện lực Ví Dụ")
    d.paragraph("Theo dự báo của Đài Khí tượng Thủy văn, từ đêm 11 đến ngày 13 tháng 9 năm 2024, trên địa bàn tỉnh có mưa to đến rất to, "
                "lượng mưa phổ biến từ 150 mm đến 300 mm, có nơi trên 400 mm; nguy cơ rất cao xảy ra lũ quét, sạt lở đất tại các xã "
                "vùng cao. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:")
    d.paragraph("1. Ủy ban nhân dân các huyện, thành phố di dời ngay người dân ra khỏi khu vực có nguy cơ sạt lở, hoàn thành trước 18 giờ "
                "00 phút ngày 11 tháng 9 năm 2024; bố trí lực lượng canh gác tại 37 ngầm tràn, cầu treo.")
    d.paragraph("2. Sở Giao thông vận tải bố trí máy xúc, vật tư dự phòng tại các đèo Mây, đèo Gió; bảo đảm thông đường trong thời gian "
                "ngắn nhất.")
    d.paragraph("3. Công ty Điện lực Ví Dụ bảo đảm điện cho các trạm bơm, bệnh viện và cơ quan chỉ huy phòng, chống thiên tai.")
    d.paragraph("4. Văn phòng thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh trực ban 24/24 giờ, tổng hợp báo cáo "
                "03 giờ một lần.")
    d.paragraph("Yêu cầu các cơ quan, địa phương nghiêm túc thực hiện./.")
    place = d.foot(["Như trên", "CT, các PCT UBND tỉnh", "Chánh VP, các PCVP", "Lưu: VT, NLN"],
                   ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Quách Văn Phiếm", space=34)
    ink.sign_and_seal(place, "ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ", None, 2, 161, diameter=37)
    d.fields["urgency"] = "HỎA TỐC"
    return d


def mat():
    """MẬT: must never be sent over a network; the text is harmless, the stamp is what counts."""
    d = Document("cong-van-mat")
    d.head("UBND TỈNH LAM SƠN THƯỢNG", "SỞ MẪU VẬT", "08", "SMV-TC", "Lam Sơn Thượng", (6, 5, 2025),
           subject="cử cán bộ tham gia\nđoàn kiểm tra kho mẫu")
    ink.stamp(d.page, d.left + 20 * MM, d.stamp_y + 2, "MẬT", 20, 8, 2, degrees=1.2)
    d.y += 20
    d.to("Chi cục Kiểm nghiệm Mẫu vật")
    d.paragraph("Thực hiện Kế hoạch số 12/KH-SMV ngày 25 tháng 4 năm 2025 về kiểm tra kho mẫu năm 2025, Sở Mẫu vật đề nghị Chi cục Kiểm "
                "nghiệm Mẫu vật cử 02 cán bộ tham gia đoàn kiểm tra, cụ thể như sau:")
    d.paragraph("1. Thời gian: từ ngày 12 đến ngày 16 tháng 5 năm 2025.")
    d.paragraph("2. Địa điểm: Kho mẫu số 1 và Kho mẫu số 2, xã Đồi Thông.")
    d.paragraph("3. Yêu cầu đối với cán bộ được cử: có chuyên môn phù hợp; chấp hành quy định ra, vào kho; không mang theo thiết bị ghi "
                "âm, ghi hình, điện thoại di động vào khu vực kiểm tra.")
    d.paragraph("4. Danh sách cán bộ gửi về Sở Mẫu vật bằng văn bản giấy, qua đường văn thư, trước ngày 09 tháng 5 năm 2025; không gửi qua "
                "thư điện tử.")
    d.paragraph("Đây là tài liệu mẫu dùng để thử phần mềm, không chứa thông tin thuộc bí mật nhà nước. Đề nghị Chi cục Kiểm nghiệm Mẫu vật "
                "quan tâm, thực hiện./.")
    place = d.foot(["Như trên", "Giám đốc Sở (để báo cáo)", "Lưu: VT, TC, 03"], ["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC"],
                   "Kiều Thị Phác Thảo")
    ink.sign_and_seal(place, NATION, "TỈNH LAM SƠN THƯỢNG", "SỞ\nMẪU VẬT", 1, 171)
    return d


def den():
    """A received công văn with the stamp of the receiving office; the number in the stamp is not the document's."""
    d = Document("cong-van-co-dau-den")
    pens = d.head("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTỈNH VÍ DỤ", "TRƯỜNG THPT ĐỒI THÔNG", None, "THPTĐT", "Đồi Thông", (26, 11, 2024),
                  subject="xin xác nhận kết quả\nhọc tập của học sinh", hand_number="94", hand_day=True)
    _hands(d, pens, 181)
    ink.incoming(d.page, d.left + 4 * MM, d.stamp_y + 6, "TRƯỜNG THPT BẾN TRĂNG", "712", "29/11", 191)
    d.y += 112
    d.to("Trường Trung học phổ thông Bến Trăng")
    d.paragraph("Trường Trung học phổ thông Đồi Thông nhận được hồ sơ xin chuyển trường của 03 học sinh lớp 11 đang học tại Trường Trung "
                "học phổ thông Bến Trăng. Qua kiểm tra hồ sơ, học bạ của các học sinh chưa có xác nhận kết quả học tập năm học "
                "2023 - 2024.")
    d.paragraph("Để có cơ sở tiếp nhận học sinh theo quy định, Trường Trung học phổ thông Đồi Thông đề nghị Quý Trường xác nhận kết quả "
                "rèn luyện, kết quả học tập năm học 2023 - 2024 của các học sinh có tên trong danh sách kèm theo và gửi về Trường "
                "trước ngày 06 tháng 12 năm 2024.")
    d.paragraph("Trân trọng cảm ơn sự phối hợp của Quý Trường./.")
    place = d.foot(["Như trên", "Sở GDĐT (để báo cáo)", "Lưu: VT"], ["Q. HIỆU TRƯỞNG"], "Thân Văn Nháp")
    ink.sign_and_seal(place, "SỞ GD VÀ ĐT TỈNH VÍ DỤ", "ĐỒI THÔNG", "TRƯỜNG\nTHPT\nĐỒI THÔNG", 3, 201, diameter=34)
    return d
