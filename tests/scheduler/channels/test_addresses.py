import socket
from typing import Any

import pytest

from scheduler.channels.addresses import AddressNotAllowed, is_public, resolve_public


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("::1", id="loopback, IPv6"),
        pytest.param("0.0.0.0", id="this host"),
        pytest.param("10.1.2.3", id="private"),
        pytest.param("172.16.0.1", id="private, 172.16/12"),
        pytest.param("192.168.1.1", id="private, 192.168/16"),
        pytest.param("100.64.0.1", id="a provider's shared network"),
        pytest.param("169.254.169.254", id="cloud metadata"),
        pytest.param("fe80::1", id="link-local, IPv6"),
        pytest.param("fe80::1%eth0", id="link-local with its interface"),
        pytest.param("fd12::1", id="private, IPv6"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("ff02::1", id="multicast, IPv6"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("::ffff:10.0.0.1", id="private, mapped into IPv6"),
        pytest.param("2002:0a00:0001::", id="private, inside 6to4"),
        pytest.param("64:ff9b::a00:1", id="private, behind NAT64"),
    ],
)
def test_addresses_of_the_office_are_not(address: str) -> None:
    assert not is_public(address)


def test_name_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(AddressNotAllowed, match=r"rebinding\.example is at 10\.0\.0\.1"):
        resolve_public("rebinding.example", 443)


def test_name_with_public_addresses_gives_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert resolve_public("example.org", 443) == "8.8.8.8"
