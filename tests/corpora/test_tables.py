import gzip

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.corpora.labels import meaning_of
from seqviz.corpora.records import CorpusError
from seqviz.corpora.tables import guess_table, read_table

SIMPLE = "review,sentiment\nA good film,positive\nA bad film,negative\n"


def test_columns_are_guessed_from_what_is_in_them():
    guess = guess_table(b"id,stars,opinion,label\n1,5,A long opinion,1\n2,1,Another long opinion,0\n")
    assert (guess.text_column, guess.label_column, guess.num_rows) == ("opinion", "label", 2)
    assert guess.sample[0] == ("1", "5", "A long opinion", "1")


@pytest.mark.parametrize(
    "rows",
    [
        "word,verdict\nfine,positive\nodd,negative\nlovely,positive\n",
        "address,text,verdict\nhttp://long.example/1,fine,1\nhttp://long.example/2,odd,0\nhttp://long.example/3,lovely,1\n",
    ],
    ids=["labels longer than the texts", "addresses longer than the texts"],
)
def test_short_texts_are_known_from_longer_columns(rows):
    texts = read_table(rows.encode())
    assert texts.texts == ("fine", "odd", "lovely") and texts.labels.tolist() == [1, 0, 1]


def test_a_guess_can_be_corrected():
    data = b"short,long,a,b\nx,xxxxxxxxx,0,1\ny,yyyyyyyyy,1,0\n"
    texts = read_table(data, "short", "b")
    assert texts.texts == ("x", "y") and texts.labels.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        (("pos", "neg"), (1, 0)), ((" Positive", "NEGATIVE"), (1, 0)), (("0", "1"), (0, 1)), (("-1", "1"), (0, 1)),
        (("1.0", "0.0"), (1, 0)), (("1", "2"), (0, 1)), (("0", "4"), (0, 1)), (("false", "true"), (0, 1)),
        (("1", "2", "3", "4", "5"), (0, 0, None, 1, 1)), (("1", "4", "6", "7", "10"), (0, 0, None, 1, 1)),
        (("ham", "spam"), (0, 1)),
    ],
)  # fmt: skip
def test_labels_mean_what_people_mean_by_them(values, classes):
    meaning = meaning_of(values)
    assert tuple(meaning.classes[value] for value in values) == classes


@pytest.mark.parametrize(
    "values", [("a", "b", "c"), (), tuple("123456789") + ("0", "99"), ("pos", "neg", "meh")]
)
def test_other_columns_are_no_labels(values):
    assert meaning_of(values) is None


def test_stars_in_the_middle_are_left_out_and_the_guess_says_so():
    data = b"text,stars\nbad thing,1\nso so thing,3\ngood thing,5\n"
    assert read_table(data).texts == ("bad thing", "good thing")
    assert "left out" in guess_table(data).notes[0]


def test_a_table_without_a_header_is_read_whole():
    texts = read_table(b'a fine film\t1\nthe film called "Dull"\t0\n')
    assert texts.texts == ("a fine film", 'the film called "Dull"')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_recognised(encoding):
    assert (
        read_table("text,label\nun café très bien,1\nplutôt non,0\n".encode(encoding)).texts[0]
        == "un café très bien"
    )


def test_latin_1_is_read_and_named():
    data = "text,label\nun café très bien,1\nplutôt non,0\n".encode("latin-1")
    assert read_table(data).texts[1] == "plutôt non"
    assert "Latin-1" in guess_table(data).notes[0]


def test_gzip_semicolons_and_line_breaks_in_quotes_are_read():
    data = gzip.compress(b'text;label\r\n"two\r\nlines; one ""cell""";1\r\n\r\nno;0\r\n', mtime=0)
    assert read_table(data).texts == ('two\r\nlines; one "cell"', "no")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\x1f\x8bbroken", "gzip file is broken"),
        (gzip.compress(SIMPLE.encode(), mtime=0)[:-9], "gzip file is broken"),
        (b"\xff\xfea", "UTF-16"),
        (b"just one column\nof words\n", "Line 1 has one column"),
        (b"text,label\n", "header and no rows"),
        (b"text,text\na,1\n", "two columns alike"),
        (b"text,label\na,1\nb,0,x\n", "Line 3 has 3 columns"),
        (b'text,label\n"a\nb",1\nc\n', "Line 4 has 1 columns"),
        (b'text,label\na,1\n"open,0\nb,1\n', "Line 3 cannot be read: a quotation mark"),
        (b'text,label\na,1\n"b" c,0\n', "Line 3 cannot be read: a quotation mark inside"),
        (b"text,label\na," + b"1" * 1_000_000 + b"\n", "Line 2 cannot be read: a field is longer"),
        (b"text,label\nabc,1\nabc,1\n", "of one class"),
        (b"text,label\nabc,1\nabc,\nabc,0\n", "Line 3 has no label"),
        (b"text,label\nabc,1\n ,0\n", "Line 3 has no text"),
        (b"text,label\na long text,x\nb long text,y\nc long text,z\n", "No column besides 'text'"),
    ],
)
def test_a_bad_file_gets_one_sentence_that_names_the_line(data, sentence):
    with pytest.raises(CorpusError, match=sentence) as caught:
        read_table(data)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 250


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(CorpusError, match="no column 'opinion'; the columns are review, sentiment"):
        read_table(SIMPLE.encode(), "opinion")


@given(st.binary(max_size=300))
def test_whatever_the_bytes_the_answer_is_texts_or_a_sentence(data):
    try:
        texts = read_table(data)
    except CorpusError as error:
        assert str(error).endswith(".")
    else:
        assert set(np.unique(texts.labels)) == {0, 1}
