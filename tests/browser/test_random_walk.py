"""A person at random: types, moves, trains, and goes back, forward, by the menu, a reload or a second tab.

After each step address, controls and pictures are compared with what was seen there before.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.settled import settled

#: What a person sees of a page's state. Ids of buttons and the like change from visit to visit.
SEEN = """() => {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  const all = (selector, read) => [...main.querySelectorAll(selector)].map(read);
  const stages = [...main.querySelectorAll('*')].filter(host => host.shadowRoot)
    .flatMap(host => [...host.shadowRoot.querySelectorAll('.stage')]);
  const still = element => !element.closest('[data-testid=stFileUploader]');
  return JSON.stringify({
    title: all('h1', element => element.innerText),
    boxes: [...main.querySelectorAll('input, textarea')].filter(still)
      .map(element => element.type === 'checkbox' || element.type === 'radio' ? element.checked : element.value),
    sliders: all('[role=slider]', element => element.getAttribute('aria-valuetext') ?? element.ariaValueNow),
    chosen: all('[role=radio], [role=option], [data-testid*=Active]', element => element.innerText),
    metrics: all('[data-testid=stMetricValue]', element => element.innerText),
    pictures: all('.js-plotly-plot .trace path, .js-plotly-plot .gtitle',
      element => element.getAttribute('d') ?? element.textContent),
    canvases: stages.map(stage => stage.getAttribute('aria-valuetext')),
  });
}"""
ALIKE = 3  # looks in a row that must be alike
SENTENCES = (
    "The plot was not dull.",
    "Never boring & quite brilliant?",
    "My friends called it awful, but I laughed.",
)


@dataclass
class Walk:
    """A browser's tab, and what was seen at each entry of its history."""

    page: Page
    open_tab: Callable[[str], Page]
    rng: random.Random
    entries: list[tuple[str, str]] = field(default_factory=list)
    here: int = -1
    last_seen: dict[str, str] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def seen(self, page: Page | None = None) -> tuple[str, str]:
        """Return address and picture once they have come to rest."""
        page, found = page or self.page, []
        page.get_by_text("Sources", exact=True).wait_for()
        page.get_by_test_id("stMainBlockContainer").locator("input, textarea").first.wait_for(
            state="attached"
        )
        while len(found) < ALIKE or len(set(found[-ALIKE:])) > 1:
            settled(page)
            found.append((page.url.split("/", 3)[3], page.evaluate(SEEN)))
            page.wait_for_timeout(150)
        return found[-1]

    def expect_seen(self, entry: tuple[str, str], page: Page | None = None) -> None:
        _compare(self.seen(page), entry, self.steps)

    def changed(self) -> None:
        """Note what an entry shows after something was done there."""
        self.entries[self.here] = self.seen()

    def go_to(self, title: str, heading: str) -> None:
        self.steps.append(f"menu: {title}")
        if not self.page.get_by_test_id("stSidebarNavLink").first.is_visible():
            self.page.get_by_test_id("stExpandSidebarButton").click()
        if self.entries:
            self.last_seen[self._place()] = self.entries[self.here][1]
        self.page.get_by_test_id("stSidebarNavLink").filter(has_text=title).dispatch_event("click")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        self.arrived()
        address, seen = self.entries[self.here]
        _compare((address, seen), (address, self.last_seen.get(self._place(), seen)), self.steps)

    def arrived(self) -> None:
        del self.entries[self.here + 1 :]
        self.entries.append(self.seen())
        self.here += 1

    def _place(self) -> str:
        return self.entries[self.here][0].split("?")[0]

    def back_or_forward(self, by: int) -> None:
        if not 0 <= self.here + by < len(self.entries):
            return
        self.steps.append("back" if by < 0 else "forward")
        self.last_seen[self._place()] = self.entries[self.here][1]
        self.here += by
        (self.page.go_back if by < 0 else self.page.go_forward)()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(_title(self.entries[self.here]))
        self.expect_seen(self.entries[self.here])

    def reload(self) -> None:
        self.steps.append("reload")
        self.page.reload()
        self.last_seen.clear()  # another session: the menu leads to the defaults again
        self.expect_seen(self.entries[self.here])

    def second_tab(self) -> None:
        self.steps.append("second tab")
        tab = self.open_tab(self.entries[self.here][0])
        self.expect_seen(self.entries[self.here], tab)

    def type(self) -> None:
        boxes = self.page.get_by_test_id("stMainBlockContainer").locator(
            "textarea:visible, [data-testid=stTextInput] input:visible"
        )
        if boxes.count() == 0:
            return
        self.steps.append("type")
        box = boxes.first
        box.fill(self.rng.choice(SENTENCES))
        box.press("Control+Enter")
        box.press("Enter") if box.evaluate("box => box.tagName") == "INPUT" else box.blur()
        self.changed()

    def click_or_move(self) -> None:
        """Set up a task, move a slider, or walk on a canvas."""
        main = self.page.get_by_test_id("stMainBlockContainer")
        kinds: dict[str, tuple[Locator, Callable[[Locator], object]]] = {
            "task": (main.get_by_role("button", name="Set it up"), lambda button: button.click()),
            "slider": (main.locator("[role=slider]:visible"), lambda slider: slider.press("ArrowRight")),
            "canvas": (main.locator(".stage"), lambda stage: stage.press("ArrowRight")),
        }
        kind = self.rng.choice([kind for kind, (found, _) in kinds.items() if found.count()])
        found, act = kinds[kind]
        number = self.rng.randrange(found.count())
        self.steps.append(f"{kind} {number}")
        act(found.nth(number))
        self.page.wait_for_timeout(400)  # a slider tells the server a moment after it was let go
        self.changed()


def _compare(now: tuple[str, str], before: tuple[str, str], steps: list[str]) -> None:
    pictures_now, pictures_before = json.loads(now[1]), json.loads(before[1])
    other = {
        name: (pictures_now[name], was) for name, was in pictures_before.items() if pictures_now[name] != was
    }
    assert (now[0], other) == (before[0], {}), ", ".join(steps)


def _title(entry: tuple[str, str]) -> str:
    return json.loads(entry[1])["title"][0]


LESSONS = {
    "Sentiment": "Sentiment: train a net and read with it",
    "LSTM cell": "The LSTM cell",
    "Gate inspector": "Gate inspector",
    "Cleaning": "Cleaning",
    "Seq2seq": "Seq2seq and attention",
    "What bags cannot do": "What bags cannot do",
}


@pytest.mark.parametrize(
    ("seed", "phone", "num_steps"), [(1, False, 10), (2, True, 5)], ids=["desktop", "phone"]
)
def test_what_was_seen_is_seen_again_whichever_way_one_comes(visit, open_page, seed, phone, num_steps):
    first = visit("sentiment")
    # The baseline is fitted while one looks at other things, and would change a picture behind the walk.
    expect(first.get_by_text("Baseline to beat (fitted")).to_be_visible(timeout=120_000)
    rng = random.Random(seed)
    walk = Walk(open_page("lstm_cell", phone=phone), lambda path: open_page(path, phone=phone), rng)
    walk.arrived()
    walk.type()
    ways = [
        lambda: walk.go_to(
            *rng.choice([one for one in LESSONS.items() if one[1] != _title(walk.entries[walk.here])])
        ),
        walk.type,
        walk.click_or_move,
        lambda: walk.back_or_forward(-1),
        lambda: walk.back_or_forward(1),
        walk.reload,
        walk.second_tab,
    ]
    for _ in range(num_steps):
        rng.choices(ways, [4, 3, 3, 4, 2, 1, 1])[0]()
