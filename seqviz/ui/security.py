"""Headers that keep a page to its own scripts, and the cookie that knows a browser again."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from http import HTTPStatus
from http.cookies import SimpleCookie
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from seqviz.ui.session import OWNER_COOKIE

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_YEAR = 365 * 24 * 3600


def content_security_policy() -> str:
    """Return the policy: scripts from this server only, and the one that Streamlit writes into its page."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    hashes = " ".join(_hash(script) for script in _INLINE_SCRIPT.findall(page))
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
    """Middleware that adds the headers to every answer, and the owner's cookie to the page's."""

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
                    headers.append("set-cookie", _owner_cookie(scope["scheme"]))
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _wants_cookie(request: Headers, status: int, answer: MutableHeaders) -> bool:
    """Tell whether a page is answered, be it that the browser may show the one it keeps, to a stranger."""
    shows_kept = status == HTTPStatus.NOT_MODIFIED and "text/html" in request.get("accept", "")
    is_page = shows_kept or answer.get("content-type", "").startswith("text/html")
    return is_page and OWNER_COOKIE not in SimpleCookie(request.get("cookie", ""))


def _owner_cookie(scheme: str) -> str:
    secure = "; Secure" if scheme == "https" else ""
    return (
        f"{OWNER_COOKIE}={secrets.token_urlsafe(24)}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{secure}"
    )
