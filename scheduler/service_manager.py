"""What the service manager is told of our state: that we are ready, read our configuration anew, are alive, or stop."""

import os
import socket
from contextlib import suppress


def tell_systemd(state: str) -> None:
    """Tells the service manager one thing, such as `READY=1` or `WATCHDOG=1`; nothing where there is none.

    The socket is the one that `NOTIFY_SOCKET` names, `@` for an abstract one (sd_notify(3)). That nobody listens there
    is no fault of ours: it is passed over in silence.
    """
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.sendto(state.encode(), address)
