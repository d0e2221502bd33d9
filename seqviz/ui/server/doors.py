"""Where the limits are kept: who asks for a page or a run, and the sentence that refuses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import streamlit as st

from seqviz.runs.store.records import Asker
from seqviz.runs.store.upload_bounds import Allowance
from seqviz.ui.server.limits import Client, Held, Limits, Window
from seqviz.ui.state.session import OWNER_COOKIE, owner, remember

SPAN = 10.0  # seconds

LIMITS = Limits.from_environment()
#: The pages that are open now, by browser and by network; `seqviz.ui.server.entrance` counts them.
OPEN = Held()
_OPENINGS, _RERUNS = Window(SPAN), Window(SPAN)


@dataclass
class _Page:
    """The page that this session was let into last."""

    name: str | None = None


def client() -> Client | None:
    """Return who this session's browser is, or None where no browser asks (in a test)."""
    if not st.context.headers:
        return None
    has_cookie = st.context.cookies.get(OWNER_COOKIE) == owner()
    return Client.at(st.context.ip_address, owner() if has_cookie else "")


def asker() -> Asker | None:
    """Return who asks for a run, for the store; None where no browser asks."""
    who = client()
    return None if who is None else Asker(*who, LIMITS.live_runs_per_address)


def upload_allowances() -> tuple[Allowance, ...]:
    """Return what an upload of this session's browser uses up; nothing where no browser asks."""
    who = client()
    if who is None:
        return ()
    network = hashlib.sha256(who.network.encode()).hexdigest()[:16]  # the address itself is nobody's business
    browser = who.browser if who.has_cookie else f"no cookie, {network}"
    return (
        Allowance(browser, "Your files", LIMITS.upload_megabytes * 1_000_000),
        Allowance(network, "The files of your network", LIMITS.upload_megabytes_per_address * 1_000_000),
    )


def let_in(page: str) -> None:
    """Let this session go on to a page, or say why not and end the script here.

    Args:
        page: its place in the address.
    """
    who = client()
    refusal = None if who is None else _refusal(who, page)
    if refusal is None:
        remember(_Page).name = page
        return
    st.warning(f"{refusal} Nothing is lost.", icon=":material/hourglass_top:")
    st.button("Try again", icon=":material/refresh:")
    st.stop()


def _refusal(who: Client, page: str) -> str | None:
    """Count one more script run; return the sentence that refuses it, or None."""
    if (pages := OPEN.count(who.browser)) > LIMITS.pages:
        return f"{_whose(who)} {pages} pages open, and {LIMITS.pages} are allowed: close some of them."
    if page == remember(_Page).name:
        over = _RERUNS.take({who.browser: LIMITS.reruns})
        said = (
            f"{_whose(who)} asked for more than {LIMITS.reruns} answers in {SPAN:.0f} seconds; wait a moment."
        )
        return said if over else None
    over = _OPENINGS.take({who.browser: LIMITS.openings, who.network: LIMITS.openings_per_address})
    if over is None:
        return None
    if over == who.network:
        return (
            f"From your network more than {LIMITS.openings_per_address} pages were opened in {SPAN:.0f} seconds; "
            "yours comes when you try again in a moment."
        )
    return f"{_whose(who)} opened more than {LIMITS.openings} pages in {SPAN:.0f} seconds; wait a moment."


def _whose(who: Client) -> str:
    return (
        "This browser has" if who.has_cookie else "The browsers without cookies in your network have together"
    )
