import pytest

from tests.pages.open_page import texts
from tests.pages.open_vectors import with_a_file


@pytest.mark.parametrize("page", ["space", "bias"])
def test_a_broken_file_is_named_for_as_long_as_it_lies_there(page):
    at = with_a_file(b"a 1 2\nb *3\n", "my_*file*.txt", page)
    assert r"my\_\*file\*.txt\: Line 2" in texts(at)
    at.run()
    assert "Line 2" in texts(at)
    at.file_uploader(key="vector_upload").set_value(None).run()
    assert "Line 2" not in texts(at)
    assert not at.exception


def test_a_file_is_read_anew_when_more_words_are_asked_for():
    at = with_a_file(b"".join(b"w%d %d 1\n" % (i, i) for i in range(3_000)))
    assert "mine.txt: 3,000 words" in texts(at)
    at.slider(key="words").set_value(1_000).run()
    assert "mine.txt: 1,000 words" in texts(at)


@pytest.mark.parametrize(
    "content",
    [
        b"man 1 0\n",
        b"man 1 0\nking 1 1\nwoman -1 0\n",
        b"man 0 0\nking 0 0\nwoman 0 0\nqueen 0 0\n",
        b"man 1\nking 2\nwoman 3\nqueen 4\n",
        b"a 1 2\nb 1 2\nc 1 2\nd 1 2\ne 1 2\n",
    ],
    ids=["one word", "the query words alone", "zeros", "one number each", "all alike"],
)
@pytest.mark.parametrize("page", ["space", "bias"])
def test_small_and_empty_spaces_are_borne(page, content):
    at = with_a_file(content, page=page)
    assert not at.exception
    for guess in (one for one in at.radio if one.key == "prediction"):  # not asked where nothing could tell
        guess.set_value(guess.options[0]).run()
    assert not at.exception
