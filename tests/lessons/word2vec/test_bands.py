from collections import Counter

import numpy as np

from seqviz.claims.definitions.vectors import BANDS
from seqviz.claims.readings.bands import questions_in_band
from seqviz.lessons.word2vec.bands import band_in_words, counts_of
from seqviz.ui.vectors.source import bundled


def test_a_bands_sentence_is_counted_question_by_question():
    learned = bundled()
    vectors, counts = learned.vectors, counts_of(learned)
    for band in BANDS:
        asked = questions_in_band(counts, band)
        rarest = [min(counts[word] for word in question) for question in asked]
        answers = [vectors.analogy(a, b, c, 1).nearest[0].word for a, b, c, _ in asked]
        right = np.mean([answer == question[3] for answer, question in zip(answers, asked, strict=True)])
        said = band_in_words(vectors, asked, counts)
        assert f"these {len(asked)} questions occurs {min(rarest)} to {max(rarest)} times" in said
        assert f"**{right:.0%}**" in said


def test_counts_are_those_of_the_text():
    learned = bundled()
    assert Counter(counts_of(learned)).most_common(1)[0][1] == learned.counts.max()
    assert counts_of(learned)["king"] == learned.counts[learned.vectors.words.index("king")]
