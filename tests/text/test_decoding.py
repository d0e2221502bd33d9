import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqviz.text.decoding import LONGEST_UPLOAD, NoTextError, decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_comes_back_from_its_encoding(encoding):
    assert decode("Café – naïve\n".encode(encoding)) == "Café – naïve\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (b"\x01\x02\x03abc", "binary"),
        (b"a" * (LONGEST_UPLOAD + 1), "at most"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(NoTextError, match=sentence):
        decode(data)


@given(st.binary())
def test_any_bytes_give_text_or_a_sentence(data):
    try:
        assert decode(data) is not None
    except NoTextError as refusal:
        assert str(refusal).endswith(".")
