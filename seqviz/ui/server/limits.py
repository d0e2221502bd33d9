"""How much one client may ask of the server: pure rules, counted by browser and by network address.

A browser (its cookie) is held to what one person can do. An address is held to what a lecture hall can do: three
hundred students often share one. Whoever sends no cookie shares one allowance with all such of the address.
"""

from __future__ import annotations

import ipaddress
import os
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import NamedTuple

_NO_COOKIE = "no cookie"


class Client(NamedTuple):
    """Who asks.

    Attributes:
        browser: the owner's cookie; of those without one, all at the address together.
        network: the address, or the part of it that one household or hall has.
    """

    browser: str
    network: str

    @classmethod
    def at(cls, address: str | None, cookie: str) -> Client:
        """Return who asks from an address, with a cookie or with ""."""
        network = network_of(address)
        return cls(cookie or f"{_NO_COOKIE}, {network}", network)

    @property
    def has_cookie(self) -> bool:
        """Whether the browser is known by a cookie of its own."""
        return not self.browser.startswith(_NO_COOKIE)


def network_of(address: str | None) -> str:
    """Return what stands for all of one place: an IPv4 address, or the first 64 bits of an IPv6 address."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "here"
    if found.is_loopback:
        return "here"
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)


@dataclass(frozen=True)
class Limits:
    """What is allowed; `SEQVIZ_MAX_<NAME>` in the environment says otherwise, for example SEQVIZ_MAX_LIVE_RUNS.

    Attributes:
        pages: sessions (pages open in tabs) of one browser.
        pages_per_address: of one address.
        openings: pages opened by one browser within ten seconds.
        openings_per_address: by one address.
        reruns: answers to a control, of whole pages, that one browser gets within ten seconds.
        live_runs_per_address: runs that wait or train, of one address; a browser has one.
        uploading_megabytes: what one browser sends within ten minutes; it is held in memory while its page is open.
        upload_megabytes: files kept for one browser.
        upload_megabytes_per_address: for one address.
    """

    pages: int = 40
    pages_per_address: int = 1_000
    openings: int = 30
    openings_per_address: int = 400
    reruns: int = 200
    live_runs_per_address: int = 300
    uploading_megabytes: int = 500
    upload_megabytes: int = 200
    upload_megabytes_per_address: int = 1_000

    @classmethod
    def from_environment(cls) -> Limits:
        """Read the environment; the defaults stand where it says nothing."""
        named = {field.name: os.environ.get(f"SEQVIZ_MAX_{field.name.upper()}") for field in fields(cls)}
        return cls(**{name: int(text) for name, text in named.items() if text})


class Window:
    """Counts what each of many does within a span of time that slides.

    Args:
        seconds: the span.
        clock: the time now, in seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self._clock = seconds, clock
        self._times: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def count(self, who: str) -> int:
        """Return how often somebody has done it within the span."""
        with self._lock:
            return self._count(who)

    def _count(self, who: str) -> int:
        times = self._times.get(who)
        if times is None:
            return 0
        while times and self._clock() - times[0] >= self.seconds:
            times.popleft()
        if not times:
            del self._times[who]
        return len(times)

    def _note(self, who: str, amount: int) -> None:
        times = self._times.pop(who, deque())
        times.extend([self._clock()] * amount)
        self._times[who] = times  # at the end: the first is the one that did nothing for longest
        self._count(next(iter(self._times)))  # forgets it when it is time

    def take(self, allowed: dict[str, int], amount: int = 1) -> str | None:
        """Note one more for all of these, or, where that is too many for one of them, for none.

        Args:
            allowed: who -> how often within the span.
            amount: how many more, if not one.

        Returns:
            For whom it would be too many, or None.
        """
        with self._lock:
            over = next((who for who, most in allowed.items() if self._count(who) + amount > most), None)
            if over is None:
                for who in allowed:
                    self._note(who, amount)
            return over

    def __len__(self) -> int:
        return len(self._times)


class Held:
    """Counts what each of many holds at this moment."""

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self.total = 0

    def count(self, who: str) -> int:
        """Return how many somebody holds."""
        return self._held[who]

    @contextmanager
    def holding(self, *everybody: str) -> Iterator[None]:
        """Count one more of each while the block runs."""
        self._held.update(everybody)
        self.total += 1
        try:
            yield
        finally:
            self.total -= 1
            for who in everybody:
                self._held[who] -= 1
                if not self._held[who]:
                    del self._held[who]
