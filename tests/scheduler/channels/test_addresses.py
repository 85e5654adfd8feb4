import socket
from typing import Any

import pytest

from scheduler.channels.addresses import AddressNotAllowed, is_public, resolve_public


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "2001:4860:4860::8888", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1"],
)
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
        pytest.param("64:ff9b:1::808:808", id="NAT64 for local use"),
        pytest.param("2001:0:a00:1::f7f7:f7f7", id="Teredo with a private server"),
        pytest.param("2001:0:808:808::f5ff:fffe", id="Teredo with a private client"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("192.88.99.1", id="6to4 relay"),
        pytest.param("2002:c058:6301::", id="6to4 relay, inside 6to4"),
        pytest.param("::", id="unspecified"),
        pytest.param("::a00:1", id="private, compatible with IPv4"),
        pytest.param("::808:808", id="compatible with IPv4, deprecated"),
        pytest.param("::ffff:0:a00:1", id="translated"),
        pytest.param("::ffff:127.0.0.1", id="loopback, mapped"),
        pytest.param("100::1", id="discard"),
        pytest.param("5f00::1", id="segment routing"),
        pytest.param("2001:db8::1", id="documentation"),
        pytest.param("3fff::1", id="documentation, new"),
        pytest.param("2001:2::1", id="benchmarking, IPv6"),
        pytest.param("2001:10::1", id="ORCHID"),
        pytest.param("192.0.0.8", id="protocol assignments"),
        pytest.param("192.0.2.1", id="documentation, IPv4"),
        pytest.param("198.18.0.1", id="benchmarking"),
        pytest.param("198.51.100.7", id="documentation 2"),
        pytest.param("203.0.113.7", id="documentation 3"),
        pytest.param("0.1.2.3", id="this network"),
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
