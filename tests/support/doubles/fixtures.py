"""The doubles as fixtures: each started for one test and stopped after it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

from doubles.smtp import SmtpDouble
from doubles.webhook import WebhookDouble
from doubles.zalo_bot import ZaloBotDouble
from doubles.zalo_oa import ZaloOaDouble


@dataclass(frozen=True)
class Certificates:
    """Self-signed and made for this run: for 127.0.0.1 and localhost, for another host, for localhost until yesterday.

    server, other_host, expired: TLS for a double; authority, other_authority, expired_authority: the files by which a
    client would trust them.
    """

    server: SSLContext
    other_host: SSLContext
    authority: str
    other_authority: str
    expired: SSLContext
    expired_authority: str


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    folder = tmp_path_factory.mktemp("certificates")

    def make(name: str, alternatives: str) -> tuple[SSLContext, str]:
        key, certificate = str(folder / f"{name}.key"), str(folder / f"{name}.pem")
        subprocess.run(
            (
                *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
                *(
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    f"/CN={name}",
                    "-addext",
                    f"subjectAltName={alternatives}",
                ),
                *("-keyout", key, "-out", certificate),
            ),
            check=True,
            capture_output=True,
            timeout=60,
        )
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context, certificate

    def make_expired() -> tuple[SSLContext, str]:
        names = {ending: str(folder / f"expired.{ending}") for ending in ("key", "csr", "pem")}
        asked = ("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost")
        signed = ("openssl", "x509", "-req", "-in", names["csr"], "-signkey", names["key"])
        for command in (
            (*asked, *subject, "-keyout", names["key"], "-out", names["csr"]),
            (*signed, "-days", "-1", "-copy_extensions", "copy", "-out", names["pem"]),
        ):
            subprocess.run(command, check=True, capture_output=True, timeout=60)
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(names["pem"], names["key"])
        return context, names["pem"]

    server, authority = make("localhost", "IP:127.0.0.1,DNS:localhost")
    other_host, other_authority = make("elsewhere.example", "DNS:elsewhere.example")
    expired, expired_authority = make_expired()
    return Certificates(server, other_host, authority, other_authority, expired, expired_authority)


@pytest.fixture
def smtp_double() -> Iterator[SmtpDouble]:
    with SmtpDouble() as double:
        yield double


@pytest.fixture
def webhook_double() -> Iterator[WebhookDouble]:
    with WebhookDouble("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") as double:
        yield double


@pytest.fixture
def zalo_bot_double() -> Iterator[ZaloBotDouble]:
    with ZaloBotDouble() as double:
        yield double


@pytest.fixture
def zalo_oa_double() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble() as double:
        yield double
