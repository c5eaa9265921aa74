"""Turns drawn sheets into what a scanner gives: paper, toner, blur, light, noise, grain, levels.

Every draw of chance comes from the seed of the look, so that the same sheet gives the same bytes.
"""

from dataclasses import dataclass, field

import numpy
from PIL import Image

from .sheet import MM

FRINGE = 0.3  # pixels between the red, the green and the blue picture
RED, BLUE = (0.80, 0.13, 0.19), (0.13, 0.22, 0.58)


@dataclass
class Look:
    """How a sheet looks on the glass."""
    seed: int
    skew: float = 0.2                 # degrees clockwise
    paper: tuple = (0.965, 0.958, 0.935)
    toner: float = 0.13               # reflectance of black print
    blur: float = 0.55                # sigma in pixels of 200 dpi
    noise: float = 1.6                # sigma in 8-bit counts
    grain: float = 0.5                # sigma in pixels: how coarse the noise is
    texture: float = 0.006            # unevenness of paper
    shade: float = 0.05               # darkening at the right and lower edge
    seal: float = 0.82                # strength of red ink
    red: tuple = RED
    drop_out: bool = False            # the scanner whitens paper ("background removal")
    holes: bool = False
    staple: bool = False
    fold: float = 0.0                 # height of a fold, part of the page
    ghosts: list = field(default_factory=list)  # (alpha plane, colour, strength): what shines through or rubbed off


def blurred(plane, sigma):
    """Gaussian blur with edges repeated."""
    if sigma <= 0.02:
        return plane
    radius = max(1, int(numpy.ceil(sigma * 3.2)))
    at = numpy.arange(-radius, radius + 1)
    kernel = numpy.exp(-at * at / (2 * sigma * sigma)).astype(numpy.float32)
    kernel /= kernel.sum()
    for axis in (0, 1):
        wide = numpy.pad(plane, [(radius, radius) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        out = numpy.zeros_like(plane)
        for index, weight in enumerate(kernel):
            out += weight * (wide[index:index + plane.shape[0], :] if axis == 0 else wide[:, index:index + plane.shape[1]])
        plane = out
    return plane


def clouds(rng, rows, columns, cell):
    """Smooth noise of mean 0 and deviation about 1, `cell` pixels coarse."""
    small = rng.normal(size=(max(2, rows // cell + 2), max(2, columns // cell + 2))).astype(numpy.float32)
    image = Image.fromarray(small).resize((columns, rows), Image.BICUBIC)
    plane = numpy.asarray(image)
    return plane / max(1e-6, plane.std())


def scan(page, dpi, look):
    """RGB counts 0…255 as floats, rows × columns × 3."""
    rng = numpy.random.default_rng(look.seed)
    columns, rows, layers = page.render(dpi, look.skew)
    scale = dpi / 200
    tone = 1 + look.texture * (clouds(rng, rows, columns, max(2, int(3 * scale))) * 0.5
                               + 0.5 * clouds(rng, rows, columns, int(220 * scale)))
    if look.shade:
        across, down = numpy.linspace(0, 1, columns), numpy.linspace(0, 1, rows)
        tone = tone * (1 - look.shade * (across[None, :] ** 14 + 0.6 * down[:, None] ** 22)).astype(numpy.float32)
    if look.fold:
        down = (numpy.arange(rows) - look.fold * rows) / (2.2 * scale)
        tone = tone * (1 - 0.07 * numpy.exp(-down * down))[:, None] * (1 + 0.02 * numpy.exp(-(down - 3) ** 2 / 4))[:, None]
    planes = [numpy.asarray(tone * channel, numpy.float32) for channel in look.paper]
    for ghost, colour, strength in look.ghosts:
        planes = [plane * (1 - strength * ghost * (1 - channel)) for plane, channel in zip(planes, colour)]
    if layers["blue"] is not None:
        ink = layers["blue"] * (0.86 + 0.05 * clouds(rng, rows, columns, max(2, int(4 * scale))))
        planes = [plane * (1 - numpy.clip(ink, 0, 1) * (1 - channel)) for plane, channel in zip(planes, BLUE)]
    if layers["red"] is not None:  # a seal never inks evenly
        ink = layers["red"] * numpy.clip(look.seal + 0.10 * clouds(rng, rows, columns, max(2, int(3 * scale)))
                                         + 0.07 * clouds(rng, rows, columns, int(60 * scale)), 0.25, 1)
        planes = [plane * (1 - ink * (1 - channel)) for plane, channel in zip(planes, look.red)]
    if layers["black"] is not None:
        ink = layers["black"] * (1 - 0.03 * numpy.abs(clouds(rng, rows, columns, max(2, int(2 * scale)))))
        planes = [plane * (1 - ink * (1 - look.toner)) for plane in planes]
    if look.holes:
        planes = _holes(planes, dpi, columns, rows)
    if look.staple:
        planes = _staple(planes, dpi)
    sigma = look.blur * scale
    planes = [blurred(plane, sigma) for plane in planes]
    # the colours of a scanner never meet exactly: black print has a red and a blue fringe
    planes = [_shifted(plane, by) for plane, by in zip(planes, (FRINGE, 0.0, -FRINGE))]
    grain = blurred(rng.normal(size=(rows, columns)).astype(numpy.float32), look.grain)
    grain *= look.noise / max(1e-6, grain.std())
    out = numpy.stack([plane * 255 + grain + rng.normal(0, min(1.0, look.noise * 0.3), size=(rows, columns)) for plane in planes],
                      axis=2).astype(numpy.float32)
    if look.drop_out:  # what a scanner's background removal does: paper becomes white
        out = numpy.clip((out - 22) * (255 / (226 - 22)), 0, 255)
    return out


def _shifted(plane, by):
    if not by:
        return plane
    beside = numpy.roll(plane, 1 if by > 0 else -1, axis=1)
    beside[:, 0 if by > 0 else -1] = plane[:, 0 if by > 0 else -1]
    return plane * (1 - abs(by)) + beside * abs(by)


def _holes(planes, dpi, columns, rows):
    y, x = numpy.mgrid[0:rows, 0:columns].astype(numpy.float32)
    for middle in (rows / 2 - 40 / 25.4 * dpi, rows / 2 + 40 / 25.4 * dpi):
        far = numpy.hypot(x - 11 / 25.4 * dpi, y - middle) - 3 / 25.4 * dpi
        inside = numpy.clip(0.5 - far, 0, 1)
        rim = numpy.exp(-(far / (0.012 * dpi)) ** 2) * (0.5 + 0.5 * numpy.clip((y - middle) / (3 / 25.4 * dpi), -1, 1))
        planes = [plane * (1 - 0.10 * inside) * (1 - 0.28 * rim) for plane in planes]
    return planes


def _staple(planes, dpi):
    rows, columns = planes[0].shape
    y, x = numpy.mgrid[0:rows, 0:columns].astype(numpy.float32)
    turn = 0.7
    u = (x - 12 / 25.4 * dpi) * numpy.cos(turn) - (y - 11 / 25.4 * dpi) * numpy.sin(turn)
    v = (x - 12 / 25.4 * dpi) * numpy.sin(turn) + (y - 11 / 25.4 * dpi) * numpy.cos(turn)
    half = 5.5 / 25.4 * dpi
    along = numpy.clip((half - numpy.abs(u)) / 2, 0, 1)
    shadow = along * numpy.exp(-(v / (0.009 * dpi)) ** 2)
    glow = along * numpy.exp(-((v - 0.02 * dpi) / (0.02 * dpi)) ** 2)
    return [plane * (1 - 0.45 * shadow) * (1 - 0.10 * glow) for plane in planes]


def colour(counts):
    return Image.fromarray(numpy.clip(counts + 0.5, 0, 255).astype(numpy.uint8), "RGB")


def grey(counts):
    """Luminance, as an office scanner set to grey gives it."""
    plane = counts @ numpy.array([0.299, 0.587, 0.114], numpy.float32)
    return Image.fromarray(numpy.clip(plane + 0.5, 0, 255).astype(numpy.uint8), "L")


def bilevel(counts, threshold=150):
    """Black and white, as an office scanner set to text gives it: True is ink."""
    return counts @ numpy.array([0.299, 0.587, 0.114], numpy.float32) < threshold
