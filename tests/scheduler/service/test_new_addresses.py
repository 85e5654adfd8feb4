"""A message that failed because nobody was reached: told when the person has another address, if it is still ahead."""

from datetime import date, timedelta

import pytest
from changing_office import ChangingOffice
from doubles.smtp import SmtpDouble
from doubles.zalo_bot import ZaloBotDouble
from telling_office import EMAIL, local

from scheduler.database import Database
from scheduler.people import Address
from scheduler.reminders import Lead, ReminderRule
from scheduler.service.people import NewPerson, PeopleService

NEW = NewPerson(name="", addresses=(Address(EMAIL, "lan2@example.org"),))


class TestWhatFailed:
    @pytest.fixture
    def office(
        self, database: Database, smtp_double: SmtpDouble, zalo_bot_double: ZaloBotDouble
    ) -> ChangingOffice:
        """Lan's mailbox is gone."""
        smtp_double.recipients["lan@example.org"] = "550 5.1.1 no such user"
        rules = [ReminderRule(name=f"d{n}", before=Lead(days=n)) for n in (10, 12)]
        return ChangingOffice(database, smtp_double, zalo_bot_double, rules=rules)

    @pytest.fixture
    def people(self, office: ChangingOffice) -> PeopleService:
        return PeopleService(office.database, office.settings, office.policy)

    def reached(self, office: ChangingOffice) -> list[str]:
        """Who received a mail of which subject since the office was opened."""
        return [f"{one.recipient}: {one.parsed()['Subject']}" for one in office.smtp.received]

    def test_is_told_once_by_the_new_address(self, office: ChangingOffice, people: PeopleService) -> None:
        office.add()
        office.send()
        people.change("Lan", office.clock(), add=NEW)
        office.send()
        office.send()
        assert self.reached(office) == ["lan2@example.org: Nhắc lịch: Họp giao ban"]

    def test_of_a_change_is_told_as_it_stands(self, office: ChangingOffice, people: PeopleService) -> None:
        uid = office.add("Họp giao ban 8h00 ngày 15/12/2023")
        office.move(uid, "10h00 ngày 15/12/2023")
        office.send()
        office.move(uid, "14h00 ngày 15/12/2023")
        office.send()
        people.change("Lan", office.clock(), add=NEW)
        office.send()
        assert self.reached(office) == ["lan2@example.org: Thay đổi lịch: Họp giao ban"]
        assert "Mới: 14h00" in office.words()[0]

    def test_of_what_has_begun_is_not_told(self, office: ChangingOffice, people: PeopleService) -> None:
        office.add()
        office.send()
        office.clock.now = local(date(2023, 11, 30), 8, 30)
        people.change("Lan", office.clock(), add=NEW)
        office.send()
        assert self.reached(office) == []

    def test_is_not_tried_again_without_a_new_address(
        self, office: ChangingOffice, people: PeopleService
    ) -> None:
        office.smtp.recipients["lan@example.org"] = "550 5.7.1 policy"
        office.add()
        office.send()
        tried = office.smtp.commands.count("RCPT TO:<lan@example.org>")
        people.change("Lan", office.clock(), add=NewPerson(name="", groups=("Văn phòng",)))
        office.send(timedelta(hours=1))
        assert tried == office.smtp.commands.count("RCPT TO:<lan@example.org>") == 1
