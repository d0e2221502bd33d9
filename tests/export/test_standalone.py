import pytest

from seqviz.embeddings.skipgram import SkipGram
from seqviz.embeddings.train_in_blocks import SkipGramConfig, train_in_blocks
from seqviz.export.filling import fill
from seqviz.export.standalone import standalone
from seqviz.text.padding import buckets
from seqviz.text.tokens import words

UNWRITABLE = object()


def uses_what_cannot_be_written():
    return UNWRITABLE


def namespace_of(code):
    names = {}
    exec("from __future__ import annotations\n" + code, names)
    return names


@pytest.mark.parametrize("text", ["I don't, I can't <br /> LIKE it!", "हिन्दी naïve it’s 22"])
def test_the_standalone_function_does_what_the_apps_does(text):
    code = standalone(words)
    assert "seqviz" not in code
    assert namespace_of(code)["words"](text) == words(text)


def test_constants_come_along():
    assert "BATCHES_PER_SORT = " in standalone(buckets)


def test_what_cannot_be_written_is_refused():
    with pytest.raises(ValueError, match="UNWRITABLE.*cannot be written into a script"):
        standalone(uses_what_cannot_be_written)


def test_a_missing_value_is_an_error():
    with pytest.raises(KeyError):
        fill("comparison_keras", {})


def test_a_class_comes_with_all_it_is_made_of():
    code = standalone(SkipGram, SkipGramConfig, train_in_blocks)
    assert "seqviz" not in code
    assert (
        "from torch.nn.functional import logsigmoid" in code
    )  # as written in the app, not where torch keeps it
    assert namespace_of(code)["SkipGramConfig"](dim=3).dim == 3
