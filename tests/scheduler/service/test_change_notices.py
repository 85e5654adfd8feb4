"""What followers are told of changes, from the change to the mailbox: undone, overtaken, held up, many at once."""

import re
from datetime import date, time, timedelta

import pytest
from changing_office import ChangingOffice, Imip, objects, shown
from doubles.smtp import SmtpDouble
from doubles.zalo_bot import ZaloBotDouble
from telling_office import QUIET_OFFICE, an_event, local

from calendars.changes import Change, ChangeKind
from calendars.marks import Status
from calendars.when import Day, Hours, Repeat
from scheduler.database import Database
from scheduler.outbox import Outbox
from scheduler.reminders import Lead, ReminderRule
from scheduler.tellings import State

AT_TEN, AT_TWO = "10h00 ngày 30/11/2023", "14h00 ngày 30/11/2023"
EIGHT, TWO = "20231130T080000", "20231130T140000"


@pytest.fixture
def office(database: Database, smtp_double: SmtpDouble, zalo_bot_double: ZaloBotDouble) -> ChangingOffice:
    return ChangingOffice(database, smtp_double, zalo_bot_double)


def fates(office: ChangingOffice) -> list[tuple[State, str]]:
    with office.database.reading() as connection:
        return [(one.state, one.reason) for one in Outbox(connection).find()]


class TestAnUndo:
    def test_of_a_cancellation_tells_that_the_meeting_takes_place_after_all(
        self, office: ChangingOffice
    ) -> None:
        uid = office.add()
        release = office.cancel(uid)
        office.send()
        office.undo(release)
        office.send()
        cancelled, restored = office.mails
        assert [one.method for one in objects(cancelled)] == ["CANCEL"]
        assert objects(restored) == [Imip("REQUEST", uid, office.sequence(uid), EIGHT)]
        assert objects(restored)[0].sequence > objects(cancelled)[0].sequence
        for text in (office.words()[-1], office.texts[-1]):
            assert "Họp giao ban: đã khôi phục, vẫn diễn ra" in text
            assert "Thời gian: 08h00, thứ Năm, ngày 30/11/2023" in text

    def test_of_a_move_tells_the_old_hour_again(self, office: ChangingOffice) -> None:
        uid = office.add()
        release = office.move(uid, AT_TEN)
        office.send()
        office.undo(release)
        office.send()
        assert shown(office.mails) == {uid: EIGHT}
        assert "Cũ: 10h00" in office.texts[-1]
        assert "Mới: 08h00" in office.texts[-1]

    def test_of_what_was_put_on_the_calendar_takes_it_off_that_of_the_reader(
        self, office: ChangingOffice
    ) -> None:
        uid = office.add()
        release = office.last_release()
        office.undo(release)
        office.send()
        [removed] = office.mails
        assert objects(removed) == [Imip("CANCEL", uid, 1, EIGHT)]
        assert "Họp giao ban: đã đưa ra khỏi lịch" in office.texts[-1]
        office.undo(release + 1)
        office.send()
        assert objects(office.mails[-1]) == [Imip("REQUEST", uid, 2, EIGHT)]
        assert "đã khôi phục" in office.texts[-1]

    def test_of_one_day_of_a_standing_meeting_tells_of_that_day(self, office: ChangingOffice) -> None:
        uid = office.add("Họp giao ban 8h00 thứ Sáu hằng tuần từ ngày 24/11/2023 đến ngày 29/12/2023")
        release = office.cancel(uid, day=date(2023, 12, 1))
        office.send()
        office.undo(release)
        office.send()
        assert [objects(mail)[0].method for mail in office.mails] == ["CANCEL", "REQUEST"]
        assert "Thời gian: 08h00, thứ Sáu, ngày 01/12/2023" in office.texts[-1]
        assert "đã khôi phục" in office.texts[-1]


class TestAStandingMeeting:
    SERIES = "Họp giao ban 8h00 thứ Sáu hằng tuần từ ngày 03/11/2023 đến ngày 29/12/2023"

    def test_that_was_called_off_and_is_taken_up_again_is_told_both_times(
        self, office: ChangingOffice
    ) -> None:
        uid = office.add(self.SERIES)
        release = office.cancel(uid)
        office.send()
        office.undo(release)
        office.send()
        called_off, taken_up = office.texts
        assert "Họp giao ban: hủy" in called_off
        assert "Họp giao ban: tiếp tục" in taken_up
        assert re.search(r"^Mới: 08h00, thứ Sáu hằng tuần.*29/12/2023$", taken_up, re.MULTILINE)
        assert shown(office.mails) == {uid: "20231103T080000"}

    def test_that_goes_on_is_not_told_but_that_it_does_not_is(self, office: ChangingOffice) -> None:
        office.add(self.SERIES)
        [series] = office.events()
        assert isinstance(series.when, Repeat)
        into_january = series.when.recurrence._replace(until=date(2024, 1, 26))
        longer = series._replace(when=series.when._replace(recurrence=into_january), sequence=1)
        release = office.release([Change(kind=ChangeKind.CONTINUED, before=series, after=longer)])
        office.send()
        assert office.texts == []
        office.undo(release)
        office.send()
        [text] = office.texts
        assert "Họp giao ban: kết thúc" in text
        assert re.search(r"^Cũ: .*26/01/2024$", text, re.MULTILINE)
        assert re.search(r"^Mới: .*29/12/2023$", text, re.MULTILINE)

    def test_that_a_document_ends_with_some_day_is_told(self, office: ChangingOffice) -> None:
        office.add(self.SERIES)
        [series] = office.events()
        assert isinstance(series.when, Repeat)
        shorter = series.when._replace(recurrence=series.when.recurrence._replace(until=date(2023, 11, 30)))
        after = series._replace(when=shorter, ended=date(2023, 11, 30), sequence=1)
        office.release([Change(kind=ChangeKind.ENDED, before=series, after=after)])
        office.send()
        assert "Họp giao ban: kết thúc" in office.texts[-1]
        assert re.search(r"^Mới: .*30/11/2023$", office.texts[-1], re.MULTILINE)
        assert [objects(mail)[0].method for mail in office.mails] == ["REQUEST"]

    def test_that_a_later_programme_no_longer_names_is_not_told(self, office: ChangingOffice) -> None:
        office.add(self.SERIES)
        [series] = office.events()
        after = series._replace(ended=date(2023, 12, 29))
        office.release([Change(kind=ChangeKind.ENDED, before=series, after=after)])
        office.send()
        assert office.texts == []


class TestAReminderThatWasSent:
    """The notice that a meeting takes place after all says when and where: it stands for the reminder before it."""

    @pytest.fixture
    def office(
        self, database: Database, smtp_double: SmtpDouble, zalo_bot_double: ZaloBotDouble
    ) -> ChangingOffice:
        rules = [
            ReminderRule(name="days", before=Lead(days=10)),
            ReminderRule(name="hour", before=Lead(clock=timedelta(hours=1))),
        ]
        return ChangingOffice(database, smtp_double, zalo_bot_double, rules=rules)

    @pytest.fixture
    def uid(self, office: ChangingOffice) -> str:
        """A meeting of which both were reminded."""
        uid = office.add("Họp giao ban 8h00 ngày 30/11/2023 tại phòng họp số 2")
        office.send()
        assert [text.splitlines()[2] for text in office.texts] == ["Nhắc lịch: Họp giao ban"]
        return uid

    def rings_an_hour_before(self, office: ChangingOffice) -> bool:
        told = len(office.texts)
        office.send(local(date(2023, 11, 30), 7) - office.clock.now)
        return ["Nhắc lịch: Họp giao ban" in text for text in office.texts[told:]] == [True]

    def test_is_followed_by_the_notice_with_time_and_place_when_the_meeting_is_restored(
        self, office: ChangingOffice, uid: str
    ) -> None:
        release = office.cancel(uid)
        office.send()
        office.undo(release)
        office.send()
        assert len(office.texts) == len(office.mails) == 3
        for text in (office.texts[-1], office.words()[-1]):
            assert "đã khôi phục, vẫn diễn ra" in text
            assert "Thời gian: 08h00, thứ Năm, ngày 30/11/2023" in text
            assert "Địa điểm: phòng họp số 2" in text
        assert self.rings_an_hour_before(office)

    def test_holds_where_nobody_was_told_of_anything_in_between(
        self, office: ChangingOffice, uid: str
    ) -> None:
        office.undo(office.cancel(uid))
        office.send()
        assert len(office.texts) == 1
        assert self.rings_an_hour_before(office)

    def test_is_followed_by_the_notice_of_the_old_hour_when_the_meeting_is_moved_back(
        self, office: ChangingOffice, uid: str
    ) -> None:
        release = office.move(uid, AT_TEN)
        office.send()
        assert "Mới: 10h00" in office.texts[-1]
        office.undo(release)
        office.send()
        assert "Mới: 08h00, thứ Năm, ngày 30/11/2023" in office.texts[-1]
        assert "Địa điểm: phòng họp số 2" in office.texts[-1]
        assert self.rings_an_hour_before(office)


class TestWhatIsOvertakenBeforeItGoesOut:
    def test_is_one_message_of_what_was_told_and_what_stands(self, office: ChangingOffice) -> None:
        uid = office.add()
        office.move(uid, AT_TEN)
        office.move(uid, AT_TWO)
        office.undo(office.cancel(uid))
        office.send()
        [mail], [text] = office.mails, office.texts
        assert objects(mail) == [Imip("REQUEST", uid, office.sequence(uid), TWO)]
        assert "Họp giao ban: chuyển thời gian" in text
        assert "Cũ: 08h00" in text
        assert "Mới: 14h00" in text

    def test_is_not_told_at_all_where_everything_is_as_it_was(self, office: ChangingOffice) -> None:
        uid = office.add()
        office.undo(office.move(uid, AT_TEN))
        office.send()
        assert (office.mails, office.texts) == ([], [])
        assert fates(office) == [(State.DROPPED, "a later notice tells of it too")] * 2

    def test_leaves_the_other_changes_of_its_release_to_be_told(self, office: ChangingOffice) -> None:
        one, other = an_event(uid="e1", title="Họp A"), an_event(uid="e2", title="Họp B")
        office.release([Change(kind=ChangeKind.ADDED, before=None, after=event) for event in (one, other)])
        moved = [
            event._replace(when=Day(date(2023, 11, 28), Hours(time(9))), sequence=1) for event in (one, other)
        ]
        office.release(
            [
                Change(kind=ChangeKind.MOVED, before=before, after=after)
                for before, after in zip((one, other), moved, strict=True)
            ]
        )
        office.cancel("e1")
        office.send()
        told = sorted((one.uid, one.method, one.sequence) for mail in office.mails for one in objects(mail))
        assert told == [("e1", "CANCEL", 2), ("e2", "REQUEST", 1)]
        assert sorted(text.splitlines()[4] for text in office.texts) == [
            "Họp A: hủy",
            "Họp B: chuyển thời gian",
        ]

    def test_in_quiet_hours_is_told_once_in_the_morning(
        self, database: Database, smtp_double: SmtpDouble, zalo_bot_double: ZaloBotDouble
    ) -> None:
        office = ChangingOffice(database, smtp_double, zalo_bot_double, QUIET_OFFICE)
        uid = office.add()
        office.clock.now = local(date(2023, 11, 20), 22)
        office.move(uid, AT_TEN)
        office.send()
        office.cancel(uid)
        office.send()
        assert office.texts == []
        office.send(local(date(2023, 11, 21), 6) - office.clock.now)
        [text] = office.texts
        assert "Họp giao ban: hủy" in text
        assert "Cũ: 08h00" in text


class TestWhatWasTurnedAway:
    def test_passes_what_it_says_to_the_later_notice(self, office: ChangingOffice) -> None:
        uid = office.add()
        office.smtp.fail("rcpt", "451 4.7.1 later")
        office.move(uid, AT_TEN)
        office.send()
        office.move(uid, AT_TWO)
        office.send()
        office.send(timedelta(minutes=5))
        [mail], texts = office.mails, office.texts
        assert objects(mail) == [Imip("REQUEST", uid, 2, TWO)]
        assert "Cũ: 08h00" in office.words()[0]
        assert ["Cũ: 08h00" in texts[0], "Cũ: 10h00" in texts[1]] == [True, True]

    def test_but_may_have_arrived_is_followed_by_what_stands_even_if_that_is_the_old(
        self, office: ChangingOffice
    ) -> None:
        uid = office.add()
        office.smtp.fail("final", "store, then close")
        release = office.move(uid, AT_TEN)
        office.send()
        office.undo(release)
        office.send()
        office.send(timedelta(minutes=5))
        assert shown(office.mails) == {uid: EIGHT}
        assert "Mới: 08h00" in office.words()[-1]


class TestARelease:
    def changed(self, office: ChangingOffice, count: int) -> None:
        """Half of so many meetings are cancelled, the other half moved, in one release."""
        events = [an_event(uid=f"e{n}", title=f"Cuộc họp số {n} về công tác tháng 12") for n in range(count)]
        office.release([Change(kind=ChangeKind.ADDED, before=None, after=event) for event in events])
        changes = []
        for n, event in enumerate(events):
            if n % 2:
                after, kind = event._replace(status=Status.CANCELLED, sequence=1), ChangeKind.CANCELLED
            else:
                moved = Day(date(2023, 11, 28), Hours(time(14)))
                after, kind = event._replace(when=moved, sequence=1), ChangeKind.MOVED
            changes.append(Change(kind=kind, before=event, after=after))
        office.release(changes)

    def test_of_several_changes_has_a_calendar_object_for_each_in_one_mail(
        self, office: ChangingOffice
    ) -> None:
        self.changed(office, 3)
        office.send()
        [mail] = office.mails
        assert [(one.uid, one.method, one.sequence) for one in objects(mail)] == [
            ("e0", "REQUEST", 1),
            ("e1", "CANCEL", 1),
            ("e2", "REQUEST", 1),
        ]
        names = [part.get_filename() for part in mail.iter_attachments()]
        assert names == ["invite-1.ics", "invite-2.ics", "invite-3.ics"]
        assert not [part for part in mail.walk() if part.get_content_type() == "text/calendar"]

    def test_of_two_hundred_tells_some_in_full_what_is_cancelled_first_and_counts_the_rest(
        self, office: ChangingOffice
    ) -> None:
        self.changed(office, 200)
        office.send()
        [mail] = office.mails
        assert mail["Subject"] == "Thay đổi lịch: 200 nội dung"
        assert {one.method for one in objects(mail)} == {"CANCEL"}
        assert "và 188 thay đổi khác, xin xem trên lịch: http://127.0.0.1:8000/c/hoi" in office.words()[0]
        assert len(office.smtp.received[0].content) < 60_000
        assert "12. Cuộc họp số" in office.texts[-1]
