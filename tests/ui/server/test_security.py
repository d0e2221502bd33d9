from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from seqviz.ui.server.security import SecurityHeaders, allowed_hosts, content_security_policy
from seqviz.ui.state.session import OWNER_COOKIE


async def app(scope, receive, send):
    kind = b"text/html; charset=utf-8" if scope["path"] == "/" else b"text/plain"
    status, headers = (304, []) if scope["path"] == "/kept" else (200, [(b"content-type", kind)])
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def answer(
    path: str, cookie: str = "", scheme: str = "http", accept: str = "*/*", **more: str
) -> dict[str, str]:
    """Ask the app behind the middleware; return the headers of its answer."""
    return asked(path, cookie, scheme, accept, **more)[1]


def asked(
    path: str, cookie: str = "", scheme: str = "http", accept: str = "*/*", **more: str
) -> tuple[int, dict[str, str]]:
    """Ask the app behind the middleware, with further headers; return the status and headers of its answer."""
    sent = []

    async def send(message):
        sent.append(message)

    headers = [(b"cookie", cookie.encode()), (b"accept", accept.encode())]
    headers += [(name.replace("_", "-").encode(), text.encode()) for name, text in more.items()]
    scope = {"type": "http", "path": path, "scheme": scheme, "headers": headers}
    with (
        ThreadPoolExecutor() as apart
    ):  # a browser test before this one may leave its event loop running here
        apart.submit(asyncio.run, SecurityHeaders(app)(scope, None, send)).result()
    return sent[0]["status"], {name.decode(): text.decode() for name, text in sent[0]["headers"]}


@pytest.mark.parametrize("path", ["/", "/data"])
def test_every_answer_carries_the_policy(path):
    headers = answer(path)
    assert headers["content-security-policy"] == content_security_policy()
    assert headers["x-content-type-options"] == "nosniff"


def test_the_policy_lets_no_strange_or_inline_script_run():
    scripts = next(part for part in content_security_policy().split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in scripts
    assert "sha256-" in scripts


def test_a_page_sets_the_owners_cookie_once_and_data_sets_none():
    assert "set-cookie" not in answer("/data")
    cookie = answer("/")["set-cookie"]
    assert cookie.startswith(f"{OWNER_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in answer("/", cookie.split(";")[0])


def test_another_programs_cookie_that_is_none_by_the_rules_hinders_nothing():
    assert "set-cookie" in answer("/", "a@b=c; [d]=e")
    assert "set-cookie" not in answer("/", f"a@b=c; {OWNER_COOKIE}=x; [d]=e")


def test_a_page_that_the_browser_has_kept_sets_it_too():
    assert "set-cookie" in answer("/kept", accept="text/html,*/*;q=0.8")
    assert "set-cookie" not in answer("/kept", f"{OWNER_COOKIE}=x", accept="text/html,*/*;q=0.8")
    assert "set-cookie" not in answer("/kept")


def test_the_cookie_is_kept_to_https_where_there_is_https():
    assert "Secure" in answer("/", scheme="https")["set-cookie"]
    assert "Secure" not in answer("/")["set-cookie"]


@pytest.mark.parametrize("said", ["https", "HTTPS", "https, http"])
def test_the_cookie_is_kept_to_https_behind_a_proxy_too(said):
    assert "Secure" in answer("/", x_forwarded_proto=said)["set-cookie"]


@pytest.mark.parametrize("said", ["http", "http, https", ""])
def test_a_proxy_that_is_asked_by_http_gets_a_cookie_for_http(said):
    assert "Secure" not in answer("/", x_forwarded_proto=said)["set-cookie"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/seqviz/_stcore/metrics"])
def test_nobody_is_told_the_metrics(path):
    status, headers = asked(path)
    assert status == 404
    assert headers["x-content-type-options"] == "nosniff"
    assert asked("/_stcore/health")[0] == 200


def test_the_names_of_the_server_are_any_unless_they_are_set(monkeypatch):
    monkeypatch.delenv("SEQVIZ_HOSTS", raising=False)
    assert allowed_hosts() == ["*"]
    monkeypatch.setenv("SEQVIZ_HOSTS", "seqviz.example.org, *.campus.example,")
    assert allowed_hosts() == ["seqviz.example.org", "*.campus.example"]
