"""The parts of a Keras script that differ with the method: its tables, what it is asked, what its vectors are."""

from __future__ import annotations

from seqviz.experiments.word_vectors.config import Method

_NOISE = """
noise = np.cumsum(noise_distribution(corpus.counts, NOISE_POWER))


def with_noise(word):
    \"\"\"A true word, answer 1, and noise words, answer 0.\"\"\"
    drawn = np.searchsorted(noise / noise[-1], random.random(NEGATIVES), side="right")
    return np.append(word, drawn), np.append(1.0, np.zeros(NEGATIVES)).astype(np.float32)
"""
ASKED: dict[Method, str] = {
    "skip-gram": _NOISE
    + """

def asked():
    for word, near in windows():
        for other in near:
            yield [word], *with_noise(other)
""",
    "cbow": _NOISE
    + """

def asked():
    for word, near in windows():
        yield near, *with_noise(word)
""",
    "fasttext": _NOISE
    + """

def asked():
    for word, near in windows():
        for other in near:
            yield made_of[word], *with_noise(other)
""",
    "hierarchical softmax": """
def asked():
    \"\"\"At each node on the way to a word: does the way turn left there?\"\"\"
    for word, near in windows():
        for other in near:
            yield [other], *ways[word]
""",
}
TABLES: dict[Method, str] = {
    "skip-gram": "NUM_ROWS = NUM_OUTPUTS = len(vocabulary)",
    "cbow": "NUM_ROWS = NUM_OUTPUTS = len(vocabulary)",
    "fasttext": """
NUM_ROWS, NUM_OUTPUTS = len(vocabulary) + NUM_BUCKETS, len(vocabulary)
config = FastTextConfig(num_buckets=NUM_BUCKETS)
made_of = [[k, *ngram_rows(word, len(vocabulary), config)] for k, word in enumerate(vocabulary)]
""",
    "hierarchical softmax": """
NUM_ROWS, NUM_OUTPUTS = len(vocabulary), max(len(vocabulary) - 1, 1)
tree = HuffmanTree.from_counts(corpus.counts)
ways = [
    (np.array(tree.path(word)) - len(vocabulary), 1 - np.array(tree.code(word), np.float32))
    for word in range(len(vocabulary))
]
""",
    "glove": "",
}
VECTORS: dict[Method, str] = {
    "fasttext": "table = model.get_layer('inputs').get_weights()[0]\n"
    "vectors = np.array([table[rows].mean(axis=0) for rows in made_of])"
}
