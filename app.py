"""The server: `streamlit run app.py`. It boots everything once, before the port opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from streamlit.runtime.pages_manager import PagesManager

from contents import SYLLABUS
from seqviz.ui.server import troubles
from seqviz.ui.server.descriptors import raise_limit
from seqviz.ui.server.engine import booted
from seqviz.ui.server.entrance import Entrance
from seqviz.ui.server.front_page import front_pages
from seqviz.ui.server.left_sessions import sessions_end_on_time
from seqviz.ui.server.security import SecurityHeaders, allowed_hosts


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Boot the engine; close it at shutdown."""
    # Otherwise Streamlit takes pages/ for the navigation until some session has run `contents.py`, and the first
    # visitor who comes by a link to a lesson would get the bare file.
    PagesManager.uses_pages_directory = False
    troubles.say_once()
    with booted():
        async with sessions_end_on_time():
            yield


LESSONS = [lesson.page for lessons in SYLLABUS.values() for lesson in lessons]

app = st.App(
    "contents.py",
    routes=front_pages(["", *LESSONS]),
    lifespan=lifespan,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts()),
        Middleware(Entrance, descriptors=raise_limit()),
    ],
    on_script_error=troubles.say,
)
