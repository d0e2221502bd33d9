import pytest

from seqviz.corpora.harbour import LINE_WIDTH, harbour_book
from seqviz.corpora.prose import SHORTEST, decode, gutenberg_title, is_at_hand, load_prose
from seqviz.corpora.records import CorpusError


def test_the_bundled_book_is_long_the_same_every_time_and_keeps_its_line_width():
    book = harbour_book()
    assert len(book) >= 60_000
    assert book == harbour_book.__wrapped__()
    assert max(map(len, book.split("\n"))) <= LINE_WIDTH
    assert book.count('"') % 2 == 0


def test_the_validation_part_is_the_last_tenth_and_begins_a_line():
    prose = load_prose("harbour")
    assert prose.train.endswith("\n")
    assert prose.train + prose.validation == harbour_book().strip()
    assert 0.09 < len(prose.validation) / len(harbour_book()) < 0.11


def test_a_file_is_read_and_what_is_wrong_with_it_is_said(tmp_path):
    file = tmp_path / "mine.txt"
    file.write_text("A line of my own.\n" * 40)
    assert load_prose(str(file)).name == "mine.txt"
    file.write_text("abc")
    with pytest.raises(CorpusError, match=f"at least {SHORTEST} characters; mine.txt has 3"):
        load_prose(str(file))
    with pytest.raises(CorpusError, match="No text can be read from"):
        load_prose(str(tmp_path / "none.txt"))


def test_an_unknown_gutenberg_name_is_refused_with_those_there_are():
    with pytest.raises(CorpusError, match="no Gutenberg text called 'nobody'.*carroll-alice"):
        load_prose("gutenberg:nobody")


def test_any_bytes_are_read_as_text():
    assert decode("a\r\nü".encode()) == "a\nü"
    assert decode(b"\xfc\r") == "ü\n"


def test_gutenberg_texts_are_read_where_nltk_has_them(real_data, monkeypatch):
    import nltk

    monkeypatch.setattr(nltk.data, "path", [str(real_data / "nltk_data")])
    prose = load_prose("gutenberg:shakespeare-hamlet")
    assert "Hamlet" in prose.train


def test_what_needs_a_download_is_not_at_hand(monkeypatch):
    monkeypatch.setattr("seqviz.corpora.prose.gutenberg_texts", lambda: ("austen-emma",))
    assert is_at_hand("gutenberg:austen-emma")
    assert not is_at_hand("gutenberg:melville-moby_dick")
    assert is_at_hand("harbour")


def test_gutenberg_texts_have_titles():
    assert gutenberg_title("gutenberg:melville-moby_dick") == "Melville: Moby Dick"
    assert gutenberg_title("harbour") == "harbour"
