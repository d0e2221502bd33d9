import csv
import gzip

import numpy as np

from seqviz.corpora.real_data import REVIEWS
from seqviz.experiments.word_vectors.data import plain_words
from seqviz.experiments.word_vectors.review_counts import (
    ASSET,
    WINDOW,
    WORDS,
    count_texts,
    make_review_counts,
    num_reviews,
    review_counts,
)


def test_the_counts_that_come_with_the_app_are_small_whole_and_symmetric():
    found = review_counts()
    assert ASSET.stat().st_size < 40_000 and "review_counts" in (ASSET.parent / "README.md").read_text()
    assert found.words == tuple(dict.fromkeys(WORDS.split())) and num_reviews() == 24_904
    np.testing.assert_array_equal(found.counts, found.counts.T)
    assert (found.counts.sum(axis=1) <= found.totals).all() and (found.totals > 0).all()


def test_windows_end_with_their_text():
    found = count_texts(["Ice and water.", "Steam, water; ice!"], ["ice", "steam", "water"], 1)
    assert found.words == ("ice", "steam", "water")
    assert found.totals.tolist() == [2, 1, 3]
    assert found.counts.tolist() == [[0, 0, 1], [0, 0, 1], [1, 1, 0]]


def test_a_table_of_reviews_is_counted_each_different_one_once(tmp_path):
    table = tmp_path / "reviews.csv"
    table.write_text(
        "review,sentiment\nA funny comedy<br />film,positive\nA funny comedy<br />film,positive\nHorror,negative\n"
    )
    make_review_counts(table, path := tmp_path / "counts.json")
    assert '"num_texts": 2' in path.read_text()
    assert '"words": ["comedy", "horror", "funny", "film"]' in path.read_text()
    assert '"totals": [3, 0, 3, 3]' in path.read_text()


def test_the_rarest_word_is_counted_as_in_the_reviews(real_data):
    """Pair by pair over the reviews that hold it; the others have no part in its row."""
    with gzip.open(real_data / REVIEWS, "rt", encoding="utf-8", newline="") as file:
        texts = {
            row["review"].replace("<br />", " ")
            for row in csv.DictReader(file)
            if "steam" in row["review"].lower()
        }
    total, near = 0, dict.fromkeys(review_counts().words, 0)
    for tokens in map(plain_words, texts):
        for place in (k for k, token in enumerate(tokens) if token == "steam"):
            company = [*tokens[max(0, place - WINDOW) : place], *tokens[place + 1 : place + 1 + WINDOW]]
            total += len(company)
            for token in company:
                near[token] = near.get(token, 0) + 1
    row = review_counts().row("steam")
    assert total == review_counts().totals[row]
    assert [near[word] for word in review_counts().words] == review_counts().counts[row].tolist()
