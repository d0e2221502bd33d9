"""Where the limits are kept: who asks for a page or a run, and the sentence that refuses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from seqviz.runs.store.records import Asker
from seqviz.runs.store.upload_bounds import Allowance
from seqviz.ui.server.limits import Client, Held, Limits, Window
from seqviz.ui.server.turns import Turns
from seqviz.ui.state.session import OWNER_COOKIE, owner, remember

SPAN = 10.0  # seconds

LIMITS = Limits.from_environment()
#: The pages that are open now, by browser and by network; `seqviz.ui.server.entrance` counts them.
OPEN = Held()
_OPENINGS, _RERUNS = Window(SPAN), Window(SPAN)
#: All scripts share one interpreter: one page that opens at a time leaves room for those who move a control.
_OPENING = Turns(at_once=1, each=1, longest=1.0)
_ANSWERING = Turns(each=2, longest=1.0)


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


@contextmanager
def let_in(page: str) -> Iterator[None]:
    """Let this session go on to a page when it is its turn, or say why not and end the script here.

    Pages that open wait for each other, those of browsers that opened fewer first; answers to a control wait only
    for others of the same browser.

    Args:
        page: its place in the address.
    """
    who = client()
    if who is None:
        yield
        return
    is_opening = page != remember(_Page).name
    if refusal := _refusal(who, is_opening):
        st.warning(f"{refusal} Nothing is lost.", icon=":material/hourglass_top:")
        st.button("Try again", icon=":material/refresh:")
        st.stop()
    remember(_Page).name = page
    turns = _OPENING if is_opening else _ANSWERING
    with turns.taken(who.browser, rank=_OPENINGS.count(who.browser)):
        yield


def asks_too_much(who: Client) -> bool:
    """Tell whether all that this browser asks for is refused at the moment."""
    return (
        OPEN.count(who.browser) > LIMITS.pages
        or _OPENINGS.count(who.browser) >= LIMITS.openings
        or _RERUNS.count(who.browser) >= LIMITS.reruns
    )


def _refusal(who: Client, is_opening: bool) -> str | None:
    """Count one more script run; return the sentence that refuses it, or None."""
    if (pages := OPEN.count(who.browser)) > LIMITS.pages:
        return f"{_whose(who)} {pages} pages open, and {LIMITS.pages} are allowed: close some of them."
    if not is_opening:
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
