import pytest

from tests.pages.open_page import open_page, texts


@pytest.mark.parametrize("source", ["A trained run", "A vector file"])
@pytest.mark.parametrize("page", ["space", "bias"])
def test_without_a_run_or_a_file_the_small_world_is_shown(page, source):
    at = open_page(page, source=source)
    assert "The small world" in texts(at)
