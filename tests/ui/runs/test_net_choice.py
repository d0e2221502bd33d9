"""The menu of nets: what stands first, and that a link to a net opens it."""

from __future__ import annotations

from seqviz.ui.sentences.readers import OPENS_WITH, names_with_the_app
from tests.pages.open_page import open_page


def test_the_net_that_the_page_opens_with_is_listed_once():
    menu = open_page("sentiment").selectbox(key="reads")
    assert menu.value == "above"
    assert (
        len(menu.options) == len(set(menu.options)) == len(names_with_the_app()) + 1
    )  # and the generated reviews'
    assert OPENS_WITH in names_with_the_app()


def test_a_link_to_a_net_opens_it_and_one_to_the_first_falls_back_to_it():
    assert open_page("sentiment", reads="imdb-gru").selectbox(key="reads").value == "imdb-gru"
    at = open_page("sentiment", reads=OPENS_WITH)
    assert not at.exception
    assert at.selectbox(key="reads").value == "above"
