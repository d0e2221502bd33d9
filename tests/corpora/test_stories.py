from __future__ import annotations

import numpy as np
import pytest

from seqviz.corpora.stories import (
    COUNTRIES,
    FILLERS,
    MOST_FILLERS,
    PLACES,
    all_words,
    country_story,
    draw_story,
    place_story,
)
from seqviz.text.tokens import words


@pytest.mark.parametrize("num_fillers", [0, 3, len(FILLERS)])
def test_a_story_is_settled_by_the_word_at_its_other_end(num_fillers):
    for country, language in COUNTRIES.items():
        story = country_story(country, FILLERS[:num_fillers])
        assert (story.tokens[story.early], story.tokens[story.late]) == (country, language)
        assert story.asked == story.late
    for place, ending in PLACES.items():
        story = place_story(place, FILLERS[:num_fillers])
        assert (story.tokens[story.early], story.tokens[story.late]) == (place, ending.split()[-1])
        assert story.asked == story.early


def test_stories_are_cut_into_words_as_any_text_is():
    story = country_story("spain", FILLERS)
    assert words(" ".join(story.tokens)) == list(story.tokens)


def test_drawn_stories_hold_known_words_and_no_more_filler_than_asked():
    generator, known = np.random.default_rng(0), set(all_words())
    stories = [draw_story(generator, 2) for _ in range(200)]
    assert all(set(story.tokens) <= known for story in stories)
    assert max(story.tokens.count(",") for story in stories) == 3
    assert {story.kind for story in stories} == {"country", "place"}
    assert len(FILLERS) >= MOST_FILLERS
