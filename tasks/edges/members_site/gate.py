"""The door of the members' database: nothing behind it answers whoever has not signed in.

The gate stands around all of Datasette. Before a sign-in every path gets the same answer, whether
there is anything behind it or not; each visit is written down before the first byte goes out.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import cast
from urllib.parse import quote, unquote

from data.vocabulary.members_site import Visit, VisitKind
from tasks.edges.members_site import exchange, headers, passwords
from tasks.edges.members_site.accounts import Accounts
from tasks.edges.members_site.admission import SESSION, Admission, Answer, Visitor, told_name
from tasks.edges.members_site.exchange import App, Message, Receive, Scope, Send
from tasks.edges.members_site.seal import Seal
from tasks.edges.members_site.sign_in_page import SignInPage

_SESSION, _FORM, _DEVICE = "members_session", "members_form", "members_device"
_DEVICE_KEPT = 180 * 24 * 3600  # seconds a browser is known as its owner's
_GUESSES = 2  # passwords looked at together; each takes 32 MB for a tenth of a second
_EXPORTS = (".csv", ".json", ".svg")
_STYLES = ("/style.css",)


class Gate:
    """The ASGI application the world talks to; `inner` is Datasette, and sees signed-in people."""

    def __init__(
        self, inner: App, accounts: Accounts, admission: Admission, seal: Seal, page: SignInPage
    ) -> None:
        self._inner, self._accounts, self._admission = inner, accounts, admission
        self._seal, self._page = seal, page
        self._guesses = asyncio.Semaphore(_GUESSES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "lifespan":
                await exchange.live(receive, send)
            case "http":
                await self._answer(scope, receive, send)
            case _:
                await send({"type": "websocket.close"})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        visitor = await asyncio.to_thread(self._visitor, scope)
        asked = (scope["method"], scope["path"])
        if scope["method"] == "POST" and exchange.header(scope, b"sec-fetch-site") == "cross-site":
            await self._send(scope, send, 403, "This form was sent from another site.")
        elif asked == ("GET", "/sign-in"):
            await self._show_sign_in(scope, send, 200)
        elif asked == ("POST", "/sign-in"):
            await self._sign_in(scope, receive, send)
        elif visitor is None:
            await self._turn_away(scope, send)
        elif asked == ("POST", "/sign-out"):
            await self._sign_out(scope, receive, send, visitor)
        elif scope["path"] == "/password" and visitor.key:
            await self._password(scope, receive, send, visitor)
        elif visitor.provisional and scope["path"] not in _STYLES:
            await self._go(scope, send, "/password")
        elif _of_the_machine(scope):
            await self._send(scope, send, 404, "There is no such page.")
        elif scope["method"] not in ("GET", "HEAD"):
            await self._send(scope, send, 405, "The members’ database can only be read.")
        else:
            await self._let_in(scope, receive, send, visitor)

    def _visitor(self, scope: Scope) -> Visitor | None:
        kind, _, token = exchange.header(scope, b"authorization").partition(" ")
        if kind.casefold() == "bearer":
            return self._admission.by_token(token.strip())
        key = self._seal.session_key(exchange.cookie(scope, _SESSION), self._admission.now())
        return self._admission.by_session(key) if key else None

    async def _let_in(self, scope: Scope, receive: Receive, send: Send, visitor: Visitor) -> None:
        """Hand the request on, without what only the door needs to know."""
        kept = [
            (name, value)
            for name, value in scope["headers"]
            if name.lower() not in (b"cookie", b"authorization")
        ]
        actor = {"id": visitor.account, "member": visitor.member}
        mark = self._seal.form_mark(visitor.key) if visitor.key else ""
        inner = {**scope, "headers": kept, "actor": actor, "form_mark": mark}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = headers.without_traces(list(message["headers"]))
                if scope["path"] not in _STYLES:
                    await self._write(scope, visitor, _kind(scope), message["status"])
                message = {**message, "headers": [*own, *_protective(scope)]}
            await send(message)

        await self._inner(inner, receive, sending)

    async def _turn_away(self, scope: Scope, send: Send) -> None:
        """One answer for every path, known or not."""
        wants_page = "text/html" in exchange.header(scope, b"accept")
        if scope["method"] in ("GET", "HEAD") and wants_page:
            going = quote(exchange.wanted(scope), safe="")
            await self._go(scope, send, "/sign-in" if going == "%2F" else f"/sign-in?next={going}")
        else:
            challenge = (b"www-authenticate", b"Bearer")
            await self._send(scope, send, 401, "Sign in first.", [challenge])

    async def _show_sign_in(
        self, scope: Scope, send: Send, status: int, answer: Answer | None = None, going: str = ""
    ) -> None:
        key = exchange.cookie(scope, _FORM) or passwords.new_key()
        asked = exchange.wanted(scope).partition("?next=")[2]
        going = exchange.within(going or unquote(asked))
        body = self._page.sign_in(
            self._seal.form_mark(key), going, refused=answer is not None, locked=_moment(answer)
        )
        told = exchange.new_cookie(scope, _FORM, key, "Strict", int(SESSION.total_seconds()))
        await self._send_page(scope, send, status, body, told)

    async def _sign_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        form = await exchange.read_form(scope, receive)
        if not self._seal.is_form_mark(exchange.cookie(scope, _FORM), form.get("mark", "")):
            await self._show_sign_in(scope, send, 403, Answer(), form.get("next", ""))
            return
        name, place = form.get("name", ""), exchange.address(scope)
        async with self._guesses:
            answer = await asyncio.to_thread(
                self._admission.sign_in,
                name,
                form.get("password", ""),
                place,
                self._device(scope, name),
            )
        # A name that is none may be a password typed into the wrong field: it is not written down.
        known = await asyncio.to_thread(self._admission.knows, name)
        visitor = Visitor(known or "(unknown name)", "", False)
        if answer.key:
            await self._write(scope, visitor, VisitKind.SIGN_IN, 303)
            going, session = exchange.within(form.get("next", "")), self._session(scope, answer)
            await self._go(scope, send, going, session, self._known_device(scope, known))
            return
        kind = VisitKind.LOCKED if answer.locked_until else VisitKind.REFUSED
        status = 429 if answer.locked_until else 401
        await self._write(scope, visitor, kind, status)
        await self._show_sign_in(scope, send, status, answer, form.get("next", ""))

    async def _sign_out(self, scope: Scope, receive: Receive, send: Send, visitor: Visitor) -> None:
        form = await exchange.read_form(scope, receive)
        if not self._seal.is_form_mark(visitor.key, form.get("mark", "")):
            await self._send(scope, send, 403, "Open the page again and sign out from there.")
            return
        await asyncio.to_thread(self._admission.end, visitor.key)
        await self._write(scope, visitor, VisitKind.SIGN_OUT, 303)
        await self._go(scope, send, "/sign-in", exchange.new_cookie(scope, _SESSION, "", "Lax", 0))

    async def _password(self, scope: Scope, receive: Receive, send: Send, visitor: Visitor) -> None:
        mark, complaint, status = self._seal.form_mark(visitor.key), "", 200
        if scope["method"] == "POST":
            form = await exchange.read_form(scope, receive)
            complaint, status = _unfit(form, visitor.account), 400
            if not self._seal.is_form_mark(visitor.key, form.get("mark", "")):
                complaint, status = "Open this page again before you send it.", 403
            if not complaint:
                answer = await self._change(form, visitor, scope)
                if answer.key:
                    await self._write(scope, visitor, VisitKind.PASSWORD, 303)
                    await self._go(scope, send, "/", self._session(scope, answer))
                    return
                complaint, status = _not_changed(answer), 401
        body = self._page.password(mark, complaint, first=visitor.provisional)
        await self._send_page(scope, send, status, body)

    async def _change(self, form: dict[str, str], visitor: Visitor, scope: Scope) -> Answer:
        async with self._guesses:
            return await asyncio.to_thread(
                self._admission.change_password,
                visitor.account,
                form.get("present", ""),
                form.get("chosen", ""),
                exchange.address(scope),
                self._device(scope, visitor.account),
            )

    def _session(self, scope: Scope, answer: Answer) -> headers.Header:
        value = self._seal.session_cookie(answer.key, cast(datetime, answer.expires))
        return exchange.new_cookie(scope, _SESSION, value, "Lax", int(SESSION.total_seconds()))

    def _device(self, scope: Scope, name: str) -> str:
        """The key of this browser, if the owner of this account has signed in with it before."""
        return self._seal.device_key(exchange.cookie(scope, _DEVICE), told_name(name))

    def _known_device(self, scope: Scope, account: str) -> headers.Header:
        key = self._device(scope, account) or passwords.new_key()
        value = self._seal.device_cookie(account, key)
        return exchange.new_cookie(scope, _DEVICE, value, "Strict", _DEVICE_KEPT)

    async def _write(self, scope: Scope, visitor: Visitor, kind: VisitKind, status: int) -> None:
        what = exchange.asked_for(scope)
        now, place = self._admission.now(), exchange.address(scope)
        told = Visit(now, visitor.account, kind, what, status, place, visitor.token)
        await asyncio.to_thread(self._accounts.write_visit, told)

    async def _go(self, scope: Scope, send: Send, to: str, *more: headers.Header) -> None:
        told = [*_protective(scope), (b"location", to.encode("latin-1", "ignore")), *more]
        await exchange.answer(send, 303, told, b"")

    async def _send(
        self, scope: Scope, send: Send, status: int, words: str, more: Sequence[headers.Header] = ()
    ) -> None:
        told = [*_protective(scope), (b"content-type", b"text/plain; charset=utf-8"), *more]
        await exchange.answer(send, status, told, f"{words}\n".encode())

    async def _send_page(
        self, scope: Scope, send: Send, status: int, body: str, *more: headers.Header
    ) -> None:
        protective = headers.protective(
            secure=scope.get("scheme") == "https", style=headers.of_style(self._page.style)
        )
        told = [*protective, (b"content-type", b"text/html; charset=utf-8"), *more]
        await exchange.answer(send, status, told, body.encode())


def _protective(scope: Scope) -> list[headers.Header]:
    return headers.protective(secure=scope.get("scheme") == "https")


def _of_the_machine(scope: Scope) -> bool:
    """Whether Datasette is asked about itself: its version, plugins, settings, threads."""
    asked = (scope["path"], scope.get("raw_path", b"").decode("latin-1"))
    return any(path.startswith("/-/") for path in asked)


def _kind(scope: Scope) -> VisitKind:
    path = str(scope["path"])
    if path.startswith("/download/"):
        return VisitKind.DOWNLOAD
    asks_for_data = path.endswith(_EXPORTS) or b"_format=" in scope.get("query_string", b"")
    return VisitKind.EXPORT if asks_for_data else VisitKind.PAGE


def _moment(answer: Answer | None) -> str:
    """When a lock ends, as a person reads it."""
    if answer is None or answer.locked_until is None:
        return ""
    return f"{answer.locked_until:%H:%M} UTC"


def _not_changed(answer: Answer) -> str:
    if answer.locked_until:
        return f"There were too many attempts. Try again after {_moment(answer)}."
    return "The present password is not right."


def _unfit(form: dict[str, str], account: str) -> str:
    """Why a chosen password cannot be taken; empty when it can."""
    chosen = form.get("chosen", "")
    if chosen != form.get("again", ""):
        return "The two new passwords are not the same."
    if not passwords.SHORTEST <= len(chosen) <= passwords.LONGEST:
        return f"A new password has {passwords.SHORTEST} to {passwords.LONGEST} signs."
    if chosen == form.get("present", "") or account in chosen.casefold():
        return "The new password must differ from the present one and not hold the account’s name."
    return ""
