from __future__ import annotations

import pytest

from seqviz.ui.state.address_lists import RunIds, Several


@pytest.mark.parametrize(
    ("setting", "value", "texts"),
    [
        (Several("steps", ("html", "stem"), (), str.upper), ["stem", "html"], ["STEM", "HTML"]),
        (Several("steps", ("html", "stem"), ("stem",)), [], [""]),
        (RunIds("beside", 4), ["r1", "r2"], ["r1", "r2"]),
    ],
)
def test_what_is_written_is_read_again(setting, value, texts):
    assert setting.write(value) == texts
    assert setting.fault("\n".join(texts)) is None
    assert setting.read(texts) == value


def test_an_older_address_that_names_a_run_before_its_id_is_understood():
    beside = RunIds("beside", 2)
    assert beside.read(["LSTM 32, word vectors 50 (920c-1)", "r2"]) == ["920c-1", "r2"]
    assert beside.fault("a\nb\nc") == "the ids of at most 2 runs"
    assert beside.fault("<b>") == "the ids of at most 2 runs"
