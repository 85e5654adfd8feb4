"""What messages say, as their readers see it."""

from datetime import date, datetime, time, timedelta

import pytest
from doubles.messages import a_message
from hypothesis import given
from hypothesis import strategies as st
from telling_office import FRIDAY, OFFICE, an_event, local, occurrences

from calendars.events import Event, Origin
from calendars.marks import Category, Status
from calendars.times import VIETNAM, DayPart, DaySpan
from calendars.when import Day, Hours, Span, Undated, Window
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.webhook import cloud_event
from scheduler.messages import (
    ChangeSaid,
    Content,
    change_content,
    digest_content,
    halt_content,
    nudge_content,
    reminder_content,
)
from scheduler.messages.content import Line, cut, fitted, units
from scheduler.reminders import extent_of

THURSDAY_16 = local(date(2023, 11, 23), 16)


def reminder(event: Event, *, now: datetime = THURSDAY_16, language: str = "vi") -> Content:
    [occurrence] = occurrences(event)
    extent = extent_of(occurrence, OFFICE)
    assert extent is not None
    return reminder_content(
        occurrence, starts=extent[0], due=THURSDAY_16, now=now, zone=VIETNAM, language=language
    )


class TestAReminder:
    def test_says_what_when_where_and_from_which_document(self) -> None:
        content = reminder(an_event(chair="đ/c Chủ tịch", attendees="Ban Thường vụ"))
        assert content.subject == "Nhắc lịch: Họp giao ban"
        assert content.text(name="Nguyễn Thị Lan", stop="https://example.org/stop/abc") == (
            "Kính gửi đồng chí Nguyễn Thị Lan,\n"
            "\n"
            "Nhắc lịch: Họp giao ban\n"
            "\n"
            "Thời gian: 08h00, thứ Sáu, ngày 24/11/2023 (ngày mai)\n"
            "Địa điểm: Phòng họp số 2\n"
            "Chủ trì: đ/c Chủ tịch\n"
            "Thành phần: Ban Thường vụ\n"
            "Nguồn: Chương trình công tác tháng 11, số 63/CTr-BTV, ngày 25/10/2023\n"
            "“Họp giao ban: 8h00 ngày 24/11”\n"
            "\n"
            "Ngừng nhận tin: https://example.org/stop/abc"
        )

    @pytest.mark.parametrize(
        ("event", "line"),
        [
            pytest.param(
                an_event(Day(FRIDAY)),
                "Thời gian: thứ Sáu, ngày 24/11/2023 (giờ chưa nêu, ngày mai)",
                id="no hour is invented",
            ),
            pytest.param(
                an_event(Day(FRIDAY, Hours(part=DayPart.AFTERNOON))),
                "Thời gian: chiều thứ Sáu, ngày 24/11/2023 (giờ chưa nêu, ngày mai)",
                id="nor for a part of the day",
            ),
            pytest.param(
                an_event(Day(FRIDAY), category=Category.OBSERVANCE),
                "Thời gian: thứ Sáu, ngày 24/11/2023 (ngày mai)",
                id="a commemoration needs none",
            ),
            pytest.param(
                an_event(Span(FRIDAY, date(2023, 11, 26))),
                "Thời gian: từ ngày 24/11 đến ngày 26/11/2023 (ngày mai)",
                id="a span",
            ),
            pytest.param(
                an_event(Day(FRIDAY, Hours(end=time(17))), category=Category.DEADLINE),
                "Thời hạn: chậm nhất 17h00, thứ Sáu, ngày 24/11/2023 (ngày mai)",
                id="a deadline",
            ),
        ],
    )
    def test_says_the_time_and_what_is_not_known_of_it(self, event: Event, line: str) -> None:
        assert line in reminder(event).text().splitlines()

    def test_says_that_the_time_is_tentative(self) -> None:
        text = reminder(an_event(status=Status.TENTATIVE)).text()
        assert "Thời gian là dự kiến, có thể thay đổi." in text

    def test_of_a_deadline_is_called_so(self) -> None:
        event = an_event(Day(FRIDAY), category=Category.DEADLINE, title="Nộp báo cáo quý IV")
        assert reminder(event).subject == "Nhắc hạn: Nộp báo cáo quý IV"

    @pytest.mark.parametrize(
        ("now", "told"),
        [
            (THURSDAY_16 + timedelta(minutes=5), []),
            (
                THURSDAY_16 + timedelta(hours=2),
                ["Tin này đến muộn: lẽ ra gửi lúc 16h00 ngày 23/11/2023."],
            ),
            (
                local(FRIDAY, 8, 30),
                [
                    "Tin này đến muộn: lẽ ra gửi lúc 16h00 ngày 23/11/2023.",
                    "Sự kiện đã bắt đầu lúc 08h00.",
                ],
            ),
        ],
    )
    def test_that_is_late_says_so(self, now: datetime, told: list[str]) -> None:
        lines = reminder(an_event(), now=now).text().splitlines()
        assert [line for line in lines if "muộn" in line or "bắt đầu" in line] == told

    def test_that_is_late_names_no_hour_that_nobody_gave(self) -> None:
        text = reminder(an_event(Day(FRIDAY)), now=local(FRIDAY, 9)).text()
        assert text.endswith("Sự kiện bắt đầu trong ngày 24/11/2023, giờ chưa nêu.")
        assert "07h30" not in text

    def test_gives_machines_a_day_where_no_hour_is_known(self) -> None:
        data = reminder(an_event(Day(FRIDAY, Hours(part=DayPart.AFTERNOON)))).data
        assert (data["starts_at"], data["lead_minutes"]) == ("2023-11-24", None)

    def test_of_what_a_person_entered_names_them(self) -> None:
        event = an_event(origin=Origin(hand="Lê Hoa"))
        assert "Nguồn: do Lê Hoa nhập" in reminder(event).text()

    def test_in_english(self) -> None:
        content = reminder(an_event(), language="en")
        assert content.subject == "Reminder: Họp giao ban"
        assert "When: 08:00, Friday 24/11/2023 (tomorrow)" in content.text()

    def test_carries_the_facts_for_machines(self) -> None:
        data = reminder(an_event()).data
        assert data["starts_at"] == "2023-11-24T08:00:00+07:00"
        assert data["lead_minutes"] == 16 * 60
        assert data["when"] == {
            "type": "date",
            "date": "2023-11-24",
            "start": "08:00",
            "end": None,
            "daypart": None,
        }

    def test_in_html_escapes_what_documents_say(self) -> None:
        html = reminder(an_event(title="A <b>& B</b>")).html(name="<script>", stop="https://e.org/?a=1&b=2")
        assert "<script>" not in html
        assert "A &lt;b&gt;&amp; B&lt;/b&gt;" in html
        assert 'href="https://e.org/?a=1&amp;b=2"' in html

    def test_bears_no_mark_of_direction_of_a_title(self) -> None:
        content = reminder(an_event(title="Họp \u202eban\u2067 A", location="Phòng \u202e2"))
        assert content.subject.endswith(": Họp ban A")
        assert "\u202e" not in content.text()
        assert "\u202e" not in content.html()

    def test_is_one_line_where_a_title_has_several(self) -> None:
        assert reminder(an_event(title="Hội nghị\n  tổng kết")).subject == "Nhắc lịch: Hội nghị tổng kết"


class TestANudge:
    def test_asks_the_office_to_settle_what_is_open(self) -> None:
        [occurrence] = occurrences(an_event(Window(FRIDAY, date(2023, 11, 28)), title="Hội nghị tổng kết"))
        content = nudge_content(occurrence, now=local(date(2023, 11, 21), 8), zone=VIETNAM)
        assert content.subject == "Cần chốt thời gian: Hội nghị tổng kết"
        assert "Khoảng thời gian dự kiến bắt đầu từ ngày 24/11/2023 mà chưa có ngày cụ thể." in content.text()
        later = nudge_content(occurrence, now=local(date(2023, 11, 25), 8), zone=VIETNAM)
        assert "đã bắt đầu từ ngày 24/11/2023" in later.text()

    def test_says_which_channel_needs_somebody_and_why(self) -> None:
        reason = (
            "at the login the mail server said: 535 no; check username and password in [email] of config.toml"
        )
        content = halt_content("email", reason)
        assert "email" in content.subject
        assert "ở bước đăng nhập, máy chủ thư trả lời: 535 no" in content.text()
        assert reason in halt_content("email", reason, language="en").text()


class TestAChangeNotice:
    def test_says_old_and_new(self) -> None:
        change = ChangeSaid(
            kind="moved",
            title="Họp giao ban",
            before=Day(FRIDAY, Hours(time(8))),
            after=Day(date(2023, 11, 27), Hours(time(14))),
            old_place="Phòng 1",
            place="Phòng 2",
        )
        content = change_content([change], document="Thông báo số 12/TB-VP")
        assert content.subject == "Thay đổi lịch: Họp giao ban"
        assert content.text() == (
            "Theo Thông báo số 12/TB-VP, lịch có thay đổi:\n"
            "\n"
            "Họp giao ban: chuyển thời gian\n"
            "Cũ: 08h00, thứ Sáu, ngày 24/11/2023\n"
            "Mới: 14h00, thứ Hai, ngày 27/11/2023\n"
            "Địa điểm cũ: Phòng 1\n"
            "Địa điểm: Phòng 2"
        )

    def test_of_two_hundred_changes_fits_into_a_webhook(self) -> None:
        changes = [
            ChangeSaid(
                kind="moved",
                title=f"Hội nghị số {n} về công tác phụ nữ tham gia xây dựng nông thôn mới",
                before=Day(FRIDAY, Hours(time(8))),
                after=Day(date(2023, 12, 1), Hours(time(14))),
                old_place="Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh",
                place="Hội trường lớn, trụ sở Ủy ban nhân dân tỉnh",
            )
            for n in range(200)
        ]
        content = change_content(changes, document="Chương trình công tác tháng 11")
        sent = a_message(
            ChannelKind.WEBHOOK, "office", subject=content.subject, text=content.text(), data=content.data
        )
        assert len(cloud_event(sent, "https://lich.example.org")) < 20_000
        assert (len(content.data["changes"]), content.data["more"]) == (12, 188)

    @pytest.mark.parametrize(
        ("kind", "told"),
        [
            ("restored", "Họp A: đã khôi phục, vẫn diễn ra"),
            ("removed", "Họp A: đã đưa ra khỏi lịch"),
            ("stands", "Họp A: hiện nay như sau"),
        ],
    )
    def test_has_words_for_what_comes_back_and_what_goes(self, kind: str, told: str) -> None:
        content = change_content([ChangeSaid(kind=kind, title="Họp A", after=Day(FRIDAY))])
        assert told in content.text()

    def test_tells_all_of_a_release_in_one_message(self) -> None:
        changes = [
            ChangeSaid(kind="cancelled", title="Họp A", before=Day(FRIDAY)),
            ChangeSaid(
                kind="closed",
                title="Hội nghị B",
                before=Window(date(2023, 11, 11), date(2023, 11, 20)),
                after=Day(date(2023, 11, 15)),
            ),
            ChangeSaid(kind="altered", title="Họp C", before=Day(FRIDAY), after=Day(FRIDAY), place="Phòng 3"),
        ]
        content = change_content(changes)
        assert content.subject == "Thay đổi lịch: 3 nội dung"
        assert content.text().splitlines()[2:] == [
            "1. Họp A: hủy",
            "Cũ: thứ Sáu, ngày 24/11/2023",
            "",
            "2. Hội nghị B: đã chốt thời gian",
            "Cũ: trung tuần tháng 11/2023",
            "Mới: thứ Tư, ngày 15/11/2023",
            "",
            "3. Họp C: thay đổi thông tin",
            "Thời gian: thứ Sáu, ngày 24/11/2023",
            "Địa điểm: Phòng 3",
        ]

    def test_fills_a_template_with_what_when_and_where(self) -> None:
        moved = ChangeSaid(
            kind="moved",
            title="Họp giao ban",
            before=Day(FRIDAY, Hours(time(8))),
            after=Day(date(2023, 11, 27), Hours(time(14))),
            place="Phòng 2",
        )
        cancelled = ChangeSaid(kind="cancelled", title="Họp A", before=Day(FRIDAY), place="Phòng 1")
        facts = change_content([moved]).data
        assert facts["event"] == "Họp giao ban: chuyển thời gian"
        assert facts["when_text"] == ("14h00, thứ Hai, ngày 27/11/2023 (cũ: 08h00, thứ Sáu, ngày 24/11/2023)")
        assert facts["location"] == "Phòng 2"
        facts = change_content([moved, cancelled]).data
        assert facts["event"] == "Họp giao ban: chuyển thời gian; Họp A: hủy"
        assert facts["when_text"].endswith("; thứ Sáu, ngày 24/11/2023")
        assert all(len(facts[key]) <= 150 for key in ("event", "when_text", "location"))

    def test_is_kept_as_json_and_comes_back(self) -> None:
        change = ChangeSaid(
            kind="moved", title="Họp", before=Undated(), after=Day(FRIDAY), status=Status.TENTATIVE, place="P"
        )
        assert ChangeSaid.from_json(change.to_json()) == change


class TestADigest:
    WEEK = DaySpan(date(2023, 11, 20), date(2023, 11, 26))

    def test_lists_the_week_by_days_and_hours_and_what_is_open(self) -> None:
        events = [
            an_event(uid="1"),
            an_event(Day(FRIDAY, Hours(part=DayPart.AFTERNOON)), uid="2", title="Hội nghị", location=None),
            an_event(Day(date(2023, 11, 21)), uid="3", title="Ngày lễ", location=None),
            an_event(Window(FRIDAY, date(2023, 11, 30)), uid="4", title="Tổng kết"),
            an_event(Day(FRIDAY, Hours(time(7))), uid="5", title="Chào cờ", status=Status.TENTATIVE),
        ]
        content = digest_content("weekly", self.WEEK, occurrences(*events), name="Nguyễn Thị Lan")
        assert content is not None
        assert content.subject == "Lịch tuần 47 của đồng chí Nguyễn Thị Lan"
        assert content.data["when_text"] == "20/11/2023 – 26/11/2023"
        assert content.text().splitlines()[1:] == [
            "Từ ngày 20/11/2023 đến ngày 26/11/2023",
            "",
            "Thứ Ba, ngày 21/11/2023:",
            "- Ngày lễ",
            "",
            "Thứ Sáu, ngày 24/11/2023:",
            "- 07h00: Chào cờ (Phòng họp số 2) – dự kiến",
            "- 08h00: Họp giao ban (Phòng họp số 2)",
            "- chiều: Hội nghị",
            "",
            "Chưa chốt ngày:",
            "- Tổng kết: dự kiến một ngày trong khoảng từ ngày 24/11 đến ngày 30/11/2023",
        ]

    @pytest.mark.parametrize(
        ("first", "daily", "said"),
        [
            (20, True, "- 08h00 - 11h30: Tập huấn"),
            (25, True, "- 08h00 - 11h30: Tập huấn"),
            (20, False, "- 08h00: Tập huấn – đến hết ngày 25/11"),
            (24, False, "- Tập huấn – đến hết ngày 25/11"),
            (25, False, "- đến 11h30: Tập huấn"),
        ],
    )
    def test_tells_how_long_a_thing_of_several_days_lasts(self, first: int, daily: bool, said: str) -> None:
        days = Span(date(2023, 11, 23), date(2023, 11, 25), Hours(time(8), time(11, 30)), daily=daily)
        event = an_event(days, title="Tập huấn", location=None)
        span = DaySpan(date(2023, 11, first), date(2023, 11, 26))
        content = digest_content("weekly", span, occurrences(event), name="Lan")
        assert content is not None
        assert said in content.text().splitlines()

    @pytest.mark.parametrize(
        ("hours", "category", "language", "said"),
        [
            (Hours(end=time(17)), Category.DEADLINE, "vi", "- hạn 17h00: Nộp báo cáo"),
            (Hours(), Category.DEADLINE, "vi", "- hạn: Nộp báo cáo"),
            (Hours(end=time(17)), Category.DEADLINE, "en", "- due 17:00: Nộp báo cáo"),
            (Hours(end=time(17)), Category.MEETING, "vi", "- đến 17h00: Nộp báo cáo"),
        ],
    )
    def test_tells_a_last_moment_from_an_hour_to_come(
        self, hours: Hours, category: Category, language: str, said: str
    ) -> None:
        event = an_event(Day(FRIDAY, hours), title="Nộp báo cáo", location=None, category=category)
        content = digest_content("weekly", self.WEEK, occurrences(event), name="Lan", language=language)
        assert content is not None
        assert said in content.text().splitlines()

    def test_of_nothing_is_not_written(self) -> None:
        assert digest_content("daily", DaySpan(FRIDAY, FRIDAY), [], name="Lan") is None

    @pytest.mark.parametrize(
        ("kind", "subject"),
        [
            ("daily", "Lịch thứ Hai, ngày 20/11/2023 của đồng chí Lan"),
            ("weekly", "Lịch tuần 47 của đồng chí Lan"),
            ("monthly", "Lịch tháng 11/2023 của đồng chí Lan"),
        ],
    )
    def test_is_named_after_its_days(self, kind: str, subject: str) -> None:
        content = digest_content(kind, self.WEEK, occurrences(an_event()), name="Lan")
        assert content is not None
        assert content.subject == subject


class TestFitting:
    LINES = (Line("Nhắc lịch"), Line("Phòng 2", "Địa điểm"), Line("x" * 40, "Thành phần", weight=4))

    def test_leaves_out_the_least_important_lines_first(self) -> None:
        assert fitted(self.LINES, 40) == "Nhắc lịch\nĐịa điểm: Phòng 2"
        assert fitted(self.LINES, None).count("\n") == 2

    def test_cuts_at_a_word_where_nothing_may_be_left_out(self) -> None:
        assert fitted([Line("một hai ba bốn năm")], 12) == "một hai ba…"

    @given(text=st.text(max_size=80), longest=st.integers(2, 60))
    def test_a_cut_text_is_never_too_long(self, text: str, longest: int) -> None:
        assert units(cut(text, longest)) <= longest

    def test_a_whole_reminder_fits_a_chat(self) -> None:
        event = an_event()._replace(attendees="đại biểu " * 400, note="ghi chú " * 400)
        text = reminder(event).text(name="Lan", longest=2000)
        assert units(text) <= 2000
        assert "Thời gian: 08h00, thứ Sáu, ngày 24/11/2023" in text
