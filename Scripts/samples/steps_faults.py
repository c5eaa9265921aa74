"""Pairs one step apart for what scanner, feeder, operator or hand did to a page; they join the pairs of `steps`."""

import numpy

from . import ink
from .scanner import clouds
from .sheet import MM
from .steps import BODIES, clean, failing, half, note, passing

PIXELS = 200 / 25.4  # a millimetre at 200 dpi

# -- tones --------------------------------------------------------------------------------------------------------------

LIT = dict(drop_out=False, shade=0.0, paper=(0.93, 0.93, 0.925), noise=0.8, texture=0.002, toner=0.17)


def exposed(gain):
    """Too much light: everything brighter, and what passes white is cut off."""
    return lambda counts: counts * gain


passing("clipping", lambda: half(note(0), clean(31, **LIT), change=exposed(1.25)))
failing("clipping", lambda: half(note(0), clean(31, **LIT), change=exposed(1.8)), also=["stroke.thin"])


def tinted(red, green, blue):
    return dict(drop_out=False, shade=0.0, paper=(red, green, blue), noise=1.0, texture=0.003)


# Bluish light: the paper's chroma is 8.5 and 11.5. Yellow of age at the same strength passes.
passing("color.cast", lambda: half(note(1), clean(32, **tinted(0.905, 0.935, 0.995))))
failing("color.cast", lambda: half(note(1), clean(32, **tinted(0.865, 0.920, 1.0))), verdict="review")
passing("color.cast", lambda: half(note(1), clean(32, **tinted(0.93, 0.88, 0.74))), letter="b")


def sealed(layer):
    """A seal beside the text and a signature in blue."""
    page = note(2, paragraphs=BODIES[2][:1])
    ink.seal(page, 66 * MM, 118 * MM, "ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN TRĂNG", None, 36, layer=layer)
    ink.signature(page, 120 * MM, 112 * MM, 44 * MM, 14 * MM, 1, 33)
    return page


passing("color.ink-missing", lambda: half(sealed("red"), clean(33)))
failing("color.ink-missing", lambda: half(sealed("black"), clean(33)), verdict="review")

# -- shape and movement -------------------------------------------------------------------------------------------------


def turning(degrees):
    """The sheet turns while it is fed: the lines fall by `degrees` more at the bottom than at the top."""
    def change(counts):
        rows, columns = counts.shape[:2]
        down, across = numpy.arange(rows, dtype=numpy.float32), numpy.arange(columns, dtype=numpy.float32)
        turn = numpy.radians(degrees) * (down / rows - 0.5)
        place = numpy.clip(down[:, None] - turn[:, None] * (across[None, :] - columns / 2), 0, rows - 1.001)
        upper = place.astype(int)
        part = (place - upper)[:, :, None]
        at = numpy.broadcast_to(numpy.arange(columns)[None, :], upper.shape)
        return counts[upper, at] * (1 - part) + counts[upper + 1, at] * part
    return change


passing("keystone", lambda: half(note(0), clean(34), change=turning(2.6)))
failing("keystone", lambda: half(note(0), clean(34), change=turning(3.5)), verdict="review")


def streaked(share):
    """Dust on the glass draws a line down the page, or a pencil does down a part of it."""
    def change(counts):
        out = counts.copy()
        out[:round(share * counts.shape[0]), 1240:1242] -= 70
        return numpy.clip(out, 0, 255)
    return change


passing("streaks", lambda: half(note(1), clean(35), change=streaked(0.55)))
failing("streaks", lambda: half(note(1), clean(35), change=streaked(1.0)), verdict="review")


def stalled(millimetres):
    """The sheet stands still while the sensor goes on reading, then catches up."""
    def change(counts):
        ink_of_row = (counts[:, :, 1] < 128).sum(axis=1)
        crossings = numpy.abs(numpy.diff((counts[:, :, 1] < 128).astype(int), axis=1)).sum(axis=1)
        low = round(counts.shape[0] * 0.5)
        row = low + int(numpy.argmax(crossings[low:round(counts.shape[0] * 0.75)]))
        assert ink_of_row[row] > 0
        out = counts.copy()
        for y in range(row, row + round(millimetres * PIXELS)):
            out[y] = counts[row]
        return out
    return change


passing("motion", lambda: half(note(2), clean(36), change=stalled(0.7)))
failing("motion", lambda: half(note(2), clean(36), change=stalled(2.9)), also=["ocr.legibility"])

# -- what hides the page ------------------------------------------------------------------------------------------------


def folded(millimetres):
    """The lower right corner is folded over: its back is a little darker than the page."""
    def change(counts):
        rows, columns = counts.shape[:2]
        leg = millimetres * PIXELS
        right = columns - 1 - numpy.arange(columns)[None, :]
        below = rows - 1 - numpy.arange(rows)[:, None]
        inside = numpy.clip(leg - right - below * 1.15, 0, 1)[:, :, None]
        back = 212 + clouds(numpy.random.default_rng(37), rows, columns, 40)[:, :, None] * 1.5
        return counts * (1 - inside) + back * inside
    return change


passing("corner.folded", lambda: half(note(0), clean(37), change=folded(8)))
failing("corner.folded", lambda: half(note(0), clean(37), change=folded(13)), verdict="review")


def held(millimetres):
    """A finger holds the sheet down at its right edge."""
    def change(counts):
        rows, columns = counts.shape[:2]
        half_width = 7.5 * PIXELS
        x = columns - numpy.arange(columns)[None, :]
        y = numpy.abs(numpy.arange(rows)[:, None] - rows * 0.8)
        tip = millimetres * PIXELS - half_width
        far = numpy.hypot(numpy.maximum(0, x - tip), y)
        inside = numpy.clip(half_width - far, 0, 1)[:, :, None]
        skin = numpy.array([206, 152, 128])[None, None, :] - (y / half_width)[:, :, None] ** 2 * 14
        return counts * (1 - inside) + skin * inside
    return change


passing("occlusion", lambda: half(note(1), clean(38), change=held(9.5)))
failing("occlusion", lambda: half(note(1), clean(38), change=held(14)), verdict="review")
