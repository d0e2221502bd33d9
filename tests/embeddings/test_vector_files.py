import gzip
import io
import struct

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.vector_entries import Layout, _parse_carefully, _parse_quickly
from seqviz.embeddings.vector_files import VectorFileError, load_vectors, read_vectors, write_vectors

GLOVE = b"the 0.5 -1.25 3e-2\ncat 1 2 3\n"


def read(data, **options):
    return read_vectors(io.BytesIO(data), **options)


def binary(words, vectors, newline=b"\n"):
    body = b"".join(
        word.encode() + b" " + struct.pack(f"<{len(v)}f", *v) + newline
        for word, v in zip(words, vectors, strict=True)
    )
    return f"{len(words)} {len(vectors[0])}\n".encode() + body


@pytest.mark.parametrize(
    "data",
    [GLOVE, b"2 3\n" + GLOVE, gzip.compress(GLOVE, mtime=0), GLOVE.replace(b"\n", b" \n"), GLOVE.replace(b"\n",
    b"\r\n"),
     GLOVE.replace(b" ", b"\t"), GLOVE + b"\n\n", GLOVE.rstrip(), b"\xef\xbb\xbf" + GLOVE,
     gzip.compress(b"\xef\xbb\xbf2 3\n" + GLOVE, mtime=0)],
    ids=["glove", "header", "gz", "trailing space", "crlf", "tabs", "blank lines", "no last newline",
         "byte order mark", "gz with mark and header"],
)  # fmt: skip
def test_every_kind_of_text_file_gives_the_same_vectors(data):
    found = read(data)
    assert found.words == ("the", "cat")
    assert found.vectors.dtype == np.float32
    np.testing.assert_allclose(found.vectors, [[0.5, -1.25, 0.03], [1, 2, 3]], rtol=1e-6)


@pytest.mark.parametrize("newline", [b"\n", b""])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_binary_format_is_recognised_and_read(newline, pack):
    vectors = [[0.1, 2e5, -3.0], [1.5, 0.0, 7.25]]
    found = read(pack(binary(["naïve", "cat"], vectors, newline)))
    assert found.words == ("naïve", "cat")
    np.testing.assert_allclose(found.vectors, np.array(vectors, np.float32))


@given(
    words=st.lists(st.text("abcdefé", min_size=1, max_size=5), min_size=1, max_size=8, unique=True),
    dim=st.integers(2, 6),
    seed=st.integers(0, 99),
)
def test_what_is_written_is_read_again(words, dim, seed):
    vectors = np.random.default_rng(seed).normal(size=(len(words), dim)).astype(np.float32)
    text = io.StringIO()
    write_vectors(text, WordVectors(tuple(words), vectors))
    found = read(text.getvalue().encode())
    assert found.words == tuple(words)
    np.testing.assert_allclose(found.vectors, vectors, rtol=1e-5, atol=1e-6)


def test_only_the_first_words_are_read():
    lines = b"".join(b"w%d %d %d\n" % (i, i, i) for i in range(100))
    assert read(lines, max_words=7).words == tuple(f"w{i}" for i in range(7))
    assert len(read(binary([f"w{i}" for i in range(100)], [[1.0, 2.0]] * 100), max_words=7)) == 7


def test_what_is_no_utf_8_becomes_the_replacement_mark():
    assert read(b"caf\xe9 1 2\nnorm 3 4\n").words == ("caf\ufffd", "norm")


def test_a_word_that_comes_again_is_passed_over():
    found = read(b"a 1 2\nb 3 4\na 5 6\n")
    assert found.words == ("a", "b")
    np.testing.assert_array_equal(found.vectors, [[1, 2], [3, 4]])


def test_a_word_may_hold_a_space():
    assert read(b"a 1 2\n. . 3 4\n").words == ("a", ". .")


PLAIN_LINES = [b"a 1 2\n", b"bc -3.5 4e2\n", b"d .25 6\r\n"]
ODD_LINES = [
    b"d 5 6 \n",
    b"e f 7 8\n",
    b"g 9\n",
    b"h  1 2\n",
    b"\n",
    b"i\t1 2\n",
    b"j 1 2",
    b" 1 2\n",
    b"m 1 2 3\n",
]


@given(
    lines=st.lists(st.sampled_from(4 * PLAIN_LINES + ODD_LINES), min_size=1, max_size=6),
    trailing=st.booleans(),
)
def test_lines_parsed_together_are_the_same_as_parsed_one_by_one(lines, trailing):
    spaced = PLAIN_LINES if trailing else []
    block = b"".join(line.replace(b"\n", b" \n") if line in spaced else line for line in lines)
    layout = Layout(2, 0, binary=False, trailing_space=trailing)
    try:
        words, vectors = _parse_quickly(block, layout)
    except (ValueError, pa.ArrowInvalid):
        assert not set(lines) <= {*PLAIN_LINES[:2]}  # what is unusual is left to the other way
        return
    one_by_one = list(_parse_carefully(block, layout, 1))
    assert words == [word for line_words, _ in one_by_one for word in line_words]
    np.testing.assert_array_equal(vectors, np.concatenate([line_vectors for _, line_vectors in one_by_one]))


def test_an_odd_line_far_down_a_packed_file_is_read_or_named_by_its_number():
    lines = [b"w%d %d 0.25" % (i, i) for i in range(70_000)]
    lines[65_000] = b"at name@domain 7 8"
    found = read(gzip.compress(b"\n".join(lines), 1), max_words=70_000)
    assert found.words[65_000] == "at name@domain"
    np.testing.assert_array_equal(found.vectors[[64_999, 65_000, 65_001], 0], [64_999, 7, 65_001])
    lines[68_000] = b"short 1"
    with pytest.raises(VectorFileError, match="Line 68001 "):
        read(gzip.compress(b"\n".join(lines), 1), max_words=70_000)
    assert (
        len(read(gzip.compress(b"\n".join(lines), 1), max_words=50_000)) == 50_000
    )  # nothing is read behind them


def test_a_line_without_end_is_not_read_into_memory():
    with pytest.raises(VectorFileError, match="Line 2 "):
        read(gzip.compress(b"a 1 2\n" + b"x" * 5_000_000, mtime=0))


def test_quotation_marks_are_words_like_others():
    assert read(b'" 1 2\nnull 3 4\n').words == ('"', "null")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Line 1"),
        (b"word\n", "Line 1"),
        (b"a 1 2\nb 3\n", "Line 2"),
        (b"a 1 2\nb 3 x\n", "Line 2"),
        (b"a 1 2\nb nan 3\n", "Line 2"),
        (b"2 2\na 1 2\nb 3\n", "Line 3"),
        (binary(["a", "b"], [[1.0, 2.0]] * 2)[:-5], "Word 2 of 2"),
        (gzip.compress(GLOVE * 50, mtime=0)[:-30], "cut off"),
        (b"1 3\n", "Word 1 of 1"),
        (b"a 1 2\nb 1e39 3\n", "Line 2"),
        (b"9 3\n" + b"x" * 5_000, "Word 1 of 9 does not end"),
        (b"a" + b" 1" * 40_000, "Line 1 should be shorter"),
    ],
)
def test_a_broken_file_is_named_with_its_line(data, message):
    with pytest.raises(VectorFileError, match=message):
        read(data)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(VectorFileError, match="cannot be read"):
        load_vectors(tmp_path / "none.txt")


def test_real_files_are_read(real_data):
    glove = load_vectors(real_data / "embeddings" / "glove.6B.50d.top10k.txt")
    assert glove.vectors.shape == (10361, 50)
    assert glove.neighbours("king", 3)[0].word in ("prince", "queen")
    fasttext = load_vectors(real_data / "embeddings" / "pang_lee_polarity_fasttext.vec")
    assert fasttext.vectors.shape == (1694, 100)
