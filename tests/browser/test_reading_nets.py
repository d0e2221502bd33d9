from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
from playwright.sync_api import expect

from seqviz.experiments.tagging.config import ARMS
from seqviz.figures.palette import NEGATIVE, POSITIVE
from seqviz.lessons.directions.nets_drawn import drawn_net
from seqviz.lessons.directions.teddy import FIRST, tagging_reader
from seqviz.text.tokens import words
from seqviz.ui.runs.trained import BUNDLED

TALLEST = 21  # pixels of a bar whose unit is at 1 or -1

BARS = "bars => bars.map(bar => [Number(bar.getAttribute('height')), bar.getAttribute('fill')])"


def states_in_drawing_order():
    """Every unit of every box: net after net, the row that reads from the end first."""
    nets = [drawn_net(tagging_reader(BUNDLED), arm, words(FIRST.default)) for arm in ARMS[:2]]
    return np.concatenate([net.states[way].ravel() for net in nets for way in sorted(net.states)[::-1]])


def test_the_bars_are_as_tall_as_the_states_of_the_traces_and_have_their_sign(visit):
    page = visit("directions")
    page.locator(".nets .stage svg").wait_for()
    heights, colours = zip(*page.locator(".nets .unit").evaluate_all(BARS), strict=True)
    states = states_in_drawing_order()
    np.testing.assert_allclose(heights, np.maximum(0.5, TALLEST * np.abs(states)), atol=1e-4)
    assert list(colours) == [POSITIVE if value > 0 else NEGATIVE for value in states]


def test_the_drawn_nets_follow_keys_clicks_and_the_sentence(visit):
    page = visit("directions")
    nets = page.locator(".nets")
    nets.locator(".stage svg").wait_for()
    expect(nets.locator(".says")).to_contain_text(
        "Position 4, “teddy”. Forward: the forward state has read words 1 to 4"
    )
    stage = nets.locator(".stage")
    stage.press("ArrowRight")
    expect(stage).to_have_attribute("aria-valuenow", "5")
    nets.locator(".column").first.click()
    expect(nets.locator(".says")).to_contain_text("the forward state has read words 1 to 1, not “said")
    with page.expect_download() as download:
        nets.locator(".svg").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    assert "both directions: at “he” it has read 9 of 9 words" in "".join(drawing.itertext())
    box = page.get_by_role("textbox", name="First sentence")
    box.fill("Teddy was washed.")
    box.press("Enter")
    expect(nets.locator(".says")).to_contain_text("Position 1, “teddy”")
    expect(stage).to_have_attribute("aria-valuemax", "4")
