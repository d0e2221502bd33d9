from __future__ import annotations

import math
import re
from decimal import Decimal
from xml.etree import ElementTree

from playwright.sync_api import expect

SAID = r".*W·x \+ b = (\S+), U·h₋₁ \+ b′ = (\S+); h = tanh\((\S+)\) = (\S+)\. The answer .*"


def test_slider_keys_and_drawing_stay_in_step(visit):
    page = visit("recurrent_neuron")
    net = page.locator(".net").first
    net.locator(".stage svg").wait_for()
    stage = net.locator(".stage")
    expect(net.locator(".place")).to_have_value("4")
    stage.press("ArrowRight")
    expect(net.locator(".place")).to_have_value("5")
    expect(net.locator(".says")).to_contain_text("Step 5, “good”")
    stage.press("Home")
    expect(net.locator(".says")).to_contain_text("Step 1, “the”")
    net.locator(".place").fill("3")
    expect(stage).to_have_attribute("aria-valuenow", "3")
    with page.expect_download() as download:
        net.locator(".svg").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    assert drawing.get("color")  # by itself the file must know its ink
    assert "actors" in "".join(drawing.itertext())


def number(text):
    return Decimal(text.replace("−", "-"))


def test_what_is_written_of_a_step_adds_up_as_it_is_written(visit):
    page = visit("recurrent_neuron")
    nets = page.locator(".net")
    nets.first.locator(".stage svg").wait_for()
    net = nets.first
    found = set()
    for unit in range(16):
        net.locator(".unit").fill(str(unit))
        net.locator(".unit").press("Tab")
        said = net.locator(".says").inner_text()
        assert f"unit {unit}:" in said
        first, second, total, state = re.fullmatch(SAID, said).groups()
        assert number(first) + number(second) == number(total)
        assert round(math.tanh(number(total)), 3) == float(number(state))
        found.add(said)
    assert len(found) == 16
    assert "from all units, σ(V·h + c): 0." in said


def test_the_state_of_the_trained_net_follows_the_sentence(visit):
    page = visit("recurrent_neuron")
    page.locator(".net").first.locator(".stage svg").wait_for()
    box = page.get_by_role("textbox", name="A sentence")
    box.fill("Nothing here was good.")
    box.press("Enter")
    expect(page.get_by_text("A column is a word of “nothing here was good")).to_be_visible()
