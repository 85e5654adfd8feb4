"""Which groups a document's words name, and which they only seem to."""

from dataclasses import replace
from datetime import date

import pytest

from calendars.groups import GroupName, KnownGroups, entry_with_groups
from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.when import Day

BTV, OFFICE = GroupName("Ban Thường vụ", ("BTV", "Thường vụ Hội")), GroupName("Văn phòng", ("VP",))
KNOWN = KnownGroups([BTV, OFFICE, GroupName("Ban Tuyên giáo"), GroupName("Ban Tuyên giáo - Chính sách")])
ENTRY = Entry(
    title="Họp giao ban", category=Category.MEETING, status=Status.CONFIRMED, when=Day(date(2026, 11, 6))
)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Các đồng chí Ủy viên Ban Thường vụ; cán bộ, chuyên viên Văn phòng", ["Ban Thường vụ", "Văn phòng"]),
        ("BTV, VP", ["Ban Thường vụ", "Văn phòng"]),
        ("ban thường vụ Hội LHPN tỉnh", ["Ban Thường vụ"]),
        ("BAN THƯỜNG VỤ", ["Ban Thường vụ"]),
        ("Ban Tuyên giáo - Chính sách", ["Ban Tuyên giáo - Chính sách"]),
        ("btv các báo, đài", []),
        ("Ban Thường vụ Tỉnh ủy", []),
        ("Ban Thường vụ Hội LHPN các huyện, thành phố", []),
        ("Chánh Văn phòng; Phó Trưởng Ban Tuyên giáo", []),
        ("lãnh đạo Văn phòng", []),
        ("BTVX", []),
        (None, []),
    ],
)
def test_groups_in_words(text: str | None, groups: list[str]) -> None:
    assert list(KNOWN.in_text(text, "Hội LHPN tỉnh An Sơn")) == groups


def test_ones_own_body_is_told_by_the_issuer() -> None:
    assert KNOWN.in_text("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy An Sơn") == ("Ban Thường vụ",)


@pytest.mark.parametrize(
    ("title", "groups"),
    [
        ("Họp Ban Thường vụ", ["Ban Thường vụ"]),
        ("Họp giao ban Văn phòng tháng 11", ["Văn phòng"]),
        ("Kiểm tra hoạt động của Văn phòng", []),
    ],
)
def test_a_title_names_the_group_whose_meeting_it_is(title: str, groups: list[str]) -> None:
    assert list(KNOWN.meeting_of(title)) == groups


def test_who_only_prepares_is_told_apart() -> None:
    entry = replace(ENTRY, attendees="Ban Thường vụ", prepared_by="Văn phòng")
    told = entry_with_groups(entry, KNOWN)
    assert (told.groups, told.preparing) == (("Ban Thường vụ", "Văn phòng"), ("Văn phòng",))


def test_what_a_person_has_set_stays() -> None:
    entry = replace(ENTRY, attendees="Ban Thường vụ", groups=())
    assert entry_with_groups(entry, KNOWN) is entry


@pytest.mark.parametrize(
    ("said", "group"), [("btv", "Ban Thường vụ"), ("van phong", "Văn phòng"), ("Hội", None)]
)
def test_a_person_may_call_a_group_as_they_like(said: str, group: str | None) -> None:
    assert KNOWN.named(said) == group
