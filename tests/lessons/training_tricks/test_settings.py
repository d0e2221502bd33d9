from __future__ import annotations

from tests.pages.open_page import open_page


def test_the_table_names_a_source_for_each_setting():
    rows = open_page("training_tricks").table[0].value
    assert "5 to 20 for small corpora, 2 to 5 for large ones" in rows["What was found"][0]
    assert all("et al." in found for found in rows["What was found"])
