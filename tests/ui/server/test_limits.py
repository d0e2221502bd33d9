"""The rules by which one client is held to what one client may ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.ui.server.limits import Client, Held, Limits, Window, network_of

SPAN = 10.0
PEOPLE = ("anna", "ben", "carl")
#: Who does something, and how many seconds after the one before.
DEEDS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.floats(0.0, 12.0)), max_size=60)


@given(DEEDS, st.integers(1, 5), st.integers(1, 3))
def test_within_every_span_somebody_does_at_most_so_much_and_is_refused_only_then(deeds, most, amount):
    now = [0.0]
    window = Window(SPAN, lambda: now[0])
    done: dict[str, list[float]] = {who: [] for who in PEOPLE}
    for who, later in deeds:
        now[0] += later
        within = [then for then in done[who] if now[0] - then < SPAN]
        refused = window.take({who: most}, amount)
        assert refused == (who if len(within) + amount > most else None)
        if not refused:
            done[who] += [now[0]] * amount
        assert window.count(who) == len(within) + (0 if refused else amount) <= most


@given(DEEDS)
def test_who_has_done_nothing_for_a_span_is_forgotten(deeds):
    now = [0.0]
    window = Window(SPAN, lambda: now[0])
    for who, later in deeds:
        now[0] += later
        window.take({who: 99})
    now[0] += SPAN + 1.0
    for _ in PEOPLE:
        window.take({"dora": 99})
    assert len(window) == 1


def test_who_is_refused_for_one_limit_uses_up_none_of_another():
    window = Window(SPAN, lambda: 0.0)
    assert window.take({"anna": 1, "hall": 3}) is None
    assert window.take({"anna": 1, "hall": 3}) == "anna"
    assert window.count("hall") == 1
    assert window.take({"ben": 9, "hall": 1}) == "hall"
    assert window.count("ben") == 0


@given(st.lists(st.sampled_from(PEOPLE), max_size=20))
def test_what_is_held_is_counted_until_it_is_let_go(people):
    held, open_now = Held(), []
    for who in people:
        open_now.append(held.holding(who, "hall"))
        open_now[-1].__enter__()
    assert {who: held.count(who) for who in PEOPLE} == {who: people.count(who) for who in PEOPLE}
    assert held.count("hall") == held.total == len(people)
    for holding in open_now:
        holding.__exit__(None, None, None)
    assert held.total == held.count("hall") == sum(map(held.count, PEOPLE)) == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "here"),
        ("::1", "here"),
        (None, "here"),
        ("testclient", "here"),
    ],
)
def test_a_household_is_one_network(address, network):
    assert network_of(address) == network


def test_all_without_a_cookie_at_an_address_are_one_client():
    assert Client.at("192.0.2.7", "") == Client.at("192.0.2.7", "")
    assert Client.at("192.0.2.7", "") != Client.at("192.0.2.8", "")
    assert Client.at("192.0.2.7", "a" * 32).browser != Client.at("192.0.2.7", "b" * 32).browser


def test_a_hall_of_three_hundred_behind_one_address_fits_and_the_environment_may_say_otherwise(monkeypatch):
    limits = Limits()
    assert min(limits.pages_per_address, limits.openings_per_address, limits.live_runs_per_address) >= 300
    monkeypatch.setenv("SEQVIZ_MAX_PAGES", "7")
    assert Limits.from_environment() == Limits(pages=7)
