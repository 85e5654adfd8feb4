"""People, what they are told, personal feeds, the link that stops messages, and what Zalo delivers."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from page_office import NOW, PageOffice, page_office

from calendars.feeds import FeedAddress, token_digest, token_matches
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.zalo_bot import ZaloBotSettings
from scheduler.channels.zalo_oa import ZaloOaSettings
from scheduler.directory import Directory
from scheduler.people import Address
from scheduler.service.access import Role
from scheduler.service.inbound import TRIES_OF_ALL, TRIES_OF_ONE, InboundService
from scheduler.service.people import NewPerson
from scheduler.service.wishes import wish_of
from scheduler.web.app import create_app
from scheduler.web.pages import pages

SECRET = "secret-of-the-bot"
EMAIL = Address(ChannelKind.EMAIL, "van@example.org")


@pytest.fixture
def editor(office):
    return office.member("lan", Role.EDITOR)


def person(office, **more):
    new = NewPerson(name="Lê Thị Thanh Vân", addresses=(EMAIL,), follows=("hoi",), **more)
    return office.services.people.add(new, office.clock())


def test_person_is_added_with_what_was_typed(office, editor):
    told = {"name": "Lê Thị Thanh Vân", "email": "Van@Example.org", "groups": "a; b", "follows": "hoi"}
    path = editor.post("/people", told).headers["location"]
    [one] = office.services.people.everybody()
    assert (one.addresses, one.groups) == ((EMAIL,), ("a", "b"))
    assert "van@example.org" in editor.get(path).text


@pytest.mark.parametrize(
    ("told", "why"), [({"email": "không phải"}, "thư điện tử"), ({"name": ""}, "Hãy điền họ tên")]
)
def test_wrong_details_are_told_and_kept(office, editor, told, why):
    answer = editor.post("/people", {"name": "Vân", "groups": "tổ 1"} | told)
    assert answer.status_code == 422
    assert why in answer.text
    assert 'value="tổ 1"' in answer.text
    assert office.services.people.everybody() == []


def test_list_of_people_is_taken_and_its_bad_rows_are_told(office, editor):
    rows = "name,email\nVân,v@example.org\nCúc,không phải\n"
    answer = editor.post("/people/import", files={"list": ("ds.csv", rows.encode())}, form="/people")
    assert "Thêm 1 người" in answer.text
    assert "Hàng 3" in answer.text
    wrong = editor.post("/people/import", files={"list": ("ds.csv", b"\xff\xfe\x00")}, form="/people")
    assert wrong.status_code == 422


def test_person_is_changed_and_removed(office, editor):
    path = f"/people/{person(office, groups=('a',)).id}"
    editor.post(path, {"remove": "email:van@example.org", "leave": "a", "unfollow": "hoi", "opted_out": "1"})
    [one] = office.services.people.everybody()
    assert (one.addresses, one.groups, one.follows, one.opted_out) == ((), (), (), True)
    editor.post(f"{path}/remove", form=path)
    assert office.services.people.everybody() == []


def test_audit_log_names_a_person_only_while_they_are_there(office):
    keeper = office.member("chu", Role.ADMINISTRATOR)
    path = keeper.post("/people", {"name": "Lê Thị Thanh Vân", "follows": "hoi"}).headers["location"]
    keeper.post(path, {"groups": "tổ 1"})
    assert keeper.get("/audit").text.count("Lê Thị Thanh Vân") == 2
    keeper.post(f"{path}/remove", form=path)
    page = keeper.get("/audit").text
    assert "xoá người nhận" in page
    assert "Vân" not in page


def test_all_that_is_kept_of_a_person_is_downloaded_by_an_administrator(office, editor):
    one = person(office, groups=("tổ 1",))
    assert "/data" not in editor.get(f"/people/{one.id}").text
    assert editor.get(f"/people/{one.id}/data").status_code == 403
    answer = office.member("chu", Role.ADMINISTRATOR).get(f"/people/{one.id}/data")
    assert answer.headers["content-disposition"] == f'attachment; filename="{one.id}.json"'
    assert answer.headers["cache-control"] == "no-store"
    told = json.loads(answer.text)
    assert (told["name"], told["groups"]) == (one.name, ["tổ 1"])


def test_person_is_erased_by_an_administrator_who_is_sure(office, editor):
    one = person(office)
    office.import_programme()
    office.services.telling.plan()
    path = f"/people/{one.id}"
    assert editor.post(f"{path}/erase", {"sure": "1"}, form=path).status_code == 403
    keeper = office.member("chu", Role.ADMINISTRATOR)
    assert "chưa xoá gì" in keeper.post(f"{path}/erase", form=path).text
    assert office.services.people.everybody() == [one]
    answer = keeper.post(f"{path}/erase", {"sure": "1"}, form=path)
    assert answer.status_code == 303
    assert "Vân" not in answer.headers["location"]
    page, again = (keeper.get(answer.headers["location"]).text for _ in range(2))
    assert "chỗ của người ấy nay ghi" in page
    assert ("chỗ của người ấy nay ghi" in again, "Đã xoá hết dữ liệu cá nhân." in again) == (False, True)
    assert office.services.people.everybody() == []
    assert all("Vân" not in keeper.get(kept).text for kept in ("/people", "/deliveries", "/audit"))


@pytest.mark.parametrize("form", ["remove", "erase", "code", "feeds", "feeds/x/revoke"])
def test_address_of_a_persons_form_leads_to_the_person_when_it_is_opened(office, editor, form):
    path = f"/people/{person(office).id}"
    answer = editor.get(f"{path}/{form}")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert editor.get("/people/import").headers["location"] == "/people"
    assert len(office.services.people.everybody()) == 1


def test_erasing_the_only_administrator_is_refused(office):
    keeper = office.member("van@example.org", Role.ADMINISTRATOR)
    goc = next(one for one in office.services.access.accounts() if one.login == "goc")
    keeper.post(f"/accounts/{goc.id}", {"role": "reader"}, form="/accounts")
    path = f"/people/{person(office).id}"
    answer = keeper.post(f"{path}/erase", {"sure": "1"}, form=path)
    assert answer.status_code == 422
    assert "ít nhất một quản trị viên" in answer.text
    assert len(office.services.people.everybody()) == 1


def test_calendars_that_people_follow_are_told_by_their_names(office, editor):
    path = f"/people/{person(office).id}"
    office.services.people.add(NewPerson(name="Cúc", follows=("*",)), office.clock())
    assert "Chương trình công tác Hội</label>" in editor.get(path).text
    rows = editor.get("/people").text.partition("</table>")[0]
    assert ">Chương trình công tác Hội</td>" in rows
    assert ">mọi lịch</td>" in rows


def test_deliveries_show_what_waits_and_let_it_be_taken_out(office, editor):
    person(office)
    office.import_programme()
    office.services.telling.plan()
    page = editor.get("/deliveries?state=pending").text
    assert "Lê Thị Thanh Vân" in page
    path = re.search(r'href="(/deliveries/[^"]+)"', page.partition("<table")[2])[1]
    editor.post(path, {"action": "cancel"})
    assert "đã huỷ" in editor.get(path).text
    editor.post(path, {"action": "retry"})
    assert "chờ gửi" in editor.get(path).text


def test_banner_says_that_nobody_sends(office, editor):
    person(office)
    office.import_programme()
    office.services.telling.plan()
    assert "không có tiến trình nào đang gửi tin nhắc" in editor.get("/people").text
    assert "không có tiến trình" not in office.visitor().get("/").text


# --- personal feeds ---------------------------------------------------------------------------------------------------


def test_persons_feed_shows_what_the_person_follows_until_it_is_taken_back(office, editor):
    office.import_programme()
    path = f"/people/{person(office).id}"
    page = editor.post(f"{path}/feeds", form=path).text
    feed = re.search(r'value="http://testserver(/f/[\w-]+\.ics)"', page)[1]
    assert "SUMMARY:Hội nghị tổng kết" in office.visitor().get(feed).text.replace("\r\n ", "")
    editor.post(path, {"unfollow": "hoi"})
    assert "SUMMARY" not in office.visitor().get(feed).text
    revoke = re.search(rf'action="({path}/feeds/[^"]+/revoke)"', editor.get(path).text)[1]
    editor.post(revoke, form=path)
    assert office.visitor().get(feed).status_code == 410


def test_own_feed_shows_internal_calendars_and_ends_with_the_account(office):
    office.import_programme()
    reader = office.member("doc", Role.READER)
    page = reader.post("/me/feeds", {"calendars": ["hoi", "noi-bo"], "name": "điện thoại"}, form="/me").text
    assert 'class="qr"' in page
    assert ">Chương trình công tác Hội, Lịch nội bộ</td>" in page
    feed = re.search(r'value="http://testserver(/f/[\w-]+\.ics)"', page)[1]
    answer = office.visitor().get(feed)
    assert answer.status_code == 200
    assert answer.headers["cache-control"].startswith("private")
    keeper = office.member("chu", Role.ADMINISTRATOR)
    id_ = office.accounts["doc"].id
    keeper.post(f"/accounts/{id_}", {"role": "reader", "disabled": "1"}, form="/accounts")
    assert office.visitor().get(feed).status_code == 410


def test_every_token_costs_the_same_statements_whatever_it_is(office, monkeypatch):
    """A stranger learns nothing by the time: what is asked of the database does not depend on the token."""
    tokens, now = office.services.tokens, office.clock()
    account, one = office.account("doc", Role.READER), person(office)
    revoked = tokens.add_feed(now=now, name="x", person=one.id)
    [feed] = tokens.feeds_of(person=one.id)
    tokens.revoke_feed(one.id, feed.id, now=now)
    of_person = tokens.add_feed(now=now, name="x", person=one.id)
    of_account = tokens.add_feed(now=now, name="x", account=account, calendars=("hoi",))
    asked: list[str] = []
    with office.services.calendars.database.reading() as connection:
        run = type(connection).execute

    def execute(self, query, *params):
        asked.append(str(query))
        return run(self, query, *params)

    monkeypatch.setattr(type(connection), "execute", execute)

    def statements(token):
        asked.clear()
        office.services.serving.feed_version(FeedAddress(token=token))
        return list(asked)

    known = statements(of_person)
    assert len(known) >= 7
    for other in (of_account, revoked, "khong-co", f"{of_person[:-1]}!", ""):
        assert statements(other) == known


def test_tokens_are_compared_in_constant_time_even_where_none_is_found(monkeypatch):
    compared = []
    monkeypatch.setattr(
        "calendars.feeds.hmac.compare_digest",
        lambda one, other: compared.append((one, other)) or one == other,
    )
    assert token_matches("mã", token_digest("mã"))
    assert not token_matches("mã", token_digest("khác"))
    assert not token_matches("mã", None)
    assert [len(one) == len(other) == 64 for one, other in compared] == [True] * 3


def test_unknown_token_is_not_found(office):
    assert office.visitor().get("/f/khong-co.ics").status_code == 404


# --- the link that stops messages -------------------------------------------------------------------------------------


def stop_path(office, one):
    with office.services.calendars.database.reading() as connection:
        return f"/stop/{Directory(connection).tokens([one.id])[one.id]}"


def test_who_is_removed_leaves_nothing_that_waits_of_any_kind(office):
    one = person(office)
    office.import_programme()
    office.services.telling.plan()
    office.services.people.remove(one.id, office.clock())
    left = {kept.kept.state.value for kept in office.services.telling.outbox()}
    assert left == {"dropped"}


def test_looking_at_the_link_stops_nothing_and_pressing_the_button_does(office):
    path = stop_path(office, person(office))
    assert "Dừng nhận tin nhắc?" in office.visitor().get(path).text
    assert not office.services.people.everybody()[0].opted_out
    answer = office.visitor().client.post(path, headers={"accept": "text/html"})
    assert "Đã dừng gửi tin" in answer.text
    assert office.services.people.everybody()[0].opted_out


def test_one_click_of_a_mail_program_stops_messages_and_takes_them_out(office):
    one = person(office)
    office.import_programme()
    office.services.telling.plan()
    path = stop_path(office, one)
    for _ in range(2):
        answer = office.visitor().client.post(path, data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    assert {kept.kept.state.value for kept in office.services.telling.outbox()} <= {"cancelled", "dropped"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_unknown_stop_link_is_not_found(office, method):
    assert getattr(office.visitor().client, method)("/stop/khong-co").status_code == 404


# --- what Zalo delivers -----------------------------------------------------------------------------------------------


@pytest.fixture
def zalo(tmp_path, zalo_bot_double):
    """An office whose bot talks to the double of Zalo on loopback."""
    with page_office(tmp_path) as office:
        bot = ZaloBotSettings(
            token=zalo_bot_double.token, base_url=zalo_bot_double.url, webhook_secret=SECRET
        )
        account = ZaloOaSettings(
            app_id="1234567890", app_secret="x", oa_secret_key="oa-key", refresh_token="y"
        )
        services, people = office.services, office.services.people
        channels = {ChannelKind.ZALO_BOT: bot, ChannelKind.ZALO_OA: account}
        inbound = InboundService(people.database, services.settings, people.policy, channels)
        services = replace(services, inbound=inbound)
        routes, middleware = pages(services)
        app = create_app(services.serving, pages=routes, middleware=middleware)
        yield PageOffice(services, app, office.clock)


def tell(zalo, text, *, secret=SECRET, id_="m1", chat="chat-1"):
    """Deliver what somebody wrote to the bot, as Zalo does."""
    person = {"id": chat, "display_name": "Lan", "is_bot": False}
    said = {"from": person, "chat": {"id": chat, "chat_type": "PRIVATE"}, "text": text, "message_id": id_}
    body = {"event_name": "message.text.received", "message": said | {"date": int(NOW.timestamp() * 1000)}}
    headers = {"x-bot-api-secret-token": secret}
    return zalo.visitor().client.post("/hooks/zalo-bot", json=body, headers=headers)


def test_code_written_to_the_bot_links_the_person(zalo, zalo_bot_double):
    one = person(zalo)
    code = zalo.services.people.registration_code(one.id, zalo.clock())
    assert tell(zalo, f"Đăng ký {code.lower()}").status_code == 200
    assert "Đã đăng ký cho Lê Thị Thanh Vân" in zalo_bot_double.texts("chat-1")[0]
    [known] = zalo.services.people.everybody()
    assert Address(ChannelKind.ZALO_BOT, "chat-1") in known.addresses


def test_same_message_delivered_again_is_answered_once(zalo, zalo_bot_double):
    for _ in range(2):
        tell(zalo, "lịch hôm nay")
    assert len(zalo_bot_double.texts("chat-1")) == 1


def test_week_and_day_are_told(zalo, zalo_bot_double):
    zalo.import_programme()
    zalo.clock.now = datetime(2026, 12, 18, 1, 0, tzinfo=UTC)
    tell(zalo, "lịch hôm nay")
    tell(zalo, "lich tuan", id_="m2")
    day, week = zalo_bot_double.texts("chat-1")
    assert day.startswith("Thứ Sáu 18/12/2026:")
    assert "08h00: Hội nghị tổng kết công tác Hội (Hội trường tầng 3)" in day
    assert week.startswith("14/12 – 20/12/2026:")
    assert "Tập huấn nghiệp vụ" in week


def test_stopping_by_a_word_and_what_else_is_answered_with_help(zalo, zalo_bot_double):
    one = person(zalo)
    tell(zalo, f"đăng ký {zalo.services.people.registration_code(one.id, zalo.clock())}")
    tell(zalo, "huỷ", id_="m2")
    assert zalo.services.people.everybody()[0].opted_out
    tell(zalo, "chào", id_="m3")
    tell(zalo, "đăng ký ABC123", id_="m4")
    assert "Nhắn:" in zalo_bot_double.texts("chat-1")[2]
    assert "không đúng" in zalo_bot_double.texts("chat-1")[3]


def test_what_was_asked_is_kept_before_zalo_is_told_that_it_was_taken(zalo, monkeypatch):
    """The process may be killed right after the answer 200: nothing is left for later but the answer."""
    one = person(zalo)
    code = zalo.services.people.registration_code(one.id, zalo.clock())
    said = []
    monkeypatch.setattr(InboundService, "say", lambda _, answer, now: said.append(answer))
    tell(zalo, f"đăng ký {code}")
    tell(zalo, "huỷ", id_="m2")
    [known] = zalo.services.people.everybody()
    assert (known.opted_out, known.addresses[-1].value) == (True, "chat-1")
    assert len(said) == 2


def test_same_message_is_known_again_by_another_process(zalo, zalo_bot_double):
    one = person(zalo)
    tell(zalo, f"đăng ký {zalo.services.people.registration_code(one.id, zalo.clock())}")
    tell(zalo, "huỷ", id_="m2")
    zalo.services.people.change(one.id, zalo.clock(), opted_out=False)
    here = zalo.services.inbound
    other = InboundService(here.database, here.settings, here.policy, here.channels)
    restarted = replace(zalo.services, inbound=other)
    routes, middleware = pages(restarted)
    app = create_app(restarted.serving, pages=routes, middleware=middleware)
    assert tell(PageOffice(restarted, app, zalo.clock), "huỷ", id_="m2").status_code == 200
    assert not zalo.services.people.everybody()[0].opted_out
    assert len(zalo_bot_double.texts("chat-1")) == 2


def test_who_guesses_codes_must_wait_and_others_need_not(zalo, zalo_bot_double):
    one = person(zalo)
    code = zalo.services.people.registration_code(one.id, zalo.clock())
    for number in range(TRIES_OF_ONE):
        tell(zalo, f"đăng ký AAAA{number + 2}A", id_=f"m{number}")
    tell(zalo, f"đăng ký {code}", id_="right")
    assert "quá nhiều mã sai" in zalo_bot_double.texts("chat-1")[-1]
    assert len(zalo.services.people.everybody()[0].addresses) == 1
    zalo.clock.now += timedelta(minutes=61)
    tell(zalo, f"đăng ký {code}", id_="later")
    assert "Đã đăng ký" in zalo_bot_double.texts("chat-1")[-1]


def test_many_senders_who_guess_together_are_stopped_too(zalo, zalo_bot_double):
    code = zalo.services.people.registration_code(person(zalo).id, zalo.clock())
    with zalo.services.people.database.transaction() as connection:
        for number in range(TRIES_OF_ALL):
            until = zalo.clock.now + timedelta(hours=1)
            Directory(connection).wrong_code(f"s{number}", now=zalo.clock.now, until=until)
    tell(zalo, f"đăng ký {code}")
    assert "quá nhiều mã sai" in zalo_bot_double.texts("chat-1")[-1]


def test_what_is_not_from_zalo_is_refused(zalo, zalo_bot_double):
    assert tell(zalo, "lịch hôm nay", secret="wrong").status_code == 403
    assert zalo.visitor().client.post("/hooks/zalo-oa", content=b"{}").status_code == 403
    assert zalo_bot_double.sent == []


def test_official_account_learns_when_somebody_last_wrote(zalo):
    one = person(zalo)
    address = Address(ChannelKind.ZALO_OA, "9876543210")
    zalo.services.people.change(one.id, zalo.clock(), add=NewPerson(name="", addresses=(address,)))
    stamp = str(int(NOW.timestamp() * 1000))
    event = {
        "event_name": "user_send_image",
        "timestamp": stamp,
        "sender": {"id": address.value},
        "message": {"msg_id": "1"},
    }
    body = json.dumps(event).encode()
    mac = sha256(b"1234567890" + body + stamp.encode() + b"oa-key").hexdigest()
    answer = zalo.visitor().client.post(
        "/hooks/zalo-oa", content=body, headers={"x-zevent-signature": f"mac={mac}"}
    )
    assert answer.status_code == 200
    with zalo.services.people.database.reading() as connection:
        assert Directory(connection).last_interaction(ChannelKind.ZALO_OA, address.value) == NOW


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("đăng ký abc234", "register"),
        ("DANG KY ABC234 ạ", "register"),
        ("đăng kí abc234", "register"),
        (unicodedata.normalize("NFD", "ĐĂNG KÍ ABC234!"), "register"),
        ("Em chào anh, em đăng kí mã số: “ABC234” ạ. Em cảm ơn!", "register"),
        ("đăng kí nhận lịch, mã của em là abc234", "register"),
        ("đăng ký chuyên đề", "help"),
        ("không đăng ký ABC234", "help"),
        ("hủy đăng kí ạ", "stop"),
        ("Cho em huỷ nhận tin với ạ", "stop"),
        ("Lịch tuần này", "week"),
        ("lich hom nay", "today"),
        ("Huỷ", "stop"),
        ("hủy", "stop"),
        ("STOP", "stop"),
        ("HUỶ!", "stop"),
        (unicodedata.normalize("NFD", "Hủy nhận tin."), "stop"),
        ("huỷ nhắc lịch", "stop"),
        ("Đăng ký mã: ABC234", "register"),
        ("“Lịch tuần”", "week"),
        ("LỊCH HÔM NAY?", "today"),
        ("lịch tháng", "help"),
        ("lịch ngày 25 có gì", "help"),
        ("huỷ đăng ký ABC234", "help"),
        ("huỷ cuộc họp chiều nay à?", "help"),
        ("", "help"),
    ],
)
def test_what_a_message_wishes(text, wish):
    assert wish_of(text).name == wish


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lịch mai", "Thứ Bảy 19/12/2026"),
        ("Lịch tuần sau", "21/12 – 27/12/2026"),
        ("lịch", "Thứ Sáu 18/12/2026"),
    ],
)
def test_days_that_were_asked_for_are_told(zalo, zalo_bot_double, text, first):
    zalo.clock.now = datetime(2026, 12, 18, 1, 0, tzinfo=UTC)
    tell(zalo, text)
    assert zalo_bot_double.texts("chat-1")[0].startswith(f"{first}:")


def test_zalo_that_tries_the_address_without_a_signature_is_answered(zalo):
    assert zalo.visitor().client.post("/hooks/zalo-oa", content=b"").status_code == 200
    assert zalo.visitor().client.post("/hooks/zalo-bot", content=b"").status_code == 403


def test_who_leaves_the_account_is_not_taken_to_have_written(zalo):
    one = person(zalo)
    address = Address(ChannelKind.ZALO_OA, "9876543210")
    zalo.services.people.change(one.id, zalo.clock(), add=NewPerson(name="", addresses=(address,)))
    stamp = str(int(NOW.timestamp() * 1000))
    body = json.dumps(
        {"event_name": "unfollow", "timestamp": stamp, "follower": {"id": address.value}}
    ).encode()
    mac = sha256(b"1234567890" + body + stamp.encode() + b"oa-key").hexdigest()
    headers = {"x-zevent-signature": f"mac={mac}"}
    assert zalo.visitor().client.post("/hooks/zalo-oa", content=body, headers=headers).status_code == 200
    with zalo.services.people.database.reading() as connection:
        assert Directory(connection).last_interaction(ChannelKind.ZALO_OA, address.value) is None
