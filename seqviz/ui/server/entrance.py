"""The server's entrance: counts the pages that are open, and refuses another while there is no room for it."""

from __future__ import annotations

import asyncio
import logging

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from seqviz.ui.server.doors import LIMITS, OPEN, SPAN, asks_too_much
from seqviz.ui.server.limits import Client, Window
from seqviz.ui.server.pace import Pace
from seqviz.ui.state.session import OWNER_COOKIE

#: Descriptors that an open page takes: its connection, and three of its script's event loop.
PER_PAGE = 4
#: Descriptors for everything else: the store's connections, workers, files, and requests that come and go.
KEPT_FREE = 96
#: How often a second a browser that asks too much is heard: even the sentence that refuses it costs a script.
HEARD_A_SECOND = 4
TRY_AGAIN_LATER = 1013  # code with which a websocket is closed; RFC 6455's registry

FULL = (
    "<!doctype html><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>seqviz</title>"
    "<h1>seqviz is full just now</h1><p>{pages} pages are open, as many as this computer can serve. "
    "Try again in a minute; whoever runs the server can let it open more files (<code>ulimit -n</code>).</p>"
)

log = logging.getLogger(__name__)


class Entrance:
    """Middleware that counts open pages by browser and network, and refuses those beyond what there is room for.

    Args:
        app: what is served.
        descriptors: how many this process may open; None where that is unknown.
    """

    def __init__(self, app: ASGIApp, descriptors: int | None) -> None:
        self._app = app
        self._uploads, self._connections = Window(600.0), Window(SPAN)
        self._pace = Pace(HEARD_A_SECOND)
        self._most = float("inf") if descriptors is None else max(1, (descriptors - KEPT_FREE) // PER_PAGE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in whom there is room for."""
        if scope["type"] == "websocket":
            await self._page(scope, receive, send)
        elif _is_upload(scope) and (refusal := self._too_much(scope)):
            await PlainTextResponse(refusal, 413)(scope, receive, send)
        elif scope["type"] == "http" and self._is_full() and _asks_for_a_page(Headers(scope=scope)):
            log.error("%d pages are open: no more are let in", OPEN.total)
            answer = HTMLResponse(FULL.format(pages=OPEN.total), 503, {"Retry-After": "60"})
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = _client(scope)
        if self._is_full() or OPEN.count(who.network) >= 2 * LIMITS.pages_per_address:
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        if self._connections.take({who.browser: 2 * LIMITS.openings}) is not None:
            await asyncio.sleep(self._pace.wait(who.browser))

        async def paced() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and asks_too_much(who):
                await asyncio.sleep(self._pace.wait(who.browser))
            return message

        with OPEN.holding(who.browser, who.network):
            await self._app(scope, paced, send)

    def _too_much(self, scope: Scope) -> str | None:
        """Count an upload; return the sentence that refuses it, or None."""
        length = Headers(scope=scope).get("content-length", "")
        megabytes = 1 + (int(length) // 1_000_000 if length.isdecimal() else LIMITS.uploading_megabytes)
        most = LIMITS.uploading_megabytes
        if self._uploads.take({_client(scope).browser: most}, megabytes) is None:
            return None
        return f"This browser has sent more than {most} MB in {self._uploads.seconds / 60:.0f} minutes."

    def _is_full(self) -> bool:
        return OPEN.total >= self._most


def _is_upload(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] == "PUT" and "/upload_file/" in scope["path"]


def _asks_for_a_page(headers: Headers) -> bool:
    return "text/html" in headers.get("accept", "")


def _client(scope: Scope) -> Client:
    address = scope["client"][0] if scope.get("client") else None
    cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
    return Client.at(address, cookies.get(OWNER_COOKIE, ""))
