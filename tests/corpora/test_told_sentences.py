from __future__ import annotations

from collections import Counter

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
from seqviz.corpora.teddy import OPENINGS, split_in_pairs, teddy_sentences
from seqviz.text.tokens import words


def up_to_teddy(sentence):
    return sentence.tokens[: sentence.tokens.index("teddy") + 1]


def test_no_beginning_gives_teddy_away():
    seen = {}
    for one in teddy_sentences():
        if "teddy" in one.tokens:
            label = one.labels[one.tokens.index("teddy")]
            seen.setdefault(up_to_teddy(one), Counter())[label] += 1
    assert len(seen) == len(set(map(tuple, map(words, OPENINGS))))
    assert all(counts[1] == counts[2] > 0 and counts[0] == 0 for counts in seen.values())


def test_both_parts_of_the_split_stay_balanced_and_together_are_all():
    train, aside = split_in_pairs(teddy_sentences(), 0.2, seed=3)
    assert sorted(map(str, train + aside)) == sorted(map(str, teddy_sentences()))
    for part in (train, aside):
        labels = Counter(one.labels[one.tokens.index("teddy")] for one in part if "teddy" in one.tokens)
        assert labels[1] == labels[2] > 0


def test_the_two_sentences_of_the_page_are_in_the_corpus():
    told = {one.tokens for one in teddy_sentences()}
    assert tuple(words('He said, "Teddy bears are on sale!"')) in told
    assert tuple(words('He said, "Teddy Roosevelt was a president."')) in told


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
