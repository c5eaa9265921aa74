"""A small monotone model: logistic over defects, each of which can only make things worse; then calibrated."""

import numpy

# feature, figure that does no harm, figure that ruins the page, logarithmic, weight before anything was learned. The spans are those
# of what is read after restoration, from where OCR begins to suffer to where it fails, seen on pages of training layouts: grain,
# specks, shade, pale ink and streaks are taken out before reading and harm only at the end; what is gone stays gone.
PIXELS = [
    ("xHeight", 14, 8, False, 0.5), ("xHeight", 8.5, 6, False, 3.0),
    ("edgeGradient", 0.25, 0.13, False, 1.5), ("edgeGradient", 0.14, 0.08, False, 3.0),
    ("worstEdgeGradient", 0.2, 0.08, False, 1.0), ("edgeWidth", 3.0, 6.0, True, 0.5),
    ("contrast", 0.1, 0.03, True, 1.0), ("worstContrast", 0.06, 0.03, True, 1.0),
    ("signalToNoise", 5.2, 2.6, True, 3.0), ("nonUniformity", 0.6, 1.5, False, 0.3),
    ("showThrough", 0.08, 0.25, True, 0.5), ("ghostStrokes", 0.03, 0.5, False, 1.5),
    ("speckle", 60, 300, True, 0.5), ("whiteSpeckle", 0.95, 1.0, False, 0.5),
    ("relativeStroke", 0.085, 0.06, False, 2.0), ("relativeStroke", 0.06, 0.03, False, 3.0),
    ("touching", 0.3, 2, True, 2.0), ("touching", 2, 6, True, 1.5),
    ("skew", 5, 8, False, 0.3), ("jpegQuality", 8, 2, True, 1.5),
    ("cutOffText", 0, 1.5, False, 2.0), ("clipping", 0.1, 0.5, False, 3.0), ("motionFaults", 0, 2, False, 3.0),
    ("occludedShare", 0, 0.03, False, 3.0), ("foldedShare", 0, 0.03, False, 2.0), ("streaks", 3, 20, False, 0.5),
    ("keystoneDegrees", 3.5, 8, False, 1.5),
]
TEXT = [
    ("meanConfidence", 96, 90, False, 2.0), ("meanConfidence", 91, 80, False, 3.0),
    ("doubtfulShare", 0.01, 0.12, False, 1.5), ("coverage", 0.98, 0.85, False, 2.0), ("coverage", 0.9, 0.6, False, 1.5),
    ("syllableShare", 0.98, 0.9, False, 1.5),
    ("meanConfidence", 96.6, 95, False, 0.7), ("touching", 0.12, 0.6, True, 0.8),
]
# With text at hand the pixels only add what OCR cannot know: that print is missing.
LOST = {"cutOffText", "occludedShare", "motionFaults", "keystoneDegrees"}
BIAS = 3.0
STEP = 0.05                                          # of calibrated probabilities


def terms_of(kind, known):
    """The terms of a model, without features that the judge does not know."""
    rows = PIXELS if kind == "pixels" else TEXT + [row for row in PIXELS if row[0] in LOST]
    return [row for row in rows if row[0] in known]


def figure(answer, feature):
    """The value of a feature on one page, None when it is unknown."""
    if feature == "relativeStroke":
        stroke, height = answer.figure("strokeWidth"), answer.figure("xHeight")
        ratio, specks = answer.figure("signalToNoise"), answer.figure("speckle")
        if stroke is None or not height or height < 12 or (ratio is not None and ratio < 20) or (specks or 0) > 1:
            return None
        return max(0.0, stroke - 0.6) / height
    if feature == "skew":
        skew = answer.figure("skewDegrees")
        return None if skew is None else abs(skew)
    if feature in ("occludedShare", "foldedShare"):
        return answer.occluded_share() if feature == "occludedShare" else answer.folded_share()
    value = answer.figure(feature)
    return float(len(value)) if isinstance(value, list) else value


def badness(value, good, bad, logarithmic):
    """0 where the figure does no harm, 1 where it ruins the page, 2 at most; 0 when it is unknown."""
    if value is None or value != value:
        return 0.0
    scaled = (lambda x: numpy.log(max(x, 1e-4))) if logarithmic else float
    return float(min(2.0, max(0.0, (scaled(value) - scaled(good)) / (scaled(bad) - scaled(good)))))


def matrix(pages, terms):
    return numpy.array([[badness(figure(page, term[0]), *term[1:4]) for term in terms] for page in pages]).reshape(len(pages), len(terms))


def fit(x, y, prior, ridge):
    """Weights ≥ 0 and bias that explain y best, drawn towards the weights that were believed before.

    Minimises log loss + ridge/2 · Σ (w − prior)² by Newton steps on the weights that are free to move, halved until they help. A term
    that no page of the training shows stays where it was believed to be: that is how an unseen defect keeps its weight.
    """
    prior = numpy.array(prior, float)
    columns = numpy.c_[numpy.ones(len(x)), -x]
    start = numpy.r_[BIAS, prior]
    strength = numpy.r_[0.01, numpy.full(len(prior), ridge)]

    def loss(beta):
        z = columns @ beta
        return (numpy.logaddexp(0, z) - y * z).sum() + 0.5 * (strength * (beta - start) ** 2).sum()
    beta = start.copy()
    for _ in range(60):
        p = 1 / (1 + numpy.exp(-numpy.clip(columns @ beta, -40, 40)))
        gradient = columns.T @ (p - y) + strength * (beta - start)
        free = numpy.r_[True, (beta[1:] > 0) | (gradient[1:] < 0)]
        curve = (columns[:, free] * (p * (1 - p))[:, None]).T @ columns[:, free] + numpy.diag(strength[free])
        move = numpy.zeros_like(beta)
        move[free] = -numpy.linalg.solve(curve, gradient[free])
        size, before = 1.0, loss(beta)
        while size > 1e-6:
            after = beta + size * move
            after[1:] = numpy.maximum(after[1:], 0)
            if loss(after) < before - 1e-9:
                break
            size /= 2
        else:
            break
        beta = after
    return beta


def probability(x, beta):
    return 1 / (1 + numpy.exp(-numpy.clip(beta[0] - x @ beta[1:], -40, 40)))


def isotonic(p, y):
    """Pools neighbours that violate the order: blocks of (lowest p, highest p, mean y, pages), by rising p."""
    blocks = []
    for value, happened in sorted(zip(p, y)):
        if blocks and blocks[-1][1] == value:
            low, high, total, count = blocks.pop()
            blocks.append((low, value, total + happened, count + 1))
        else:
            blocks.append((value, value, float(happened), 1))
        while len(blocks) > 1 and blocks[-2][2] / blocks[-2][3] >= blocks[-1][2] / blocks[-1][3]:
            (low, _, a, n), (_, high, b, m) = blocks[-2], blocks[-1]
            blocks[-2:] = [(low, high, a + b, n + m)]
    return blocks


def calibration(p, y, knots=12):
    """At most so many points, rising in both, that lead from a raw probability to one that comes true.

    Blocks of the isotonic fit with few pages join their smaller neighbour. The best and the worst block stay level, so that equally
    good pages score the same; between the middles of the others the curve is straight.
    """
    blocks = isotonic(p, y)
    least = max(8, len(p) // 60)
    while len(blocks) > 1 and (min(block[3] for block in blocks) < least or len(blocks) > knots - 4):
        at = min(range(len(blocks)), key=lambda index: blocks[index][3])
        beside = [index for index in (at - 1, at + 1) if 0 <= index < len(blocks)]
        other = min(beside, key=lambda index: blocks[index][3])
        a, b = sorted((at, other))
        blocks[a:b + 1] = [(blocks[a][0], blocks[b][1], blocks[a][2] + blocks[b][2], blocks[a][3] + blocks[b][3])]
    # Blocks of twenty to some hundred pages know their share to 5 % at best: finer steps would rank pages by chance.
    value = [min(0.99, max(0.01, round((total + 0.5) / (count + 1) / STEP) * STEP)) for _, _, total, count in blocks]
    points = [(0.0, value[0])]
    for index, (low, high, _, _) in enumerate(blocks):
        if index == 0 or index == len(blocks) - 1:
            points += [(high, value[index])] if index == 0 else [(low, value[index])]
        else:
            points.append(((low + high) / 2, value[index]))
    points.append((1.0, value[-1]))
    out = []
    for x, height in points:
        x, height = round(float(x), 4), round(max(float(height), out[-1][1] if out else 0.0), 4)
        if not out or x > out[-1][0]:
            out.append((x, height))
    return out


def calibrated(p, points):
    return numpy.interp(p, [x for x, _ in points], [y for _, y in points])


def folds(groups, count=5):
    """Pages of one group stay together; the groups are dealt out in order of their names."""
    order = {name: index % count for index, name in enumerate(sorted(set(groups)))}
    return numpy.array([order[name] for name in groups])


class Trained:
    """Weights and calibration of one model."""

    def __init__(self, pages, cer, groups, kind, known, ridge):
        self.terms = terms_of(kind, known)
        x, y = matrix(pages, self.terms), (numpy.asarray(cer) <= 0.02).astype(float)
        prior = [term[4] for term in self.terms]
        self.beta = fit(x, y, prior, ridge)
        self.held_out, parts = numpy.zeros(len(y)), folds(groups)
        for part in set(parts):
            beta = fit(x[parts != part], y[parts != part], prior, ridge)
            self.held_out[parts == part] = probability(x[parts == part], beta)
        self.points = calibration(self.held_out, y)

    def __call__(self, pages):
        return calibrated(probability(matrix(pages, self.terms), self.beta), self.points)

    def swift(self, name, comment):
        """The model as Swift, in the form of `LegibilityModel`."""
        number = lambda value: f"{value:.4f}".rstrip("0").rstrip(".")  # noqa: E731
        lines = [f"  /// {comment}", f"  static let {name} = LegibilityModel(", f"    bias: {number(self.beta[0])},", "    terms: ["]
        for (feature, good, bad, logarithmic, _), weight in zip(self.terms, self.beta[1:]):
            if weight >= 0.005:
                first = f"feature: .{feature}, good: {number(good)}, bad: {number(bad)},"
                second = f"isLogarithmic: {str(logarithmic).lower()}, weight: {number(weight)})"
                whole = f"      Term({first} {second},"
                lines += [whole] if len(whole) <= 100 else ["      Term(", f"        {first} {second},"]
        lines += ["    ],", "    calibration: Curve([", *(f"      ({number(x)}, {number(y)})," for x, y in self.points), "    ]))"]
        return "\n".join(lines)
