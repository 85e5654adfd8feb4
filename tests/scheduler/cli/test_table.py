"""Tables for a terminal: no line wider than asked for, no word lost, whatever letters the cells hold."""

from hypothesis import given
from hypothesis import strategies as st

from scheduler.cli.table import Column, shown_width, table_lines

COLUMNS = (Column("Ngày"), Column("Nội dung", 8, grows=True))
TEXTS = st.text(alphabet="ab ệế\u0302漢字ｗ-\n", max_size=60)


def test_a_long_cell_is_broken_at_its_spaces_and_the_next_lines_stand_below_it() -> None:
    rows = [("02/11", "Hội nghị triển khai nhiệm vụ\nghi chú")]
    assert list(table_lines(COLUMNS, rows, width=24)) == [
        "Ngày   Nội dung",
        "─────  ─────────────────",
        "02/11  Hội nghị triển",
        "       khai nhiệm vụ",
        "       ghi chú",
    ]


def test_a_word_wider_than_its_column_is_broken_where_the_column_ends() -> None:
    assert list(table_lines(COLUMNS, [("", "xem abcdefghijklm")], width=14))[2:] == [
        "      xem",
        "      abcdefgh",
        "      ijklm",
    ]


def test_letters_that_take_two_columns_are_counted_as_two_where_a_line_is_broken() -> None:
    assert list(table_lines(COLUMNS, [("x", "漢字漢字漢字 a")], width=14))[2:] == [
        "x     漢字漢字",
        "      漢字 a",
    ]


def test_marks_that_take_no_column_of_their_own_do_not_push_the_next_cell_aside() -> None:
    columns = (Column("a"), Column("b"))
    lines = list(table_lines(columns, [("e\u0302", "1"), ("xy", "2")], width=80))
    assert lines[2:] == ["e\u0302   1", "xy  2"]


def test_marks_of_direction_in_a_cell_are_left_out_so_that_nothing_behind_it_is_turned() -> None:
    lines = table_lines(
        (Column("Nội dung"), Column("Địa điểm")), [("Họp \u202eban\u2066", "Phòng 2")], width=80
    )
    assert list(lines)[2] == "Họp ban   Phòng 2"


@given(st.lists(st.tuples(st.sampled_from(["", "02/11"]), TEXTS), min_size=1, max_size=4))
def test_no_line_is_wider_than_asked_for_and_no_letter_is_lost(rows: list[tuple[str, str]]) -> None:
    lines = list(table_lines(COLUMNS, rows, width=16))
    assert all(shown_width(line) <= 16 for line in lines)
    told = "".join("".join(lines[2:]).split())
    assert told == "".join("".join(day + text for day, text in rows).split())
