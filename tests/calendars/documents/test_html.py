"""A page's document without the portal around it."""

import pytest
from outlines import outline

from calendars.documents import Role, read_document


def read(body: str, head: str = "") -> list[str]:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return outline(read_document(page.encode(), "page.html"))


DAYS = "".join(
    f"<p><b>THỨ {day}:</b></p><p>- Chủ tịch: 8 giờ, họp giao ban tại phòng họp số {i} của cơ quan huyện.</p>"
    for i, day in enumerate(("HAI", "BA", "TƯ"), 1)
)
LINES = [
    line
    for i, day in enumerate(("HAI", "BA", "TƯ"), 1)
    for line in (f"THỨ {day}:", f"- Chủ tịch: 8 giờ, họp giao ban tại phòng họp số {i} của cơ quan huyện.")
]
MENU = "".join(f'<li><a href="/{i}">Mục thứ {i} của cổng thông tin</a></li>' for i in range(8))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"<nav><ul>{MENU}</ul></nav><main>{DAYS}</main><footer>Giấy phép số 5</footer>", id="elements"
        ),
        pytest.param(
            f'<div class="top-menu"><ul>{MENU}</ul></div><div id="content">{DAYS}</div>'
            '<div class="site-footer">Giấy phép số 5 ngày 01/02/2015</div>',
            id="class names",
        ),
        pytest.param(
            f"<table><tr><td colspan=3><ul>{MENU}</ul></td></tr><tr><td><table><tr><td><a href='/w'>Tuần 3 (5/2)</a>"
            "</td></tr><tr><td><a href='/v'>Tuần 2 (29/1)</a></td></tr></table></td>"
            f"<td>{DAYS}</td><td>Hôm nay: 431</td></tr>"
            "<tr><td>© 2024 Cổng thông tin</td></tr></table>",
            id="a page laid out with tables",
        ),
        pytest.param(
            f"<div><div><ul>{MENU}</ul></div><div>{DAYS}<p>Các tin khác</p>"
            "<ul><li>Khánh thành cầu (09/8)</li></ul></div></div>",
            id="other news below",
        ),
        pytest.param(f"<div>{DAYS}</div><div style='display: none'>Ẩn 01/01/2001</div>", id="hidden"),
    ],
)
def test_menus_other_news_and_footers_are_left_out(page: str) -> None:
    assert read(page) == LINES


def test_the_day_of_publication_and_the_title_are_kept() -> None:
    page = f"<ul>{MENU}</ul><div><h1>Lịch tuần</h1><div class='date'>Ngày đăng: 12/08/2024</div><div>{DAYS}</div></div>"
    assert read(page) == ["heading: Lịch tuần", "Ngày đăng: 12/08/2024", *LINES]


def test_scripts_and_styles_say_nothing() -> None:
    head = "<title>Cổng</title><style>p{} /* 01/01/2015 */</style><script>var d='02/02/2016'</script>"
    assert read(f"{DAYS}<script>document.write('03/03/2017')</script>", head) == LINES


def test_a_table_keeps_its_merged_cells_and_the_lines_of_a_cell() -> None:
    rows = (
        "<tr><th>Ngày</th><th>Buổi</th><th>Nội dung</th></tr>"
        "<tr><td rowspan=2>Thứ Hai<br>08/01</td><td>Sáng</td><td><p>8h00: Họp</p><p>9h00: Tiếp dân</p></td></tr>"
        "<tr><td>Chiều</td><td>Đi cơ sở</td></tr><tr><td colspan=2>Thứ Ba</td><td>Nghỉ</td></tr>"
    )
    assert read(f"<table border=1>{rows}</table>") == [
        "| Ngày | Buổi | Nội dung |",
        "| Thứ Hai / 08/01 | Sáng | 8h00: Họp / 9h00: Tiếp dân |",
        "| ^ | Chiều | Đi cơ sở |",
        "| Thứ Ba | < | Nghỉ |",
    ]


def test_the_title_above_and_the_notes_below_a_table_belong_to_it() -> None:
    rows = "".join(
        f"<tr><td>0{i}/01</td><td>Họp giao ban các đơn vị trực thuộc tại phòng {i}</td></tr>"
        for i in range(1, 8)
    )
    page = f"<p>LỊCH TUẦN 2</p><p>(từ 08/01)</p><table border=1>{rows}</table><p>Ghi chú: thay giấy mời</p>"
    found = read(f"<ul>{MENU}</ul><div><div>{page}</div></div>")
    assert found[:2] == ["LỊCH TUẦN 2", "(từ 08/01)"]
    assert len(found) == 10
    assert found[-1] == "Ghi chú: thay giấy mời"


def test_lists_bear_the_marks_that_a_browser_draws() -> None:
    page = "<ol><li>Một</li><li>Hai<ul><li>Nhỏ</li></ul></li></ol><ol type=a start=3><li>Ba</li></ol>"
    assert read(f"<div>{page}</div>") == ["[1.] Một", "[2.] Hai", "[•] Nhỏ", "[c.] Ba"]


def test_spaces_are_collapsed_and_breaks_make_lines() -> None:
    assert read("<p>7&nbsp;giờ \n  30,<br>  tại\t<i>phòng</i> họp</p>") == ["7\xa0giờ 30,", "tại phòng họp"]


def test_headings_have_their_role() -> None:
    document = read_document(b"<html><body><h2>A</h2><p>b</p></body></html>", "a.html")
    assert [line.role for line in document.lines()] == [Role.HEADING, Role.BODY]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_bytes_decide_the_encoding_not_what_the_page_says(encoding: str) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{DAYS}</body></html>'
    assert outline(read_document(page.encode(encoding), "a.html")) == LINES


def test_a_page_without_text_says_what_to_do() -> None:
    from calendars.errors import UnreadableDocument

    with pytest.raises(UnreadableDocument, match="print it to PDF"):
        read_document(b"<html><body><div id=root></div><script>render()</script></body></html>", "app.html")


@pytest.mark.parametrize(
    "gone",
    [
        "<del>8h00</del>",
        "<s>8h00</s>",
        "<strike>8h00</strike>",
        "<span style='text-decoration: line-through'>8h00</span>",
    ],
)
def test_what_is_struck_out_is_left_out(gone: str) -> None:
    assert read(
        f"<div><p>Thứ Hai, ngày 05/8: Hội nghị giao ban toàn ngành {gone} <ins>9h00</ins></p></div>"
    ) == ["Thứ Hai, ngày 05/8: Hội nghị giao ban toàn ngành 9h00"]


def test_what_a_table_is_called_stands_before_it() -> None:
    told = read(
        "<table border=1><caption>LỊCH CÔNG TÁC TUẦN 12<br>(Từ ngày 30/10 đến 04/11/2017)</caption>"
        "<tr><th>Thứ</th><th>Sáng</th></tr><tr><th>Hai 30/10</th><td>Chào cờ</td></tr></table>"
    )
    assert told[:2] == ["heading: LỊCH CÔNG TÁC TUẦN 12", "heading: (Từ ngày 30/10 đến 04/11/2017)"]
