"""One request and its answer in the words of ASGI, without a framework."""

from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from tasks.edges.members_site.headers import Header

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LARGEST_FORM = 16_384  # bytes; name, password and a mark
_FORM = "application/x-www-form-urlencoded"


def header(scope: Scope, name: bytes) -> str:
    """The value of a header; empty without one."""
    return next((v.decode("latin-1") for n, v in scope["headers"] if n.lower() == name), "")


def cookie(scope: Scope, name: str) -> str:
    """The value of a cookie; empty without one."""
    try:
        held = SimpleCookie(header(scope, b"cookie"))
    except CookieError:
        return ""
    name = _named(scope, name)
    return held[name].value if name in held else ""


def address(scope: Scope) -> str:
    """Where the visitor comes from, as the proxy tells it."""
    return str(scope["client"][0]) if scope.get("client") else "unknown"


def asked_for(scope: Scope) -> str:
    """Path and question as they were asked."""
    question = scope.get("query_string", b"").decode("latin-1")
    return f"{scope['path']}?{question}" if question else str(scope["path"])


def wanted(scope: Scope) -> str:
    """Path and question as an address one can be sent back to: no sign of it is read."""
    path = scope.get("raw_path", b"").decode("latin-1").partition("?")[0]
    question = scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{question}" if question else path


async def read_form(scope: Scope, receive: Receive) -> dict[str, str]:
    """The fields of a form; none when it is too large or no form."""
    body = b""
    while len(body) <= _LARGEST_FORM:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            break
    if len(body) > _LARGEST_FORM or not header(scope, b"content-type").startswith(_FORM):
        return {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[-1] for name, values in fields.items()}


async def answer(send: Send, status: int, headers: list[Header], body: bytes) -> None:
    """Send one whole answer."""
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


def new_cookie(scope: Scope, name: str, value: str, same_site: str, age: int) -> Header:
    """A cookie no script and no other site can read; over HTTPS it stays there. `age`: seconds."""
    told = f"{_named(scope, name)}={value}; Path=/; HttpOnly; SameSite={same_site}; Max-Age={age}"
    return (b"set-cookie", (told + ("; Secure" if _is_secure(scope) else "")).encode())


def _named(scope: Scope, name: str) -> str:
    """Over HTTPS a name no neighbouring host can set a cookie of (RFC 6265bis, prefix __Host-)."""
    return f"__Host-{name}" if _is_secure(scope) else name


def _is_secure(scope: Scope) -> bool:
    return scope.get("scheme") == "https"


def within(path: str) -> str:
    """A path of this site; whatever leads elsewhere becomes the first page."""
    leads_elsewhere = not path.startswith("/") or path.startswith("//")
    odd = "\\" in path or any(ord(sign) < 32 for sign in path)
    return "/" if leads_elsewhere or odd or path.startswith("/sign-") else path


async def live(receive: Receive, send: Send) -> None:
    """Say yes to the server's questions at its start and end."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
