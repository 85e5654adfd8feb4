"""Each step by which a picture of a page is made fit to be read."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from calendars.documents.page_tables import grids
from calendars.documents.page_words import Word
from calendars.documents.picture import cleaned, letters_height, rulings, skew, without
from calendars.documents.picture_cells import columns


def page(width: int = 1900, height: int = 2600) -> Image.Image:
    """A white page with bars where lines of text would be."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for y in range(300, height - 300, 60):
        for x in range(200, width - 200, 90):
            draw.rectangle([x, y, x + 60, y + 22], fill="black")
    return picture


@pytest.mark.parametrize("angle", [-2.5, -0.7, 0.0, 1.2, 3.0])
def test_a_turned_page_is_levelled(angle: float) -> None:
    turned = page().rotate(angle, Image.Resampling.BICUBIC, fillcolor="white")
    assert skew(np.asarray(turned.convert("L"))) == pytest.approx(-angle, abs=0.1)
    assert abs(skew(cleaned(turned).grey)) < 0.15


def test_a_stamp_goes_and_what_is_printed_below_it_stays() -> None:
    name = [[950 + 70 * i, 1390, 1000 + 70 * i, 1412] for i in range(5)]
    plain, stamped = (Image.new("RGB", (1900, 2600), "white") for _ in range(2))
    ImageDraw.Draw(stamped).ellipse([900, 1200, 1300, 1600], outline=(210, 40, 50), width=9)
    ImageDraw.Draw(stamped).line([930, 1500, 1350, 1420], fill=(40, 50, 160), width=6)
    for picture in (plain, stamped):
        for box in name:
            ImageDraw.Draw(picture).rectangle(box, fill="black")
    difference = np.abs(cleaned(stamped).grey.astype(int) - cleaned(plain).grey.astype(int))
    assert (difference > 100).sum() < 60


def test_coloured_words_are_no_stamp() -> None:
    picture = Image.new("RGB", (1900, 2600), "white")
    ImageDraw.Draw(picture).rectangle([300, 400, 380, 430], fill=(200, 0, 0))
    assert (cleaned(picture).grey < 120).sum() > 1500


def test_a_page_on_a_desk_is_cut_out_and_squared() -> None:
    corners = [(150, 120), (90, 2700), (1850, 2650), (1790, 160)]
    desk = Image.new("RGB", (2000, 2800), (80, 60, 40))
    ImageDraw.Draw(desk).polygon(corners, fill=(235, 232, 225))
    ImageDraw.Draw(desk).rectangle([600, 1200, 1200, 1240], fill="black")
    grey = cleaned(desk).grey
    assert (grey[:60] > 200).mean() > 0.9
    assert (grey[:, :40] > 200).mean() > 0.9
    assert (grey < 100).any()


def test_an_unevenly_lit_page_becomes_white() -> None:
    shade = np.linspace(250, 110, 1900)[None, :, None]
    lit = (np.asarray(page()).astype(float) / 255 * shade).astype(np.uint8)
    grey = cleaned(Image.fromarray(lit)).grey
    assert (grey[100:200] > 230).mean() > 0.95
    assert (grey < 60).mean() == pytest.approx(0.16, abs=0.02)


def test_the_lines_of_a_table_are_found_and_taken_off() -> None:
    picture = Image.new("L", (1900, 2600), 255)
    draw = ImageDraw.Draw(picture)
    for y in (400, 600, 800):
        draw.line([200, y, 1700, y], fill=0, width=4)
    for x in (200, 700, 1700):
        draw.line([x, 400, x, 800], fill=0, width=4)
    grey = np.array(picture)
    lines = rulings(grey)
    [grid] = grids(lines, near=8)
    assert [round(x, -1) for x in grid.columns] == [200, 700, 1700]
    assert [round(y, -1) for y in grid.rows] == [400, 600, 800]
    assert without(grey, lines).min() == 255


def test_pictures_of_every_mode_are_taken() -> None:
    for mode in ("1", "L", "LA", "P", "RGBA", "CMYK"):
        assert (cleaned(page().convert(mode)).grey < 100).mean() == pytest.approx(0.16, abs=0.02)


def _place(desk: Image.Image) -> tuple[float, float]:
    """Where the one dark bar of a cleaned picture stood on the picture as received."""
    page_ = cleaned(desk)
    ys, xs = np.nonzero(page_.grey < 100)
    return page_.received(float(xs.mean()), float(ys.mean()))


def test_a_place_is_found_again_on_the_picture_as_received() -> None:
    corners = [(150, 120), (90, 2700), (1850, 2650), (1790, 160)]
    desk = Image.new("RGB", (2000, 2800), (80, 60, 40))
    ImageDraw.Draw(desk).polygon(corners, fill=(235, 232, 225))
    ImageDraw.Draw(desk).rectangle([500, 800, 700, 840], fill="black")
    assert _place(desk) == pytest.approx((600 / 2000, 820 / 2800), abs=0.01)
    turned = page(1000, 1400).rotate(3, Image.Resampling.BICUBIC, fillcolor="white")
    found = cleaned(turned)
    ink = np.argwhere(found.grey < 50)[::5000]
    places = [found.received(float(x), float(y)) for y, x in ink]
    before = np.asarray(turned.convert("L"))
    assert sum(before[round(y * 1400), round(x * 1000)] < 160 for x, y in places) > 0.9 * len(places) > 20


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_place_is_found_again_when_the_page_lay_on_its_side(quarters: int) -> None:
    picture = Image.new("L", (1900, 2600), 255)
    ImageDraw.Draw(picture).rectangle([300, 400, 500, 440], fill=0)
    turned = cleaned(picture).turned(quarters)
    ys, xs = np.nonzero(turned.grey < 100)
    found = turned.received(float(xs.mean()), float(ys.mean()))
    assert found == pytest.approx((400 / 1900, 420 / 2600), abs=0.005)


def lines_of_letters(height: int) -> Image.Image:
    """A page of letter-like bars of this height."""
    picture = Image.new("L", (1000, 1400), 255)
    draw = ImageDraw.Draw(picture)
    for y in range(100, 1300, 3 * height):
        for x in range(100, 900, height):
            draw.rectangle([x, y, x + height // 2, y + height - 1], fill=0)
    return picture


@pytest.mark.parametrize(
    ("height", "size"),
    [
        pytest.param(8, (2500, 3500), id="tiny: enlarged as far as it helps"),
        pytest.param(11, (2000, 2800), id="small: enlarged until their marks can be told apart"),
        pytest.param(18, (1000, 1400), id="readable: left as they are"),
    ],
)
def test_only_small_letters_are_enlarged(height: int, size: tuple[int, int]) -> None:
    picture = lines_of_letters(height)
    assert letters_height(np.asarray(picture)) == height
    assert cleaned(picture).grey.shape[::-1] == size


def test_a_page_larger_than_helps_is_made_smaller() -> None:
    assert cleaned(page().resize((3800, 5200))).grey.shape == (2326, 1700)


def test_a_table_is_taken_apart_into_one_column_and_its_words_go_back_to_their_places() -> None:
    picture = Image.new("L", (1000, 1400), 255)
    draw = ImageDraw.Draw(picture)
    for y in (400, 500, 600):
        draw.line([100, y, 900, y], fill=0, width=3)
    for x in (100, 300, 900):
        draw.line([x, 400, x, 600], fill=0, width=3)
    inked = {(120, 100): False, (110, 420): True, (400, 420): True, (400, 530): True, (120, 1200): False}
    for x, y in inked:
        draw.rectangle([x, y, x + 50, y + 20], fill=0)
    grey = np.array(picture)
    lines = rulings(grey)
    [column] = columns(without(grey, lines), grids(lines, near=4))
    assert [piece.is_cell for piece in column.pieces] == [False, False, True, True, True]
    found = []
    for row in np.flatnonzero(np.diff((column.grey < 100).any(axis=1).astype(int)) == -1):
        ink = np.flatnonzero(column.grey[row] < 100)
        found.append(Word("x", float(ink[0]), float(ink[-1]), float(row), 20))
    places = {(int(word.left), int(word.base) - 20) for word in column.on_page(found)}
    assert places == set(inked)
