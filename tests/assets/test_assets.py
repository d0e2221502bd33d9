"""What comes along beside the code is small, and what was made from real data names its source."""

from __future__ import annotations

from seqviz.export.bundled_runs import FOLDER, PRETRAINED

#: Bytes of all that comes along: nets, vectors, words and trials.
MOST = 12_000_000


def test_all_that_comes_along_takes_at_most_twelve_megabytes():
    files = [path for path in FOLDER.parent.rglob("*") if path.is_file()]
    assert FOLDER / "emma-lstm.safetensors" in files
    assert sum(path.stat().st_size for path in files) <= MOST


def test_every_net_that_learned_from_real_data_names_its_source():
    about = (FOLDER / "SOURCES.md").read_text()
    assert [name for name in PRETRAINED if f"`{name}`" not in about] == []
