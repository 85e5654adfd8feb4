"""Which network addresses a webhook may reach: public ones, unless its settings allow the private network.

A clerk may enter any URL, and the server stands inside an office's network, so a URL must not become a way to its
routers, databases or cloud metadata. The name is resolved here, every address it has is looked at, and the caller
connects to the address returned and not to the name, which could resolve otherwise a moment later.
"""

import ipaddress
import socket

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class AddressNotAllowed(Exception):
    """The host is, or has, an address outside the public internet."""


def is_public(address: str) -> bool:
    """Whether an IP address (text, with or without a zone index) belongs to the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _ipv4_inside(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_link_local)


def _ipv4_inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo or NAT64."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


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
