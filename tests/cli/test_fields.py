from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"cell": ', "is not JSON"),
        ("[1, 2]", "needs one JSON object of settings, not a list."),
        ('{"depth": 3}', "No setting is called depth"),
        ('{"num_epochs": true}', "The setting num_epochs needs a whole number, not True."),
    ],
)
def test_a_bad_config_file_is_refused_in_one_sentence(refusal, tmp_path, content, sentence):
    config = tmp_path / "config.json"
    config.write_text(content)
    assert sentence in refusal("train", "--config", config)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"seed": ' * 100_000,
        b'{"corpus": "caf\xe9"}',
        bytes(range(256)),
        b'{"learning_rate": NaN}',
        b'{"learning_rate": 1e400}',
        b'{"seed": ' + b"9" * 400 + b"}",
        b'{"seed": ' + b"9" * 6_000 + b"}",
        b'{"hidden_sizes": [' + b"1, " * 10_000 + b"1]}",
        b'{"hidden_sizes": [[1]]}',
        b'{"corpus": "a\\u0000b"}',
        b'{"corpus": "\\ud800"}',
        b'{"\\ud800": 1}',
    ],
    ids=lambda content: repr(content[:24]),
)
def test_no_config_file_whatever_leads_further_than_a_short_sentence(refusal, tmp_path, content):
    config = tmp_path / "config.json"
    config.write_bytes(content)
    assert len(refusal("train", "--config", config)) < 400
