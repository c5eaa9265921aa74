"""What camera, scanner and file do to a page."""

import numpy
from PIL import Image, ImageFilter

from .degrading import as_counts, as_picture, at, grain

# -- optics and sampling ------------------------------------------------------------------------------------------------


def blur(page, level):
    sigma = at(level, 0, 0.45, 1.1, 1.8, 2.7, 4.2) * page.scale
    page.counts = as_counts(as_picture(page.counts).filter(ImageFilter.GaussianBlur(sigma)))


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
    picture = as_picture(page.counts)
    small = picture.resize((round(picture.width * optical / page.dpi), round(picture.height * optical / page.dpi)), Image.BOX)
    page.counts = as_counts(small.resize(picture.size, Image.BICUBIC))


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
    page.counts = as_counts(as_picture(wide).transform((columns, rows), Image.PERSPECTIVE, _homography(target, source),
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
    page.counts = as_counts(as_picture(page.counts).rotate(-degrees, Image.BICUBIC, fillcolor=fill))


# -- sensor and file ----------------------------------------------------------------------------------------------------


def noise(page, level):
    page.counts = page.counts + grain(page, at(level, 0, 4, 10, 24, 48, 90))


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
    soft = as_counts(as_picture(page.counts).filter(ImageFilter.GaussianBlur(0.4 * page.scale)))
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
