"""Pairs of files for the rules about pages as a set: short PDFs of half pages, one page apart.

`page.outlier` has no pair: it looks at a whole run and changes no verdict. Neither have `register.order`
and `register.duplicate`, for the same reason.
"""

from . import containers
from .scanner import colour, scan
from .sheet import MM, Document, lines_of, set_text
from .steps import clean, failing, note, passing

POINTS = [
    ["2. Các đơn vị gửi báo cáo về Văn phòng Ủy ban nhân dân phường trước ngày 25 hằng tháng; báo cáo nêu rõ kết quả, khó khăn và "
     "kiến nghị.",
     "3. Văn phòng tổng hợp, trình Chủ tịch Ủy ban nhân dân phường xem xét tại phiên họp thường kỳ."],
    ["4. Công chức Tư pháp – Hộ tịch rà soát sổ đăng ký khai sinh, khai tử từ năm 1976 đến năm 2015, lập danh mục từng quyển và ghi "
     "rõ tình trạng giấy.",
     "5. Kế toán phường cân đối kinh phí mua hộp, bìa và giá bảo quản trong dự toán được giao./."],
]


def sheet(number=None, body=0, paragraphs=None, head=(), height=148.5):
    """A lying A5 page of text, its number centred in the top margin."""
    d = Document("sheet", height=height * MM, top=15, bottom=8, left=30, right=18)
    d.pages, d.y = d.pages[:1], 17 * MM
    if number:
        layout = set_text(str(number), 14, d.column, "center")
        line, _, x, _ = lines_of(layout)[0]
        d.page.put(d.left + x, 9 * MM, layout, line)
    for text in head:
        d.paragraph(text, indent=0, align="center")
    for text in paragraphs or POINTS[body]:
        d.paragraph(text)
    return d.page


def document(*pages):
    """A PDF of these pages, each from its own scan; a pair is a page with its look."""
    streams = []
    for index, page in enumerate(pages):
        page, look = page if isinstance(page, tuple) else (page, clean(40 + index))
        streams.append(containers.dct(colour(scan(page, 200, look)), 200, 72))
    return containers.pdf(streams)


def pair(rule, good, bad):
    passing(rule, lambda: document(*good()), suffix="pdf")
    failing(rule, lambda: document(*bad()), suffix="pdf", verdict="review")


pair("pages.gap", lambda: [note(0), sheet(2)], lambda: [note(0), sheet(3)])
pair("pages.repeated", lambda: [note(1), sheet(2), sheet(3, 1)], lambda: [note(1), sheet(2), sheet(2, 1)])
pair("pages.order", lambda: [note(2), sheet(2), sheet(3, 1)], lambda: [note(2), sheet(3, 1), sheet(2)])


def grant(name, born, hamlet, area):
    """One page of a series: the same words but for a person."""
    return sheet(paragraphs=[
        f"Hộ ông {name}, sinh năm {born}, thường trú tại {hamlet}, được hỗ trợ chuyển đổi {area} m² đất trồng lúa sang trồng cây ăn "
        "quả theo kế hoạch năm 2025 của phường.",
        "Ủy ban nhân dân phường giao công chức Địa chính đo đạc, lập biên bản và lưu hồ sơ một bộ."])


FIRST = ("Trần Văn Lúa", "1958", "tổ 4, khu phố Bến Trăng", "1.250")
OTHER = ("Lê Công Ruộng", "1971", "tổ 11, khu phố Đồng Sim", "840")
pair("pages.duplicate",
     lambda: [note(0), (grant(*FIRST), clean(50)), (grant(*OTHER), clean(51, skew=-0.2))],
     lambda: [note(0), (grant(*FIRST), clean(50)), (grant(*FIRST), clean(51, skew=-0.2))])

# A slip as high as the others within an eighth, and one that is not.
pair("pages.size",
     lambda: [note(1), sheet(2), sheet(3, 1), sheet(4, paragraphs=POINTS[0][1:], height=136)],
     lambda: [note(1), sheet(2), sheet(3, 1), sheet(4, paragraphs=POINTS[0][1:], height=120)])


def attached():
    """A second document behind the first, or the same page as a form of its annex."""
    return note(2, number="231", day=18)


def form():
    page = note(2, number="231", day=18)
    layout = set_text("Mẫu số 01", 12, 40 * MM, "center")
    line, _, x, _ = lines_of(layout)[0]
    page.put(160 * MM + x, 9 * MM, layout, line)
    return page


pair("pages.split", lambda: [note(0), form()], lambda: [note(0), attached()])
