import numpy as np
import pytest
from scipy.stats import spearmanr

from seqviz.corpora.directions import directions
from seqviz.corpora.world import analogy_questions, occupations, world_sentences
from seqviz.embeddings.debias import bias_direction, component
from seqviz.embeddings.evaluation import analogy_score
from seqviz.embeddings.skipgram import train_skipgram
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.train_in_blocks import SkipGramConfig
from seqviz.text.tokens import words
from seqviz.text.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def trained():
    texts = [[token for token in words(sentence) if token.isalpha()] for sentence in world_sentences()]
    vocabulary = Vocabulary.from_texts(texts, 5000)
    ids = [vocabulary.ids(text) for text in texts]
    flat = np.concatenate(ids)
    text_ids = np.repeat(np.arange(len(ids)), [len(text) for text in ids])
    counts = np.bincount(flat, minlength=len(vocabulary))
    *_, last = train_skipgram(flat, text_ids, counts, SkipGramConfig(dim=50, window=4, epochs=15))
    assert last.seconds < 30
    return WordVectors(vocabulary.tokens[2:], last.vectors[2:].copy())


def test_the_same_seed_tells_the_same_world_and_another_seed_another():
    assert list(world_sentences(50, 1)) == list(world_sentences(50, 1)) != list(world_sentences(50, 2))


def test_a_sentence_is_whole_and_begins_with_a_capital():
    for sentence in world_sentences(300):
        assert sentence[0].isupper() and sentence.endswith(" .") and "{" not in sentence


def test_the_famous_analogies_come_out(trained):
    assert trained.analogy("man", "king", "woman").nearest[0].word == "queen"
    assert trained.analogy("spain", "madrid", "france").nearest[0].word == "paris"


@pytest.mark.parametrize("section", analogy_questions())
def test_most_questions_of_every_section_come_out(trained, section):
    score = analogy_score(trained, section, analogy_questions()[section])
    assert score.num_known == score.num_questions
    assert score.num_right > 0.85 * score.num_questions


def test_occupations_lean_the_way_the_sentences_tell(trained):
    pairs = [pair for pair in directions()["gender"].sets if len(trained.known(pair)) == 2]
    direction = bias_direction(trained, pairs).direction
    tilt = occupations()
    lean = [component(trained.unit(job), direction) for job in tilt]
    assert spearmanr(lean, list(tilt.values())).statistic > 0.7
