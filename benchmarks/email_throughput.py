"""E-mails a second to one SMTP server on loopback: our channel, with each person's own text and event, against
smtplib sending bytes that were built before, both over one kept connection.

    python -m benchmarks.email_throughput [MAILS]

The server is a process of its own, so that it does not share an interpreter with the senders; it answers at once, which
leaves nothing to hide behind. Most servers take an envelope in one go (PIPELINING), which smtplib does not use; it is
measured with and without. Rounds alternate and the best of each is taken. Budget: at least 0.7 of smtplib's rate.
"""

import multiprocessing
import smtplib
import socket
import sys
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection

from scheduler.attempts import Delivered
from scheduler.channels.channel import Message, Purpose, Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.channels.mail import Mail, mailbox, render_mail
from scheduler.people import Address, ChannelKind

ROUNDS = 5
BUDGET = 0.7
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


def rates(told: list[Message], built: list[Mail], extensions: tuple[bytes, ...]) -> tuple[float, float]:
    """The best of smtplib's and of the channel's rounds, against a server that offers these extensions."""
    port_is, tells = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.Process(target=serve, args=(tells, extensions), daemon=True)
    server.start()
    try:
        port = port_is.recv()
        rounds = [(by_smtplib(port, built), by_channel(port, told)) for _ in range(ROUNDS)]
    finally:
        server.terminate()
        server.join(5)
    theirs, ours = (max(rates) for rates in zip(*rounds, strict=True))
    return theirs, ours


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    told = messages(count)
    sender = mailbox(SENDER)
    began = time.perf_counter()
    built = [render_mail(message, sender, NOW) for message in told]
    rendering = (time.perf_counter() - began) / count
    size = sum(len(mail.content) for mail in built) // count
    print(
        f"{count} mails of {size} bytes, best of {ROUNDS} rounds; rendering takes {rendering * 1e6:.0f} µs a mail"
    )
    print(f"{'server':<18}{'smtplib, built before':>24}{'channel, each its own':>24}{'ratio':>8}")
    kept = True
    for name, extensions in (("with PIPELINING", (b"PIPELINING",)), ("without", ())):
        theirs, ours = rates(told, built, extensions)
        kept = kept and ours >= BUDGET * theirs
        print(f"{name:<18}{theirs:>22.0f}/s{ours:>22.0f}/s{ours / theirs:>8.2f}")
    print(f"budget: at least {BUDGET}: {'kept' if kept else 'NOT kept'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
