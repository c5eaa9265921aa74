"""Pictures as a scanner gives them: bent, thick or thin, cut, bilevel, and normalised as the reader does.

`normalised` is the twin of DigitPicture in Sources/Stages/Recognition: the ink's box fitted into 20 × 20, the middle of its mass
in the middle of 28 × 28.
"""

import torch
import torch.nn.functional as F


def warped(pictures, generator, size=56):
    """Turned, slanted, stretched and bent, at twice the size."""
    n = len(pictures)
    uniform = lambda low, high: low + (high - low) * torch.rand(n, generator=generator)
    angle, shear = uniform(-0.24, 0.24), uniform(-0.3, 0.3)
    wide, high = uniform(0.75, 1.3), uniform(0.85, 1.15)
    cos, sin = angle.cos(), angle.sin()
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0], theta[:, 0, 1] = cos * wide, (shear * cos - sin) * wide
    theta[:, 1, 0], theta[:, 1, 1] = sin * high, (shear * sin + cos) * high
    grid = F.affine_grid(theta, (n, 1, size, size), align_corners=False)
    bend = F.interpolate(torch.randn(n, 2, 5, 5, generator=generator), size=(size, size), mode="bicubic", align_corners=True)
    strength = uniform(0, 0.07)[:, None, None, None]
    grid = grid + (bend * strength).permute(0, 2, 3, 1)
    return F.grid_sample(pictures[:, None], grid, mode="bilinear", align_corners=False)[:, 0]


def inked(pictures, generator):
    """As thick or thin as a pen makes it, with ragged edges, breaks and dust; grey or bilevel."""
    n, size = len(pictures), pictures.shape[-1]
    uniform = lambda low, high: (low + (high - low) * torch.rand(n, 1, 1, generator=generator))
    # Some scans are soft: the same for digits and for what is none.
    soft = lambda images: F.avg_pool2d(images[:, None], 3, 1, 1, count_include_pad=False)[:, 0]
    blurred = lambda images, share: torch.where(torch.rand(n, 1, 1, generator=generator) < share, soft(images), images)
    pictures = blurred(blurred(pictures, 0.4), 0.3)
    thick = torch.rand(n, 1, 1, generator=generator)
    fat = F.max_pool2d(pictures[:, None], 3, 1, 1)[:, 0]
    thin = -F.max_pool2d(-pictures[:, None], 3, 1, 1)[:, 0]
    pictures = torch.where(thick < 0.25, thin * 0.6 + pictures * 0.4, torch.where(thick > 0.65, fat, pictures))
    rough = F.interpolate(torch.randn(n, 1, 20, 20, generator=generator), size=(size, size), mode="bilinear")[:, 0]
    # Ragged near the ink, where the pen and the threshold of the scanner disagree; clean elsewhere.
    near = (F.max_pool2d(pictures[:, None], 5, 1, 2)[:, 0] > 0.1).float()
    pictures = pictures + near * rough * uniform(0, 0.22)
    level = uniform(0.25, 0.6)
    hard = (pictures > level).float()
    grey = ((pictures - level) / 0.3 + 0.5).clamp(0, 1)
    out = torch.where(torch.rand(n, 1, 1, generator=generator) < 0.6, hard, grey)
    out = blurred(out, 0.3)
    # A rule or a row of dots that was taken out leaves a gap.
    rows = torch.arange(size).view(1, size, 1)
    at = torch.randint(14, size - 8, (n, 1, 1), generator=generator)
    cut = (torch.rand(n, 1, 1, generator=generator) < 0.12) & (rows >= at) & (rows < at + 1 + torch.randint(0, 3, (n, 1, 1), generator=generator))
    return torch.where(cut, torch.zeros(()), out)


def stubs(pictures, generator):
    """Now and then the end of a neighbour's stroke at one side."""
    n, size = len(pictures), pictures.shape[-1]
    rows, columns = torch.arange(size).view(1, size, 1), torch.arange(size).view(1, 1, size)
    has = torch.rand(n, 1, 1, generator=generator) < 0.12
    ink = (pictures > 0.4)
    hascol = ink.any(1)
    left = hascol.float().argmax(1).view(n, 1, 1)
    right = (size - 1 - hascol.flip(1).float().argmax(1)).view(n, 1, 1)
    side = torch.rand(n, 1, 1, generator=generator) < 0.5
    start = torch.where(side, left - 4, right - 1)
    y = torch.randint(14, 42, (n, 1, 1), generator=generator)
    high = torch.randint(2, 6, (n, 1, 1), generator=generator)
    box = (columns >= start) & (columns < start + 6) & (rows >= y) & (rows < y + high)
    return torch.where(has & box, torch.ones(()), pictures)


def normalised(pictures):
    """The ink's box fitted into 20 × 20, the middle of its mass in the middle of 28 × 28; empty ones stay empty."""
    n, size = len(pictures), pictures.shape[-1]
    ink = pictures > 0.2
    across, down = ink.any(1), ink.any(2)
    any_ink = across.any(1)
    first = lambda flags: flags.float().argmax(1).float()
    last = lambda flags: size - first(flags.flip(1))
    x0, x1, y0, y1 = first(across), last(across), first(down), last(down)
    side = torch.maximum(x1 - x0, y1 - y0).clamp(min=1)
    # Box to 20 of 28: one output pixel is side / 20 input pixels.
    scale = side / 20
    # The box begins between two pixels of the result: a picture that is normalised already stays as it is.
    cx, cy = x0 + scale * ((x1 - x0) / scale / 2).round(), y0 + scale * ((y1 - y0) / scale / 2).round()
    def sampled(cx, cy):
        fine = 84
        steps = (torch.arange(fine) + 0.5) / 3 - 14
        gx = (cx[:, None] + steps * scale[:, None]) / size * 2 - 1
        gy = (cy[:, None] + steps * scale[:, None]) / size * 2 - 1
        grid = torch.stack([gx[:, None, :].expand(n, fine, fine), gy[:, :, None].expand(n, fine, fine)], -1)
        return F.avg_pool2d(F.grid_sample(pictures[:, None], grid, mode="nearest", align_corners=False), 3)[:, 0]
    boxed = sampled(cx, cy)
    steps = torch.arange(28) + 0.5 - 14
    mass = boxed.sum((1, 2)).clamp(min=1e-6)
    mx = (boxed.sum(1) * steps).sum(1) / mass
    my = (boxed.sum(2) * steps).sum(1) / mass
    out = sampled(cx + mx.round() * scale, cy + my.round() * scale)
    return out * any_ink.view(n, 1, 1)
