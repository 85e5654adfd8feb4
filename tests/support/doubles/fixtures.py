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
    """Self-signed and made for this run: one for 127.0.0.1 and localhost, one for another host.

    server, other_host: TLS for a double; authority, other_authority: the files by which a client would trust them.
    """

    server: SSLContext
    other_host: SSLContext
    authority: str
    other_authority: str


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

    server, authority = make("localhost", "IP:127.0.0.1,DNS:localhost")
    other_host, other_authority = make("elsewhere.example", "DNS:elsewhere.example")
    return Certificates(server, other_host, authority, other_authority)


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
