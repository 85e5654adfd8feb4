import socket
from dataclasses import replace
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from doubles import smtp as doubled
from doubles.fixtures import Certificates
from doubles.messages import NOW, a_message
from doubles.smtp import SmtpDouble

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.errors import ConfigurationError

SENDER = "Văn phòng Hội <vp@tinh.example>"
IMPATIENT: dict[str, Any] = {"connect_timeout": 0.5, "answer_timeout": 0.4, "final_timeout": 0.4}


def settings_for(port: int, **changes: Any) -> EmailSettings:
    # Long enough for a machine that is busy with something else; who awaits a silence shortens it by IMPATIENT.
    patient = EmailSettings(
        port=port, sender=SENDER, connect_timeout=10.0, answer_timeout=10.0, final_timeout=10.0
    )
    return replace(patient, **changes)


def channel_for(double: SmtpDouble, **changes: Any) -> EmailChannel:
    return EmailChannel(settings_for(double.port, **changes), Surroundings())


def a_mail(to: str = "lan@example.org", **changes: Any) -> Message:
    return a_message(ChannelKind.EMAIL, to, **changes)


def send(double: SmtpDouble, message: Message | None = None, **changes: Any) -> Outcome:
    channel = channel_for(double, **changes)
    try:
        return channel.send(message or a_mail(), now=NOW)
    finally:
        channel.close()


def test_aiosmtpd_takes_the_mail_as_well() -> None:
    class Keep(Sink):
        def __init__(self) -> None:
            self.contents: list[bytes] = []

        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            self.contents.append(envelope.content)
            return "250 2.0.0 kept"

    kept = Keep()
    controller = Controller(kept, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        channel = EmailChannel(settings_for(controller.port), Surroundings())
        assert channel.send(a_mail(), now=NOW) == Delivered("250 2.0.0 kept")
        assert channel.send(a_mail(id="r-2"), now=NOW) == Delivered("250 2.0.0 kept")
        channel.close()
    finally:
        controller.stop()
    assert [b"Message-ID: <r-0123456789abcdef@tinh.example>" in one for one in kept.contents] == [True, False]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# ----------------------------------------------------------------------------------------------------------------------
# The connection


def test_one_connection_carries_many_mails(smtp_double: SmtpDouble) -> None:
    channel = channel_for(smtp_double)
    for number in range(5):
        assert isinstance(channel.send(a_mail(id=f"r-{number}"), now=NOW), Delivered)
    channel.close()
    assert (smtp_double.connections, len(smtp_double.received)) == (1, 5)


def test_quiet_connection_that_the_server_closed_is_made_anew(smtp_double: SmtpDouble) -> None:
    channel = channel_for(smtp_double)
    assert isinstance(channel.send(a_mail(id="r-1"), now=NOW), Delivered)
    smtp_double.drop_connections()
    assert isinstance(channel.send(a_mail(id="r-2"), now=NOW), Delivered)
    channel.close()
    assert smtp_double.connections == 2


def test_server_that_takes_so_many_mails_a_connection_gets_them_over_several(smtp_double: SmtpDouble) -> None:
    smtp_double.close_after = 2
    channel = channel_for(smtp_double)
    for number in range(5):
        assert isinstance(channel.send(a_mail(id=f"r-{number}"), now=NOW), Delivered)
    channel.close()
    assert (smtp_double.connections, len(smtp_double.received)) == (3, 5)


def test_connection_is_kept_after_a_recipient_was_refused(smtp_double: SmtpDouble) -> None:
    smtp_double.recipients["gone@example.org"] = "550 5.1.1 no such user"
    channel = channel_for(smtp_double)
    assert isinstance(channel.send(a_mail("gone@example.org"), now=NOW), Refused)
    assert isinstance(channel.send(a_mail(), now=NOW), Delivered)
    channel.close()
    assert (smtp_double.connections, smtp_double.violations) == (1, [])


def test_closed_channel_may_be_used_again(smtp_double: SmtpDouble) -> None:
    channel = channel_for(smtp_double)
    assert isinstance(channel.send(a_mail(id="r-1"), now=NOW), Delivered)
    channel.close()
    assert isinstance(channel.send(a_mail(id="r-2"), now=NOW), Delivered)
    channel.close()


# ----------------------------------------------------------------------------------------------------------------------
# The fault table (reference on e-mail, B4)

GONE = True
STAYS = False


@pytest.mark.parametrize("pipelining", [True, False], ids=["at once", "one by one"])
@pytest.mark.parametrize(
    ("step", "answer", "expected"),
    [
        pytest.param("greeting", "421 4.3.2 closing", Deferred, id="greeting 421"),
        pytest.param("greeting", "554 5.7.1 not you", Halted, id="greeting 554"),
        pytest.param("greeting", doubled.CLOSE, Deferred, id="greeting: closed"),
        pytest.param("greeting", doubled.HANG, Deferred, id="greeting: silence"),
        pytest.param("greeting", doubled.TRICKLE, Deferred, id="greeting: a byte at a time"),
        pytest.param("greeting", "SSH-2.0-OpenSSH_9.2", Deferred, id="greeting of something else"),
        pytest.param("mail", "450 4.2.0 later", Deferred, id="MAIL 450"),
        pytest.param("mail", "451 4.3.0 later", Deferred, id="MAIL 451"),
        pytest.param("mail", "452 4.3.1 full", Deferred, id="MAIL 452"),
        pytest.param("mail", "421 4.3.2 closing", Deferred, id="MAIL 421"),
        pytest.param("mail", "550 5.7.1 sender refused", Halted, id="MAIL 550"),
        pytest.param("mail", "553 5.1.8 sender unknown", Halted, id="MAIL 553"),
        pytest.param("mail", "552 5.3.4 too big", Halted, id="MAIL 552"),
        pytest.param("mail", doubled.CLOSE, Deferred, id="MAIL: closed"),
        pytest.param("mail", doubled.HANG, Deferred, id="MAIL: silence"),
        pytest.param("rcpt", "450 4.2.0 greylisted", Deferred, id="RCPT 450, grey-listing"),
        pytest.param("rcpt", "451 4.7.1 later", Deferred, id="RCPT 451"),
        pytest.param("rcpt", "452 4.5.3 too many", Deferred, id="RCPT 452"),
        pytest.param("rcpt", "552 5.2.2 mailbox full", Deferred, id="RCPT 552"),
        pytest.param("rcpt", "421 4.3.2 closing", Deferred, id="RCPT 421"),
        pytest.param("rcpt", "550 5.1.1 no such user", (Refused, GONE), id="RCPT 550 5.1.1"),
        pytest.param("rcpt", "550 no such user", (Refused, GONE), id="RCPT 550"),
        pytest.param("rcpt", "550 5.7.1 blocked", (Refused, STAYS), id="RCPT 550 5.7.1, policy"),
        pytest.param("rcpt", "551 5.1.6 moved", (Refused, GONE), id="RCPT 551"),
        pytest.param("rcpt", "553 5.1.3 bad address", (Refused, GONE), id="RCPT 553"),
        pytest.param("rcpt", "521 5.1.10 takes no mail", (Refused, GONE), id="RCPT 521"),
        pytest.param("rcpt", "556 5.1.10 domain takes no mail", (Refused, GONE), id="RCPT 556"),
        pytest.param("rcpt", "554 5.7.1 relay denied", (Refused, STAYS), id="RCPT 554"),
        pytest.param("rcpt", "530 5.7.0 log in first", Halted, id="RCPT 530"),
        pytest.param("rcpt", doubled.CLOSE, Deferred, id="RCPT: closed"),
        pytest.param("data", "451 4.3.0 later", Deferred, id="DATA 451"),
        pytest.param("data", "452 4.3.1 full", Deferred, id="DATA 452"),
        pytest.param("data", "554 5.5.1 no recipients", (Refused, STAYS), id="DATA 554"),
        pytest.param("data", "503 5.5.1 out of order", (Refused, STAYS), id="DATA 503"),
        pytest.param("data", doubled.HANG, Deferred, id="DATA: silence"),
        pytest.param("body", doubled.CLOSE, Uncertain, id="closed while the message is written"),
        pytest.param("body", doubled.HANG, Uncertain, id="silence while the message is written"),
        pytest.param("final", "250 2.0.0 queued", Delivered, id="final 250"),
        pytest.param("final", "451 4.3.0 later", Deferred, id="final 451"),
        pytest.param("final", "452 4.3.1 full", Deferred, id="final 452"),
        pytest.param("final", "554 5.7.1 spam", (Refused, STAYS), id="final 554"),
        pytest.param("final", "552 5.3.4 too big", (Refused, STAYS), id="final 552"),
        pytest.param("final", doubled.CLOSE, Uncertain, id="final: closed, forgotten"),
        pytest.param("final", doubled.CLOSE_AFTER_STORING, Uncertain, id="final: accepted, answer lost"),
        pytest.param("final", doubled.HANG, Uncertain, id="final: silence"),
        pytest.param("final", doubled.HANG_AFTER_STORING, Uncertain, id="final: accepted, then silence"),
        pytest.param("final", doubled.TRICKLE, Uncertain, id="final: a byte at a time"),
        pytest.param("final", "250 " + "x" * 9000, Uncertain, id="final: a line without end"),
        pytest.param("greeting", "220 " + "x" * 9000, Deferred, id="greeting: a line without end"),
    ],
)
def test_answer_becomes_its_outcome(
    smtp_double: SmtpDouble,
    step: str,
    answer: str,
    expected: type[Outcome] | tuple[type[Refused], bool],
    pipelining: bool,
) -> None:
    if not pipelining:
        smtp_double.extensions = ("SIZE",)
    smtp_double.fail(step, answer)
    silent = answer in (doubled.HANG, doubled.HANG_AFTER_STORING, doubled.TRICKLE)
    outcome = send(smtp_double, **IMPATIENT if silent else {})
    if isinstance(expected, tuple):
        assert (type(outcome), getattr(outcome, "recipient_gone", None)) == expected
    else:
        assert type(outcome) is expected


def test_server_that_takes_content_for_nobody_is_given_none(smtp_double: SmtpDouble) -> None:
    smtp_double.takes_data_for_nobody = True
    smtp_double.recipients["gone@example.org"] = "550 5.1.1 no such user"
    channel = channel_for(smtp_double)
    assert isinstance(channel.send(a_mail("gone@example.org"), now=NOW), Refused)
    assert isinstance(channel.send(a_mail(), now=NOW), Delivered)
    channel.close()
    assert [one.recipient for one in smtp_double.received] == ["lan@example.org"]
    assert smtp_double.connections == 1


def test_message_as_a_whole_is_bounded_though_each_answer_comes_in_time(smtp_double: SmtpDouble) -> None:
    smtp_double.delays = 0.3
    assert isinstance(send(smtp_double, answer_timeout=0.4), Deferred)


def test_lost_answer_is_sent_again_with_the_same_id_so_that_the_copy_can_be_dropped(
    smtp_double: SmtpDouble,
) -> None:
    smtp_double.fail("final", doubled.CLOSE_AFTER_STORING)
    channel = channel_for(smtp_double)
    assert isinstance(channel.send(a_mail(), now=NOW), Uncertain)
    assert isinstance(channel.send(a_mail(), now=NOW), Delivered)
    channel.close()
    assert (len(smtp_double.received), len(smtp_double.duplicates)) == (1, 1)


def test_nobody_listening_is_deferred() -> None:
    outcome = EmailChannel(settings_for(free_port()), Surroundings()).send(a_mail(), now=NOW)
    assert outcome == Deferred(
        "the mail server cannot be reached: Connection refused; check host and port in [email]"
    )


def test_unknown_host_is_deferred() -> None:
    settings = settings_for(25, host="no-such-host.invalid")
    assert isinstance(EmailChannel(settings, Surroundings()).send(a_mail(), now=NOW), Deferred)


NO_ADDRESS = "is no e-mail address; correct the person's address"


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("", NO_ADDRESS),
        ("nobody", NO_ADDRESS),
        ("a b@example.org", NO_ADDRESS),
        ("a@b@c", NO_ADDRESS),
        ("a\x00b@example.org", NO_ADDRESS),
        ("lan@example.org\r\nDATA", NO_ADDRESS),
        (
            ".lan@example.org",
            "is no e-mail address: its dots stand where there can be none; correct the person's address",
        ),
    ],
)
def test_what_is_no_address_is_refused_before_any_server_is_asked(
    smtp_double: SmtpDouble, address: str, problem: str
) -> None:
    assert send(smtp_double, a_mail(address)) == Refused(f"{address!r} {problem}", recipient_gone=True)
    assert smtp_double.connections == 0


def test_letters_outside_ascii_go_to_a_server_that_takes_them(smtp_double: SmtpDouble) -> None:
    smtp_double.extensions = (*smtp_double.extensions, "SMTPUTF8")
    assert isinstance(send(smtp_double, a_mail("lân@thư.example")), Delivered)
    [arrived] = smtp_double.received
    assert arrived.recipient == "lân@xn--th-e0a.example"
    assert " <lân@xn--th-e0a.example>\r\n".encode() in arrived.content
    assert smtp_double.commands[1].endswith(" BODY=8BITMIME SMTPUTF8")
    assert smtp_double.violations == []


def test_letters_outside_ascii_are_refused_where_the_server_does_not_take_them(
    smtp_double: SmtpDouble,
) -> None:
    channel = EmailChannel(settings_for(smtp_double.port), Surroundings())
    try:
        outcome = channel.send(a_mail("lân@example.org"), now=NOW)
        # Another server may take them: the address is kept.
        assert isinstance(outcome, Refused)
        assert not outcome.recipient_gone
        assert "SMTPUTF8" in outcome.reason
        assert isinstance(channel.send(a_mail("lan@example.org"), now=NOW), Delivered)
    finally:
        channel.close()
    assert (smtp_double.connections, smtp_double.violations) == (1, [])


# ----------------------------------------------------------------------------------------------------------------------
# Logging in, and TLS


@pytest.mark.parametrize("mechanisms", ["PLAIN LOGIN", "LOGIN", "LOGIN PLAIN CRAM-MD5"])
def test_login_is_given_where_a_user_is_configured(smtp_double: SmtpDouble, mechanisms: str) -> None:
    smtp_double.login = ("vp", "mật khẩu")
    smtp_double.mechanisms = mechanisms
    assert isinstance(send(smtp_double, username="vp", password="mật khẩu"), Delivered)


def test_server_without_a_login_we_know_halts(smtp_double: SmtpDouble) -> None:
    smtp_double.login = ("vp", "secret")
    smtp_double.mechanisms = "GSSAPI"
    assert isinstance(send(smtp_double, username="vp", password="secret"), Halted)


@pytest.mark.parametrize(
    ("user", "answer", "expected"),
    [
        pytest.param("", "", Halted, id="no login where one is wanted: 530"),
        pytest.param("wrong", "", Halted, id="wrong login: 535"),
        pytest.param("vp", "454 4.7.0 later", Deferred, id="454"),
        pytest.param("vp", "534 5.7.9 stronger", Halted, id="534"),
    ],
)
def test_login_that_fails(smtp_double: SmtpDouble, user: str, answer: str, expected: type[Outcome]) -> None:
    smtp_double.login = ("vp", "secret")
    if answer:
        smtp_double.fail("auth", answer)
    outcome = send(smtp_double, username=user, password="secret")
    assert type(outcome) is expected
    assert "secret" not in repr(outcome)
    assert sum(command.startswith("AUTH") for command in smtp_double.commands) <= 1


def test_starttls_verifies_and_then_sends(smtp_double: SmtpDouble, certificates: Certificates) -> None:
    smtp_double.certificate = certificates.server
    assert isinstance(send(smtp_double, security="starttls", ca_file=certificates.authority), Delivered)
    assert smtp_double.received[0].secured


def test_tls_from_the_start_verifies_and_then_sends(certificates: Certificates) -> None:
    with SmtpDouble(certificate=certificates.server, implicit_tls=True) as double:
        outcome = send(double, security="tls", ca_file=certificates.authority)
        assert isinstance(outcome, Delivered)
        assert double.received[0].secured


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_self_signed_certificate_halts(certificates: Certificates, security: str) -> None:
    with SmtpDouble(certificate=certificates.server, implicit_tls=security == "tls") as double:
        outcome = send(double, security=security)
        assert isinstance(outcome, Halted)
        assert "certificate" in outcome.reason
        assert double.received == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_certificate_of_another_host_halts(certificates: Certificates, security: str) -> None:
    with SmtpDouble(certificate=certificates.other_host, implicit_tls=security == "tls") as double:
        outcome = send(double, security=security, ca_file=certificates.other_authority)
        assert isinstance(outcome, Halted)
        assert double.received == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_certificate_that_has_expired_is_waited_for_to_be_renewed(
    certificates: Certificates, security: str
) -> None:
    with SmtpDouble(certificate=certificates.expired, implicit_tls=security == "tls") as double:
        outcome = send(double, security=security, ca_file=certificates.expired_authority)
        assert isinstance(outcome, Deferred)
        assert "expired" in outcome.reason
        assert "renewed there" in outcome.reason
        assert double.received == []


def test_server_without_starttls_is_never_sent_to_in_clear(smtp_double: SmtpDouble) -> None:
    outcome = send(smtp_double, security="starttls")
    assert isinstance(outcome, Halted)
    assert "STARTTLS" in outcome.reason
    assert [command.split()[0] for command in smtp_double.commands] == ["ehlo"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param("454 4.7.0 not now", Deferred, id="454"),
        pytest.param("501 5.5.4 no", Halted, id="501"),
        pytest.param(doubled.CLOSE, Deferred, id="closed"),
    ],
)
def test_starttls_that_fails(
    smtp_double: SmtpDouble, certificates: Certificates, answer: str, expected: type[Outcome]
) -> None:
    smtp_double.certificate = certificates.server
    smtp_double.fail("starttls", answer)
    assert type(send(smtp_double, security="starttls", ca_file=certificates.authority)) is expected


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"security": "ssl"}, "starttls"),
        ({"sender": "Văn phòng"}, "sender"),
        ({"security": "tls", "ca_file": "/no/such/file.pem"}, "ca_file"),
    ],
)
def test_settings_that_cannot_be_used_are_told_by_name(changes: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        EmailChannel(settings_for(25, **changes), Surroundings())


def test_password_is_not_in_the_settings_text() -> None:
    assert "hunter2" not in repr(EmailSettings(password="hunter2"))
