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
Stretch = tuple[int, int, int]
"""A row of a mask and where in it something begins and ends."""

_LARGEST_SIDE = (
    1_700  # pixels, of the shorter sides: A4 at 200 dots an inch; more costs time and tells no more
)
_STRIPS = 40  # a page is cut into, to see how high its lines of letters are
_LETTERS_LOW, _LETTERS_HIGH = 4, 80  # pixels: lower is dust, higher are pictures and frames
_SMALL_LETTERS, _READABLE_LETTERS = (
    15.0,
    22.0,
)  # pixels of a line with its marks: enlarged when below, and how far
_MOST_ENLARGED = 2.5
_STEPS = 8  # pixels: the coarseness at which stamps are sought
_COLOURED = 48  # difference of the strongest and the weakest colour
_TINT = 12  # the same for what coloured ink has touched
_INK_SHARE = 0.3  # of the page: more colour is no ink
_BLACK, _WHITE = 0.2, 0.95  # of the paper's brightness: what is drawn as black and as white
_STAMP = 0.06  # of the page's width: the least a stamp or a signature covers
_PAGE_AT_EDGE = 0.5  # of the picture's edge: more that is bright means that the page fills it
_PAGE_SHARE = 0.25, 0.93  # of the picture: a page on a desk covers so much
_GRAIN = 0.5  # pixels
_STEEPEST, _LEVEL = 5.0, 0.15  # degrees: sought so far, and what needs no turning
_DARK, _RULED = 140, 185  # letters; lines, which are thin and fade in the picture
_COARSE, _DARK_ON_AVERAGE = (
    8,
    195,
)  # pixels of a row looked at as one, and how bright they are where a line goes through
_UNBROKEN = 0.95  # of a line: what is dark, allowing for grain
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
    smaller = _reduced(picture)
    back = back @ _scaling(smaller, picture)
    page, cut = _cut_out(smaller)
    even = _even(page)
    readable = _enlarged(even)
    grey, level = _level(readable)
    return Cleaned(grey, back @ cut @ _scaling(readable, even) @ level)


def _scaling(new: Image.Image, old: Image.Image) -> Projection:
    """From the places of a picture to those of the one that it was scaled from."""
    return np.diag((old.width / new.width, old.height / new.height, 1.0))


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "I", "F", "I;16") else "RGB")


def _reduced(picture: Image.Image) -> Image.Image:
    """A picture no larger than it helps."""
    factor = _LARGEST_SIDE / min(picture.size)
    if factor > 0.9:
        return picture
    size = round(picture.width * factor), round(picture.height * factor)
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def _enlarged(page: Image.Image) -> Image.Image:
    """A page whose letters are too small to be told apart, enlarged; others as they are."""
    height = letters_height(np.asarray(page))
    if not 0 < height < _SMALL_LETTERS:
        return page
    factor = min(_READABLE_LETTERS / height, _MOST_ENLARGED)
    return page.resize((round(page.width * factor), round(page.height * factor)), Image.Resampling.BICUBIC)


def letters_height(grey: Grey) -> float:
    """How many pixels the lines of a page are high, from the tails of their letters to the marks; 0 for a blank page.

    Looked at in narrow strips, where lines that are not quite level are still apart.
    """
    height, width = grey.shape
    step = max(1, width // _STRIPS)
    strips = (grey[:, : width // step * step] < _DARK).reshape(height, -1, step).any(axis=2)
    edges = np.diff(np.pad(strips, ((1, 1), (0, 0))).astype(np.int8), axis=0)
    runs = np.flatnonzero(edges.T == -1) - np.flatnonzero(edges.T == 1)
    runs = runs[(runs >= _LETTERS_LOW) & (runs <= _LETTERS_HIGH)]
    return float(np.median(runs)) if runs.size else 0.0


def _cut_out(picture: Image.Image) -> tuple[Image.Image, Projection]:
    """The page alone in grey, without stamps, squared when it lies on something darker; and the way back."""
    quad = _page_on_desk(picture)
    if quad is None:
        return _without_stamps(picture), np.eye(3)
    xs, ys = zip(*quad, strict=True)
    left, top, right, bottom = (max(0, int(v)) for v in (min(xs), min(ys), max(xs) + 1, max(ys) + 1))
    around = _without_stamps(
        picture.crop((left, top, min(right, picture.width), min(bottom, picture.height)))
    )
    width = max(math.dist(quad[0], quad[3]), math.dist(quad[1], quad[2]))
    height = max(math.dist(quad[0], quad[1]), math.dist(quad[3], quad[2]))
    target = [(0.0, 0.0), (0.0, height), (width, height), (width, 0.0)]
    numbers = _perspective(target, [(x - left, y - top) for x, y in quad])
    page = around.transform(
        (round(width), round(height)), Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BILINEAR
    )
    moved = np.array(((1, 0, left), (0, 1, top), (0, 0, 1)), dtype=float)
    return page, moved @ np.array((*numbers, 1.0)).reshape(3, 3)


def _page_on_desk(picture: Image.Image) -> list[tuple[float, float]] | None:
    """The corners of the page (from the top left one, against the clock), None where it fills the picture."""
    small = picture.convert("L")
    small.thumbnail((300, 300))
    grey = np.asarray(small.filter(ImageFilter.MedianFilter(5)))
    bright = grey > _threshold(grey)
    edge = np.concatenate((bright[0], bright[-1], bright[:, 0], bright[:, -1]))
    if edge.mean() > _PAGE_AT_EDGE:
        return None
    page = _largest(bright)
    if not _PAGE_SHARE[0] < float(page.mean()) < _PAGE_SHARE[1]:
        return None
    ys, xs = np.nonzero(page)
    ends = (np.argmin(xs + ys), np.argmin(xs - ys), np.argmax(xs + ys), np.argmax(xs - ys))
    corners = [(int(xs[i]), int(ys[i])) for i in ends]
    if _area(corners) < 0.9 * float(page.sum()):
        return None  # no four-sided sheet: a dark margin or a photo within the page
    scale = picture.width / small.width
    return [((x + 0.5) * scale, (y + 0.5) * scale) for x, y in corners]


def _threshold(grey: Grey) -> int:
    """The grey that best parts dark from bright (Otsu)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(float)
    below, total = np.cumsum(counts), counts.sum()
    sums = np.cumsum(counts * np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (sums[-1] * below / total - sums) ** 2 / (below * (total - below))
    return int(np.nanargmax(between))


def _components(mask: Mask) -> list[list[Stretch]]:
    """The connected parts of a small mask, each as its stretches of one row."""
    parts: list[list[Stretch]] = []
    above: list[tuple[Stretch, int]] = []
    owner: list[int] = []  # of each part: itself, or the part with which it turned out to be one

    def root(part: int) -> int:
        while owner[part] != part:
            part = owner[part]
        return part

    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    for y in range(len(mask)):
        starts, ends = np.flatnonzero(edges[y] == 1).tolist(), np.flatnonzero(edges[y] == -1).tolist()
        row: list[tuple[Stretch, int]] = []
        for start, end in zip(starts, ends, strict=True):
            met = sorted({root(part) for (_, x0, x1), part in above if x0 < end and start < x1})
            part = met[0] if met else len(parts)
            if not met:
                owner.append(part)
                parts.append([])
            for other in met[1:]:
                owner[other] = part
            row.append(((y, start, end), part))
            parts[part].append((y, start, end))
        above = row
    whole: dict[int, list[Stretch]] = {}
    for part, stretches in enumerate(parts):
        whole.setdefault(root(part), []).extend(stretches)
    return list(whole.values())


def _largest(mask: Mask) -> Mask:
    out = np.zeros_like(mask)
    best = max(_components(mask), key=lambda part: sum(end - start for _, start, end in part), default=[])
    for y, start, end in best:
        out[y, start:end] = True
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
    if picture.mode == "L":
        return picture
    red, green, blue = picture.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    strongest, colour = np.asarray(brightest), np.asarray(ImageChops.subtract(brightest, weakest))
    grey = np.array(picture.convert("L"))
    ink = (colour > _COLOURED) & (strongest > 60)
    height, width = (side // _STEPS * _STEPS for side in ink.shape)
    shares = Image.fromarray(ink[:height, :width].astype(np.uint8) * 255).reduce(_STEPS)
    coarse = np.asarray(shares) > 255 // _STEPS // 2
    if coarse.mean() > _INK_SHARE:
        return Image.fromarray(grey)  # coloured paper or light, not ink
    for part in _components(coarse):
        rows, starts, ends = zip(*part, strict=True)
        top, bottom, left, right = (v * _STEPS for v in (min(rows), max(rows) + 1, min(starts), max(ends)))
        short, long = sorted((bottom - top, right - left))
        if short < _STAMP * width / 2 or long < _STAMP * width:
            continue
        if min(top, left) == 0 or bottom == height or right == width:
            continue  # the desk beside a page that does not lie straight
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


def _even(picture: Image.Image) -> Image.Image:
    """The page in grey, as bright everywhere as paper is, without the grain of the paper and of JPEG."""
    picture = picture.filter(ImageFilter.BoxBlur(_GRAIN))
    small = picture.resize((max(1, picture.width // 16), max(1, picture.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    light = paper.resize(picture.size, Image.Resampling.BILINEAR)
    places = np.asarray(light).astype(np.uint16) << 8 | np.asarray(picture)
    return Image.fromarray(_SHARES.take(places))


def _shares() -> Grey:
    """For each brightness of the paper and of a place on it how bright that place is to be."""
    light = np.maximum(np.arange(256), 1)[:, None]
    share = (np.arange(256)[None, :] / light - _BLACK) / (_WHITE - _BLACK)
    return (np.clip(share, 0.0, 1.0) * 255.0).astype(np.uint8)


_SHARES = _shares()


def _level(page: Image.Image) -> tuple[Grey, Projection]:
    """The page turned so that its lines are level, and the way back."""
    angle = skew(np.asarray(page))
    if abs(angle) < _LEVEL:
        return np.array(page), np.eye(3)
    turned = page.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    middle = np.array(page.size) / 2
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
    length = grey.shape[1] // 30
    level = [Ruling(x0, y0, x1, y1) for y0, x0, y1, x1 in _runs(grey, length)]
    upright = [Ruling(y0, x0, y1, x1) for y0, x0, y1, x1 in _runs(np.ascontiguousarray(grey.T), length)]
    return level + upright


def _runs(grey: Grey, length: int) -> Iterator[tuple[int, int, int, int]]:
    """Horizontal stretches of at least `length` dark pixels as (top, left, bottom, right), adjoining rows as one."""
    open_runs: list[tuple[int, int, int, int]] = []
    for y in _rows_with_runs(grey, length):
        full = _long(grey[y] < _RULED, length, _UNBROKEN)
        edges = np.flatnonzero(np.diff(np.pad(full, 1).astype(np.int8)))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            run = (y, int(start), y, int(end) - 1 + length)
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


def _rows_with_runs(grey: Grey, length: int) -> list[int]:
    """The rows that may hold such a stretch: looked for in a page whose every eight pixels of a row are made one."""
    coarse = np.asarray(Image.fromarray(grey).reduce((_COARSE, 1))) < _DARK_ON_AVERAGE
    found = _long(coarse, length // _COARSE - 1, 1.0)
    return [int(y) for y in np.flatnonzero(found.any(axis=1))]


def _long(dark: Mask, length: int, share: float) -> Mask:
    """For each place of a row whether of the `length` places from it on this share is dark."""
    sums = np.cumsum(dark, axis=-1, dtype=np.int16)
    before = np.pad(sums[..., :-length], [(0, 0)] * (dark.ndim - 1) + [(1, 0)])
    wide: Mask = sums[..., length - 1 :] - before >= share * length
    return wide


def without(grey: Grey, lines: list[Ruling]) -> Grey:
    """The page without these lines, which recognition takes for letters."""
    out = grey.copy()
    for line in lines:
        top, bottom, left, right = (int(v) for v in (line.top, line.bottom, line.left, line.right))
        out[max(0, top - 1) : bottom + 2, max(0, left - 1) : right + 2] = 255
    return out
