"""The server of the members' site: on this machine alone, behind the house's own proxy."""

import socket
from typing import Any, cast

import uvicorn

from data.errors.members_site import MembersPortTaken
from tasks.edges.members_site.exchange import App

HERE = "127.0.0.1"


def serve(site: App, port: int) -> None:
    """Answer requests until Ctrl-C; who came and from where is in the access log, not here.

    The proxy must run on this machine: only its word about address and HTTPS is believed.

    Raises:
        MembersPortTaken: another program listens on the port.
    """
    with socket.socket() as tried:
        if tried.connect_ex((HERE, port)) == 0:
            raise MembersPortTaken(port=port)
    uvicorn.run(
        cast(Any, site),
        host=HERE,
        port=port,
        proxy_headers=True,
        forwarded_allow_ips=HERE,
        server_header=False,
        access_log=False,
        log_level="warning",
    )
