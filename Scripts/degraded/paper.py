"""What print, paper, light and hands do to a page."""

import numpy
from PIL import Image, ImageFilter

from samples.scanner import clouds

from .degrading import as_counts, as_picture, at, grain, mixed

# -- print --------------------------------------------------------------------------------------------------------------


def faint(page, level):
    """Little toner: ink comes close to paper, the grain of the sensor stays."""
    share = at(level, 1, 0.78, 0.5, 0.3, 0.15, 0.06)
    page.counts = page.paper + (page.counts - page.paper) * share + grain(page, 2.0)


def _coverage(page):
    return numpy.clip(1 - page.counts / page.paper, 0, 1)


def thin(page, level):
    """Worn type or a starved drum: hairlines go first, then strokes break."""
    limit, span = at(level, 0, 0.07, 0.22, 0.36, 0.48, 0.60), at(level, 0.87, 0.80, 0.60, 0.42, 0.30, 0.24)
    soft = as_counts(as_picture(_coverage(page) * 255).filter(ImageFilter.GaussianBlur(0.75 * page.scale))) / 255
    rows, columns = soft.shape[:2]
    uneven = clouds(page.rng, rows, columns, max(3, int(5 * page.scale)))[:, :, None]
    local = numpy.clip(limit * (1 + 0.16 * uneven), 0, 0.9)
    page.counts = page.paper * (1 - 0.87 * numpy.clip((soft - local) / span, 0, 1)) + grain(page, 1.2)


def thick(page, level):
    """A copy of a copy, too dark: strokes swell and run together."""
    radius, gain = at(level, 0.3, 0.7, 1.1, 1.6, 2.2, 3.0) * page.scale, at(level, 1, 1.5, 2.3, 3.2, 4.6, 7)
    soft = as_counts(as_picture(_coverage(page) * 255).filter(ImageFilter.GaussianBlur(radius))) / 255
    page.counts = page.paper * (1 - 0.87 * numpy.clip((soft - 0.04) * gain, 0, 1)) + grain(page, 1.2)


def holes(page, level):
    """Toner that flaked off: small white holes in the strokes, and a powder of it on the paper."""
    rows, columns = page.counts.shape[:2]
    cell = max(2, int(round(1.3 * page.scale)))
    plane = clouds(page.rng, rows, columns, cell)
    share = at(level, 0, 0.012, 0.07, 0.16, 0.30, 0.5)
    limit = numpy.quantile(plane[::5, ::5], 1 - share)
    gone = numpy.clip((plane - limit) * 5, 0, 1)[:, :, None]
    page.counts = mixed(page.counts, page.paper, gone)


# -- light and paper ----------------------------------------------------------------------------------------------------


def shading(page, level):
    """Light from one side."""
    depth = at(level, 0, 0.1, 0.3, 0.5, 0.7, 0.9)
    rows, columns = page.counts.shape[:2]
    across, down = numpy.linspace(0, 1, columns, dtype=numpy.float32), numpy.linspace(0, 1, rows, dtype=numpy.float32)
    side = int(page.rng.integers(4))
    ramp = [across[None, :], across[None, ::-1], down[:, None], down[::-1, None]][side]
    page.counts = page.counts * (1 - depth * ramp ** 1.2)[:, :, None] + grain(page, 1.0)


def show_through(page, level):
    """Thin paper: the print of the other side, mirrored and soft."""
    rows, columns = page.counts.shape[:2]
    ghost = as_picture(page.other[:, ::-1]).resize((columns, rows), Image.BILINEAR).filter(
        ImageFilter.GaussianBlur(1.3 * page.scale))
    paper = numpy.percentile(page.other[::7, ::7].reshape(-1, 3), 60, axis=0)
    ink = numpy.clip(1 - as_counts(ghost) / paper, 0, 1).astype(numpy.float32)
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
        out = numpy.median(edge, axis=0) + numpy.broadcast_to(grain(page, 1.2), page.counts.shape)
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
        turned[:, :span] = mixed(turned[:, :span], numpy.float32(22), dark)


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
        cover, shade = colour + grain(page, 1.5), numpy.clip(0.5 - far, 0, 1)
    page.counts = mixed(page.counts, cover, shade[:, :, None])


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
    turned[:] = mixed(turned, page.paper * 0.95, flap[:, :, None])
    lid = numpy.array((38, 38, 40) if dark_lid else (226, 228, 232), numpy.float32)
    turned[:] = mixed(turned, lid, numpy.clip(0.5 - far, 0, 1)[:, :, None])
    turned[:] = turned * (1 - 0.3 * numpy.exp(-(far / (1.2 * page.scale)) ** 2) * (mirrored_x > -1) * (mirrored_y > -1))[:, :, None]
    page.counts = counts
