"""What a set is scored with: character errors without regard to order, ranks, calibration."""

import unicodedata

import numpy

# Letters that OCR may make of rules and signatures without being wrong about the text.
STRAY = 8
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."})


def folded(text):
    """NFC, plain quotes and dashes, one space for any white."""
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN).split())


def _codes(text):
    return numpy.frombuffer(text.encode("utf-32-le"), numpy.uint32)


def _inside(line, text, anchored):
    """Edit distances of `line` to every part of `text` that ends at each place; from the start of `text` if anchored."""
    steps = numpy.arange(len(text) + 1, dtype=numpy.int32)
    row = steps.copy() if anchored else numpy.zeros(len(text) + 1, numpy.int32)
    new = numpy.empty_like(row)
    for code in line:
        numpy.minimum(row[:-1] + (text != code), row[1:] + 1, out=new[1:])
        new[0] = row[0] + 1
        new -= steps
        numpy.minimum.accumulate(new, out=new)       # an insertion costs one step to the right
        new += steps
        row, new = new, row
    return row


def character_errors(truth, read, seal_letters=0):
    """The share of characters of `truth` that were read wrongly, 0…1, and of white space in `read` no matter which.

    Order does not count: the lines of the truth, the longest first, are each laid over that part of what was read and is not
    yet taken to which their edit distance is smallest. A line that would have to change by more than 70 % is lost as a whole.
    What no line took, beyond the letters of a seal and a few strays, was read where nothing is printed and counts too.
    """
    lines = sorted(filter(None, map(folded, truth.split("\n"))), key=len, reverse=True)
    total = sum(map(len, lines))
    text = _codes(folded(read)).copy()
    wrong = 0
    for line in lines:
        codes = _codes(line)
        distances = _inside(codes, text, anchored=False)
        end = int(distances.argmin())
        if distances[end] > 0.7 * len(line):
            wrong += len(line)
            continue
        wrong += int(distances[end])
        back = text[max(0, end - 2 * len(line)):end][::-1]
        start = end - int(_inside(codes[::-1], back, anchored=True).argmin())
        text[start:end] = 0                          # taken: equal to no letter
    left = int(((text != 0) & (text != 32)).sum())
    return min(1.0, (wrong + max(0, left - seal_letters - STRAY)) / max(1, total))


def ranks(values):
    """Ranks from 1; ties share their mean."""
    values = numpy.asarray(values, float)
    order = numpy.argsort(values, kind="stable")
    out = numpy.empty(len(values))
    sorted_values = values[order]
    starts = numpy.flatnonzero(numpy.r_[True, sorted_values[1:] != sorted_values[:-1]])
    ends = numpy.r_[starts[1:], len(values)]
    for start, end in zip(starts, ends):
        out[order[start:end]] = (start + 1 + end) / 2
    return out


def spearman(first, second):
    """Rank correlation; nan where one of them does not vary."""
    a, b = ranks(first), ranks(second)
    a, b = a - a.mean(), b - b.mean()
    below = numpy.sqrt((a * a).sum() * (b * b).sum())
    return float((a * b).sum() / below) if below else float("nan")


def legible(cer):
    """1 − CER, where all that is under 0.5 % is the same."""
    return 1 - numpy.maximum(numpy.asarray(cer, float), 0.005)


def bins(probabilities, happened, count=10):
    """For each of `count` equal bins: mean probability, share that happened, number of pages."""
    probabilities, happened = numpy.asarray(probabilities, float), numpy.asarray(happened, float)
    at = numpy.minimum((probabilities * count).astype(int), count - 1)
    return [(float(probabilities[at == b].mean()), float(happened[at == b].mean()), int((at == b).sum())) if (at == b).any()
            else (None, None, 0) for b in range(count)]


def calibration_error(probabilities, happened):
    """Mean distance between what was promised and what happened, over the bins, by number of pages."""
    found = bins(probabilities, happened)
    total = sum(number for _, _, number in found)
    return sum(abs(p - h) * number for p, h, number in found if number) / max(1, total)
