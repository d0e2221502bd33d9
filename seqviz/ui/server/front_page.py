"""The page that a browser loads at a lesson's address: Streamlit's, told where its server is.

Left to itself, Streamlit's page at /sentiment first looks for the server below /sentiment and is told twice that
there is nothing; only then it looks beside it. That costs each opening two questions and leaves two errors in the
browser's console.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

#: The folder of the page's address, from which its scripts come too, also behind a proxy that adds a folder.
_WHERE = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href};</script>'


@functools.cache
def front_page() -> str:
    """Return the page as HTML."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    return page.replace("<title>Streamlit</title>", f"<title>seqviz</title>\n    {_WHERE}", 1)


def front_pages(paths: Iterable[str]) -> list[Route]:
    """Return the routes that answer with the page at the addresses of lessons.

    Args:
        paths: what stands behind the server's address, without slashes: "" is Home.
    """
    return [Route(f"/{path}", _answer, name=path or "home") for path in paths]


async def _answer(_: Request) -> HTMLResponse:
    return HTMLResponse(front_page(), headers={"Cache-Control": "no-cache"})
