"""First pages with a secrecy stamp: what must never be missed (QĐ 28/2018, Điều 1).

Three words in three tones of scan (colour, grey, black and white), put down in five ways: straight, tilted up to
8°, faint, over text and partly cut; with two borders or one, at the places where offices stamp.
"""

import itertools
import json

import numpy

from degraded.layouts import seed_of, typeface
from samples import containers, ink
from samples.scanner import Look, bilevel, colour, grey, scan
from samples.sheet import MM

from . import document

WORDS = {"Mật": ("MẬT", 20, 8), "Tối mật": ("TỐI MẬT", 30, 8), "Tuyệt mật": ("TUYỆT MẬT", 40, 8)}
TONES = ("colour", "grey", "bilevel")
MANNERS = ("straight", "tilted", "faint", "over text", "cut")
CASES = list(itertools.product(WORDS, TONES, MANNERS))


class _Imprint:
    """A page that takes a stamp's mark as a worn or half-inked die leaves it."""

    def __init__(self, page, strength=1.0, keep=None):
        self.page, self.strength, self.keep = page, strength, keep

    def draw(self, layer, mark):
        def worn(context):
            if self.keep:
                context.rectangle(*self.keep)
                context.clip()
            context.push_group()
            mark(context)
            context.pop_group_to_source()
            context.paint_with_alpha(self.strength)
        self.page.draw(layer, worn)

    def say(self, section, line):
        self.page.say(section, line)


def make(pool, part, index):
    """The bytes of a PDF of one page and its truth."""
    rng = numpy.random.default_rng(seed_of("stamped", part, index))
    pick = lambda items: items[int(rng.integers(len(items)))]  # noqa: E731
    degree, tone, manner = CASES[index % len(CASES)]
    with typeface(pick(pool.fonts)):
        d = document.drawn(pool, rng, pick, f"{part}-{index:03d}")
        _stamp(d, rng, degree, manner, tone)
        dpi = pick((200, 200, 300))
        look = Look(seed=seed_of("look", part, index), skew=float(rng.normal(0, 0.4)), blur=0.5 + 0.4 * float(rng.random()),
                    noise=1.2 + 4 * float(rng.random()), toner=0.1 + 0.2 * float(rng.random()))
        counts = scan(d.pages[0], dpi, look)
    if tone == "bilevel":
        stream = containers.g4(bilevel(counts), dpi)
    else:
        stream = containers.dct((colour if tone == "colour" else grey)(counts), dpi, 84)
    return containers.pdf([stream]), dict(d.fields, secrecy=degree, manner=manner, way=tone, dpi=dpi, pages=1)


def _stamp(d, rng, degree, manner, tone):
    page = d.pages[0]
    text, wide, high = WORDS[degree]
    wide, high = wide * float(rng.uniform(0.9, 1.15)), high * float(rng.uniform(0.9, 1.2))
    size = 13.5 * high / 8 * float(rng.uniform(0.9, 1.05))
    tilt = float(rng.uniform(3, 8)) * (1 if rng.random() < 0.5 else -1) if manner == "tilted" else float(rng.normal(0, 0.8))
    # ô 10a stands below the notation; many offices stamp above the agency, or in the middle of the top.
    column = d.left + 30 * MM - wide * MM / 2
    places = [(column, d.stamp_y + 2), (d.left, 9 * MM), (d.width / 2 - wide * MM / 2, 9 * MM), (d.right - wide * MM, 8.5 * MM)]
    x, y = places[int(rng.choice(4, p=(0.55, 0.2, 0.15, 0.1)))]
    if manner == "over text":
        # on the notation, on the subject, or on the first lines of the body
        x, y = [(column, d.stamp_y - 16), (column, d.stamp_y - 8), (d.left + 30 * MM, d.stamp_y + 40)][int(rng.integers(3))]
    strength, keep = 1.0, None
    if manner == "faint":
        # Under 0.6 nothing of it is ink for a scanner set to black and white.
        strength = float(rng.uniform(0.72, 0.85) if tone == "bilevel" else rng.uniform(0.4, 0.6))
    if manner == "cut":
        # the die did not touch on one side, or the sheet ends there: a quarter of the height, a sixth of the width
        box = [x - 3 * MM, y - 3 * MM, (wide + 6) * MM, (high + 6) * MM]
        side = int(rng.integers(4))
        down, across = (3 + high / 4) * MM, (3 + wide / 6) * MM
        if side == 0:
            box[1], box[3] = box[1] + down, box[3] - down
        elif side == 1:
            box[3] -= down
        elif side == 2:
            box[0], box[2] = box[0] + across, box[2] - across
        else:
            box[2] -= across
        keep = box
    ink.stamp(_Imprint(page, strength, keep), x, y, text, wide, high, 1 if rng.random() < 0.25 else 2, size=size,
              degrees=tilt)


def write(task):
    """Writes one file; gives its line of truth.jsonl."""
    out, pool, part, index = task
    data, fields = make(pool, part, index)
    name = f"stamped-{part}-{index:03d}"
    (out / f"{name}.pdf").write_bytes(data)
    return json.dumps({"id": name, "file": f"{name}.pdf", **fields}, ensure_ascii=False)
