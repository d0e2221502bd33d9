"""The entrance counts open pages, refuses where there is no room, and hears seldom who asks too much."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from seqviz.ui.server import doors, entrance
from seqviz.ui.server.limits import Held, Limits
from seqviz.ui.state.session import OWNER_COOKIE


def connect(app, receive=None, **scope) -> list[dict]:
    """Ask the entrance for a page of the websocket kind; return what it answers."""
    sent: list[dict] = []

    async def send(message):
        sent.append(message)

    scope = {"type": "websocket", "client": ("192.0.2.7", 1), "headers": []} | scope
    with ThreadPoolExecutor() as apart:
        apart.submit(asyncio.run, app(scope, receive, send)).result()
    return sent


def test_the_entrance_counts_a_page_while_it_is_open(monkeypatch):
    held = Held()
    monkeypatch.setattr(entrance, "OPEN", held)
    seen = []

    async def app(scope, receive, send):
        seen.append((held.total, held.count("cookie"), held.count("192.0.2.7")))

    connect(entrance.Entrance(app, None), headers=[(b"cookie", f"{OWNER_COOKIE}=cookie".encode())])
    assert seen == [(1, 1, 1)]
    assert held.total == held.count("cookie") == 0


def test_the_entrance_refuses_a_network_that_holds_far_too_many_pages(monkeypatch):
    held = Held()
    monkeypatch.setattr(entrance, "OPEN", held)
    monkeypatch.setattr(entrance, "LIMITS", Limits(pages_per_address=1))

    async def app(scope, receive, send):
        await send({"type": "websocket.accept"})

    with held.holding("x", "192.0.2.7"), held.holding("y", "192.0.2.7"):
        assert connect(entrance.Entrance(app, None))[0]["type"] == "websocket.close"
        assert connect(entrance.Entrance(app, None), client=("192.0.2.8", 1)) == [
            {"type": "websocket.accept"}
        ]


def test_who_asks_too_much_is_heard_seldom_and_others_at_once(monkeypatch):
    held, waits, browser = Held(), [], "c" * 24
    monkeypatch.setattr(doors, "OPEN", held)
    monkeypatch.setattr(entrance, "OPEN", held)
    monkeypatch.setattr(doors, "LIMITS", Limits(pages=1))

    async def sleep(seconds):
        waits.append(round(seconds, 1))

    async def receive():
        return {"type": "websocket.receive", "bytes": b""}

    async def app(scope, receive, send):
        for _ in range(3):
            await receive()

    monkeypatch.setattr(entrance.asyncio, "sleep", sleep)
    door, cookie = entrance.Entrance(app, None), (b"cookie", f"{OWNER_COOKIE}={browser}".encode())
    connect(door, receive, headers=[cookie])
    assert waits == []
    with held.holding(browser):
        connect(door, receive, headers=[cookie])
        connect(door, receive)
    assert waits == [0.0, 0.2, 0.5]


def test_a_browser_that_connects_again_and_again_waits_at_the_door(monkeypatch):
    waits = []

    async def sleep(seconds):
        waits.append(round(seconds, 1))

    async def app(scope, receive, send):
        pass

    monkeypatch.setattr(entrance, "LIMITS", Limits(openings=2))
    monkeypatch.setattr(entrance.asyncio, "sleep", sleep)
    door = entrance.Entrance(app, None)
    for _ in range(6):
        connect(door)
    assert waits == [0.0, 0.2]


def test_the_entrance_refuses_what_would_fill_the_memory_with_uploads(monkeypatch):
    monkeypatch.setattr(entrance, "LIMITS", Limits(uploading_megabytes=10))

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 204})

    door = entrance.Entrance(app, None)

    def put(megabytes: int, path: str = "/_stcore/upload_file/x/y", address: str = "192.0.2.7") -> int:
        length = [(b"content-length", str(megabytes * 1_000_000).encode())]
        asked = {"type": "http", "method": "PUT", "path": path, "headers": length, "client": (address, 1)}
        return connect(door, **asked)[0]["status"]

    assert [put(5), put(5), put(3), put(1)] == [204, 413, 204, 413]
    assert put(5, address="192.0.2.8") == put(50, path="/elsewhere") == 204
