import pytest

from seqviz.lessons.tokens.text import ids_in_words


@pytest.mark.parametrize(
    ("num_unknown", "num_tokens", "said"),
    [
        (0, 1, "Every token of this text has an id of its own."),
        (1, 1, "1 of 1 token has no id of its own and becomes <unk>"),
        (1, 9, "1 of 9 tokens has no id of its own and becomes <unk>"),
        (4, 9, "4 of 9 tokens have no id of their own and all become <unk>"),
    ],
)
def test_only_tokens_without_an_id_are_said_to_become_the_unknown_one(num_unknown, num_tokens, said):
    assert ids_in_words(num_unknown, num_tokens).startswith(said)
