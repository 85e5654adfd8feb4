"""What it means that a server's certificate is not accepted: whether it passes by itself, or the office must act.

One that has run out is renewed by whoever runs the server, mostly within hours, and nothing in our configuration is
wrong: a message is kept for that. Any other (of another host, of nobody known) stays so until a person has looked.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Settings are read by commands that send nothing and must not pay for ssl.
    from ssl import SSLCertVerificationError

_OUT_OF_DATE = {9, 10}
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


@dataclass(frozen=True, slots=True)
class Distrust:
    """Why a certificate is not accepted, as a sentence. passes: it may be in order later without us."""

    reason: str
    passes: bool


def distrust(host: str, problem: "SSLCertVerificationError") -> Distrust:
    """Why the certificate that `host` showed was not accepted."""
    if problem.verify_code in _OUT_OF_DATE:
        told = (
            f"the certificate of {host} is out of date ({problem.verify_message}); it must be renewed there"
        )
        return Distrust(told, passes=True)
    return Distrust(f"the certificate of {host} is not trusted: {problem.verify_message}", passes=False)
