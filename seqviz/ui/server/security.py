"""What is served to whom: headers that keep a page to its own scripts, the cookie that knows a browser again."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from seqviz.ui.server.front_page import front_page
from seqviz.ui.state.session import OWNER_COOKIE

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_YEAR = 365 * 24 * 3600
#: Streamlit tells everybody who asks here how many sessions there are and what they hold, and has no switch for it.
_METRICS = "/_stcore/metrics"


def allowed_hosts() -> list[str]:
    """Return the names under which the server may be asked for: those of SEQVIZ_HOSTS, parted by commas, else any.

    A class finds a laptop by whatever name or number it has that day, so the names are for whoever has a fixed one.
    """
    return [name.strip() for name in os.environ.get("SEQVIZ_HOSTS", "*").split(",") if name.strip()]


def content_security_policy() -> str:
    """Return the policy: scripts from this server only, and those written into its page."""
    hashes = " ".join(_hash(script) for script in _INLINE_SCRIPT.findall(front_page()))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}",
            "worker-src 'self' blob:",
            "style-src 'self' 'unsafe-inline'",  # Streamlit and Plotly write their styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss: blob: data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class SecurityHeaders:
    """Middleware that adds the headers to every answer and the owner's cookie to the page's, and hides the metrics."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_security_policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if _wants_cookie(Headers(scope=scope), message["status"], headers):
                    headers.append("set-cookie", _owner_cookie(_is_https(scope)))
            await send(message)

        hidden = scope["path"].rstrip("/").endswith(_METRICS)
        answer = PlainTextResponse("Not found", HTTPStatus.NOT_FOUND) if hidden else self._app
        await answer(scope, receive, send_with_headers)


def _wants_cookie(request: Headers, status: int, answer: MutableHeaders) -> bool:
    """Tell whether a page is answered, be it that the browser may show the one it keeps, to a stranger."""
    shows_kept = status == HTTPStatus.NOT_MODIFIED and "text/html" in request.get("accept", "")
    is_page = shows_kept or answer.get("content-type", "").startswith("text/html")
    return is_page and OWNER_COOKIE not in cookie_parser(request.get("cookie", ""))


def _is_https(scope: Scope) -> bool:
    """Tell whether the browser came by https, be it to a proxy; whoever lies about it only loses the cookie."""
    asked_by = Headers(scope=scope).get("x-forwarded-proto", "").split(",")[0].strip().lower()
    return "https" in (scope["scheme"], asked_by)


def _owner_cookie(is_secure: bool) -> str:
    secure = "; Secure" if is_secure else ""
    return (
        f"{OWNER_COOKIE}={secrets.token_urlsafe(24)}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{secure}"
    )
