"""A scan in the making, and how a degradation gets at it.

A level runs from 0 (nothing) through 1 (hardly visible, harmless) to 5 (destroyed or clearly unfit) and may lie between whole
steps. What is drawn by chance depends on page and kind, never on the level: a page at level 3 has the streaks of level 2 and
more. Lengths are millimetres or pixels of 200 dpi, so that a kind does the same to print of any resolution.
"""

from dataclasses import dataclass

import numpy
from PIL import Image


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


def as_picture(counts):
    return Image.fromarray(numpy.clip(counts + 0.5, 0, 255).astype(numpy.uint8))


def as_counts(picture):
    return numpy.asarray(picture, numpy.float32)


def mixed(counts, other, share):
    return counts + (other - counts) * share


def grain(page, sigma):
    return page.rng.standard_normal(page.counts.shape[:2], numpy.float32)[:, :, None] * sigma
