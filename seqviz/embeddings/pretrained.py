"""Word vectors of real English that come with the app: GloVe's for the 10,000 most frequent words.

`python -m seqviz.embeddings.pretrained [FILE]` makes the asset again from a file of GloVe's own.

Source: Pennington, Socher and Manning 2014; nlp.stanford.edu/projects/glove, glove.6B.50d.txt.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from seqviz.corpora.real_data import make_again
from seqviz.embeddings.space import WordVectors
from seqviz.embeddings.vector_files import load_vectors

ASSET = Path(__file__).resolve().parents[2] / "assets" / "vectors" / "glove_6b_50d.safetensors"
NUM_WORDS = 10_000
#: Where the folder of real data keeps GloVe's file; only its first words are read.
IN_TEST_DATA = Path("embeddings") / "glove.6B.50d.top10k.txt"
ABOUT = {
    "source": "GloVe 6B, 50 numbers (Pennington, Socher and Manning 2014): Wikipedia 2014 and Gigaword 5",
    "licence": "Public Domain Dedication and License 1.0, https://opendatacommons.org/licenses/pddl/1-0/",
    "made": f"the first {NUM_WORDS} words of glove.6B.50d.txt, rounded to 16-bit floats",
}


def make_pretrained(source: Path, path: Path = ASSET) -> None:
    """Keep the first words of a file of GloVe's, which begin with the most frequent, as 16-bit floats.

    Args:
        source: GloVe's text file, of 50 numbers a word.
        path: the asset: `vectors`, (10,000, 50) float16, and `words`, the bytes of a word a line.

    Raises:
        VectorFileError: if the file cannot be read.
        ValueError: if it holds fewer words or other vectors.
    """
    vectors = load_vectors(source, NUM_WORDS)
    if vectors.vectors.shape != (NUM_WORDS, 50):
        raise ValueError(f"{NUM_WORDS} words of 50 numbers are needed, but it holds {vectors.vectors.shape}.")
    words = np.frombuffer("\n".join(vectors.words).encode(), np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o644)
    save_file({"vectors": vectors.vectors.astype(np.float16), "words": words}, path, ABOUT)


def load_pretrained(path: Path = ASSET) -> WordVectors:
    """Return the vectors that come with the app, (10,000, 50) float32, the most frequent word first."""
    tensors = load_file(path)
    words = tensors["words"].tobytes().decode().split("\n")
    return WordVectors(tuple(words), tensors["vectors"].astype(np.float32))


if __name__ == "__main__":
    make_again(ASSET, make_pretrained, IN_TEST_DATA)
