"""The clean pages: short documents of several forms, each set once and rendered once."""

import contextlib
import functools
import zlib
from dataclasses import dataclass

import numpy

from samples import ink, sheet
from samples.scanner import Look, scan
from samples.sheet import MM, Document

from . import texts

PAPERS = [(0.965, 0.958, 0.935), (0.95, 0.948, 0.94), (0.94, 0.925, 0.885), (0.97, 0.97, 0.965)]


def seed_of(*parts):
    """A seed that depends on names only, never on order."""
    return zlib.crc32("/".join(str(part) for part in parts).encode())


@contextlib.contextmanager
def typeface(family):
    """Sets all text in `family`; the decree's Times is what the sheet does by itself."""
    usual = sheet.set_text
    sheet.set_text = functools.partial(usual, family=family)
    try:
        yield
    finally:
        sheet.set_text = usual


@dataclass(frozen=True)
class Layout:
    """One clean page: what it says, how it is set and how it was scanned."""
    name: str
    form: str                 # note, upright, table, whole or plain
    family: str = "Liberation Serif"
    size: float = 13
    dpi: int = 200
    seal: bool = False
    table: bool = False       # on a whole page: a table between the paragraphs
    drop_out: bool = False    # the scanner whitened the paper
    training: bool = False

    @property
    def seed(self):
        return seed_of("layout", self.name)

    def look(self, skew=None):
        rng = numpy.random.default_rng(self.seed + 1)
        own = round(float(rng.uniform(-0.25, 0.25)), 3)
        return Look(self.seed % 100000, skew=own if skew is None else skew, paper=PAPERS[int(rng.integers(len(PAPERS)))],
                    drop_out=self.drop_out, shade=0.02 if self.drop_out else 0.04, noise=float(rng.uniform(1.1, 2.2)),
                    blur=float(rng.uniform(0.5, 0.62)), toner=float(rng.uniform(0.1, 0.17)))

    def page(self):
        """The sheet with its marks and its text."""
        with typeface(self.family):
            document = FORMS[self.form](self, numpy.random.default_rng(self.seed))
        if len(document.pages) > 1:
            raise ValueError(f"{self.name} runs over its page")
        return document.pages[0]

    def clean(self, skew=None, dpi=None):
        """The sheet and what the scanner gives for it: counts 0…255, rows × columns × 3."""
        page = self.page()
        return page, scan(page, dpi or self.dpi, self.look(skew)).clip(0, 255)

    def paragraphs(self, rng, letters):
        """Paragraphs of about so many letters together."""
        pool = texts.TRAINING if self.training else texts.FIXED
        wards, offices = texts.WARDS[self.training], texts.OFFICES[self.training]
        chosen, length = [], 0
        for index in rng.permutation(len(pool)):
            text = pool[index].format(
                n=rng.integers(11, 98), k=rng.integers(112, 986), d=f"{rng.integers(1, 29):02d}", m=rng.integers(3, 13),
                w=wards[rng.integers(len(wards))], o=offices[rng.integers(len(offices))])
            if chosen and length + len(text) > letters + 60:
                continue
            chosen.append(text)
            length += len(text)
            if length > letters - 60:
                break
        return chosen

    def rows(self, rng, count):
        head, names, ends = texts.TABLES[self.training]
        return [head] + [[str(index + 1), names[name], str(rng.integers(12, 980)), ends[rng.integers(len(ends))]]
                         for index, name in enumerate(rng.permutation(len(names))[:count])]

    def head(self, d, rng):
        ward = texts.WARDS[self.training][rng.integers(6)]
        subjects = texts.SUBJECTS[self.training]
        d.head("ỦY BAN NHÂN DÂN\nTỈNH LAM SƠN THƯỢNG", "UBND " + ward.upper(), str(rng.integers(112, 986)), "UBND-VP",
               ward.split(" ", 1)[1], (int(rng.integers(10, 29)), int(rng.integers(3, 13)), 2025),
               subject=subjects[rng.integers(len(subjects))], size=11 if "DejaVu" in self.family else 12.5)

    def sign(self, d, rng, left, width, space=30):
        """Position, signature under a seal, name."""
        signers = texts.SIGNERS[self.training]
        title, name = signers[rng.integers(len(signers))]
        d.y, _ = d.block(title, left, width, d.y + 4, self.size, bold=True, section="SIGN")
        top = d.y
        d.y, _ = d.block(name, left, width, d.y + space * MM, self.size, bold=True, section="SIGN")
        if self.seal:
            ink.sign_and_seal({"page": d.page, "middle": left + width / 2, "top": top, "bottom": top + space * MM},
                              "CỘNG HÒA XHCN VIỆT NAM", "TỈNH LAM SƠN THƯỢNG", None, self.seed % 4, self.seed % 1000)
        elif space > 12:
            ink.signature(d.page, left + width / 2 - 50, top + 10, 110, 38, self.seed % 4, self.seed % 1000)


def _note(layout, rng):
    d = Document(layout.name, size=layout.size, height=148.5 * MM, top=12, bottom=4, left=28, right=15, pitch=1.26, gap=3)
    layout.head(d, rng)
    d.y -= 6
    for text in layout.paragraphs(rng, 600 if "DejaVu" not in layout.family else 520):
        d.paragraph(text)
    return d


def _upright(layout, rng):
    d = Document(layout.name, size=layout.size, width=148.5 * MM, height=210 * MM, top=20, bottom=4, left=22, right=14, pitch=1.22,
                 gap=4)
    with_number = rng.integers(2, 9)
    d.y, _ = d.block(str(with_number), d.left, d.column, 11 * MM, layout.size, section="BODY")
    for text in layout.paragraphs(rng, 600 if "DejaVu" not in layout.family else 480):
        d.paragraph(text, indent=26)
    layout.sign(d, rng, d.left + 48 * MM, d.column - 48 * MM)
    return d


def _table(layout, rng):
    d = Document(layout.name, size=layout.size, height=148.5 * MM, top=13, bottom=4, left=28, right=15, pitch=1.2, gap=4)
    d.title("DANH MỤC", "Kèm theo báo cáo của " + texts.WARDS[layout.training][rng.integers(6)], rule=False, after=6)
    paragraphs = layout.paragraphs(rng, 590)
    d.paragraph(paragraphs[0])
    d.table([0.1, 0.48, 0.18, 0.24], layout.rows(rng, 4), size=layout.size - 0.5)
    for text in paragraphs[1:]:
        d.paragraph(text)
    return d


def _whole(layout, rng):
    d = Document(layout.name, size=layout.size, pitch=1.4, gap=7)
    layout.head(d, rng)
    d.to(texts.OFFICES[layout.training][rng.integers(5)] + " tỉnh Lam Sơn Thượng")
    paragraphs = layout.paragraphs(rng, 780)
    for text in paragraphs[:2]:
        d.paragraph(text)
    if layout.table:
        d.table([0.1, 0.46, 0.2, 0.24], layout.rows(rng, 4))
    for text in paragraphs[2:]:
        d.paragraph(text)
    layout.sign(d, rng, d.left + 78 * MM, d.column - 78 * MM, space=34)
    return d


def _plain(layout, rng):
    d = Document(layout.name, size=layout.size, height=148.5 * MM, top=18, bottom=4, left=28, right=15, pitch=1.35, gap=6)
    for text in layout.paragraphs(rng, 800 if "DejaVu" not in layout.family else 640):
        d.paragraph(text)
    return d


FORMS = {"note": _note, "upright": _upright, "table": _table, "whole": _whole, "plain": _plain}
SANS, WIDE = "Liberation Sans", "DejaVu Sans"

FIXED = [
    Layout("note-a", "note"), Layout("note-b", "note", size=14, drop_out=True), Layout("note-c", "note", dpi=300),
    Layout("note-d", "note", family=SANS, size=12), Layout("note-e", "note", family=WIDE, size=12),
    Layout("upright-a", "upright", seal=True), Layout("upright-b", "upright", size=14, drop_out=True),
    Layout("upright-c", "upright", size=12, dpi=300, seal=True), Layout("upright-d", "upright", family=WIDE, size=12),
    Layout("upright-e", "upright", family=SANS, size=13, seal=True, drop_out=True),
    Layout("table-a", "table"), Layout("table-b", "table", size=13, dpi=300), Layout("table-c", "table", family=SANS, size=12),
    Layout("whole-a", "whole", size=14, seal=True), Layout("whole-b", "whole", seal=True, drop_out=True),
    Layout("whole-c", "whole", size=14, table=True), Layout("plain-a", "plain", size=14), Layout("plain-b", "plain", size=12),
    Layout("plain-c", "plain", family=WIDE, size=12), Layout("plain-d", "plain", size=13.5, dpi=300, drop_out=True),
]


def training(count):
    """Layouts that share neither sentence nor seed with the fixed ones."""
    made = []
    for index in range(count):
        rng = numpy.random.default_rng(seed_of("training layout", index))
        form = ["note", "upright", "table", "plain", "note", "upright", "plain", "whole"][index % 8]
        family = ["Liberation Serif", "Liberation Serif", "Liberation Serif", SANS, WIDE][int(rng.integers(5))]
        size = 12 if family != "Liberation Serif" else float(rng.choice([12, 13, 13.5, 14]))
        made.append(Layout(f"t{index:02d}-{form}", form, family, size, 300 if rng.random() < 0.2 and form != "whole" else 200,
                           seal=bool(rng.random() < 0.4), table=bool(rng.random() < 0.3), drop_out=bool(rng.random() < 0.35),
                           training=True))
    return made
