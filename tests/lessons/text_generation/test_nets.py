from __future__ import annotations

from seqviz.export.bundled_runs import load_bundled_run
from seqviz.lessons.text_generation import nets
from seqviz.ui.runs.trained import BUNDLED


def test_what_it_has_learned_from_and_how_well_is_said_of_each():
    for net_id, name in ((nets.EMMA, "Austen: Emma"), (BUNDLED, "The Harbour Book")):
        said, result = nets.learned_from(net_id), nets.run_of(net_id).result
        assert f"*{name}*" in said
        assert f"**{result['bits_per_character']:.2f} bits per character**" in said
        assert f"5-grams needs {result['ngram_bits_per_character']:.2f}" in said


def test_a_net_by_name_is_the_one_of_its_file():
    weights = load_bundled_run(nets.EMMA).weights["output.bias"]
    assert (nets.reader(nets.EMMA).weights["output.bias"] == weights).all()
    assert nets.reader(BUNDLED).experiment.corpus == "harbour"


def test_what_was_noted_last_counts():
    assert nets.noted(BUNDLED, "sample")["epoch"] == 20
