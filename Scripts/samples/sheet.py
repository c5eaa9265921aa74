"""Sets type on sheets of paper after Nghị định 30/2020/NĐ-CP, Phụ lục I, and remembers what stands where.

All lengths are points (1/72 inch); a sheet knows nothing of pixels until `render` is asked for a resolution. Text is set
once, without hinting, so that line breaks are the same at every resolution.
"""

import html
import math

import cairo
import gi
import numpy

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

MM = 72 / 25.4
FAMILY = "Liberation Serif"  # same widths as Times New Roman, which the decree asks for
LAYERS = ("black", "red", "blue")

_scratch = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 8, 8))
_options = cairo.FontOptions()
_options.set_hint_style(cairo.HINT_STYLE_NONE)
_options.set_hint_metrics(cairo.HINT_METRICS_OFF)
_options.set_antialias(cairo.ANTIALIAS_GRAY)
_setting = PangoCairo.create_context(_scratch)
PangoCairo.context_set_resolution(_setting, 72)
PangoCairo.context_set_font_options(_setting, _options)
_setting.set_round_glyph_positions(False)
_setting.set_language(Pango.Language.from_string("vi"))


def set_text(markup, size, width=None, align="left", bold=False, italic=False, indent=0.0, family=FAMILY):
    """A Pango layout in points."""
    layout = Pango.Layout.new(_setting)
    font = Pango.FontDescription.new()
    font.set_family(family)
    font.set_size(int(size * Pango.SCALE))
    if bold:
        font.set_weight(Pango.Weight.BOLD)
    if italic:
        font.set_style(Pango.Style.ITALIC)
    layout.set_font_description(font)
    layout.set_markup(markup, -1)
    if width is not None:
        layout.set_width(int(width * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD)
    layout.set_alignment({"left": Pango.Alignment.LEFT, "center": Pango.Alignment.CENTER,
                          "right": Pango.Alignment.RIGHT, "justify": Pango.Alignment.LEFT}[align])
    layout.set_justify(align == "justify")
    if indent:
        layout.set_indent(int(indent * Pango.SCALE))
    return layout


def lines_of(layout):
    """Each line of a layout: the Pango line, its text, its left edge and its width in points."""
    raw = layout.get_text().encode()
    found, walk = [], layout.get_iter()
    while True:
        line = walk.get_line_readonly()
        logical = walk.get_line_extents()[1]
        text = raw[line.start_index:line.start_index + line.length].decode().strip().replace("\u00a0", " ")
        found.append((line, text, logical.x / Pango.SCALE, logical.width / Pango.SCALE))
        if not walk.next_line():
            return found


def one_line(markup, size, width, italic=False):
    """A centred line, set smaller where its column is too narrow for it."""
    return set_text(markup, fitting(markup, size, width, italic=italic), width, "center", italic=italic)


def fitting(markup, size, width, **style):
    """The size, no more than `size`, at which a text fits on one line of `width` points."""
    while len(lines_of(set_text(markup, size, width, "center", **style))) > 1 and size > 8:
        size -= 0.5
    return size


class Page:
    """One side of a sheet: marks to draw, by layer, and the text in the order it is read."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.marks = []  # (layer, function of a cairo context)
        self.text = []   # (section, line)

    def draw(self, layer, mark):
        self.marks.append((layer, mark))

    def put(self, x, baseline, layout, line, layer="black"):
        def mark(context):
            context.move_to(x, baseline)
            PangoCairo.show_layout_line(context, line)
        mark.layout = layout  # a line does not keep its layout alive
        self.draw(layer, mark)

    def rule(self, x0, x1, y, thickness=0.7, layer="black"):
        def mark(context):
            context.set_line_width(thickness)
            context.move_to(x0, y)
            context.line_to(x1, y)
            context.stroke()
        self.draw(layer, mark)

    def say(self, section, line):
        self.text.append((section, line))

    def render(self, dpi, degrees=0.0):
        """Ink coverage of each layer, 0…1, at `dpi`, the sheet turned clockwise by `degrees` about its centre."""
        columns, rows = round(self.width / 72 * dpi), round(self.height / 72 * dpi)
        layers = {}
        for name in LAYERS:
            marks = [mark for layer, mark in self.marks if layer == name]
            if not marks:
                layers[name] = None
                continue
            surface = cairo.ImageSurface(cairo.FORMAT_A8, columns, rows)
            context = cairo.Context(surface)
            context.scale(dpi / 72, dpi / 72)
            context.translate(self.width / 2, self.height / 2)
            context.rotate(math.radians(degrees))
            context.translate(-self.width / 2, -self.height / 2)
            context.set_source_rgba(0, 0, 0, 1)
            for mark in marks:
                context.save()
                mark(context)
                context.restore()
            surface.flush()
            whole = numpy.frombuffer(surface.get_data(), numpy.uint8).reshape(rows, surface.get_stride())
            layers[name] = whole[:, :columns].astype(numpy.float32) / 255
        return columns, rows, layers


class Document:
    """An administrative document in the making: a cursor that runs down A4 pages."""

    def __init__(self, name, size=14, left=30, right=15, top=20, bottom=20, pitch=1.27, gap=6,
                 width=210 * MM, height=297 * MM):
        self.name, self.size, self.pitch, self.gap = name, size, pitch, gap
        self.width, self.height = width, height
        self.left, self.right = left * MM, width - right * MM
        self.top, self.bottom = top * MM, height - bottom * MM
        self.pages, self.fields = [], {
            "agency_parent": None, "agency": None, "number_symbol": None, "place": None, "date": None, "doc_type": None,
            "subject": None, "signer_name": None, "signer_title": None, "addressee_first_line": None,
            "recipients_first_line": None, "urgency": None, "handwritten_fields": [], "uncertain_fields": []}
        self.turn_page()

    @property
    def page(self):
        return self.pages[-1]

    @property
    def column(self):
        return self.right - self.left

    def turn_page(self):
        self.pages.append(Page(self.width, self.height))
        self.y = self.top
        if len(self.pages) > 1:  # page numbers stand centred in the top margin, from page 2
            number = str(len(self.pages))
            layout = set_text(number, self.size, self.column, "center")
            line, text, x, _ = lines_of(layout)[0]
            self.page.put(self.left + x, 12.5 * MM, layout, line)
            self.page.say("BODY", text)
            self.y += 4

    def need(self, height):
        if self.y + height > self.bottom:
            self.turn_page()

    def block(self, markup, x, width, y, size, align="center", bold=False, italic=False, pitch=1.17, section=None,
              layer="black"):
        """Sets lines from `y` down; gives the y below and the width of the last line with its left edge."""
        layout = set_text(markup, size, width, align, bold, italic)
        last = (x, 0.0)
        for line, text, offset, wide in lines_of(layout):
            self.page.put(x + offset, y + size * 0.9, layout, line, layer)
            if section and text:
                self.page.say(section, text)
            last = (x + offset, wide)
            y += size * pitch
        return y, last

    # -- the head of page 1 -----------------------------------------------------------------------------------------

    def head(self, parent, agency, number, symbol, place, date, subject=None, size=13, hand_number=None, hand_day=None):
        """Quốc hiệu, agencies, number and symbol, place and date; for a công văn also its V/v (`subject`)."""
        page, left_width = self.page, 68 * MM
        right_x, right_width = self.left + 68 * MM, self.right - self.left - 68 * MM
        y = self.y
        small = size if max(wide for _, _, _, wide in lines_of(set_text(parent or "", size))) < 58 * MM else size - 1
        if parent:
            y, _ = self.block(parent, self.left - 3 * MM, left_width, y, small, section="LEFT")
        y, (x, wide) = self.block(agency, self.left - 3 * MM, left_width, y, small, bold=True, section="LEFT")
        page.rule(x + wide * 0.3, x + wide * 0.7, y + 2)
        left_y = y + 9
        right_text = []
        nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        y, _ = self.block(nation, right_x, right_width, self.y, fitting(nation, size, right_width, bold=True), bold=True)
        motto = "Độc lập - Tự do - Hạnh phúc"
        y, (x, wide) = self.block(motto, right_x, right_width, y, size + 1, bold=True)
        page.rule(x, x + wide, y + 2)
        line_y = max(left_y, y + 9)
        right_text += [nation, motto]
        # number and symbol
        pens = []
        gap = "\u00a0" * (2 + round(3.2 * len(hand_number)) if hand_number else 8)  # room for a pen
        markup = f"Số: {number or gap}/{html.escape(symbol)}"
        layout = one_line(markup, 13, left_width)
        line, text, offset, _ = lines_of(layout)[0]
        number_x = self.left - 3 * MM + offset
        page.put(number_x, line_y + 12, layout, line)
        if hand_number:
            at = layout.index_to_pos(len("Số: ".encode())).x / Pango.SCALE
            pens.append((hand_number, self.left - 3 * MM + at + 1, line_y + 12))
            page.say("LEFT", f"Số: {hand_number}/{symbol}")
        else:
            page.say("LEFT", " ".join(text.split()))
        y = line_y + 13 * 1.17
        if subject:
            y, _ = self.block("V/v " + subject, self.left - 3 * MM + 2, left_width - 4, y + 5, 12.5, section="LEFT")
        left_y = y
        # place and date
        if place:
            day, month, year = date
            # the decree pads days under 10 and months 1 and 2
            month_text = f"{month:02d}" if month <= 2 else str(month)
            # a draft that is not dated yet has room for a pen
            day_text = "\u00a0" * 7 if hand_day or day is None else f"{day:02d}"
            head = f"{place}, ngày "
            layout = one_line(f"{head}{day_text} tháng {month_text} năm {year}", 13.5, right_width, italic=True)
            line, text, offset, _ = lines_of(layout)[0]
            page.put(right_x + offset, line_y + 12, layout, line)
            if hand_day:
                at = layout.index_to_pos(len(head.encode())).x / Pango.SCALE
                pens.append((f"{day:02d}", right_x + at + 1, line_y + 12))
            self.fields["place"] = place
            if day is None:
                right_text.append(f"{place}, ngày tháng {month_text} năm {year}")
            else:
                right_text.append(f"{place}, ngày {day:02d} tháng {month_text} năm {year}")
                self.fields["date"] = f"{year:04d}-{month:02d}-{day:02d}"
        for text in right_text:
            page.say("RIGHT", text)
        self.fields.update(agency_parent=_plain(parent), agency=_plain(agency))
        value = hand_number or number
        self.fields["number_symbol"] = f"{value}/{symbol}" if value else None
        if hand_number:
            self.fields["handwritten_fields"].append("number")
        if hand_day:
            self.fields["handwritten_fields"].append("day")
        if subject:
            self.fields.update(doc_type="CÔNG VĂN", subject="V/v " + _plain(subject))
        self.stamp_y = left_y + 4
        self.y = max(left_y, line_y + 13 * 1.17) + 14
        return pens

    def title(self, kind, subject, rule=True, kind_size=14, after=10):
        self.y += 4
        self.y, _ = self.block(kind, self.left, self.column, self.y, kind_size, bold=True, section="BODY")
        self.y, (x, wide) = self.block(subject, self.left + 10 * MM, self.column - 20 * MM, self.y, 14, bold=True,
                                       section="BODY")
        if rule:
            self.page.rule(x + wide * 0.3, x + wide * 0.7, self.y + 3)
        self.y += after
        self.fields.update(doc_type=kind, subject=_plain(subject))

    # -- the body ---------------------------------------------------------------------------------------------------

    def paragraph(self, markup, indent=36, align="justify", bold=False, italic=False, gap=None, keep=False, x=None,
                  width=None, size=None):
        size = size or self.size
        x = self.left if x is None else x
        width = (self.right - x) if width is None else width
        layout = set_text(markup, size, width, align, bold, italic, indent)
        pitch = size * self.pitch
        lines = lines_of(layout)
        if keep:
            self.need(pitch * len(lines))
        self.recent = []
        for line, text, offset, _ in lines:
            self.need(pitch)
            self.recent.append((self.page, x + offset, size, pitch, layout, line, text))
            self.page.put(x + offset, self.y + size * 0.95, layout, line)
            if text:
                self.page.say("BODY", text)
            self.y += pitch
        self.y += self.gap if gap is None else gap

    def carry(self):
        """Turns the page and takes the last lines along: a signature never stands on a page without text."""
        old, lines = self.page, self.recent[-3 if len(self.recent) < 5 else -2:]
        lines = [entry for entry in lines if entry[0] is old]
        del old.marks[len(old.marks) - len(lines):], old.text[len(old.text) - len(lines):]
        self.turn_page()
        for _, x, size, pitch, layout, line, text in lines:
            self.page.put(x, self.y + size * 0.95, layout, line)
            self.page.say("BODY", text)
            self.y += pitch
        self.y += self.gap + 6

    def basis(self, *texts):
        """Căn cứ: italic, each ends with a semicolon, the last with a full stop."""
        for index, text in enumerate(texts):
            self.paragraph("Căn cứ " + text + (";" if index + 1 < len(texts) else "."), italic=True, gap=3)
        self.y += 3

    def order(self, text="QUYẾT ĐỊNH:"):
        self.y += 3
        self.paragraph(text, indent=0, align="center", bold=True)

    def article(self, number, text):
        self.paragraph(f"<b>Điều {number}.</b> {text}")

    def heading(self, text):
        self.need(self.size * self.pitch * 3)
        self.paragraph(f"<b>{text}</b>")

    def to(self, *names):
        """Kính gửi: one addressee on the same line, several each on a line of its own."""
        if len(names) == 1:
            self.paragraph(f"Kính gửi: {names[0]}", indent=0, align="center", gap=10)
            self.fields["addressee_first_line"] = names[0]
            return
        x = self.left + 36 * MM
        layout = set_text("Kính gửi:", self.size)
        line, text, _, wide = lines_of(layout)[0]
        self.page.put(x, self.y + self.size * 0.95, layout, line)
        self.page.say("BODY", text)
        self.y += self.size * self.pitch
        for index, name in enumerate(names):
            end = "." if index + 1 == len(names) else ";"
            self.paragraph(f"- {name}{end}", indent=0, align="left", x=x + wide * 0.6, gap=0)
        self.fields["addressee_first_line"] = f"- {names[0]};"
        self.y += 8

    def table(self, widths, rows, size=12.5, heads=1):
        """A ruled table; widths are parts of the column, cells are markup."""
        edges = [self.left]
        for part in widths:
            edges.append(edges[-1] + part * self.column)
        for number, row in enumerate(rows):
            head = number < heads
            layouts = []
            for index, cell in enumerate(row):
                wide = edges[index + 1] - edges[index] - 8
                align = "center" if head or index == 0 or _plain(cell).replace(".", "").isdigit() else "left"
                layouts.append(set_text(cell, size, wide, align, bold=head))
            height = max(len(lines_of(layout)) for layout in layouts) * size * 1.2 + 6
            self.need(height)
            page, y = self.page, self.y
            for index, layout in enumerate(layouts):
                for place, (line, text, offset, _) in enumerate(lines_of(layout)):
                    page.put(edges[index] + 4 + offset, y + 3 + size * (0.95 + 1.2 * place), layout, line)
                    page.say("BODY", text)
            page.rule(edges[0], edges[-1], y)
            page.rule(edges[0], edges[-1], y + height)
            for edge in edges:
                page.draw("black", _upright(edge, y, y + height))
            self.y += height
        self.y += self.gap + 2

    # -- the foot ---------------------------------------------------------------------------------------------------

    def foot(self, recipients, titles, name, space=36, keep=30, title_note=None):
        """Nơi nhận at the left, authority, position and name at the right. Gives where signature and seal belong."""
        height = len(titles) * self.size * 1.2 + space * MM + self.size * 1.4
        height = max(height, 14 + (len(recipients) + 1) * 13.2 if recipients else 0)
        self.y += 6
        if self.y + height > self.bottom:
            self.carry()
        page, top = self.page, self.y
        right_x, right_width = self.left + 78 * MM, self.right - self.left - 78 * MM
        if recipients:
            y, _ = self.block("Nơi nhận:", self.left, 76 * MM, top, 12, "left", bold=True, italic=True,
                              section="RECIPIENTS")
            for index, line in enumerate(recipients):
                end = "." if index + 1 == len(recipients) else ";"
                y, _ = self.block(f"- {line}{end}", self.left, 74 * MM, y, 11, "left", section="RECIPIENTS")
            self.fields["recipients_first_line"] = f"- {recipients[0]};"
            if len(recipients) == 1:
                self.fields["recipients_first_line"] = f"- {recipients[0]}."
        else:
            y = top
        left_y = y
        y = top
        for title in titles:
            y, _ = self.block(title, right_x, right_width, y, self.size, bold=True, section="SIGN")
        titles_y = y
        y, (name_x, name_width) = self.block(name, right_x, right_width, y + space * MM, self.size, bold=True,
                                             section="SIGN")
        self.y = max(y, left_y)
        self.fields.update(signer_name=name, signer_title=" / ".join(titles))
        middle = right_x + right_width / 2
        return {"page": page, "middle": middle, "top": titles_y, "bottom": titles_y + space * MM, "name_x": name_x,
                "name_width": name_width, "name_y": titles_y + space * MM}

    def truth(self):
        """The text of all pages, in sections, as the truth files of the corpus have it."""
        out = []
        for number, page in enumerate(self.pages, 1):
            if len(self.pages) > 1:
                out.append(f"[PAGE {number}]")
            section = None
            for name, line in page.text:
                if name != section:
                    out.append(f"[{name}]")
                    section = name
                out.append(line)
        return "\n".join(out) + "\n"


def _plain(markup):
    if markup is None:
        return None
    import re
    return " ".join(re.sub(r"<[^>]+>", "", markup).replace("&amp;", "&").split())


def _upright(x, y0, y1, thickness=0.6):
    def mark(context):
        context.set_line_width(thickness)
        context.move_to(x, y0)
        context.line_to(x, y1)
        context.stroke()
    return mark
