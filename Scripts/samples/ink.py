"""What people put on the print: seals, stamps, signatures, figures written by hand."""

import math

import numpy

from .sheet import MM, Pango, PangoCairo, lines_of, set_text

# Strokes of figures in a box of height 1, y down; drawn as curves through the points.
FIGURES = {
    "0": [[(.55, .05), (.2, .2), (.08, .6), (.25, .95), (.5, .9), (.62, .5), (.5, .1), (.3, .08)]],
    "1": [[(.15, .3), (.42, .03), (.36, .5), (.3, .97)]],
    "2": [[(.12, .25), (.3, .03), (.55, .12), (.5, .4), (.25, .75), (.06, .95), (.3, .9), (.62, .95)]],
    "3": [[(.12, .12), (.35, .02), (.55, .18), (.4, .42), (.25, .46), (.5, .55), (.55, .8), (.3, .98), (.06, .86)]],
    "4": [[(.45, .03), (.2, .4), (.05, .65), (.3, .63), (.65, .6)], [(.5, .35), (.45, .65), (.4, 1)]],
    "5": [[(.2, .05), (.16, .25), (.12, .45), (.35, .4), (.55, .6), (.45, .88), (.2, .98), (.04, .88)],
          [(.2, .06), (.4, .07), (.62, .03)]],
    "6": [[(.5, .02), (.22, .3), (.08, .7), (.25, .97), (.48, .85), (.45, .6), (.25, .58), (.1, .72)]],
    "7": [[(.06, .1), (.3, .08), (.6, .05), (.45, .4), (.28, .97)], [(.2, .5), (.55, .47)]],
    "8": [[(.5, .15), (.3, .02), (.14, .18), (.3, .42), (.52, .65), (.4, .95), (.15, .92), (.1, .7), (.35, .45),
           (.55, .2), (.48, .12)]],
    "9": [[(.5, .15), (.3, .05), (.12, .25), (.2, .45), (.42, .4), (.52, .15), (.5, .5), (.35, .97)]],
    "/": [[(.5, .0), (.05, 1.1)]],
}

SIGNATURES = [
    [[(.02, .75), (.1, .3), (.2, .02), (.25, .3), (.15, .75), (.08, .95), (.2, .7), (.32, .45), (.36, .65), (.42, .42),
      (.47, .66), (.53, .42), (.58, .62), (.66, .35), (.7, .1), (.68, .55), (.72, .7), (.82, .55), (1.0, .3)],
     [(.98, .62), (.6, .85), (.2, .98), (.5, .86), (1.1, .78)]],
    [[(.0, .6), (.18, .1), (.3, .0), (.28, .4), (.2, .9), (.32, .5), (.42, .35), (.45, .6), (.52, .35), (.55, .62),
      (.62, .3), (.66, .65), (.8, .5), (1.05, .42)], [(.1, .5), (.55, .32), (1.05, .12)]],
    [[(.05, .5), (.15, .1), (.25, .5), (.12, .9), (.05, .55), (.3, .25), (.4, .6), (.48, .25), (.45, .78), (.55, .5),
      (.62, .2), (.7, .55), (.64, .85), (.8, .5), (1.05, .4)], [(.3, .98), (.6, .9), (1.1, .95)]],
    [[(.3, .35), (.12, .15), (.02, .5), (.18, .8), (.4, .5), (.42, .1), (.34, .05), (.36, .9), (.5, .5), (.56, .65),
      (.63, .45), (.68, .66), (.76, .42), (.8, .62), (1.08, .25)], [(.15, .95), (.5, .8), (.95, .85), (.6, .95)]],
]


def _curve(points, steps=14):
    """Catmull-Rom through the points: a pen does not turn corners."""
    ends = [points[0]] + list(points) + [points[-1]]
    out = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:]):
        for step in range(steps):
            t = step / steps
            out.append(tuple(
                0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3)
                for p, q, r, s in zip(a, b, c, d)))
    return out + [points[-1]]


def _pen(strokes, thickness, rng):
    """Strokes as ink: thin where the pen is fast, thick where it is slow."""
    drawn = []
    for points in strokes:
        path = _curve(points)
        speeds = [math.dist(p, q) for p, q in zip(path, path[1:])] or [0]
        usual = sorted(speeds)[len(speeds) // 2] or 1
        press = rng.uniform(0.85, 1.1)
        drawn.append([(p, q, thickness * press * min(1.35, max(0.6, 1.25 - 0.3 * speed / usual)))
                      for p, q, speed in zip(path, path[1:], speeds)])

    def mark(context):
        context.set_line_cap(1)
        for stroke in drawn:
            for p, q, wide in stroke:
                context.set_line_width(wide)
                context.move_to(*p)
                context.line_to(*q)
                context.stroke()
    return mark


def figures(page, text, x, baseline, seed, height=15.0, layer="blue", slant=0.22, thickness=1.15):
    """Writes figures by hand from `x` on."""
    rng = numpy.random.default_rng(seed)
    for figure in text:
        tall, tilt, lift = height * rng.uniform(0.92, 1.1), slant + rng.uniform(-.06, .06), rng.uniform(-1.2, 1.0)
        strokes = []
        for points in FIGURES[figure]:
            strokes.append([(x + (px + (1 - py) * tilt + rng.normal(0, .012)) * tall,
                             baseline + lift + (py - 1 + rng.normal(0, .012)) * tall) for px, py in points])
        page.draw(layer, _pen(strokes, thickness, rng))
        x += tall * (0.5 if figure == "1" else 0.72)
    return x


def signature(page, x, y, width, height, style, seed, layer="blue", thickness=1.5):
    """A signature in the box."""
    rng = numpy.random.default_rng(seed)
    strokes = [[(x + (px + rng.normal(0, .012)) * width, y + (py + rng.normal(0, .02)) * height) for px, py in points]
               for points in SIGNATURES[style % len(SIGNATURES)]]
    page.draw(layer, _pen(strokes, thickness, rng))


def _star(context, x, y, radius, turn=0.0):
    for corner in range(10):
        angle = turn - math.pi / 2 + corner * math.pi / 5
        far = radius if corner % 2 == 0 else radius * 0.382
        (context.move_to if corner == 0 else context.line_to)(x + far * math.cos(angle), y + far * math.sin(angle))
    context.close_path()
    context.fill()


def _arc_text(context, text, radius, size, middle, outward):
    """Letters along a circle about the origin; `middle` is the angle of the middle of the text."""
    letters = []
    for letter in text:
        layout = set_text(letter, size, bold=True, family="Liberation Sans Narrow, Liberation Sans")
        letters.append((layout, layout.get_size()[0] / Pango.SCALE + size * 0.06))
    angle = middle - sum(wide for _, wide in letters) / 2 / radius * (1 if outward else -1)
    for layout, wide in letters:
        half = wide / 2 / radius
        angle += half if outward else -half
        context.save()
        context.rotate(angle + math.pi / 2 if outward else angle - math.pi / 2)
        context.translate(-wide / 2, -radius if outward else radius)
        context.move_to(0, size * 0.36)
        PangoCairo.show_layout_line(context, layout.get_line_readonly(0))
        context.restore()
        angle += half if outward else -half


def seal(page, x, y, over, under, centre=None, diameter=36.0, degrees=0.0, layer="red"):
    """A round seal about (x, y): double ring, agency on the ring, and a star or a name in the middle."""
    outer = diameter * MM / 2

    def mark(context):
        context.translate(x, y)
        context.rotate(math.radians(degrees))
        for radius, wide in ((outer, 2.0), (outer * 0.935, 0.7), (outer * 0.64, 0.9)):
            context.set_line_width(wide)
            context.new_path()
            context.arc(0, 0, radius - wide / 2, 0, 2 * math.pi)
            context.stroke()
        size = outer * 0.19
        _arc_text(context, over, outer * 0.785, size, -math.pi / 2, True)
        _arc_text(context, under, outer * 0.785, size, math.pi / 2, False)
        for side in (-1, 1):
            _star(context, side * outer * 0.785 * math.cos(0.12), outer * 0.785 * math.sin(0.12), outer * 0.075)
        if centre is None:
            _star(context, 0, 0, outer * 0.42)
            return
        rows = centre.split("\n")
        for row, text in enumerate(rows):
            high = outer * (0.25 if len(rows) < 3 else 0.19)
            layout = set_text(text, high, bold=True, family="Liberation Sans Narrow, Liberation Sans")
            line, _, _, wide = lines_of(layout)[0]
            shrink = min(1.0, outer * 1.1 / wide)
            context.save()
            context.translate(0, (row - (len(rows) - 1) / 2) * high * 1.18 + high * 0.36)
            context.scale(shrink, 1)
            context.move_to(-wide / 2, 0)
            PangoCairo.show_layout_line(context, line)
            context.restore()
    page.draw(layer, mark)


def sign_and_seal(place, over, under, centre, style, seed, diameter=36.0):
    """A signature between position and name, and the seal over its left third (Nghị định 30, Điều 33)."""
    rng = numpy.random.default_rng(seed)
    page, middle, top, bottom = place["page"], place["middle"], place["top"], place["bottom"]
    width, height = 47 * MM, 17 * MM
    x = middle - width * 0.36 + rng.uniform(-2, 2) * MM
    y = top + (bottom - top - height) * 0.52
    signature(page, x, y, width, height, style, seed)
    radius = diameter * MM / 2
    seal(page, x + width / 3 - radius, (top + bottom) / 2 + rng.uniform(0, 2) * MM, over, under, centre, diameter,
         degrees=rng.uniform(-7, 7))


def stamp(page, x, y, text, width, height, borders, size=13.5, layer="red", degrees=0.0):
    """A rectangular stamp: MẬT has two borders 1 mm apart, HỎA TỐC has one."""
    def mark(context):
        context.translate(x + width * MM / 2, y + height * MM / 2)
        context.rotate(math.radians(degrees))
        context.translate(-width * MM / 2, -height * MM / 2)
        context.set_line_width(1.3)
        context.rectangle(0, 0, width * MM, height * MM)
        context.stroke()
        if borders == 2:
            context.set_line_width(0.8)
            context.rectangle(MM, MM, (width - 2) * MM, (height - 2) * MM)
            context.stroke()
        layout = set_text(text, size, bold=True)
        line, _, _, wide = lines_of(layout)[0]
        context.move_to((width * MM - wide) / 2, height * MM / 2 + size * 0.34)
        PangoCairo.show_layout_line(context, line)
    page.draw(layer, mark)
    page.say("STAMP", text)


def incoming(page, x, y, agency, number, date, seed, degrees=-1.2, layer="red"):
    """The stamp of the receiving office, 50 × 35 mm, with number and day written by hand."""
    wide, high = 50 * MM, 35 * MM
    rows = ["CÔNG VĂN ĐẾN", "Số: ......................", "Ngày: ....................", "Chuyển: .................",
            "Số và ký hiệu HS: ......."]

    def mark(context):
        context.translate(x + wide / 2, y + high / 2)
        context.rotate(math.radians(degrees))
        context.translate(-wide / 2, -high / 2)
        context.set_line_width(1.4)
        context.rectangle(0, 0, wide, high)
        context.stroke()
        place = 13.0
        for index, (text, size, bold) in enumerate([(agency, 9.5, True)] + [(row, 11 if i else 12, i == 0)
                                                                           for i, row in enumerate(rows)]):
            layout = set_text(text, size, wide - 8, "center" if index < 2 else "left", bold)
            line, _, offset, _ = lines_of(layout)[0]
            context.move_to(4 + offset, place)
            PangoCairo.show_layout_line(context, line)
            place += 16.0
    page.draw(layer, mark)
    figures(page, number, x + 28, y + 49, seed, height=12)
    figures(page, date, x + 36, y + 66, seed + 1, height=10.5)
    for text in [agency] + rows:
        page.say("STAMP", text)
