from __future__ import annotations

from seqviz.ui.durations import counted
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.translation import nets


def test_what_it_has_learned_from_and_how_well_is_said_of_each():
    for net_id, source in ((nets.TATOEBA, "CC BY 2.0 France"), (BUNDLED, "Generated for this app")):
        said, result = nets.learned_from(net_id), nets.run_of(net_id).result
        assert source in said
        assert (
            f"Of {counted(result['measured'], 'pair')} set aside, it writes **{result['exact_match']:.1%}**"
            in said
        )
        assert f"BLEU **{100 * result['bleu']:.1f}** of 100" in said


def test_a_net_by_name_is_the_one_of_its_file():
    assert nets.reader(nets.TATOEBA).experiment.task == "tatoeba"
    assert nets.reader(BUNDLED).experiment.task == "french"
