"""How each whole document was scanned, into which file, and what the pipeline must say about it."""

from dataclasses import dataclass, replace
from typing import Callable

from . import containers, documents
from .scanner import Look, bilevel, colour, scan


def judged(verdict="accepted", findings=(), held=None):
    """An entry of expected.json; what is not accepted is held for its verdict unless there is a weightier reason."""
    if held is None and verdict != "accepted":
        held = "verdict"
    return {"verdict": verdict, "findings": sorted(findings), "held": held}


@dataclass
class Plan:
    """One document, one scanner, one file."""
    make: Callable
    file: str
    dpi: int
    look: Look
    kind: str                # colour or bilevel
    quality: int = 82
    threshold: int = 150
    expected: dict = None

    def __post_init__(self):
        self.expected = self.expected or judged()

    def pages(self, document):
        """Each page as the scanner gives it; every page has its own chance and lies a little differently."""
        for index, page in enumerate(document.pages):
            yield scan(page, self.dpi, replace(
                self.look, seed=self.look.seed + 7 * index, skew=self.look.skew - (0.17 if index % 2 else 0),
                fold=0.0 if index else self.look.fold))

    def scanned(self, document):
        """The bytes of the file."""
        suffix = self.file.rsplit(".", 1)[1]
        if self.kind == "bilevel":
            streams = [containers.g4(bilevel(counts, self.threshold), self.dpi) for counts in self.pages(document)]
            return (containers.pdf if suffix == "pdf" else containers.tiff)(streams)
        images = [colour(counts) for counts in self.pages(document)]
        if suffix == "jpg":
            return containers.jpeg(images[0], self.dpi, self.quality)
        if suffix == "png":
            return containers.png(images[0], self.dpi)
        if self.kind == "lossless":
            return containers.tiff([containers.flate(image, self.dpi) for image in images])
        streams = [containers.dct(image, self.dpi, self.quality) for image in images]
        return (containers.pdf if suffix == "pdf" else containers.tiff)(streams)


COLOURLESS = judged("rescan", ["color.mode"])  # Nghị định 30 asks for a colour image
# Letters of a black seal are ink that nobody can read: Tesseract leaves them out of its words.
SEALED = judged("rescan", ["color.mode", "ocr.coverage"])

PLANS = [
    Plan(documents.cong_van, "cong-van-tra-loi.jpg", 200, Look(1001, skew=0.22, staple=True), "colour", 84),
    Plan(documents.cong_van_hai_trang, "cong-van-hai-trang.pdf", 200, Look(1002, skew=-0.15, noise=3), "bilevel",
         expected=SEALED),
    Plan(documents.quyet_dinh, "quyet-dinh-ubnd.pdf", 200, Look(1003, skew=-0.2, paper=(0.95, 0.948, 0.94)), "colour"),
    Plan(documents.thong_bao, "thong-bao-ket-luan.png", 200, Look(1004, skew=0.12, drop_out=True, shade=0.02), "colour"),
    Plan(documents.ke_hoach, "ke-hoach-so-hoa.tif", 200, Look(1005, skew=0.25, noise=2.5), "bilevel",
         expected=COLOURLESS),
    Plan(documents.bao_cao, "bao-cao-cai-cach.pdf", 200, Look(1006, skew=0.3, noise=4), "bilevel", threshold=140,
         expected=COLOURLESS),
    Plan(documents.to_trinh, "to-trinh-kinh-phi.tif", 200, Look(1007, skew=0.18, paper=(0.94, 0.925, 0.885), holes=True),
         "colour"),
    Plan(documents.giay_moi, "giay-moi-tap-huan.jpg", 300, Look(1008, skew=-0.12), "colour", 80),
    Plan(documents.bien_ban, "bien-ban-ban-giao.pdf", 200, Look(1009, skew=0.35, holes=True, paper=(0.93, 0.925, 0.91)),
         "colour"),
    Plan(documents.huong_dan, "huong-dan-chinh-ly.pdf", 300, Look(1010, skew=-0.25, noise=3), "bilevel",
         expected=SEALED),
    Plan(documents.nghi_quyet, "nghi-quyet-hdnd.tif", 200, Look(1011, skew=0.1, drop_out=True, shade=0.02), "lossless"),
    Plan(documents.hoa_toc, "cong-van-hoa-toc.jpg", 200, Look(1012, skew=0.28, paper=(0.955, 0.955, 0.95)), "colour"),
    Plan(documents.mat, "cong-van-mat.jpg", 200, Look(1013, skew=-0.3), "colour",
         expected=judged("review", ["secrecy.marked"], "secrecy")),
    Plan(documents.den, "cong-van-co-dau-den.jpg", 200, Look(1014, skew=0.16, fold=0.5, paper=(0.945, 0.935, 0.90)),
         "colour", 84),
]
