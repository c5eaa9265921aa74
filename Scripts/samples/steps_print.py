"""Pairs either side of the rules about how print stands on paper: see steps.py."""

import numpy
from PIL import Image

from . import containers
from .scanner import blurred, colour, scan
from .steps import BODIES, SOFT, clean, failing, half, note, passing, worn

PLAIN = dict(drop_out=False, shade=0.0, texture=0.003, noise=1.0)


def enlarged(from_dpi, to_dpi=200):
    """A scan of too few dots that software enlarged; the tag says what it was enlarged to."""
    image = colour(scan(note(0), from_dpi, clean(41, **PLAIN, blur=0.75)))
    size = round(image.width * to_dpi / from_dpi), round(image.height * to_dpi / from_dpi)
    return containers.jpeg(image.resize(size, Image.BICUBIC), to_dpi, 80)


passing("resolution.optical", lambda: enlarged(170))
failing("resolution.optical", lambda: enlarged(80))


def shaded(depth):
    """Light from the left only."""
    def change(counts):
        across = numpy.linspace(0, 1, counts.shape[1])[None, :, None]
        return counts * (1 - depth * across)
    return change


passing("shading", lambda: half(note(1), clean(42, **PLAIN), change=shaded(0.33)))
failing("shading", lambda: half(note(1), clean(42, **PLAIN), change=shaded(0.47)))


def ghosted(strength):
    """The other side of the sheet, mirrored, shines through the paper."""
    columns, rows, layers = note(2).render(200, 0.1)
    back = blurred(numpy.ascontiguousarray(numpy.roll(layers["black"][:, ::-1], 17, axis=0)), 1.4)
    return clean(43, **PLAIN, ghosts=[(back, (0.2, 0.2, 0.2), strength)])


passing("show-through", lambda: half(note(0), ghosted(0.2)))
failing("show-through", lambda: half(note(0), ghosted(0.34)))


def peppered(share, seed):
    def change(counts):
        rng = numpy.random.default_rng(seed)
        counts = counts.copy()
        counts[rng.random(counts.shape[:2]) < share] = 30
        return counts
    return change


passing("speckle", lambda: half(note(2), clean(44), change=peppered(0.0009, 44)))
failing("speckle", lambda: half(note(2), clean(44), change=peppered(0.0028, 44)), also=["display.quality"])


def holed(share, seed):
    """Toner that flaked off in tiny spots."""
    def change(counts):
        rng = numpy.random.default_rng(seed)
        counts = counts.copy()
        counts[rng.random(counts.shape[:2]) < share] = 250
        return counts
    return change


passing("speckle.white", lambda: half(note(0), clean(45, blur=0.4), change=holed(0.004, 45), quality=90))
failing("speckle.white", lambda: half(note(0), clean(45, blur=0.4), change=holed(0.03, 45), quality=90), also=["stroke.thin"])


def weighted(growth):
    """Print whose strokes grew (or shrank) by part of a pixel of 400 dpi."""
    page = note(1)
    render = page.render

    def changed(dpi, degrees=0.0):
        columns, rows, layers = render(dpi, degrees)
        soft = blurred(layers["black"], 0.9)
        layers["black"] = numpy.clip((soft - (0.5 - growth)) * 3.2 + 0.5, 0, 1)
        return columns, rows, layers
    page.render = changed
    return page


passing("stroke.thin", lambda: half(weighted(-0.1), clean(46, **PLAIN, blur=0.3), dpi=300, tag=300))
failing("stroke.thin", lambda: half(weighted(-0.36), clean(46, **PLAIN, blur=0.3), dpi=300, tag=300),
        also=["field.missing", "ocr.legibility"])


def tight(points):
    """Letters set closer than their widths; 1024 a point."""
    return note(1, paragraphs=[f'<span letter_spacing="{-round(1024 * points)}"><b>{text}</b></span>' for text in BODIES[1] * 2])


passing("stroke.merged", lambda: half(tight(0.4), clean(47)))
failing("stroke.merged", lambda: half(tight(1.3), clean(47)))

passing("jpeg.quality", lambda: half(note(2), clean(48), quality=32))
failing("jpeg.quality", lambda: half(note(2), clean(48), quality=20))

# Neither aspect alone is unfit, yet a person sees little: soft, and squeezed into few bytes.
passing("display.quality", lambda: half(note(0), clean(49, **SOFT, blur=0.95)))
failing("display.quality", lambda: half(note(0), clean(49, **SOFT, blur=2.2)), also=["resolution.optical", "sharpness", "stroke.merged"])


passing("ocr.legibility", lambda: half(worn(note(1, paragraphs=BODIES[0]), 50, -1.7), clean(50)))
failing("ocr.legibility", lambda: half(worn(note(1, paragraphs=BODIES[0]), 50, 0.1), clean(50)), also=["ocr.confidence"])
