"""Writes image files byte for byte the same each time: JPEG, PNG, TIFF, and PDF with one image a page.

TIFF and PDF are written here and not by a library: the streams inside are then exactly the ones that the encoder made,
and no clock or version enters the file.
"""

import io
import struct
import zlib

import numpy
from PIL import Image, TiffImagePlugin

TiffImagePlugin.STRIP_SIZE = 1 << 30  # one strip a page: the strip is the whole Group 4 stream


def jpeg(image, dpi=None, quality=82, subsampling="4:2:0"):
    """JPEG bytes; without `dpi` the JFIF header says that the density is unknown."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=subsampling, optimize=True,
               **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def png(image, dpi=None):
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def group4(ink):
    """The CCITT Group 4 stream of a bitmap where True is ink."""
    out = io.BytesIO()
    Image.fromarray(ink).save(out, "TIFF", compression="group4")
    whole = Image.open(io.BytesIO(out.getvalue()))
    (start,), (length,) = whole.tag_v2[273], whole.tag_v2[279]
    assert whole.tag_v2.get(266, 1) == 1
    return out.getvalue()[start:start + length]


class Stream:
    """One page image, encoded: `kind` is dct, g4 or flate."""

    def __init__(self, kind, data, width, height, dpi, channels):
        self.kind, self.data, self.width, self.height, self.dpi, self.channels = kind, data, width, height, dpi, channels


def dct(image, dpi, quality=82):
    return Stream("dct", jpeg(image, dpi, quality), image.width, image.height, dpi, len(image.getbands()))


def g4(ink, dpi):
    return Stream("g4", group4(ink), ink.shape[1], ink.shape[0], dpi, 1)


def flate(image, dpi):
    """Deflate with the horizontal predictor of TIFF."""
    plane = numpy.asarray(image).astype(numpy.int16)
    step = plane.copy()
    step[:, 1:] -= plane[:, :-1]
    return Stream("flate", zlib.compress((step & 255).astype(numpy.uint8).tobytes(), 9), image.width, image.height, dpi,
                  len(image.getbands()))


def tiff(streams):
    """A TIFF of one or more pages, each one strip."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for index, page in enumerate(streams):
        start = len(out)
        out += page.data + b"\0" * (len(page.data) & 1)
        rational = len(out)
        out += struct.pack("<IIII", page.dpi, 1, page.dpi, 1)
        bits = 1 if page.kind == "g4" else 8
        entries = [(254, 4, 1, 2 if len(streams) > 1 else 0), (256, 4, 1, page.width), (257, 4, 1, page.height),
                   (259, 3, 1, {"g4": 4, "dct": 7, "flate": 8}[page.kind]),
                   (262, 3, 1, {"g4": 0, "flate": 2 if page.channels == 3 else 1,
                                "dct": 6 if page.channels == 3 else 1}[page.kind]),
                   (273, 4, 1, start), (277, 3, 1, page.channels), (278, 4, 1, page.height),
                   (279, 4, 1, len(page.data)), (282, 5, 1, rational), (283, 5, 1, rational + 8), (296, 3, 1, 2),
                   (297, 3, 2, index | len(streams) << 16)]
        if page.channels == 3:
            at = len(out)
            out += struct.pack("<HHH", 8, 8, 8) + b"\0\0"
            entries.append((258, 3, 3, at))
        else:
            entries.append((258, 3, 1, bits))
        if page.kind == "flate":
            entries.append((317, 3, 1, 2))
        if page.kind == "dct" and page.channels == 3:
            entries.append((530, 3, 2, 2 | 2 << 16))
        struct.pack_into("<I", out, link, len(out))
        out += struct.pack("<H", len(entries))
        for tag, kind, count, value in sorted(entries):
            out += struct.pack("<HHII", tag, kind, count, value)
        link = len(out)
        out += b"\0\0\0\0"
    return bytes(out)


def pdf(streams):
    """A PDF 1.4 as office scanners write it: one image a page, placed at its true size."""
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []

    def add(body):
        places.append(len(out))
        out.extend(b"%d 0 obj\n" % len(places) + body + b"\nendobj\n")
        return len(places)

    kids = b" ".join(b"%d 0 R" % (3 + 3 * index) for index in range(len(streams)))
    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(streams))
    for page in streams:
        wide, high = ("%.3f" % (side * 72 / page.dpi) for side in (page.width, page.height))
        number = len(places) + 1
        add((f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {number + 1} 0 R "
             f"/Resources << /ProcSet [/PDF /ImageB /ImageC] /XObject << /Im0 {number + 2} 0 R >> >> >>").encode())
        content = f"q {wide} 0 0 {high} 0 0 cm /Im0 Do Q".encode()
        add(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
        if page.kind == "g4":
            how = (f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 "
                   f"/Columns {page.width} /Rows {page.height} >>")
        else:
            space = "/DeviceRGB" if page.channels == 3 else "/DeviceGray"
            how = f"/ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode"
        add(f"<< /Type /XObject /Subtype /Image /Width {page.width} /Height {page.height} {how} /Length {len(page.data)} >>"
            .encode() + b"\nstream\n" + page.data + b"\nendstream")
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(out)
