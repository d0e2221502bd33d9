"""Training tricks: what makes word2vec quick enough for billions of words."""

from seqviz.embeddings.frequencies import discard_probability, keep_probability, noise_distribution
from seqviz.embeddings.hierarchical_softmax import path_gradients
from seqviz.embeddings.huffman import HuffmanTree, walk
from seqviz.embeddings.update_cost import measure
from seqviz.lessons.training_tricks import counts as tricks_counts
from seqviz.lessons.training_tricks import own_frequency
from seqviz.lessons.training_tricks import tree as tricks_tree
from seqviz.lessons.training_tricks import update_costs as tricks_costs
from seqviz.lessons.training_tricks.misconceptions import MISCONCEPTIONS
from seqviz.lessons.training_tricks.settings import settings_part
from seqviz.lessons.training_tricks.tasks import TASKS, on_screen
from seqviz.ui import frame
from seqviz.ui.state.tabs import Tabs

PARTS = Tabs(
    {
        "Subsampling": (*tricks_counts.OF_SUBSAMPLING, *own_frequency.SETTINGS),
        "Negative sampling": tricks_counts.OF_THE_NOISE,
        "Hierarchical softmax": tricks_tree.SETTINGS,
        "What each saves": (tricks_costs.LARGEST,),
    }
)

frame.introduction(
    "Training tricks: subsampling, noise, and a tree",
    "How can a model with a hundred thousand possible answers learn without scoring them all?",
    *PARTS.settings(),
)
subsampling, noise, tree, costs = PARTS.draw()
with subsampling:
    tricks_counts.subsampling_part()
with noise:
    tricks_counts.noise_part()
with tree:
    tricks_tree.tree_part()
with costs:
    tricks_costs.cost_part()
    settings_part()

to_try, to_predict = frame.side_by_side()
with to_try:
    frame.tasks(TASKS, on_screen)
with to_predict:
    frame.predict(
        "Noise is drawn by count to the power ¾. Relative to how often it occurs, a word seen once is drawn …",
        (tricks_counts.MORE, tricks_counts.LESS, tricks_counts.JUST),
        tricks_counts.reveal_rare_noise,
        answer=tricks_counts.rare_noise_option(),
    )
frame.misconceptions(MISCONCEPTIONS)
frame.you_can_now()
frame.code(
    discard_probability, keep_probability, noise_distribution, HuffmanTree, walk, path_gradients, measure
)
frame.sources(
    [
        "Mikolov, Sutskever, Chen, Corrado & Dean 2013, *Distributed Representations of Words and Phrases*.",
        "Morin & Bengio 2005, *Hierarchical Probabilistic Neural Network Language Model*; Huffman 1952.",
        "Levy, Goldberg & Dagan 2015, *Improving Distributional Similarity with Lessons Learned from Word Embeddings*.",
        "word2vec.c (Google, 2013): the keep probability of the code.",
    ]
)
