"""The kinds of degradation: each turns a clean scan into a worse one, the more so the higher its level.

A level runs from 0 (nothing) through 1 (hardly visible, harmless) to 5 (destroyed or clearly unfit) and may lie between whole
steps. What is drawn by chance depends on page and kind, never on the level: a page at level 3 has the streaks of level 2 and
more. Lengths are millimetres or pixels of 200 dpi, so that a kind does the same to print of any resolution.

Each kind names the rules that must name it (`expected`) and those that may as well be true (`also`); both were written down
from the definitions of the measures, before any result was seen.
"""

from dataclasses import dataclass, field
from typing import Callable

import numpy
from PIL import Image, ImageFilter

from samples.scanner import clouds

# What bad print leads to whatever the reason; never counted as a wrong name.
CONSEQUENCES = ["display.quality", "ocr.legibility", "ocr.confidence", "ocr.coverage", "text.none", "field.missing",
                "measure.not-run", "page.outlier"]


@dataclass
class Scan:
    """A page in the making: counts 0…255 and what the file will say."""
    counts: numpy.ndarray
    dpi: int
    rng: numpy.random.Generator
    other: numpy.ndarray = None     # another page of the set, for what shines through
    quality: int = 90
    turned: float = 0.0             # degrees clockwise that the text leans

    @property
    def scale(self):
        return self.dpi / 200

    def pixels(self, millimetres):
        return millimetres / 25.4 * self.dpi

    @property
    def paper(self):
        """The usual colour of the sheet."""
        return numpy.percentile(self.counts[::7, ::7].reshape(-1, 3), 60, axis=0).astype(numpy.float32)

    @property
    def ink(self):
        """Rows and columns of the print: first row, last row, first column, last column; the whole page if it has faded."""
        dark = self.counts.min(axis=2) < 0.55 * self.paper.min()
        rows, columns = numpy.flatnonzero(dark.sum(axis=1) > 2), numpy.flatnonzero(dark.sum(axis=0) > 2)
        if not len(rows) or not len(columns):
            return 0, dark.shape[0] - 1, 0, dark.shape[1] - 1
        return rows[0], rows[-1], columns[0], columns[-1]


def at(level, *steps):
    """The figure of a level: `steps` are those of levels 0…5."""
    return float(numpy.interp(level, range(6), steps))


def _picture(counts):
    return Image.fromarray(numpy.clip(counts + 0.5, 0, 255).astype(numpy.uint8))


def _counts(picture):
    return numpy.asarray(picture, numpy.float32)


def _mixed(counts, other, share):
    return counts + (other - counts) * share


def _grain(page, sigma):
    return page.rng.standard_normal(page.counts.shape[:2], numpy.float32)[:, :, None] * sigma


# -- optics and sampling ------------------------------------------------------------------------------------------------


def blur(page, level):
    sigma = at(level, 0, 0.45, 1.1, 1.8, 2.7, 4.2) * page.scale
    page.counts = _counts(_picture(page.counts).filter(ImageFilter.GaussianBlur(sigma)))


def motion_blur(page, level):
    """The sheet or the camera moved while the picture was taken: a straight smear."""
    length = at(level, 0, 1.5, 4.5, 8, 12, 18) * page.scale
    angle = page.rng.choice([0.0, 90.0, 35.0, 125.0])
    count = max(2, int(numpy.ceil(length)) + 1)
    total = numpy.zeros_like(page.counts)
    for part in numpy.linspace(-0.5, 0.5, count):
        x = int(round(part * length * numpy.cos(numpy.radians(angle))))
        y = int(round(part * length * numpy.sin(numpy.radians(angle))))
        total += numpy.roll(page.counts, (y, x), axis=(0, 1))
    page.counts = total / count


def low_resolution(page, level):
    """Scanned coarsely and blown up again; the tag still claims the full resolution."""
    optical = at(level, page.dpi, min(page.dpi, 170), 130, 100, 75, 52)
    picture = _picture(page.counts)
    small = picture.resize((round(picture.width * optical / page.dpi), round(picture.height * optical / page.dpi)), Image.BOX)
    page.counts = _counts(small.resize(picture.size, Image.BICUBIC))


def keystone(page, level):
    """Photographed at a slant: lines of text run together towards one side."""
    degrees = at(level, 0, 0.25, 1.2, 2.5, 4.2, 6.5)   # between the direction of the top and of the bottom edge
    rows, columns = page.counts.shape[:2]
    inset = columns * numpy.tan(numpy.radians(degrees / 2))
    narrow_right = page.rng.random() < 0.5
    left, right = (0, inset) if narrow_right else (inset, 0)
    # PIL asks for the source of each corner: to shrink a side, its source reaches beyond the page.
    grow_left, grow_right = (side * rows / (rows - 2 * side) for side in (left, right))
    wide = numpy.pad(page.counts, [(rows // 4, rows // 4), (0, 0), (0, 0)], mode="edge")
    top = rows // 4
    source = [(0, top - grow_left), (columns, top - grow_right), (columns, top + rows + grow_right), (0, top + rows + grow_left)]
    target = [(0, 0), (columns, 0), (columns, rows), (0, rows)]
    page.counts = _counts(_picture(wide).transform((columns, rows), Image.PERSPECTIVE, _homography(target, source),
                                                   Image.BICUBIC))


def _homography(target, source):
    """The eight coefficients by which PIL finds the source of a target pixel."""
    system, right = [], []
    for (x, y), (u, v) in zip(target, source):
        system += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return numpy.linalg.solve(numpy.array(system, float), numpy.array(right, float))


def skew(page, level):
    degrees = at(level, 0, 0.7, 1.5, 2.5, 4, 6) * page.rng.choice([-1, 1])
    page.turned += degrees
    fill = tuple(int(value) for value in page.paper)
    page.counts = _counts(_picture(page.counts).rotate(-degrees, Image.BICUBIC, fillcolor=fill))


# -- sensor and file ----------------------------------------------------------------------------------------------------


def noise(page, level):
    page.counts = page.counts + _grain(page, at(level, 0, 4, 10, 24, 48, 90))


def salt_and_pepper(page, level):
    share = at(level, 0, 0.0004, 0.004, 0.02, 0.06, 0.16)
    chance = page.rng.random(page.counts.shape[:2], numpy.float32)
    page.counts = page.counts.copy()
    page.counts[chance < share / 2] = 12
    page.counts[chance > 1 - share / 2] = 250


def jpeg(page, level):
    page.quality = int(round(at(level, 90, 40, 25, 12, 6, 2)))


def over_exposure(page, level):
    """Too much light: paper and hairlines drown in white."""
    gain = at(level, 1, 1.12, 1.5, 2.2, 3.4, 6)
    soft = _counts(_picture(page.counts).filter(ImageFilter.GaussianBlur(0.4 * page.scale)))
    page.counts = numpy.clip(soft * gain + at(level, 0, 0, 10, 20, 30, 40), 0, 255)


def color_cast(page, level):
    """Wrong white balance: every colour is drawn to one side."""
    strength = at(level, 0, 0.03, 0.12, 0.22, 0.36, 0.6)
    tint = numpy.array([(0.0, 0.35, 1.0), (1.0, 0.3, 0.0), (0.75, 0.0, 0.85), (0.15, 1.0, 0.45)][int(page.rng.integers(4))],
                       numpy.float32)
    page.counts = page.counts * (1 - strength * tint)


def streaks(page, level):
    """Dust on the glass of a sheet-fed scanner: lines along the whole page, the same row after row."""
    count, depth = int(round(at(level, 0, 1, 3, 6, 12, 26))), at(level, 0, 0.06, 0.3, 0.5, 0.7, 0.9)
    columns = page.counts.shape[1]
    _, _, first, last = page.ink
    page.counts = page.counts.copy()
    for place, wide, dark in zip(page.rng.random(40), page.rng.uniform(0.12, 0.4, 40), page.rng.random(40)):
        if count == 0:
            return
        count -= 1
        x = int(first + place * (min(last, columns - 12) - first))
        span = slice(x, x + max(1, round(page.pixels(wide))))
        page.counts[:, span] *= 1 - depth
        if dark > 0.6:
            page.counts[:, span] += depth * 255


def feeder(page, level):
    """The sheet stuck and slipped: bands are scanned twice or lost, and what follows stands beside."""
    count = int(round(at(level, 0, 1, 2, 4, 7, 12)))
    height, aside = page.pixels(at(level, 0, 0.25, 1.5, 2.5, 3.5, 5)), page.pixels(at(level, 0, 0, 0.5, 1, 1.8, 3))
    top, bottom, _, _ = page.ink
    places = top + (0.04 + 0.9 * page.rng.random(12)) * (bottom - top)
    kinds, sides = page.rng.random(12) < 0.6, page.rng.choice([-1, 1], 12)
    rows = numpy.arange(page.counts.shape[0])
    source, shift = rows.copy(), numpy.zeros(len(rows), int)
    for place, twice, side in list(zip(places, kinds, sides))[:count]:
        span = max(1, int(round(height)))
        place = int(place)
        if twice:                                    # rows after the band come again
            source = numpy.concatenate([source[:place + span], source[place:-span]])
        else:                                        # the band is lost
            source = numpy.concatenate([source[:place], source[place + span:], numpy.repeat(source[-1:], span)])
        shift[place:place + 3 * span] += int(round(side * aside))
    out = page.counts[source]
    for value in set(shift.tolist()) - {0}:
        out[shift == value] = numpy.roll(out[shift == value], value, axis=1)
    page.counts = out


# -- print --------------------------------------------------------------------------------------------------------------


def faint(page, level):
    """Little toner: ink comes close to paper, the grain of the sensor stays."""
    share = at(level, 1, 0.78, 0.5, 0.3, 0.15, 0.06)
    page.counts = page.paper + (page.counts - page.paper) * share + _grain(page, 2.0)


def _coverage(page):
    return numpy.clip(1 - page.counts / page.paper, 0, 1)


def thin(page, level):
    """Worn type or a starved drum: hairlines go first, then strokes break."""
    limit, span = at(level, 0, 0.07, 0.22, 0.36, 0.48, 0.60), at(level, 0.87, 0.80, 0.60, 0.42, 0.30, 0.24)
    soft = _counts(_picture(_coverage(page) * 255).filter(ImageFilter.GaussianBlur(0.75 * page.scale))) / 255
    rows, columns = soft.shape[:2]
    uneven = clouds(page.rng, rows, columns, max(3, int(5 * page.scale)))[:, :, None]
    local = numpy.clip(limit * (1 + 0.16 * uneven), 0, 0.9)
    page.counts = page.paper * (1 - 0.87 * numpy.clip((soft - local) / span, 0, 1)) + _grain(page, 1.2)


def thick(page, level):
    """A copy of a copy, too dark: strokes swell and run together."""
    radius, gain = at(level, 0.3, 0.7, 1.1, 1.6, 2.2, 3.0) * page.scale, at(level, 1, 1.5, 2.3, 3.2, 4.6, 7)
    soft = _counts(_picture(_coverage(page) * 255).filter(ImageFilter.GaussianBlur(radius))) / 255
    page.counts = page.paper * (1 - 0.87 * numpy.clip((soft - 0.04) * gain, 0, 1)) + _grain(page, 1.2)


def holes(page, level):
    """Toner that flaked off: small white holes in the strokes, and a powder of it on the paper."""
    rows, columns = page.counts.shape[:2]
    cell = max(2, int(round(1.3 * page.scale)))
    plane = clouds(page.rng, rows, columns, cell)
    share = at(level, 0, 0.012, 0.07, 0.16, 0.30, 0.5)
    limit = numpy.quantile(plane[::5, ::5], 1 - share)
    gone = numpy.clip((plane - limit) * 5, 0, 1)[:, :, None]
    page.counts = _mixed(page.counts, page.paper, gone)


# -- light and paper ----------------------------------------------------------------------------------------------------


def shading(page, level):
    """Light from one side."""
    depth = at(level, 0, 0.1, 0.3, 0.5, 0.7, 0.9)
    rows, columns = page.counts.shape[:2]
    across, down = numpy.linspace(0, 1, columns, dtype=numpy.float32), numpy.linspace(0, 1, rows, dtype=numpy.float32)
    side = int(page.rng.integers(4))
    ramp = [across[None, :], across[None, ::-1], down[:, None], down[::-1, None]][side]
    page.counts = page.counts * (1 - depth * ramp ** 1.2)[:, :, None] + _grain(page, 1.0)


def show_through(page, level):
    """Thin paper: the print of the other side, mirrored and soft."""
    rows, columns = page.counts.shape[:2]
    ghost = _picture(page.other[:, ::-1]).resize((columns, rows), Image.BILINEAR).filter(
        ImageFilter.GaussianBlur(1.3 * page.scale))
    paper = numpy.percentile(page.other[::7, ::7].reshape(-1, 3), 60, axis=0)
    ink = numpy.clip(1 - _counts(ghost) / paper, 0, 1).astype(numpy.float32)
    page.counts = page.counts * (1 - at(level, 0, 0.06, 0.2, 0.38, 0.6, 0.9) * ink)


# -- hands --------------------------------------------------------------------------------------------------------------


def cut_off(page, level):
    """The sheet lay too far to one side: its text runs over the edge of the picture."""
    _, _, first, last = page.ink
    columns = page.counts.shape[1]
    left = page.rng.random() < 0.6
    margin = first if left else columns - 1 - last
    beyond = page.pixels(at(level, -12, -6, -2.2, 2.5, 9, 24))
    by = max(0, int(round(margin + beyond)))
    if by:
        edge = page.counts[:, -1 if left else 0]     # beyond the sheet the lid is as bright as its edge
        out = numpy.median(edge, axis=0) + numpy.broadcast_to(_grain(page, 1.2), page.counts.shape)
        if left:
            out[:, :columns - by] = page.counts[:, by:]
        else:
            out[:, by:] = page.counts[:, :columns - by]
        page.counts = out


def black_border(page, level):
    """The dark lid beside a sheet that was put down askew."""
    wide = page.pixels(at(level, 0, 0.7, 1.6, 3.5, 7, 13))
    rows, columns = page.counts.shape[:2]
    edge = wide + 0.006 * wide * numpy.sin(numpy.arange(max(rows, columns)) / 140) + 0.3
    sides = [int(page.rng.integers(4))] + ([int(page.rng.integers(4))] if level > 3.5 else [])
    page.counts = page.counts.copy()
    for side in sides:
        turned = numpy.rot90(page.counts, side)      # a view: the edge in question is now the left one
        span = min(turned.shape[1], int(wide) + 3)
        dark = numpy.clip(edge[:turned.shape[0], None] - numpy.arange(span)[None, :], 0, 1)[:, :, None]
        turned[:, :span] = _mixed(turned[:, :span], numpy.float32(22), dark)


def occlusion(page, level):
    """A finger that held the sheet, or a note that was left on it."""
    rows, columns = page.counts.shape[:2]
    y, x = numpy.mgrid[0:rows, 0:columns].astype(numpy.float32)
    top, bottom, first, last = page.ink
    finger = page.rng.random() < 0.5
    side, place = page.rng.random() < 0.5, page.rng.uniform(0.25, 0.6)
    middle = top + place * (bottom - top)
    if finger:
        reach = page.pixels(at(level, 0, 3, 11, 26, 45, 75))
        half = page.pixels(at(level, 4, 5, 8, 9, 12, 18))
        along = (x if side else columns - 1 - x) - (reach - half)
        far = numpy.hypot(numpy.maximum(along, 0), y - middle) - half
        colour = numpy.array([(196, 142, 118), (222, 172, 146), (150, 100, 80)][int(page.rng.integers(3))], numpy.float32)
        light = 1 - 0.35 * numpy.clip(1 + far / half, 0, 1) ** 2
        cover, shade = colour * light[:, :, None], numpy.clip(0.5 - far / (2 * page.scale), 0, 1)
    else:
        wide = page.pixels(at(level, 0, 4, 14, 32, 55, 85))
        high = page.pixels(at(level, 4, 6, 15, 26, 40, 60))
        middle_x = first + (0.25 if side else 0.75) * (last - first) if level > 2.5 else (
            wide / 2 if side else columns - wide / 2)
        far = numpy.maximum(numpy.abs(x - middle_x) - wide / 2, numpy.abs(y - middle) - high / 2)
        colour = numpy.array([(244, 226, 120), (250, 190, 200), (170, 215, 235)][int(page.rng.integers(3))], numpy.float32)
        shadow = numpy.exp(-numpy.clip(far, 0, None) / (4 * page.scale)) * 0.3
        page.counts = page.counts * (1 - shadow[:, :, None])
        cover, shade = colour + _grain(page, 1.5), numpy.clip(0.5 - far, 0, 1)
    page.counts = _mixed(page.counts, cover, shade[:, :, None])


def folded_corner(page, level):
    """A dog-ear: beyond the fold lies the lid, before it the blank back of the corner."""
    leg = page.pixels(at(level, 0, 3.5, 9, 18, 32, 55))
    corner, ratio = int(page.rng.integers(4)), page.rng.uniform(0.8, 1.25)
    dark_lid = page.rng.random() < 0.5
    counts = page.counts.copy()
    turned = numpy.rot90(counts, corner)             # a view: the corner in question is now the upper left one
    rows, columns = turned.shape[:2]
    y, x = numpy.mgrid[0:rows, 0:columns].astype(numpy.float32)
    a, b = leg, leg * ratio                          # the fold cuts the top edge at a, the left edge at b
    length = numpy.hypot(a, b)
    far = (x * b + y * a - a * b) / length           # below 0: beyond the fold
    # the corner (0, 0) lands mirrored at the other side of the fold; the flap is the mirror image of the triangle
    mirrored_x, mirrored_y = x - 2 * far * b / length, y - 2 * far * a / length
    inside = numpy.minimum(numpy.minimum(mirrored_x, mirrored_y), far)
    flap = numpy.clip(inside + 0.5, 0, 1)
    shadow = 0.35 * numpy.exp(-numpy.clip(-numpy.minimum(mirrored_x, mirrored_y), 0, None) / (3 * page.scale)) * (far > 0)
    turned[:] = turned * (1 - shadow[:, :, None])
    turned[:] = _mixed(turned, page.paper * 0.95, flap[:, :, None])
    lid = numpy.array((38, 38, 40) if dark_lid else (226, 228, 232), numpy.float32)
    turned[:] = _mixed(turned, lid, numpy.clip(0.5 - far, 0, 1)[:, :, None])
    turned[:] = turned * (1 - 0.3 * numpy.exp(-(far / (1.2 * page.scale)) ** 2) * (mirrored_x > -1) * (mirrored_y > -1))[:, :, None]
    page.counts = counts


@dataclass(frozen=True)
class Kind:
    """One way in which a scan goes wrong, and what it must be called."""
    name: str
    apply: Callable
    expected: tuple
    also: tuple = field(default=())


KINDS = {kind.name: kind for kind in [
    Kind("blur", blur, ("sharpness",), ("resolution.optical", "contrast", "speckle.white", "stroke.merged")),
    Kind("motion-blur", motion_blur, ("sharpness",), ("resolution.optical", "contrast", "speckle.white", "stroke.merged", "stroke.thin")),
    Kind("low-resolution", low_resolution, ("resolution.optical",), ("sharpness", "contrast", "speckle.white", "stroke.merged")),
    Kind("noise", noise, ("noise",), ("speckle", "speckle.white", "contrast", "sharpness", "show-through", "clipping")),
    Kind("salt-and-pepper", salt_and_pepper, ("speckle",), ("noise", "speckle.white", "show-through", "sharpness")),
    Kind("faint", faint, ("contrast",), ("noise", "stroke.thin", "sharpness", "color.ink-missing")),
    Kind("shading", shading, ("shading",), ("noise", "contrast", "border.black", "show-through", "clipping")),
    Kind("show-through", show_through, ("show-through",), ("speckle", "noise", "contrast", "shading", "stroke.merged", "sharpness")),
    Kind("jpeg", jpeg, ("jpeg.quality",), ("sharpness", "noise", "speckle", "speckle.white", "color.ink-missing", "color.mode",
                                           "show-through", "resolution.optical", "stroke.merged", "color.cast")),
    Kind("skew", skew, ("skew",), ("text.cut-off",)),
    Kind("thin", thin, ("stroke.thin",), ("contrast", "sharpness", "speckle", "color.ink-missing")),
    Kind("thick", thick, ("stroke.merged",), ("speckle.white", "sharpness", "contrast", "clipping")),
    Kind("over-exposure", over_exposure, ("clipping",), ("contrast", "stroke.thin", "sharpness", "color.ink-missing")),
    Kind("streaks", streaks, ("streaks",), ("border.black", "speckle", "stroke.merged", "text.cut-off")),
    Kind("feeder", feeder, ("motion",), ("speckle", "text.cut-off")),
    Kind("cut-off", cut_off, ("text.cut-off",), ("color.ink-missing",)),
    Kind("black-border", black_border, ("border.black",), ("text.cut-off", "shading", "color.cast")),
    Kind("occlusion", occlusion, ("occlusion",), ("shading", "contrast", "border.black", "text.cut-off", "color.cast")),
    Kind("folded-corner", folded_corner, ("corner.folded",), ("border.black", "occlusion", "text.cut-off", "shading")),
    Kind("color-cast", color_cast, ("color.cast",), ("color.ink-missing", "contrast")),
    Kind("keystone", keystone, ("keystone",), ("skew", "text.cut-off")),
    Kind("holes", holes, ("speckle.white",), ("stroke.thin", "contrast", "speckle", "sharpness")),
]}
