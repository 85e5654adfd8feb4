"""E-mails a second to one SMTP server on loopback: our channel, with each person's own text and event, against
smtplib sending bytes that were built before, both over one kept connection.

    python -m benchmarks.email_throughput [--mails N] [--rounds N]

The server is a process of its own, so that it does not share an interpreter with the senders; it answers at once, which
leaves nothing to hide behind. Most servers take an envelope in one go (PIPELINING), which smtplib does not use; it is
measured with and without. Rounds alternate.
"""

import multiprocessing
import smtplib
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection

from benchmarks.figures import Figure, alternating, answer
from scheduler.attempts import Delivered
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose, Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.channels.mail import Mail, mailbox, render_mail
from scheduler.people import Address

SENDER = "Văn phòng Hội <vp@tinh.example>"
NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def serve(port_is: Connection, extensions: tuple[bytes, ...]) -> None:
    """A mail server that takes everything and keeps nothing, one connection at a time."""
    greeting = b"".join(b"250-%s\r\n" % one for one in (b"sink", *extensions)) + b"250 SIZE 10000000\r\n"
    listening = socket.create_server(("127.0.0.1", 0))
    port_is.send(listening.getsockname()[1])
    while True:
        connected, _ = listening.accept()
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        converse(connected, {b"EHLO": greeting, b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"})


def converse(connected: socket.socket, answers: dict[bytes, bytes]) -> None:
    with connected, connected.makefile("rb") as lines:
        connected.sendall(b"220 sink\r\n")
        while line := lines.readline():
            verb = line[:4].upper()
            connected.sendall(answers.get(verb, b"250 ok\r\n"))
            if verb == b"DATA":
                while lines.readline() != b".\r\n":
                    pass
                connected.sendall(b"250 queued\r\n")
            elif verb == b"QUIT":
                return


def messages(count: int) -> list[Message]:
    """A reminder for each person, with a text, a page and an event of their own."""
    made = []
    for number in range(count):
        name, starts = f"Nguyễn Thị Lan {number}", NOW + timedelta(days=3, minutes=number % 600)
        event = "\r\n".join(
            (
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//sched//benchmark//VI",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                f"UID:cuoc-hop-{number}@tinh.example",
                "DTSTAMP:20261120T000000Z",
                f"DTSTART:{starts:%Y%m%dT%H%M%SZ}",
                f"SUMMARY:Họp giao ban công tác tháng, {name}",
                "LOCATION:Phòng họp số 2\\, trụ sở Hội LHPN tỉnh",
                "DESCRIPTION:Theo Chương trình công tác tháng 11\\, mục II.3: kiểm điểm công",
                "  tác tháng\\, triển khai nhiệm vụ trọng tâm tháng sau.",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            )
        ).encode()
        text = (
            f"Kính gửi {name}\nHọp giao ban công tác tháng\n{starts:%H:%M %d/%m/%Y}\nTại phòng họp số 2\n" * 5
        )
        made.append(
            Message(
                id=f"r-{number:016x}",
                purpose=Purpose.REMINDER,
                to=Address(ChannelKind.EMAIL, f"lan{number}@example.org"),
                name=name,
                subject=f"Nhắc lịch: Họp giao ban công tác tháng, {starts:%H:%M %d/%m}",
                text=text,
                html="<p>" + text.replace("\n", "<br>") + "</p>",
                calendar=event,
                thread=f"cuoc-hop-{number}@tinh.example",
                unsubscribe=f"https://lich.tinh.example/u/{number:032x}",
                created=NOW,
            )
        )
    return made


def by_smtplib(port: int, built: list[Mail]) -> float:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="benchmark") as client:
        began = time.perf_counter()
        for mail in built:
            client.sendmail(mail.sender, mail.recipient, mail.content)
        return len(built) / (time.perf_counter() - began)


def by_channel(port: int, told: list[Message]) -> float:
    channel = EmailChannel(EmailSettings(port=port, sender=SENDER), Surroundings())
    began = time.perf_counter()
    for message in told:
        outcome = channel.send(message, now=NOW)
        assert isinstance(outcome, Delivered), outcome
    rate = len(told) / (time.perf_counter() - began)
    channel.close()
    return rate


@contextmanager
def server(extensions: tuple[bytes, ...], kind: Callable[..., None] = serve) -> Iterator[int]:
    """A mail server that offers these extensions, by its port; kind: what serves, in a process of its own."""
    port_is, tells = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=kind, args=(tells, extensions), daemon=True)
    process.start()
    try:
        assert port_is.poll(20), "the mail server did not start"
        yield port_is.recv()
    finally:
        process.terminate()
        process.join(5)


def measure(mails: int = 2000, rounds: int = 5) -> Iterator[Figure]:
    told = messages(mails)
    sender = mailbox(SENDER)
    began = time.perf_counter()
    built = [render_mail(message, sender, NOW) for message in told]
    rendering = (time.perf_counter() - began) / mails
    size = sum(len(mail.content) for mail in built) // mails
    note = f"{mails:,} mails of {size:,} bytes; rendering one takes {rendering * 1e6:.0f} µs"
    for name, extensions in (("email", (b"PIPELINING",)), ("email-plain", ())):
        with server(extensions) as port:
            ours, theirs = alternating(
                rounds, partial(by_channel, port, told), partial(by_smtplib, port, built)
            )
        yield Figure(name, ours, theirs, note)


if __name__ == "__main__":
    sys.exit(answer(measure))
