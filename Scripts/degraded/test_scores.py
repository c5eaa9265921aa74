"""The yardstick is tested before it is used: python3 -m unittest discover -s Scripts/degraded -t Scripts"""

import random
import unittest

import numpy

from . import model, scores


def naive(line, text, anchored):
    row = list(range(len(text) + 1)) if anchored else [0] * (len(text) + 1)
    for code in line:
        new = [row[0] + 1]
        for at, other in enumerate(text):
            new.append(min(row[at] + (code != other), row[at + 1] + 1, new[-1] + 1))
        row = new
    return row


class Scores(unittest.TestCase):
    def test_distances_agree_with_the_textbook(self):
        chance = random.Random(1)
        for _ in range(60):
            line, text = ("".join(chance.choice("ab c") for _ in range(count)) for count in (9, 24))
            for anchored in (False, True):
                found = scores._inside(scores._codes(line), scores._codes(text), anchored)
                self.assertEqual(found.tolist(), naive(line, text, anchored))

    def test_order_and_white_space_do_not_count(self):
        truth = "Ủy ban nhân dân\nphường Bến Trăng nhận được\nNơi nhận: như trên"
        self.assertEqual(scores.character_errors(truth, "Nơi nhận:  như trên\n\nỦy ban nhân dân phường Bến Trăng nhận được"), 0)

    def test_wrong_lost_and_invented_letters_count(self):
        truth = "một hai ba bốn năm sáu bảy tám chín mười"
        self.assertAlmostEqual(scores.character_errors(truth, truth.replace("m", "n")), truth.count("m") / len(truth))
        self.assertEqual(scores.character_errors(truth, ""), 1)
        self.assertAlmostEqual(scores.character_errors(truth, truth + " " + "x" * (scores.STRAY + 10)), 10 / len(truth))
        self.assertEqual(scores.character_errors(truth, truth + " " + "x" * (scores.STRAY + 10), seal_letters=10), 0)

    def test_ranks_share_ties(self):
        self.assertEqual(scores.ranks([3, 1, 3, 2]).tolist(), [3.5, 1, 3.5, 2])
        self.assertAlmostEqual(scores.spearman([1, 2, 3, 4], [10, 20, 30, 40]), 1)
        self.assertAlmostEqual(scores.spearman([1, 2, 3, 4], [4, 3, 2, 1]), -1)

    def test_perfect_promises_have_no_calibration_error(self):
        self.assertEqual(scores.calibration_error([0, 0, 1, 1], [0, 0, 1, 1]), 0)
        self.assertAlmostEqual(scores.calibration_error([0.9, 0.9], [0, 0]), 0.9)


class Model(unittest.TestCase):
    def test_isotonic_fit_never_falls_and_keeps_the_mean(self):
        chance = numpy.random.default_rng(2)
        p = chance.random(300)
        y = (chance.random(300) < p).astype(float)
        blocks = model.isotonic(p, y)
        heights = [total / count for _, _, total, count in blocks]
        self.assertEqual(heights, sorted(heights))
        self.assertAlmostEqual(sum(total for _, _, total, _ in blocks), y.sum())
        points = model.calibration(p, y)
        self.assertLessEqual(len(points), 12)
        self.assertTrue(all(a < c and b <= d for (a, b), (c, d) in zip(points, points[1:])))

    def test_a_defect_that_was_never_seen_keeps_its_weight(self):
        chance = numpy.random.default_rng(3)
        x = numpy.c_[chance.random(400) * 2, numpy.zeros(400)]
        y = (chance.random(400) < 1 / (1 + numpy.exp(-(2 - 5 * x[:, 0])))).astype(float)
        beta = model.fit(x, y, [1, 3], 0.1)
        self.assertAlmostEqual(beta[2], 3)
        self.assertAlmostEqual(beta[1], 5, delta=1.5)

    def test_no_weight_is_negative(self):
        x = numpy.linspace(0, 2, 100)[:, None]
        self.assertEqual(model.fit(x, (x[:, 0] > 1).astype(float), [1], 3)[1], 0)


if __name__ == "__main__":
    unittest.main()
