"""Which network addresses a webhook may reach: public ones, unless its settings allow the private network.

A clerk may enter any URL, and the server stands inside an office's network, so a URL must not become a way to its
routers, databases or cloud metadata. The name is resolved here, every address it has is looked at, and the caller
connects to the address returned and not to the name, which could resolve otherwise a moment later.
"""

import ipaddress
import socket

_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",  # this host on this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # a provider's shared network
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # IETF protocol assignments
        "192.0.2.0/24",  # documentation, with the next but two
        "192.88.99.0/24",  # 6to4 relay anycast, deprecated
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "2001::/23",  # IETF protocol assignments; Teredo is looked into
        "2001:db8::/32",  # documentation, with the next but one
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",
    )
)
"""What the special-purpose registries of IANA (RFC 6890) keep from the public internet. Of IPv6 this concerns what is
within 2000::/3: all else, such as site-local addresses (fec0::/10) or NAT64 for local use (64:ff9b:1::/48), is none."""

_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressNotAllowed(Exception):
    """The host is, or has, an address outside the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address (text, with or without a zone index) belongs to the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if inner := _ipv4_inside(ip):
            return all(is_public(str(one)) for one in inner)
        if ip not in _UNICAST:
            return False
    return not any(ip in network for network in _NOT_PUBLIC if network.version == ip.version)


def _ipv4_inside(ip: ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 one leads to: mapped, 6to4, Teredo's server and client, or behind NAT64."""
    if ip in _NAT64:
        return (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF),)
    if ip.teredo:
        return ip.teredo
    one = ip.ipv4_mapped or ip.sixtofour
    return (one,) if one else ()


def resolve_public(host: str, port: int) -> str:
    """The address of `host` to connect to, as text.

    Raises AddressNotAllowed when any of its addresses is loopback, private, link-local, reserved or multicast, and
    OSError when the name cannot be resolved.
    """
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not is_public(address):
            raise AddressNotAllowed(f"{host} is at {address}, which is not on the public internet")
    return found[0]
