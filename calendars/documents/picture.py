"""A picture of a page made fit for recognition: cut out and squared, without stamps, evenly lit, upright.

Pages come from flatbed scanners (a little turned, grey with noise, a red stamp over the signature) and from phones (a
desk around the page, perspective, shade). Each step looks whether it is needed, and does nothing where it is not.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter, ImageOps

from calendars.documents.page_tables import Ruling

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Projection = NDArray[np.float64]
Rows = tuple[tuple[float, ...], ...]

_SHORTEST_SIDE = 1_900  # pixels: A4 at about 230 dots an inch, where letters' marks are told apart
_STEPS = 8  # pixels: the coarseness at which stamps are sought
_COLOURED = 48  # difference of the strongest and the weakest colour
_TINT = 12  # the same for what coloured ink has touched
_INK_SHARE = 0.3  # of the page: more colour is no ink
_BLACK, _WHITE = 0.2, 0.95  # of the paper's brightness: what is drawn as black and as white
_STAMP = 0.06  # of the page's width: the least a stamp or a signature covers
_PAGE_AT_EDGE = 0.5  # of the picture's edge: more that is bright means that the page fills it
_PAGE_SHARE = 0.25, 0.93  # of the picture: a page on a desk covers so much
_STEEPEST = 5.0  # degrees
_DARK = 140
_FEW_DARK = 800  # pixels of 600 a line: less ink has no lines to go by


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page made fit, and the projection (3 by 3) from its places to those of the picture as received, in shares."""

    grey: Grey
    back: Projection

    def received(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the page stands on the picture as received, in shares of its width and height."""
        across, down, scale = self.back @ (x, y, 1.0)
        return float(across / scale), float(down / scale)

    def turned(self, quarters: int) -> "Cleaned":
        """The page turned by so many quarters against the clock."""
        height, width = self.grey.shape
        turns: dict[int, Rows] = {
            1: ((0, -1, width), (1, 0, 0), (0, 0, 1)),
            2: ((-1, 0, width), (0, -1, height), (0, 0, 1)),
            3: ((0, 1, 0), (-1, 0, height), (0, 0, 1)),
        }
        if quarters % 4 == 0:
            return self
        return Cleaned(
            np.ascontiguousarray(np.rot90(self.grey, quarters)), self.back @ np.array(turns[quarters % 4])
        )


def cleaned(picture: Image.Image) -> Cleaned:
    """The page in grey, as large as recognition wants it: dark letters on white, lines level."""
    picture = ImageOps.exif_transpose(picture)
    if picture.mode not in ("RGB", "L"):
        picture = _on_white(picture)
    back = np.diag((1 / picture.width, 1 / picture.height, 1.0))
    page, cut = _cut_out(picture)
    sized = _sized(page)
    back = back @ cut @ np.diag((page.width / sized.width, page.height / sized.height, 1.0))
    grey, level = _level(_even(_without_stamps(sized) if sized.mode == "RGB" else sized))
    return Cleaned(grey, back @ level)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "I", "F", "I;16") else "RGB")


def _sized(picture: Image.Image) -> Image.Image:
    factor = _SHORTEST_SIDE / min(picture.size)
    if 0.9 < factor < 1.1:
        return picture
    size = round(picture.width * factor), round(picture.height * factor)
    return picture.resize(size, Image.Resampling.BICUBIC if factor > 1 else Image.Resampling.LANCZOS)


def _cut_out(picture: Image.Image) -> tuple[Image.Image, Projection]:
    """The page alone and squared, when it is seen lying on something darker; and the way back to the picture."""
    whole = picture, np.eye(3)
    small = picture.convert("L")
    small.thumbnail((300, 300))
    grey = np.asarray(small.filter(ImageFilter.MedianFilter(5)))
    bright = grey > _threshold(grey)
    edge = np.concatenate((bright[0], bright[-1], bright[:, 0], bright[:, -1]))
    if edge.mean() > _PAGE_AT_EDGE:
        return whole
    page = _largest(bright)
    share = float(page.mean())
    if not _PAGE_SHARE[0] < share < _PAGE_SHARE[1]:
        return whole
    ys, xs = np.nonzero(page)
    ends = (np.argmin(xs + ys), np.argmin(xs - ys), np.argmax(xs + ys), np.argmax(xs - ys))
    corners = [(int(xs[i]), int(ys[i])) for i in ends]
    if _area(corners) < 0.9 * float(page.sum()):
        return whole  # no four-sided sheet: a dark margin or a photo within the page
    scale = picture.width / small.width
    quad = [((x + 0.5) * scale, (y + 0.5) * scale) for x, y in corners]
    width = round(max(math.dist(quad[0], quad[3]), math.dist(quad[1], quad[2])))
    height = round(max(math.dist(quad[0], quad[1]), math.dist(quad[3], quad[2])))
    target = [(0.0, 0.0), (0.0, float(height)), (float(width), float(height)), (float(width), 0.0)]
    numbers = _perspective(target, quad)
    page_alone = picture.transform(
        (width, height), Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC
    )
    return page_alone, np.array((*numbers, 1.0)).reshape(3, 3)


def _threshold(grey: Grey) -> int:
    """The grey that best parts dark from bright (Otsu)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(float)
    below, total = np.cumsum(counts), counts.sum()
    sums = np.cumsum(counts * np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (sums[-1] * below / total - sums) ** 2 / (below * (total - below))
    return int(np.nanargmax(between))


def _components(mask: Mask) -> Iterator[list[tuple[int, int]]]:
    """The connected parts of a small mask, each as its (row, column) places."""
    open_places = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}
    while open_places:
        pending = [open_places.pop()]
        found = []
        while pending:
            y, x = pending.pop()
            found.append((y, x))
            for near in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if near in open_places:
                    open_places.remove(near)
                    pending.append(near)
        yield found


def _largest(mask: Mask) -> Mask:
    best = max(_components(mask), key=len, default=[])
    out = np.zeros_like(mask)
    for y, x in best:
        out[y, x] = True
    return out


def _area(corners: list[tuple[int, int]]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _perspective(target: list[tuple[float, float]], source: list[tuple[float, float]]) -> tuple[float, ...]:
    """The eight numbers by which Pillow finds for each place of the target its place in the source."""
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    wanted = [value for point in source for value in point]
    return tuple(float(v) for v in np.linalg.solve(np.array(rows), np.array(wanted)))


def _without_stamps(picture: Image.Image) -> Image.Image:
    """The picture in grey, with coloured ink as bright as the paper where it makes a stamp or a signature.

    Ink is brightest in its own colour, so the strongest colour of each place shows what is printed in black below it.
    Coloured words stay.
    """
    red, green, blue = picture.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    strongest, colour = np.asarray(brightest), np.asarray(ImageChops.subtract(brightest, weakest))
    grey = np.array(picture.convert("L"))
    ink = (colour > _COLOURED) & (strongest > 60)
    height, width = (side // _STEPS * _STEPS for side in ink.shape)
    blocks = ink[:height, :width].reshape(height // _STEPS, _STEPS, width // _STEPS, _STEPS)
    coarse = blocks.sum(axis=(1, 3)) > _STEPS // 2
    if coarse.mean() > _INK_SHARE:
        return Image.fromarray(grey)  # coloured paper or light, not ink
    for part in _components(coarse):
        ys, xs = [y for y, _ in part], [x for _, x in part]
        top, bottom, left, right = (v * _STEPS for v in (min(ys), max(ys) + 1, min(xs), max(xs) + 1))
        if (
            min(bottom - top, right - left) < _STAMP * width / 2
            or max(bottom - top, right - left) < _STAMP * width
        ):
            continue
        area = np.s_[max(0, top - _STEPS) : bottom + _STEPS, max(0, left - _STEPS) : right + _STEPS]
        bright = strongest[area].astype(np.float32)
        paper = float(np.percentile(bright, 80))
        for hue in (red, blue):
            own = (np.asarray(hue)[area] == strongest[area]) & (colour[area] > _TINT)
            inked = bright[own & ink[area]]
            if inked.size:
                shown = np.minimum(bright * (paper / max(1.0, float(np.percentile(inked, 20)))), 255.0)
                grey[area] = np.where(own, shown, grey[area]).astype(np.uint8)
    return Image.fromarray(grey)


def _even(picture: Image.Image) -> Grey:
    """The page in grey, as bright everywhere as paper is, without the grain of the paper and of JPEG."""
    picture = picture.filter(ImageFilter.GaussianBlur(0.7))
    small = picture.resize((max(1, picture.width // 16), max(1, picture.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4)).resize(picture.size)
    light = np.maximum(np.asarray(paper, dtype=np.float32), 1.0)
    share = np.asarray(picture, dtype=np.float32) / light
    return (np.clip((share - _BLACK) / (_WHITE - _BLACK), 0.0, 1.0) * 255.0).astype(np.uint8)


def _level(grey: Grey) -> tuple[Grey, Projection]:
    """The page turned so that its lines are level, and the way back."""
    angle = skew(grey)
    if abs(angle) < 0.08:
        return grey, np.eye(3)
    turned = Image.fromarray(grey).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    middle = np.array(grey.shape[::-1]) / 2
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    back = np.eye(3)
    back[:2, :2] = (cosine, -sine), (sine, cosine)
    back[:2, 2] = middle - back[:2, :2] @ middle
    return np.array(turned), back


def skew(grey: Grey) -> float:
    """By how many degrees the lines rise to the right, negative when they fall: where rows are darkest at once."""
    picture = Image.fromarray(grey)
    picture = picture.resize((600, max(1, round(600 * picture.height / picture.width))), Image.Resampling.BOX)
    dark = np.asarray(picture) < 200
    ys, xs = np.nonzero(dark)
    if len(ys) < _FEW_DARK:
        return 0.0

    def sharpness(angle: float) -> float:
        rows = np.rint(ys + xs * math.tan(math.radians(angle))).astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(float)
        return float((np.diff(counts) ** 2).sum())

    best = max(np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.5), key=sharpness)
    best = max(np.arange(best - 0.45, best + 0.46, 0.05), key=sharpness)
    return -float(best) if sharpness(float(best)) > 1.02 * sharpness(0.0) else 0.0


def rulings(grey: Grey) -> list[Ruling]:
    """The long straight lines of a level page."""
    dark = grey < _DARK
    length = grey.shape[1] // 30
    level = [Ruling(x0, y0, x1, y1) for y0, x0, y1, x1 in _runs(dark, length)]
    upright = [Ruling(y0, x0, y1, x1) for y0, x0, y1, x1 in _runs(dark.T, length)]
    return level + upright


def _runs(dark: Mask, length: int) -> Iterator[tuple[int, int, int, int]]:
    """Horizontal stretches of at least `length` dark pixels as (top, left, bottom, right), adjoining rows as one."""
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= 0.95 * length
    open_runs: list[tuple[int, int, int, int]] = []
    for y in np.nonzero(full.any(axis=1))[0]:
        edges = np.flatnonzero(np.diff(np.concatenate(([0], full[y].astype(np.int8), [0]))))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            run = (int(y), int(start), int(y), int(end) - 1 + length)
            met = next(
                (r for r in open_runs if run[0] - r[2] <= 2 and r[1] <= run[3] and run[1] <= r[3]),
                None,
            )
            if met:
                open_runs.remove(met)
                run = (met[0], min(met[1], run[1]), run[2], max(met[3], run[3]))
            open_runs.append(run)
        done = [r for r in open_runs if y - r[2] > 2]
        yield from (r for r in done if r[2] - r[0] < length // 3)
        open_runs = [r for r in open_runs if y - r[2] <= 2]
    yield from (r for r in open_runs if r[2] - r[0] < length // 3)


def without(grey: Grey, lines: list[Ruling]) -> Grey:
    """The page without these lines, which recognition takes for letters."""
    out = grey.copy()
    for line in lines:
        top, bottom, left, right = (int(v) for v in (line.top, line.bottom, line.left, line.right))
        out[max(0, top - 1) : bottom + 2, max(0, left - 1) : right + 2] = 255
    return out
