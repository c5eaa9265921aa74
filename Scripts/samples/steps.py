"""Pairs of files one step apart: the same half page on either side of one rule of the pipeline `ci-mau`.

The measured figure lies about 15 % on its side of the limit, all else equal. `rule` in a file name is the rule's id.
"""

import math
from dataclasses import dataclass, replace
from typing import Callable

import numpy

from . import containers, ink
from .scanner import Look, bilevel, blurred, clouds, colour, grey, scan
from .sheet import MM, Document, PangoCairo, lines_of, set_text
from .whole import judged

BODIES = [
    ["Ủy ban nhân dân phường Bến Trăng nhận được Công văn số 418/SNV-VTLT ngày 12 tháng 8 năm 2025 của Sở Nội vụ về việc rà soát "
     "trang thiết bị văn thư, lưu trữ. Sau khi rà soát, Ủy ban nhân dân phường báo cáo: hiện có 02 máy quét tài liệu, 03 máy in, "
     "05 giá bảo quản tài liệu; đề nghị bổ sung 01 máy quét khổ A3 và 40 mét giá.",
     "Ủy ban nhân dân phường Bến Trăng kính báo cáo Sở Nội vụ tổng hợp, trình cấp có thẩm quyền xem xét./."],
    ["Thực hiện lịch công tác tháng 9 năm 2025, Ủy ban nhân dân phường Bến Trăng kính đề nghị Sở Nội vụ cử 01 công chức hướng dẫn "
     "nghiệp vụ số hóa tài liệu cho 18 cán bộ của phường trong 02 ngày, từ ngày 24 đến ngày 25 tháng 9 năm 2025, tại Hội trường "
     "Trụ sở Ủy ban nhân dân phường, số 12 đường Hoa Sữa.",
     "Rất mong nhận được sự quan tâm, giúp đỡ của Quý Sở./."],
    ["Ủy ban nhân dân phường Bến Trăng gửi kèm theo Công văn này danh mục 136 hồ sơ đã số hóa trong quý III năm 2025, gồm 4.512 "
     "trang tài liệu, được lưu ở định dạng PDF/A, độ phân giải 200 dpi, ảnh màu. Mỗi hồ sơ có một tệp siêu dữ liệu đi kèm, tên tệp "
     "trùng với số hồ sơ.",
     "Đề nghị Sở Nội vụ kiểm tra, xác nhận để phường nộp lưu theo quy định./."],
]
SUBJECTS = ["báo cáo trang thiết bị\nvăn thư, lưu trữ", "hướng dẫn nghiệp vụ\nsố hóa tài liệu", "danh mục hồ sơ đã số hóa\nquý III năm 2025"]


def note(body=0, number="216", paragraphs=None, stamp=None, subject=None, day=15):
    """A short công văn on A5, lying: the half sheet that every pair is made of."""
    d = Document("note", height=148.5 * MM, top=13, bottom=8, left=30, right=15, pitch=1.22, gap=4)
    d.head("ỦY BAN NHÂN DÂN\nTỈNH LAM SƠN THƯỢNG", "UBND PHƯỜNG BẾN TRĂNG", number, "UBND-VP", "Bến Trăng", (day, 9, 2025),
           subject=subject or SUBJECTS[body])
    if stamp:
        ink.stamp(d.page, d.left + 20 * MM, d.stamp_y - 1, stamp, 20, 8, 2, degrees=1)
        d.y += 12
    d.to("Sở Nội vụ tỉnh Lam Sơn Thượng")
    for text in paragraphs or BODIES[body]:
        d.paragraph(text)
    return d.page


def clean(seed, **changes):
    """The look that fails no rule; paper whitened by the scanner, which also keeps the file small."""
    return replace(Look(seed, skew=0.15, drop_out=True, shade=0.02, noise=1.2), **changes)


@dataclass
class Step:
    """One file and what the pipeline must say."""
    file: str
    bytes: Callable
    expected: dict


STEPS = []


def step(rule, outcome, letter, make, suffix="jpg", verdict="accepted", findings=(), held=None):
    STEPS.append(Step(f"{rule}-{outcome}-{letter}.{suffix}", make, judged(verdict, findings, held)))


def half(page, look, dpi=200, tag=200, quality=80, change=None, mode=colour):
    counts = scan(page, dpi, look)
    if change:
        counts = change(counts)
    return containers.jpeg(mode(counts), tag, quality)


def passing(rule, make, letter="a", suffix="jpg"):
    step(rule, "pass", letter, make, suffix)


def failing(rule, make, letter="a", suffix="jpg", verdict="rescan", also=(), held=None):
    step(rule, "fail", letter, make, suffix, verdict, [rule, *also], held)


# -- resolution and colour ----------------------------------------------------------------------------------------------

passing("resolution.declared", lambda: half(note(0), clean(1)))
failing("resolution.declared", lambda: half(note(0), clean(1), dpi=150, tag=150), also=["resolution.effective"])

passing("resolution.unknown", lambda: half(note(1), clean(2)))
failing("resolution.unknown", lambda: half(note(1), clean(2), tag=None), verdict="review")

# A sheet that was photocopied at 86 % and scanned at 200 dpi: close enough to the tag to be no mismatch, yet under 190.
passing("resolution.effective", lambda: half(note(2), clean(3)))
failing("resolution.effective", lambda: half(note(2), clean(3), dpi=172))

passing("resolution.mismatch", lambda: half(note(0), clean(4)))
failing("resolution.mismatch", lambda: half(note(0), clean(4), tag=300))

passing("color.mode", lambda: half(note(1), clean(5)))
failing("color.mode", lambda: half(note(1), clean(5), mode=grey))

# -- how the sheet lies -------------------------------------------------------------------------------------------------

passing("skew", lambda: half(note(2), clean(6, skew=0.85)))
failing("skew", lambda: half(note(2), clean(6, skew=1.75)))
failing("skew", lambda: half(note(2), clean(6, skew=-1.2)), letter="b", verdict="review")

passing("orientation", lambda: half(note(0), clean(7)))
failing("orientation", lambda: half(note(0), clean(7), change=lambda counts: numpy.rot90(counts, 1)))
failing("orientation", lambda: half(note(0), clean(7), change=lambda counts: numpy.rot90(counts, 2)), letter="b")


def border(millimetres):
    """The dark lid of a copier beside a sheet that was put down too far from the corner."""
    def change(counts):
        wide = millimetres / 25.4 * 200
        columns, rows = numpy.arange(counts.shape[1]), numpy.arange(counts.shape[0])
        edge = wide + 1.2 * numpy.sin(rows / 140.0)
        dark = numpy.clip(edge[:, None] - columns[None, :], 0, 1)[:, :, None]
        rng = numpy.random.default_rng(81)
        return counts * (1 - dark) + dark * (24 + rng.normal(0, 2.5, counts.shape[:2])[:, :, None])
    return change


passing("border.black", lambda: half(note(1), clean(8), change=border(1.0)))
failing("border.black", lambda: half(note(1), clean(8), change=border(3.2)))


def shifted(millimetres):
    """The sheet lies too far right on the glass; what is left of it is lid."""
    def change(counts):
        by = round(millimetres / 25.4 * 200)
        out = numpy.full_like(counts, 255.0)
        out[:, by:] = counts[:, :-by]
        return out
    return change


passing("text.cut-off", lambda: half(note(0), clean(9, skew=0.0), change=shifted(11)))
failing("text.cut-off", lambda: half(note(0), clean(9, skew=0.0), change=shifted(16.2)), also=["ocr.legibility"])

# -- how well it can be seen --------------------------------------------------------------------------------------------

PALE = dict(drop_out=False, shade=0.0, paper=(0.93, 0.93, 0.92), noise=1.0, texture=0.003)
passing("contrast", lambda: half(note(0), clean(10, **PALE, toner=0.57)))
failing("contrast", lambda: half(note(0), clean(10, **PALE, toner=0.69)))


def bold(body):
    """Thick strokes, a little apart: out of focus they keep contrast and shape, so that only sharpness is lost."""
    return note(body, paragraphs=[f'<span letter_spacing="1024"><b>{text}</b></span>' for text in BODIES[body]])


SOFT = dict(drop_out=False, shade=0.0, paper=(0.96, 0.96, 0.955), noise=0.8, texture=0.002, toner=0.05)
passing("sharpness", lambda: half(bold(1), clean(11, **SOFT, blur=0.85), dpi=300, tag=300))
failing("sharpness", lambda: half(bold(1), clean(11, **SOFT, blur=2.55), dpi=300, tag=300), also=["display.quality", "resolution.optical"])

LOUD = dict(drop_out=False, shade=0.0, paper=(0.90, 0.90, 0.89), texture=0.003, grain=0.0)
passing("noise", lambda: half(note(2), clean(12, **LOUD, noise=18), quality=72))
failing("noise", lambda: half(note(2), clean(12, **LOUD, noise=24), quality=72), also=["sharpness"])

# -- what is on the page ------------------------------------------------------------------------------------------------

YELLOW = dict(drop_out=False, shade=0.03, paper=(0.93, 0.89, 0.74))


def two_pages(second, look, change=None):
    """A PDF whose first page is in order and whose second page is the one in question."""
    first = containers.dct(colour(scan(note(0), 200, clean(13))), 200, 78)
    counts = scan(second, 200, look)
    return containers.pdf([first, containers.dct(colour(change(counts) if change else counts), 200, 78)])


def second_page():
    d = Document("second", height=148.5 * MM, top=13, bottom=10, left=30, right=18)
    d.pages, d.y = d.pages[:1], 13 * MM
    d.paragraph("2", indent=0, align="center")
    d.paragraph("3. Các đơn vị gửi báo cáo về Văn phòng Ủy ban nhân dân phường trước ngày 25 hằng tháng; báo cáo phải nêu rõ kết quả, "
                "khó khăn, vướng mắc và kiến nghị.")
    d.paragraph("4. Văn phòng tổng hợp, trình Chủ tịch Ủy ban nhân dân phường xem xét, quyết định tại phiên họp thường kỳ./.")
    return d.page


def empty_page():
    return Document("empty", height=148.5 * MM).page


def ghost():
    """A seal that rubbed off from the sheet that lay on it: mirrored, pale."""
    page = empty_page()
    ink.seal(page, 140 * MM, 80 * MM, "ỦY BAN NHÂN DÂN", "TỈNH LAM SƠN THƯỢNG", None, 36)
    _, _, layers = page.render(200)
    return blurred(layers["red"][:, ::-1], 2.2)


passing("page.blank", lambda: two_pages(second_page(), Look(14, skew=0.1, toner=0.42, **YELLOW)), suffix="pdf")
failing("page.blank", lambda: two_pages(empty_page(), Look(14, ghosts=[(ghost(), (0.93, 0.45, 0.5), 0.2)], **YELLOW)),
        suffix="pdf", verdict="review")


def drawing():
    """A site plan without a word on it."""
    page = empty_page()

    def mark(context):
        context.set_line_width(1.1)
        for x, y, wide, high in [(34, 28, 142, 92), (44, 38, 44, 34), (104, 38, 62, 24), (44, 84, 30, 26), (120, 78, 46, 34)]:
            context.rectangle(x * MM, y * MM, wide * MM, high * MM)
            context.stroke()
        context.set_line_width(0.8)
        for x0, y0, x1, y1 in [(34, 74, 176, 70), (96, 28, 92, 120), (44, 38, 88, 72), (88, 38, 44, 72)]:
            context.move_to(x0 * MM, y0 * MM)
            context.line_to(x1 * MM, y1 * MM)
            context.stroke()
        context.arc(143 * MM, 95 * MM, 12 * MM, 0, 2 * math.pi)
        context.stroke()
        context.arc(59 * MM, 97 * MM, 8 * MM, 0, 2 * math.pi)
        context.stroke()
    page.draw("black", mark)
    return page


passing("text.none", lambda: two_pages(second_page(), clean(15)), suffix="pdf")
failing("text.none", lambda: two_pages(drawing(), clean(15, skew=0.0)), suffix="pdf", verdict="review")

# -- what is read -------------------------------------------------------------------------------------------------------


def worn(page, seed, gone):
    """Print below the head as from a worn drum: strokes broken up, the more so the higher `gone`."""
    render = page.render

    def broken(dpi, degrees=0.0):
        columns, rows, layers = render(dpi, degrees)
        hole = numpy.clip((clouds(numpy.random.default_rng(seed), rows, columns, 5) + gone) * 4, 0, 1)
        hole[:round(rows * 0.36)] = 0
        layers["black"] = layers["black"] * (1 - hole)
        return columns, rows, layers
    page.render = broken
    return page


passing("ocr.confidence", lambda: half(worn(note(0), 17, -1.6), clean(16)))
failing("ocr.confidence", lambda: half(worn(note(0), 17, -0.1), clean(16)), also=["ocr.legibility"])
failing("ocr.confidence", lambda: half(worn(note(0), 17, -0.62), clean(16)), letter="b", also=["ocr.legibility"])

SLIPS = ["Ý kiến của lãnh đạo: giao Văn phòng kiểm tra, rà soát số lượng; tham mưu Ủy ban nhân dân phường bố trí kinh phí, báo cáo lại "
         "trước ngày 22 tháng 9 năm 2025.",
         "Phiếu trình số 41: đã kiểm tra thể thức, trích yếu và nơi nhận; đề nghị bộ phận Văn thư đóng dấu, phát hành trong ngày và lưu "
         "02 bản tại kho lưu trữ phường."]


def pasted(degrees):
    """Two slips pasted under the text: straight ones are read, slanting ones OCR takes for pictures and drops."""
    page = note(1, paragraphs=BODIES[1][:1])
    for text, x in zip(SLIPS, (150, 380)):
        layout = set_text(text, 13, 176)
        lines = lines_of(layout)

        def mark(context, layout=layout, lines=lines, x=x):
            context.translate(x, 262)
            context.rotate(math.radians(degrees))
            context.set_line_width(0.5)
            context.rectangle(-5, -4, 186, len(lines) * 15 + 8)
            context.stroke()
            for index, (line, _, offset, _) in enumerate(lines):
                context.move_to(offset, 11 + index * 15)
                PangoCairo.show_layout_line(context, line)
        page.draw("black", mark)
    return page


passing("ocr.coverage", lambda: half(pasted(0), clean(17)))
failing("ocr.coverage", lambda: half(pasted(34), clean(17)), also=["ocr.legibility"])

SECURE = ["Ủy ban nhân dân phường Bến Trăng đề nghị Sở Nội vụ hỗ trợ tập huấn kỹ năng bảo mật tài khoản, bảo vệ bí mật cá nhân và an "
          "toàn thông tin mạng cho 18 cán bộ của phường. Mật khẩu của hệ thống phải được đổi 03 tháng một lần; tài khoản quản trị phải "
          "được xác thực hai lớp.", "Rất mong nhận được sự quan tâm, giúp đỡ của Quý Sở./."]
passing("secrecy.marked", lambda: half(note(paragraphs=SECURE, subject="tập huấn kỹ năng\nbảo mật tài khoản"), clean(18)))
failing("secrecy.marked", lambda: half(note(paragraphs=SECURE, subject="tập huấn kỹ năng\nbảo mật tài khoản", stamp="MẬT"),
                                       clean(18)), verdict="review", held="secrecy")


def black_and_white(page, look):
    """A G4 PDF, in which the red stamp is black."""
    return containers.pdf([containers.g4(bilevel(scan(page, 200, look)), 200)])


failing("secrecy.marked", lambda: black_and_white(note(paragraphs=SECURE, subject="tập huấn kỹ năng\nbảo mật tài khoản", stamp="MẬT"),
                                                  clean(18)),
        letter="b", suffix="pdf", verdict="rescan", also=["color.mode"], held="secrecy")

passing("field.missing", lambda: half(note(2, number="98"), clean(19)))
failing("field.missing", lambda: half(note(2, number="98", day=None), clean(19)), verdict="review")
