"""Three sentences whose co-occurrence matrix is worked out by hand."""

SENTENCES = [s.split() for s in ("I enjoy flying .", "I like NLP .", "I like deep learning .")]
VOCABULARY = ["I", "like", "enjoy", "deep", "learning", "NLP", "flying", "."]
MATRIX = [
    [0, 2, 1, 0, 0, 0, 0, 0],
    [2, 0, 0, 1, 0, 1, 0, 0],
    [1, 0, 0, 0, 0, 0, 1, 0],
    [0, 1, 0, 0, 1, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 1],
    [0, 1, 0, 0, 0, 0, 0, 1],
    [0, 0, 1, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 1, 1, 1, 0],
]
