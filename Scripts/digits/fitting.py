"""Fits the constants of SlotCalibration.swift and SlotHand.swift.

Logistic models of "the first reading is right", "one of two is right", and "a pen wrote this".
"""

import numpy

CAP = 8.0


def features(scores):
    """What the models see of the readings of a slot: lead, score a sign, the least certain sign; 1."""
    text, first, least = scores[0]
    lead = lambda at: min(CAP, first - scores[at][1]) if len(scores) > at else CAP
    common = [first / len(text), float(numpy.log(max(least, 0.002))), 1.0]
    return [lead(1), *common], [lead(2), *common]


def logistic(rows, targets):
    """Newton's method with a little ridge, so that nothing grows without bound."""
    x, y = numpy.array(rows), numpy.array(targets, float)
    weights = numpy.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + numpy.exp(-x @ weights))
        gradient = x.T @ (y - p) - 0.1 * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * numpy.eye(x.shape[1])
        step = numpy.linalg.solve(hessian, gradient)
        weights += step
        if numpy.abs(step).max() < 1e-9:
            break
    return weights


def fit(rows, same):
    seen = [(answer["hand"], not printed) for _, _, answer, printed in rows if answer.get("hand")]
    weights = logistic([features + [1.0] for features, _ in seen], [hand for _, hand in seen])
    print("hand: [" + ", ".join(f"{w:.4f}" for w in weights) + "]")
    for name, kinds in (("number", ("number",)), ("calendar", ("day", "month"))):
        mine = [(kind, value, answer["scores"]) for kind, value, answer, printed in rows
                if kind in kinds and not printed and answer.get("scores")]
        right = [[same(kind, s[0], value) for s in scores] for kind, value, scores in mine]
        pairs = [features(scores) for _, _, scores in mine]
        first = logistic([a for a, _ in pairs], [r[0] for r in right])
        either = logistic([b for _, b in pairs], [any(r[:2]) for r in right])
        print(f"{name}: {len(mine)} slots, first right {numpy.mean([r[0] for r in right]):.3f}, "
              f"among two {numpy.mean([any(r[:2]) for r in right]):.3f}")
        for label, weights in (("first", first), ("either", either)):
            print(f"  {label}: [" + ", ".join(f"{w:.4f}" for w in weights) + "]")
