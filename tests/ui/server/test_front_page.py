from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.routing import Router

from seqviz.ui.server.front_page import front_page, front_pages
from seqviz.ui.server.security import content_security_policy


def asked(path: str, query: str = "") -> tuple[int, dict[bytes, bytes], str]:
    """Ask for a path; return the answer's status, headers and body."""
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    answering = Router(front_pages(["", "sentiment"]))(scope, None, send)
    with ThreadPoolExecutor() as apart:  # another test may leave its event loop running here
        apart.submit(asyncio.run, answering).result()
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"].decode()


@pytest.mark.parametrize("path", ["/", "/sentiment"])
def test_a_lessons_address_is_answered_with_the_page(path):
    status, headers, body = asked(path)
    assert (status, body) == (200, front_page())
    assert headers[b"content-type"].startswith(b"text/html")
    assert headers[b"cache-control"] == b"no-cache"


def test_other_addresses_are_left_to_streamlit():
    assert asked("/favicon.png")[0] == 404


def test_the_page_says_where_its_server_is_before_streamlits_script_asks():
    page = front_page()
    assert page.index("BACKEND_BASE_URL") < page.index('type="module"')
    assert re.findall("<title>(.*)</title>", page) == ["seqviz"]


def test_the_policy_lets_each_script_written_into_the_page_run():
    assert front_page().count("<script>") == content_security_policy().count("'sha256-") == 2


def test_an_address_from_before_a_page_was_divided_leads_on_with_its_settings():
    status, headers, _ = asked("/glove_fasttext", "unseen=kingz&subword=a%26b")
    assert (status, headers[b"location"]) == (307, b"subwords?unseen=kingz&subword=a%26b")
