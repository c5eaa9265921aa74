"""Signs drawn as pen strokes: the habits that the labelled digits lack, and letters behind a number.

A stroke is a list of points in a box of 20 × 20 (x right, y down). Each sign is drawn with points that tremble, so that
no two are alike. Pictures are 28 × 28 in 0…1, ink bright.
"""

import numpy

# Closed curves of letters, as points of a polyline; a few forms of each, capitals and small.
LETTERS = {
    "A": [
        [[(3, 20), (10, 0), (17, 20)], [(6, 13), (14, 13)]],
        [[(3, 20), (9, 1), (11, 1), (17, 20)], [(5, 12), (16, 11)]],
        [[(14, 6), (8, 4), (3, 10), (4, 17), (9, 19), (14, 14)], [(14, 4), (14, 16), (17, 20)]],
    ],
    "B": [
        [[(4, 0), (4, 20)], [(4, 0), (12, 1), (14, 5), (11, 9), (4, 10), (13, 11), (16, 15), (12, 19), (4, 20)]],
        [[(5, 1), (4, 20)], [(2, 3), (9, 0), (14, 3), (12, 8), (5, 10), (13, 11), (15, 16), (9, 20), (3, 19)]],
    ],
    "C": [
        [[(16, 3), (11, 0), (5, 4), (3, 11), (6, 18), (12, 20), (17, 16)]],
        [[(14, 5), (10, 2), (5, 6), (4, 13), (8, 19), (15, 17)]],
    ],
    "D": [
        [[(4, 0), (4, 20)], [(3, 0), (11, 1), (16, 8), (15, 15), (10, 19), (3, 20)]],
        [[(4, 1), (5, 20)], [(1, 2), (10, 0), (17, 7), (16, 15), (9, 20), (2, 19)], [(1, 10), (9, 10)]],
    ],
}


def drawn(strokes, rng, width=None, tremble=0.8):
    """A picture of strokes, rounded at their corners, put in the middle by its mass."""
    width = width or rng.uniform(1.0, 2.0)
    scale = numpy.array([rng.uniform(0.75, 1.0), 1.0])
    shear = rng.normal(0, 0.12)
    points = []
    for stroke in strokes:
        corners = numpy.array(stroke, float) + rng.normal(0, tremble, (len(stroke), 2))
        for _ in range(2):  # Chaikin's corner cutting
            if len(corners) < 3:
                break
            a, b = corners[:-1], corners[1:]
            cut = numpy.empty((2 * len(a), 2))
            cut[0::2], cut[1::2] = 0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b
            corners = numpy.vstack([corners[:1], cut, corners[-1:]])
        for a, b in zip(corners[:-1], corners[1:]):
            steps = max(2, int(2 * numpy.hypot(*(b - a))))
            points.append(a + (b - a) * numpy.linspace(0, 1, steps)[:, None])
    points = numpy.vstack(points) * scale
    points[:, 0] -= shear * (points[:, 1] - 10)
    points -= points.mean(0)
    limit = 10 / max(1e-6, numpy.abs(points).max())
    points = points * min(1, limit) + 14
    y, x = numpy.mgrid[0:28, 0:28]
    distance = numpy.full((28, 28), 99.0)
    for px, py in points:
        distance = numpy.minimum(distance, (x - px) ** 2 + (y - py) ** 2)
    return numpy.clip(width / 2 + 0.7 - numpy.sqrt(distance), 0, 1).astype(numpy.float32)


def one(rng):
    """A 1 with an upstroke of a quarter to nine tenths of its height, and now and then a base."""
    lean = rng.uniform(-1, 2.5)
    reach, drop = rng.uniform(3, 8), rng.uniform(4, 17)
    strokes = [[(10 + lean - reach, drop), (10 + lean, 0), (10 - 0.3 * lean, 20)]]
    if rng.random() < 0.25:
        strokes.append([(6, 20), (14, 20)])
    return drawn(strokes, rng, tremble=0.5)


def seven(rng):
    """A 7 with a bar across its stem."""
    width, foot = rng.uniform(8, 13), rng.uniform(3, 8)
    middle = foot + (width - foot) * 0.5 + rng.uniform(-0.5, 1)
    strokes = [[(1, rng.uniform(0, 3)), (width, rng.uniform(0, 1.5)), (foot, 20)],
               [(middle - rng.uniform(3, 6), 11), (middle + rng.uniform(2.5, 5), rng.uniform(9, 11.5))]]
    return drawn(strokes, rng, tremble=0.5)


def four(rng):
    """An open 4: a bent stroke and a stem that need not meet."""
    strokes = [[(rng.uniform(4, 8), 0), (rng.uniform(1, 3), 12), (16, rng.uniform(10, 13))],
               [(rng.uniform(10, 14), rng.uniform(2, 7)), (rng.uniform(8, 12), 20)]]
    return drawn(strokes, rng, tremble=0.6)


def nine(rng):
    """A 9 with a hooked tail."""
    strokes = [[(14, 4), (8, 1), (4, 5), (7, 9), (13, 7), (14, 3), (13, 14), (10, rng.uniform(18, 20)), (3, rng.uniform(15, 19))]]
    return drawn(strokes, rng, tremble=0.6)


def letter(name, rng):
    """One of the letters behind a number."""
    forms = LETTERS[name]
    return drawn(forms[rng.integers(len(forms))], rng)


def scrap(rng):
    """No sign at all: dots of a leader, a rule, a bow, a tick, two dots."""
    kind = rng.integers(5)
    if kind == 0:
        strokes = [[(x, 10), (x + 0.3, 10)] for x in range(0, 20, int(rng.integers(4, 8)))]
    elif kind == 1:
        strokes = [[(0, rng.uniform(8, 12)), (20, rng.uniform(8, 12))]]
    elif kind == 2:
        strokes = [[(10, 2), (10.3, 2)], [(10, 18), (10.3, 18)]]
    elif kind == 3:
        strokes = [[(0, 14), (10, rng.uniform(9, 12)), (20, 14)]]
    else:
        strokes = [[(2, 10), (7, 16), (18, 3)]]
    return drawn(strokes, rng, tremble=0.3)
