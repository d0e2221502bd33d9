from __future__ import annotations

import itertools
import re

from playwright.sync_api import expect

from tests.browser.settled import settled, until

FINISHED = 60_000  # milliseconds, on a loaded computer


def test_word_vectors_are_trained_live_and_their_film_is_scrubbed(visit):
    page = visit("word2vec?num_epochs=2&dim=10&seed=7")
    page.get_by_role("button", name="Train").click()
    expect(page).to_have_url(re.compile("run="))
    expect(page.get_by_text(re.compile(r"\bfinished$"))).to_be_visible(timeout=FINISHED)
    film = page.locator(".stPlotlyChart", has_text="The map of the words during training")
    expect(film.get_by_text("epoch 2", exact=True)).to_be_visible()
    film.locator(".slider-rail-touch-rect").click(position={"x": 4, "y": 4})
    expect(film.get_by_text("epoch 0", exact=True)).to_be_visible()
    expect(film.get_by_text("epoch 2", exact=True)).to_have_count(0)


def at(x):
    return {"x": x, "y": 50}


def test_a_cell_of_the_matrix_is_clicked_and_its_term_shown(visit):
    page = visit("glove?part=Counts and their fit")
    matrix = page.locator(".stPlotlyChart", has_text="How often two words meet")
    cells, tip = matrix.locator(".nsewdrag"), matrix.locator(".hoverlayer .hovertext")
    settled(page)
    columns = itertools.count(5)  # within the first of eight cells
    until(
        lambda: tip.first.wait_for(timeout=1_000), lambda: cells.hover(position=at(next(columns)), force=True)
    )
    until(
        lambda: page.wait_for_url(re.compile("cell=enjoy"), timeout=10_000),
        lambda: cells.click(position=at(next(columns)), force=True),
    )
    expect(page.get_by_label("A cell: two words")).to_have_value("enjoy I")
