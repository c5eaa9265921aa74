"""Slots as offices scan them: a number, day or month put together of labelled digits between printed words."""

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from . import strokes

FONT = "/usr/share/fonts/truetype/liberation/LiberationSerif-{}.ttf"
AROUND = {"number": (("Sô:", "Sô :", "Sô:"), "Regular", ("/QĐ-SYT", "/TB-UBND", "/BC-SNV", "/KH-STC")),
          "day": (("ngày",), "Italic", ("tháng",)), "month": (("tháng",), "Italic", ("năm",))}


def text(kind, rng):
    """What a clerk would write there."""
    if kind == "day":
        day = int(rng.integers(1, 32))
        return f"{day:02d}" if rng.random() < 0.75 else str(day)
    if kind == "month":
        month = int(rng.integers(1, 13))
        return f"{month:02d}" if month < 3 or rng.random() < 0.3 else str(month)
    length = rng.choice([1, 2, 3, 4, 5], p=[0.01, 0.19, 0.32, 0.45, 0.03])
    if length <= 2:
        return f"{int(rng.integers(1, 100)):02d}"
    return str(int(rng.integers(10 ** (length - 1), 10 ** length)))


def sign(character, pictures, by_digit, rng):
    """A digit of the corpus, or one drawn with a habit that the corpus lacks; 28 × 28, ink bright."""
    if character == "1" and rng.random() < 0.6:
        return strokes.one(rng)
    if character == "7" and rng.random() < 0.3:
        return strokes.seven(rng)
    return pictures[rng.choice(by_digit[int(character)])]


def painted(kind, pictures, by_digit, rng, printed=False, value=None):
    """A grey crop, the slot's box in it, and the text, in a hand's digits or in those of the print around."""
    dpi = 200 if rng.random() < 0.7 else 300
    size = dpi / 72 * rng.uniform(12.6, 14.2)
    foot, left = 2.0 * size, 0.3 * size
    before, face, after = AROUND[kind]
    font = ImageFont.truetype(FONT.format(face), round(size))
    value = value or text(kind, rng)
    before, after = str(rng.choice(before)), str(rng.choice(after))
    high = size * rng.uniform(0.6, 1.15)
    shear, thick = rng.normal(0.05, 0.12), rng.uniform(0.35, 0.6)
    crops = []
    for character in value:
        one = Image.fromarray((sign(character, pictures, by_digit, rng) * 255).astype(numpy.uint8))
        one = one.crop(one.getbbox())
        scale = high * rng.uniform(0.88, 1.12) / one.height
        lean = shear + rng.normal(0, 0.04)
        wide = max(3, round(one.width * scale * rng.uniform(0.85, 1.15)))
        one = one.resize((wide, max(4, round(one.height * scale))), Image.BICUBIC)
        extra = abs(lean) * one.height
        one = one.transform((round(one.width + extra), one.height), Image.AFFINE,
                            (1, lean, -lean * one.height if lean > 0 else 0, 0, 1, 0), Image.BICUBIC)
        one = one.crop(one.getbbox() or (0, 0, 1, 1))
        crops.append(one)
    gap = rng.uniform(-0.1, 0.22) * size
    between = [gap + rng.normal(0, 0.05) * size for _ in crops]
    width = font.getlength(value) if printed else sum(c.width for c in crops) + sum(between)
    start = left + font.getlength(before)
    room = (0.5 if printed and kind != "number" else rng.uniform(0.02, 0.5) + rng.uniform(0.02, 0.6)) * size
    end = start + width + room
    canvas = numpy.zeros((round(3.2 * size), round(end + font.getlength(after) + 0.4 * size)), numpy.float32)
    ink = Image.new("L", canvas.shape[::-1])
    pen = ImageDraw.Draw(ink)
    pen.text((left, foot), before, 255, font, "ls")
    pen.text((end, foot), after, 255, font, "ls")
    if printed:
        pen.text((start + room / 2, foot), value, 255, font, "ls")
    elif rng.random() < 0.2:  # a leader
        step = 0.25 * size
        for x in numpy.arange(start + 2, end - 2, step):
            pen.ellipse((x, foot - 0.06 * size, x + 0.07 * size, foot + 0.01 * size), 255)
    print_layer = numpy.asarray(ink, numpy.float32) / 255
    hand = numpy.zeros_like(canvas)
    x, base = start + room * rng.uniform(0.1, 0.7), foot + rng.uniform(-0.25, 0.22) * size
    slope = rng.normal(0, 0.04)
    for crop, space in zip(crops, between) if not printed else ():
        array = numpy.asarray(crop, numpy.float32) / 255
        top = round(base - slope * (x - start) + rng.normal(0, 0.05) * size) - crop.height
        top, at = max(0, min(top, hand.shape[0] - crop.height)), max(0, min(round(x), hand.shape[1] - crop.width))
        part = hand[top:top + crop.height, at:at + crop.width]
        numpy.maximum(part, array, out=part)
        x += crop.width + space
    # A pen's edge is a threshold of the enlarged picture.
    hand = numpy.clip((hand - thick) / 0.25 + 0.5, 0, 1)
    darkness = rng.uniform(0.45, 0.95)
    share = numpy.maximum(print_layer * 0.95, hand * darkness)
    share = numpy.asarray(Image.fromarray((share * 255).astype(numpy.uint8)).filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9))), numpy.float32) / 255
    grey = 245 - 215 * share + rng.normal(0, rng.uniform(0, 6), share.shape)
    way = rng.random()
    if way < 0.5:
        grey = numpy.where(grey < rng.uniform(140, 190), 0.0, 255.0)
    pixels = numpy.clip(grey, 0, 255).astype(numpy.uint8)
    # The slot is found to a tenth of the size of the type.
    off = lambda: rng.normal(0, 0.05) * size
    x0, x1 = start + off(), end + off()
    high = 0.67 * size * rng.normal(1, 0.02)
    box = (round(x0), round(foot + 0.3 * off() - high), max(4, round(x1 - x0)), round(high))
    return pixels, box, value
