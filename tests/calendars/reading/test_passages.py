"""Which lines of a paragraph are shown for a thing that it says."""

import cProfile

from calendars.marks import Passage
from calendars.reading.naming.passages import passages_of

LINES = (
    Passage("Hội thảo bình đẳng giới ngày 26/11/2026 nay chuyển sang 14h00 ngày 30/11/2026.", 7),
    Passage("Họp Ban Chấp hành lần thứ 8 vào 14h00 ngày 27/11/2026 không tổ chức. Lớp tập huấn", 8),
    Passage("cán bộ chi hội ngày 28/11/2026 tạm hoãn.", 9),
)


def lines(told: str) -> list[int]:
    return [passage.line for passage in passages_of(LINES, told)]


def test_each_sentence_is_shown_by_its_own_line() -> None:
    assert lines("Hội thảo bình đẳng giới ngày 26/11/2026 nay chuyển sang 14h00 ngày 30/11/2026.") == [7]
    assert lines("Họp Ban Chấp hành lần thứ 8 vào 14h00 ngày 27/11/2026 không tổ chức.") == [8]


def test_a_sentence_over_two_lines_is_shown_by_both() -> None:
    assert lines("Lớp tập huấn cán bộ chi hội ngày 28/11/2026 tạm hoãn.") == [8, 9]
    assert lines("cán bộ chi hội ngày 28/11/2026") == [9]
    assert lines("tập huấn cán bộ chi hội") == [8, 9]


def test_a_few_words_are_found_too() -> None:
    assert lines("tạm hoãn") == [9]


def test_all_is_shown_where_no_line_is_known_again() -> None:
    assert lines("Cuộc họp nêu trên") == [7, 8, 9]
    assert passages_of(LINES[:1], "Cuộc họp nêu trên") == LINES[:1]


def test_lines_of_one_word_that_are_alike_are_not_all_shown_for_each() -> None:
    alike = tuple(Passage("nghỉ", line) for line in range(1, 5))
    assert [passage.line for passage in passages_of(alike, "nghỉ")] == [1]


def test_the_lines_of_a_long_notice_are_told_apart_in_a_time_that_grows_with_them() -> None:
    def steps(count: int) -> int:
        """How often the lines are looked at, counted by the calls that Python makes."""
        many = tuple(Passage(f"dòng {number} nói về việc {number}", number) for number in range(count))
        profile = cProfile.Profile()
        profile.enable()
        for passage in many:
            passages_of(many, passage.text)
        profile.disable()
        return sum(call.callcount for call in profile.getstats())

    assert steps(400) < 3 * steps(200)
