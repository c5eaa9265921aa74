"""Makes the sets: the fixed one, the one to learn from, and the one for geometry."""

import functools
import io
import json
import multiprocessing

import numpy

from samples import containers
from samples.scanner import colour

from . import layouts as plans
from .degrading import Scan
from .kinds import KINDS
from .layouts import seed_of

# Kinds that leave every letter where it is: safe to test angles on.
STILL = ["blur", "noise", "salt-and-pepper", "faint", "shading", "show-through", "jpeg", "thin", "thick", "low-resolution"]


@functools.lru_cache(maxsize=2)
def _other(name, training):
    """Another page of the same set, to shine through."""
    family = plans.FIXED if not training else plans.training(60)
    names = [layout.name for layout in family]
    return family[(names.index(name) + 7) % len(family)].clean()[1]


def degraded(counts, layout, parts, seed, turned=0.0):
    """The scan after all parts (kind, level), in order."""
    page = Scan(counts, layout.dpi, None, turned=turned)
    for kind, level in parts:
        page.rng = numpy.random.default_rng(seed_of(seed, layout.name, kind))
        if kind == "show-through":
            page.other = _other(layout.name, layout.training)
        KINDS[kind].apply(page, level)
    return page


def record(out, name, layout, page, sheet, kind, strength, dpi=None, tag="own", **more):
    """Writes the file and gives its line of truth."""
    dpi = dpi or layout.dpi
    declared = dpi if tag == "own" else tag
    (out / f"{name}.part").write_bytes(_jpeg(page, declared))
    (out / f"{name}.part").rename(out / f"{name}.jpg")   # whoever reads along sees whole files only
    chosen = [KINDS[part] for part in kind.split("+") if part in KINDS]
    expected = sorted({rule for part in chosen for rule in part.expected})
    also = sorted({rule for part in chosen for rule in part.also} - set(expected))
    stamp = 60 if layout.seal else 0                  # letters of a seal that may be read beside the print
    return {"id": name, "file": f"{name}.jpg", "layout": layout.name, "kind": kind, "strength": strength, "dpi": dpi,
            "declaredDpi": declared, "skewDegrees": round(-page.turned, 4), "orientation": 0,
            "text": "\n".join(line for _, line in sheet.text), "sealLetters": stamp, "expected": expected, "also": also, **more}


def _jpeg(page, dpi):
    out = io.BytesIO()
    colour(page.counts).save(out, "JPEG", quality=page.quality, subsampling="4:2:0", **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def fixed(task):
    """Every kind at every strength, and the clean page, of one layout."""
    out, layout, kinds = task
    sheet, counts = layout.clean()
    skew = layout.look().skew
    lines = [record(out, f"{layout.name}-clean-0", layout, Scan(counts, layout.dpi, None, turned=skew), sheet, "clean", 0)]
    for kind in kinds:
        for strength in range(1, 6):
            page = degraded(counts, layout, [(kind, strength)], "fixed", skew)
            lines.append(record(out, f"{layout.name}-{kind}-{strength}", layout, page, sheet, kind, strength))
    return lines


def learning(task):
    """About twenty pages of one layout: clean ones, single kinds and pairs, at any level."""
    out, layout, kinds = task
    rng = numpy.random.default_rng(seed_of("learning", layout.name))
    sheet, counts = layout.clean()
    skew = layout.look().skew
    lines = [record(out, f"{layout.name}-00", layout, Scan(counts, layout.dpi, None, turned=skew), sheet, "clean", 0, parts=[])]
    order = [kinds[index] for index in numpy.concatenate([rng.permutation(len(kinds)) for _ in range(2)])]
    for index in range(1, 20):
        if index <= 13 or len(kinds) < 2:
            parts = [(order[index % len(order)], round(float(rng.uniform(0.4, 5)), 2))]
        else:
            parts = [(order[(index + 7 * n) % len(order)], round(float(rng.uniform(0.4, 3.6)), 2)) for n in range(2)]
            if parts[0][0] == parts[1][0]:
                parts = parts[:1]
            parts.sort(key=lambda part: ORDER.index(part[0]))
        page = degraded(counts, layout, parts, f"learning {index}", skew)
        lines.append(record(out, f"{layout.name}-{index:02d}", layout, page, sheet, "+".join(kind for kind, _ in parts),
                            max(level for _, level in parts), parts=parts))
    return lines


# What happens to a page, in the order in which it happens: print, paper, hands, light, optics, sensor, file.
ORDER = ["thin", "thick", "holes", "faint", "show-through", "folded-corner", "occlusion", "cut-off", "skew", "keystone", "feeder",
         "shading", "blur", "motion-blur", "low-resolution", "over-exposure", "color-cast", "streaks", "black-border", "noise",
         "salt-and-pepper", "jpeg"]


def geometry(task):
    """Pages with known angle, orientation and resolution."""
    out, layout, index = task
    rng = numpy.random.default_rng(seed_of("geometry", layout.name))
    lines = []
    for turn in range(10):                           # 20 layouts: 200 pages, every other one degraded
        degrees = float(rng.uniform(-6, 6))
        sheet, counts = layout.clean(skew=degrees)
        parts = []
        if turn % 2:
            parts = [(STILL[int(rng.integers(len(STILL)))], round(float(rng.uniform(1, 3.2)), 2))]
        page = degraded(counts, layout, parts, f"geometry {turn}", degrees)
        lines.append(record(out, f"skew-{layout.name}-{turn}", layout, page, sheet, parts[0][0] if parts else "clean",
                            parts[0][1] if parts else 0, test="skew"))
    sheet, counts = layout.clean()
    skew = layout.look().skew
    for quarter in range(4):
        page = Scan(numpy.ascontiguousarray(numpy.rot90(counts, quarter)), layout.dpi, None, turned=skew)
        line = record(out, f"orientation-{layout.name}-{90 * quarter}", layout, page, sheet, "clean", 0, test="orientation")
        lines.append({**line, "orientation": 90 * quarter})
    for step, dpi in enumerate([72, 100, 120, 150, 200, 240, 300, 400]):
        if (step + index) % 3 and dpi != 200 or dpi == 400 and layout.form == "whole":
            continue
        sheet, counts = layout.clean(dpi=dpi)
        for name, tag in [("true", dpi), ("none", None), ("wrong", 300 if dpi < 250 else 150)]:
            page = Scan(counts, dpi, None, turned=skew)
            lines.append(record(out, f"dpi-{layout.name}-{dpi}-{name}", layout, page, sheet, "clean", 0, dpi=dpi, tag=tag,
                                test="dpi", tagged=name))
    sheet, counts = layout.clean(dpi=100)
    picture = colour(counts)
    picture = picture.resize((picture.width * 3, picture.height * 3), 3)
    page = Scan(numpy.asarray(picture, numpy.float32), 300, None, turned=skew)
    lines.append(record(out, f"upsampled-{layout.name}", layout, page, sheet, "low-resolution", 3, dpi=300, tag=300,
                        test="upsampled", opticalDpi=100))
    return lines


def make(out, work, tasks, jobs):
    """Runs the tasks and writes OUT/truth.jsonl."""
    out.mkdir(parents=True, exist_ok=True)
    pages = 0
    with multiprocessing.Pool(jobs) as pool, open(out / "truth.jsonl", "w", encoding="utf-8") as truth:
        for lines in pool.imap(work, tasks) if jobs > 1 else map(work, tasks):
            truth.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            truth.flush()                            # what is there can be used before the rest is
            pages += len(lines)
    return pages
