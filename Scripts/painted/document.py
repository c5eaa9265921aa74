"""One invented document out of a pool, scanned in one of the ways that offices scan."""

import datetime
import json

import numpy

from degraded.layouts import seed_of, typeface
from samples import containers, ink
from samples.scanner import Look, bilevel, colour, grey, scan
from samples.sheet import Document

WAYS = ("colour", "colour", "colour", "grey", "bilevel")


def make(pool, part, index, degraded):
    """The bytes of a PDF and its truth."""
    rng = numpy.random.default_rng(seed_of("painted", part, index))
    pick = lambda items: items[int(rng.integers(len(items)))]  # noqa: E731
    with typeface(pick(pool.fonts)):
        document = drawn(pool, rng, pick, f"{part}-{index:03d}")
    way, dpi = pick(WAYS), pick((200, 200, 300))
    worse = rng.random(4) if degraded else numpy.zeros(4)
    look = Look(seed=seed_of("look", part, index), skew=float(rng.normal(0, 0.25 + worse[0])),
                blur=0.5 + 0.75 * worse[1] ** 2, noise=1.2 + 9 * worse[2] ** 2, toner=0.1 + 0.45 * worse[3] ** 2)
    counts = [scan(page, dpi, look) for page in document.pages]
    tone = colour if way == "colour" else grey
    streams = [containers.g4(bilevel(one), dpi) if way == "bilevel" else containers.dct(tone(one), dpi, 84) for one in counts]
    return containers.pdf(streams), dict(document.fields, way=way, dpi=dpi, clean=not degraded, pages=len(document.pages))


def drawn(pool, rng, pick, name):
    """One document out of the pool, drawn and not yet scanned."""
    d = Document(name)
    place = pick(pool.places)
    agency, letters, units, head, *above = pick(pool.offices)
    if above:
        parent = pick(above[0]).format(place=place.upper())
    elif agency.startswith("TRƯỜNG"):
        parent = pick((f"UBND TỈNH {place.upper()}", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"))
    else:
        parent = f"UBND TỈNH {place.upper()}"
    day = datetime.date(int(rng.integers(2019, 2027)), 1, 1) + datetime.timedelta(days=int(rng.integers(0, 365)))
    number = f"{int(rng.integers(1, 3000)):02d}"
    hand = bool(rng.random() < 0.5)
    many = int(rng.integers(2, 5))
    items = [str(item) for item in rng.permutation(pool.recipients)[:many]]
    date = (day.day, day.month, day.year)
    written = dict(hand_number=number if hand else None, hand_day=hand and bool(rng.random() < 0.6))
    if rng.random() < 0.45:
        pens = d.head(parent, agency, None if hand else number, f"{letters}-{pick(units)}", place, date, subject=pick(pool.subjects), **written)
        chosen = [str(item) for item in rng.permutation(pool.addressees)[:int(rng.integers(1, 3))]]
        d.to(*chosen)
    else:
        kind, short, subject = pick(pool.titles)
        pens = d.head(parent, agency, None if hand else number, f"{short}-{letters}", place, date, **written)
        d.title(kind, subject)
    for offset, (text, x, baseline) in enumerate(pens):
        ink.figures(d.pages[0], text, x, baseline, seed_of(name, offset), height=13.5)
    for sentence in rng.permutation(pool.sentences):
        d.paragraph(str(sentence))
    deputy = rng.random() < 0.6
    titles = [f"KT. {head}", f"PHÓ {head}"] if deputy else [head]
    foot = d.foot([*items, "Lưu: VT"], titles, pick(pool.people), space=float(rng.integers(30, 38)))
    d.fields["signed"] = bool(rng.random() < 0.85)
    if d.fields["signed"]:
        seal = int(rng.integers(1, 10_000))
        ink.sign_and_seal(foot, "CỘNG HÒA XHCN VIỆT NAM", f"TỈNH {place.upper()}", "\n".join(agency.split(" ", 1)), seal % 4, seal)
    return d


def write(task):
    """Writes one file; gives its line of truth.jsonl."""
    out, pool, part, index, degraded = task
    data, fields = make(pool, part, index, degraded)
    name = f"{part}-{index:03d}"
    (out / f"{name}.pdf").write_bytes(data)
    return json.dumps({"id": name, "file": f"{name}.pdf", **fields}, ensure_ascii=False)
