"""The server: `streamlit run app.py`. It boots everything once, before the port opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from seqviz.ui.engine import booted
from seqviz.ui.security import SecurityHeaders


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Boot the engine; close it at shutdown."""
    with booted():
        yield


app = st.App("contents.py", lifespan=lifespan, middleware=[Middleware(SecurityHeaders)])
