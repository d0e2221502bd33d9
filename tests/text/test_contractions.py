import pytest

from seqviz.text.contractions import ambiguities, expand_contractions


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("i'm you're we've they'll she'd", "i am you are we have they will she would"),
        ("DON'T Won't can\u2019t shan't", "DO NOT Will not cannot shall not"),
        ("He's been here. She's nice.", "He has been here. She is nice."),
        ("I'd better go, I'd say", "I had better go, I would say"),
        ("He's tired, it's called Up, she's married", "He is tired, it is called Up, she is married"),
        ("It's made of wood. She's made it.", "It is made of wood. She has made it."),
        ("It's happened. It's never been seen.", "It has happened. It has never been seen."),
        ("If I'd known, she'd never seen it", "If I had known, she had never seen it"),
        ("I'd watched it, I'd need it", "I had watched it, I would need it"),
        ("How'd it go, who'd like it", "How did it go, who would like it"),
        ("Ann's hat, the boys' hats, o'clock", "Ann's hat, the boys' hats, o'clock"),
        ("Let's go, 'tis late, they'd've", "Let us go, it is late, they would have"),
    ],
)
def test_contractions_are_written_out(text, written_out):
    assert expand_contractions(text) == written_out


def test_ambiguous_contractions_are_named_with_their_other_readings():
    found = {reading.found: reading for reading in ambiguities("It's Ann's. I'd ain't don't")}
    assert set(found) == {"It's", "Ann's", "I'd", "ain't"}
    assert found["It's"].chosen == "It is"
    assert "has" in found["It's"].others
    assert found["I'd"].others == ("had", "did")
    assert found["Ann's"].chosen == "Ann's"
