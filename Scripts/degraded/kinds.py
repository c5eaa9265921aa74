"""The kinds of degradation, and what each must be called.

Each kind names the rules that must name it (`expected`) and those that may as well be true (`also`); both were written down
from the definitions of the measures, before any result was seen.
"""

from dataclasses import dataclass, field
from typing import Callable

from . import optics, paper


@dataclass(frozen=True)
class Kind:
    """One way in which a scan goes wrong, and what it must be called."""
    name: str
    apply: Callable
    expected: tuple
    also: tuple = field(default=())


KINDS = {kind.name: kind for kind in [
    Kind("blur", optics.blur, ("sharpness",), ("resolution.optical", "contrast", "speckle.white", "stroke.merged")),
    Kind("motion-blur", optics.motion_blur, ("sharpness",), ("resolution.optical", "contrast", "speckle.white", "stroke.merged",
                                                          "stroke.thin")),
    Kind("low-resolution", optics.low_resolution, ("resolution.optical",), ("sharpness", "contrast", "speckle.white", "stroke.merged")),
    Kind("noise", optics.noise, ("noise",), ("speckle", "speckle.white", "contrast", "sharpness", "show-through", "clipping")),
    Kind("salt-and-pepper", optics.salt_and_pepper, ("speckle",), ("noise", "speckle.white", "show-through", "sharpness")),
    Kind("faint", paper.faint, ("contrast",), ("noise", "stroke.thin", "sharpness", "color.ink-missing")),
    Kind("shading", paper.shading, ("shading",), ("noise", "contrast", "border.black", "show-through", "clipping")),
    Kind("show-through", paper.show_through, ("show-through",), (
        "speckle", "noise", "contrast", "shading", "stroke.merged", "sharpness")),
    Kind("jpeg", optics.jpeg, ("jpeg.quality",), (
        "sharpness", "noise", "speckle", "speckle.white", "color.ink-missing", "color.mode", "show-through", "resolution.optical",
        "stroke.merged", "color.cast")),
    Kind("skew", optics.skew, ("skew",), ("text.cut-off",)),
    Kind("thin", paper.thin, ("stroke.thin",), ("contrast", "sharpness", "speckle", "color.ink-missing")),
    Kind("thick", paper.thick, ("stroke.merged",), ("speckle.white", "sharpness", "contrast", "clipping")),
    Kind("over-exposure", optics.over_exposure, ("clipping",), ("contrast", "stroke.thin", "sharpness", "color.ink-missing")),
    Kind("streaks", optics.streaks, ("streaks",), ("border.black", "speckle", "stroke.merged", "text.cut-off")),
    Kind("feeder", optics.feeder, ("motion",), ("speckle", "text.cut-off")),
    Kind("cut-off", paper.cut_off, ("text.cut-off",), ("color.ink-missing",)),
    Kind("black-border", paper.black_border, ("border.black",), ("text.cut-off", "shading", "color.cast")),
    Kind("occlusion", paper.occlusion, ("occlusion",), ("shading", "contrast", "border.black", "text.cut-off", "color.cast")),
    Kind("folded-corner", paper.folded_corner, ("corner.folded",), ("border.black", "occlusion", "text.cut-off", "shading")),
    Kind("color-cast", optics.color_cast, ("color.cast",), ("color.ink-missing", "contrast")),
    Kind("keystone", optics.keystone, ("keystone",), ("skew", "text.cut-off")),
    Kind("holes", paper.holes, ("speckle.white",), ("stroke.thin", "contrast", "speckle", "sharpness")),
]}
