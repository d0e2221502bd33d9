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
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from seqviz.ui.server.moved import MOVED, moved_to

#: The folder of the page's address, from which its scripts come too, also behind a proxy that adds a folder.
_WHERE = '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href};</script>'


@functools.cache
def front_page() -> str:
    """Return the page as HTML."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    return page.replace("<title>Streamlit</title>", f"<title>seqviz</title>\n    {_WHERE}", 1)


def front_pages(paths: Iterable[str]) -> list[Route]:
    """Return the routes that answer with the page at the addresses of lessons, and lead on from former ones.

    Args:
        paths: what stands behind the server's address, without slashes: "" is Home.
    """
    return [Route(f"/{path}", _answer, name=path or "home") for path in dict.fromkeys((*paths, *MOVED))]


async def _answer(request: Request) -> Response:
    page = request.url.path.rpartition("/")[-1]
    if lesson := moved_to(page, request.query_params):
        return RedirectResponse(
            f"{lesson}?{request.url.query}"
        )  # beside it, also behind a proxy that adds a folder
    return HTMLResponse(front_page(), headers={"Cache-Control": "no-cache"})
