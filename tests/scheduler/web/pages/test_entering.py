"""Getting in: first run, roles, sessions, throttling, forms of others, what is written down."""

import re
from datetime import timedelta

import pytest
from page_office import NOW, PASSWORD

from scheduler.errors import DatabaseUnavailable
from scheduler.service.access import Role
from scheduler.service.tokens import Scope

MINUTE = timedelta(minutes=1)


def test_first_run_makes_the_administrator_by_a_link_that_is_good_once(office):
    link = office.services.access.first_link(NOW)
    path = f"/first/{link}"
    visitor = office.visitor()
    assert "Tạo quản trị viên đầu tiên" in visitor.get(path).text
    told = {"name": "Lê Thị Thanh Vân", "login": "Van", "password": PASSWORD, "again": PASSWORD}
    assert visitor.post(path, told).status_code == 303
    assert "Tài khoản" in visitor.get("/accounts").text
    assert office.visitor().get(path).status_code == 404
    assert office.services.access.first_link(NOW) is None


def test_audit_log_names_roles_in_the_readers_language(office):
    keeper = office.member("chu", Role.ADMINISTRATOR)
    keeper.post("/accounts", {"login": "lan", "name": "Lan", "role": "approver"})
    assert "lan (Người duyệt)" in keeper.get("/audit").text


def test_login_tells_of_the_first_run_until_it_is_over(office):
    assert "Chưa có tài khoản nào" in office.visitor().get("/login").text
    office.account("lan", Role.READER)
    assert "Chưa có tài khoản nào" not in office.visitor().get("/login").text


def test_each_start_ends_the_link_of_the_start_before(office):
    first = office.services.access.first_link(NOW)
    second = office.services.access.first_link(NOW)
    assert office.visitor().get(f"/first/{first}").status_code == 404
    assert office.visitor().get(f"/first/{second}").status_code == 200


def test_link_is_too_old_after_a_day(office):
    link = office.services.access.first_link(NOW)
    office.clock.forward(timedelta(hours=25))
    assert office.visitor().get(f"/first/{link}").status_code == 404


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"password": "ngắn", "again": "ngắn"}, "ít nhất 10 ký tự"),
        ({"again": "khác hẳn 123"}, "không giống nhau"),
        ({"login": "có dấu cách"}, "Tên đăng nhập gồm"),
        ({"name": " "}, "Hãy điền họ tên"),
    ],
)
def test_first_run_says_what_is_wrong_and_keeps_what_was_typed(office, told, why):
    path = f"/first/{office.services.access.first_link(NOW)}"
    right = {"name": "Lê Thị Thanh Vân", "login": "van", "password": PASSWORD, "again": PASSWORD}
    answer = office.visitor().post(path, right | told)
    assert answer.status_code == 422
    assert why in answer.text
    assert office.visitor().post(path, right).status_code == 303


def test_wrong_password_and_unknown_login_are_answered_alike(office):
    office.account("lan", Role.EDITOR)
    answers = [office.visitor().log_in(login, "sai mật khẩu rồi") for login in ("lan", "khong-co")]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert all("Tên đăng nhập hoặc mật khẩu không đúng." in answer.text for answer in answers)


def test_login_takes_capitals_and_letters_composed_or_not(office):
    import unicodedata

    office.account("lan", Role.EDITOR)
    assert office.visitor().log_in(" LAN ", unicodedata.normalize("NFD", PASSWORD)).status_code == 303


def test_many_failures_have_to_wait_and_the_wait_ends(office):
    office.account("lan", Role.EDITOR)
    for _ in range(5):
        office.visitor().log_in("lan", "sai mật khẩu rồi")
    answer = office.visitor().log_in("lan")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"
    office.clock.forward(MINUTE)
    assert office.visitor().log_in("lan").status_code == 303


def test_session_ends_by_logging_out(office):
    member = office.member("lan", Role.EDITOR)
    cookie = member.client.cookies["sched"]
    member.post("/logout", form="/import")
    member.client.cookies.set("sched", cookie)
    assert member.get("/import").status_code == 303


def test_session_ends_after_twelve_idle_hours_and_goes_on_while_used(office):
    member = office.member("lan", Role.EDITOR)
    for _ in range(3):
        office.clock.forward(timedelta(hours=11))
        assert member.get("/import").status_code == 200
    office.clock.forward(timedelta(hours=12, minutes=1))
    assert member.get("/import").status_code == 303


def test_cookie_is_kept_from_scripts_and_a_changed_one_is_nobodys(office):
    visitor = office.visitor()
    office.account("lan", Role.EDITOR)
    answer = visitor.log_in("lan")
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    cookie = visitor.client.cookies["sched"]
    visitor.client.cookies.clear()
    visitor.client.cookies.set("sched", cookie[:-2] + "xx")
    assert visitor.get("/import").status_code == 303


def test_login_gives_another_session_than_the_visit_before(office):
    office.account("lan", Role.EDITOR)
    visitor = office.visitor()
    visitor.get("/login")
    before = visitor.client.cookies["sched"]
    visitor.log_in("lan")
    assert visitor.client.cookies["sched"] != before


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_login_leads_to_no_other_site(office, to):
    office.account("lan", Role.EDITOR)
    answer = office.visitor().post("/login", {"login": "lan", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/"


def test_login_leads_back_to_where_one_wanted(office):
    office.account("lan", Role.EDITOR)
    visitor = office.visitor()
    wanted = visitor.get("/people?q=vân").headers["location"]
    page = visitor.get(wanted).text
    to = re.search(r'name="to" value="([^"]+)"', page)[1]
    answer = visitor.post("/login", {"login": "lan", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/people?q=v%C3%A2n"


PAGES = {
    Role.READER: ("/me",),
    Role.EDITOR: ("/import", "/review", "/changes", "/people", "/deliveries"),
    Role.ADMINISTRATOR: ("/accounts", "/audit"),
}


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_its_own_pages_and_those_below(office, role):
    member = office.member("lan", role)
    for least, paths in PAGES.items():
        for path in paths:
            assert member.get(path).status_code == (200 if role >= least else 403), path


def test_form_without_our_token_changes_nothing(office):
    member = office.member("lan", Role.ADMINISTRATOR)
    answer = member.client.post("/people", data={"name": "Kẻ lạ"}, follow_redirects=False)
    assert answer.status_code == 403
    assert office.services.people.everybody() == []


def test_form_from_another_site_changes_nothing(office):
    member = office.member("lan", Role.ADMINISTRATOR)
    answer = member.post("/people", {"name": "Kẻ lạ"}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert office.services.people.everybody() == []


def test_form_that_comes_after_the_session_is_not_lost(office):
    member = office.member("lan", Role.EDITOR)
    form = re.search(r'name="form_token" value="([^"]+)"', member.get("/people").text)[1]
    office.clock.forward(timedelta(hours=13))
    late = member.client.post("/people", data={"form_token": form, "name": "Trần Thị Bưởi", "groups": "a;b"})
    assert late.status_code == 401
    assert "vẫn được giữ" in late.text
    kept = dict(re.findall(r'name="(kept\.\w+)" value="([^"]*)"', late.text))
    assert kept == {"kept.name": "Trần Thị Bưởi", "kept.groups": "a;b", "kept.form_token": form}
    again = member.post("/login", kept | {"login": "lan", "password": PASSWORD, "to": "/people"})
    assert "Thêm người nhận" in again.text
    assert "<dd>Trần Thị Bưởi</dd>" in again.text
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', again.text.partition("<main")[2]))
    assert fields.items() >= {"name": "Trần Thị Bưởi", "groups": "a;b"}.items()
    member.client.post("/people", data=fields)
    assert [one.name for one in office.services.people.everybody()] == ["Trần Thị Bưởi"]


ACCOUNT = {"login": "ke-la", "name": "Kẻ Lạ", "role": "administrator"}


@pytest.mark.parametrize("path", ["/accounts", "/people", "/login", "/logout"])
@pytest.mark.parametrize(
    "told",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://[evil"},
        {"origin": "https://evil.example", "x-forwarded-host": "evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
    ],
)
def test_what_another_site_sends_is_refused_and_ends_no_session(office, path, told):
    # A browser holds the session's cookie back from it: whoever sends it is nobody.
    answer = office.visitor().client.post(path, data=ACCOUNT, headers=told, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "ke-la" not in answer.text


@pytest.mark.parametrize(
    "told",
    [{"origin": "http://testserver"}, {"origin": "http://testserver", "sec-fetch-site": "same-origin"}],
)
def test_what_our_own_pages_send_is_taken(office, told):
    member = office.member("lan", Role.EDITOR)
    assert member.post("/people", {"name": "Trần Thị Bưởi"}, headers=told).status_code == 303


def test_form_that_is_none_of_ours_is_not_kept_and_sets_no_cookie(office):
    office.account("lan", Role.ADMINISTRATOR)
    for token in ("", "a-1.2.3", "a-1.1795316400.x.y"):
        told = ACCOUNT | {"form_token": token}
        for path in ("/accounts", "/people"):
            answer = office.visitor().client.post(path, data=told, follow_redirects=False)
            assert (answer.status_code, answer.headers["location"]) == (303, f"/login?to=%2F{path[1:]}")
            assert "set-cookie" not in answer.headers


def test_late_form_of_accounts_and_passwords_is_never_offered_again(office):
    keeper = office.member("lan", Role.ADMINISTRATOR)
    form = re.search(r'name="form_token" value="([^"]+)"', keeper.get("/accounts").text)[1]
    office.clock.forward(timedelta(hours=13))
    for path in ("/accounts", "/me/password", "/me/tokens", f"/accounts/{office.accounts['lan'].id}/link"):
        late = keeper.client.post(path, data=ACCOUNT | {"form_token": form}, follow_redirects=False)
        assert late.status_code == 303
    kept = {f"kept.{name}": value for name, value in ACCOUNT.items()} | {"kept.form_token": form}
    answer = keeper.post("/login", kept | {"login": "lan", "password": PASSWORD, "to": "/accounts"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/accounts")


def test_late_form_of_another_account_is_not_offered_to_who_logs_in(office):
    other, victim = office.member("cuc", Role.EDITOR), office.account("lan", Role.ADMINISTRATOR)
    assert victim.role is Role.ADMINISTRATOR
    form = re.search(r'name="form_token" value="([^"]+)"', other.get("/people").text)[1]
    kept = {"kept.name": "Kẻ Lạ", "kept.form_token": form}
    answer = office.visitor().post("/login", kept | {"login": "lan", "password": PASSWORD, "to": "/people"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/people")


def test_late_form_is_kept_for_a_week(office):
    member = office.member("lan", Role.EDITOR)
    form = re.search(r'name="form_token" value="([^"]+)"', member.get("/people").text)[1]
    office.clock.forward(timedelta(days=7))
    assert member.client.post("/people", data={"form_token": form, "name": "A"}).status_code == 401
    office.clock.forward(timedelta(seconds=1))
    late = member.client.post("/people", data={"form_token": form, "name": "A"}, follow_redirects=False)
    assert late.status_code == 303


def test_form_of_the_session_before_is_offered_again_after_a_login_in_another_tab(office):
    member = office.member("lan", Role.EDITOR)
    form = re.search(r'name="form_token" value="([^"]+)"', member.get("/people").text)[1]
    office.clock.forward(timedelta(hours=13))
    member.log_in("lan")
    answer = member.client.post("/people", data={"form_token": form, "name": "Trần Thị Bưởi"})
    assert answer.status_code == 409
    assert office.services.people.everybody() == []
    main = answer.text.partition("<main")[2]
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', main))
    member.client.post("/people", data=fields)
    assert [one.name for one in office.services.people.everybody()] == ["Trần Thị Bưởi"]


def test_form_of_another_account_is_refused_after_a_login_in_another_tab(office):
    other, member = office.member("cuc", Role.EDITOR), office.member("lan", Role.EDITOR)
    form = re.search(r'name="form_token" value="([^"]+)"', other.get("/people").text)[1]
    assert member.client.post("/people", data={"form_token": form, "name": "A"}).status_code == 403


def test_second_login_form_leads_on_after_the_first(office):
    office.account("lan", Role.EDITOR)
    visitor = office.visitor()
    form = re.search(r'name="form_token" value="([^"]+)"', visitor.get("/login").text)[1]
    visitor.log_in("lan")
    told = {"form_token": form, "login": "lan", "password": PASSWORD, "to": "/people"}
    answer = visitor.client.post("/login", data=told, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/people")


@pytest.mark.parametrize("busy", ["add", "account_of"])
def test_form_that_the_database_could_not_take_is_offered_again(office, monkeypatch, busy):
    member = office.member("lan", Role.EDITOR)
    form = re.search(r'name="form_token" value="([^"]+)"', member.get("/people").text)[1]
    service = office.services.people if busy == "add" else office.services.access

    def refuse(*_, **__):
        raise DatabaseUnavailable("the database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(type(service), busy, refuse)
        answer = member.client.post("/people", data={"form_token": form, "name": "Trần Thị Bưởi"})
        foreign = member.client.post("/people", data={"form_token": "x", "name": "Kẻ Lạ"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "Kẻ Lạ" not in foreign.text
    fields = dict(
        re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text.partition("<main")[2])
    )
    member.client.post("/people", data=fields)
    assert [one.name for one in office.services.people.everybody()] == ["Trần Thị Bưởi"]


def test_method_that_a_page_does_not_take_is_told_those_that_it_takes(office):
    answer = office.visitor().client.put("/logout")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_one_administrator_stays(office):
    keeper = office.member("lan", Role.ADMINISTRATOR)
    accounts = office.services.access.accounts()
    for account in accounts:
        answer = keeper.post(f"/accounts/{account.id}", {"role": "reader"}, form="/accounts")
    assert answer.status_code in (403, 422)
    assert any(account.role is Role.ADMINISTRATOR for account in office.services.access.accounts())


def test_closed_account_is_out_at_once(office):
    keeper, member = office.member("lan", Role.ADMINISTRATOR), office.member("cuc", Role.EDITOR)
    id_ = office.accounts["cuc"].id
    keeper.post(f"/accounts/{id_}", {"role": "editor", "disabled": "1"}, form="/accounts")
    assert member.get("/import").status_code == 303
    assert office.visitor().log_in("cuc").status_code == 401


def test_another_password_ends_all_other_sessions(office):
    one, other = office.member("lan", Role.EDITOR), office.visitor()
    other.log_in("lan")
    told = {"old": PASSWORD, "password": "một câu khác hẳn", "again": "một câu khác hẳn"}
    assert "Đã đổi mật khẩu" in one.post("/me/password", told, form="/me").text
    assert one.get("/me").status_code == 200
    assert other.get("/me").status_code == 303


def test_what_is_done_is_written_down_without_secrets(office):
    keeper = office.member("lan", Role.ADMINISTRATOR)
    office.visitor().log_in("lan", "sai mật khẩu rồi")
    keeper.post("/accounts", {"login": "moi", "name": "Người Mới", "role": "editor"})
    lines = office.services.access.audit()
    assert ("lan", "account-added", "moi (editor)") in [(line.who, line.did, line.subject) for line in lines]
    assert ("lan", "login-failed") in [(line.who, line.did) for line in lines]
    assert "sai mật khẩu" not in str(lines)
    assert "đăng nhập sai" in keeper.get("/audit").text


def test_token_is_made_for_reading_or_changing_and_for_so_long(office):
    lan = office.member("lan", Role.EDITOR)
    made = lan.post("/me/tokens", {"name": "in lịch", "scope": "read", "days": "30"}, form="/me")
    token = re.search(r'value="(sched_[0-9A-Za-z_-]+)"', made.text)[1]
    assert re.search(r"in lịch</th>.*Chỉ đọc.*22/12/2026", made.text)
    holder = office.services.tokens.holder_of(token, now=office.clock())
    assert (holder.account.login, holder.scope) == ("lan", Scope.READ)
    lan.post("/me/tokens", {"name": "nhập", "scope": "write", "days": ""}, form="/me")
    office.clock.forward(timedelta(days=30))
    lan.log_in("lan")
    page = lan.get("/me").text
    assert re.search(r"in lịch</th>.*đã hết hạn", page)
    assert re.search(r"nhập</th>.*Đọc và sửa.*không thời hạn", page)
    for told in ({"scope": "all"}, {"days": "31"}, {"days": "-1"}):
        assert lan.post("/me/tokens", {"name": "x"} | told, form="/me").status_code == 400
