from __future__ import annotations

from seqviz.lessons.filling_gap.guess import OPTIONS, STORY, first_choices, naming_answer, reveal_naming
from seqviz.ui.fill_in import fill_in_reader
from seqviz.ui.runs.trained import BUNDLED


def test_the_answer_names_the_nets_that_have_the_country_first():
    reader = fill_in_reader(BUNDLED)
    france = int(reader.vocabulary.ids(["france"])[0])
    right = [side for side in reader.nets if reader.distribution(side, STORY.tokens, 6).argmax() == france]
    assert right == ["right", "both"]
    assert naming_answer() == OPTIONS[2]


def test_what_is_told_are_the_first_choices_and_the_way_to_the_language():
    assert f"left *{first_choices()['left'][0]}*" in reveal_naming()
    assert f"stands {STORY.tokens.index('french') - STORY.tokens.index('france')} words" in reveal_naming()
