"""What to try with the space of words, and by what it is seen that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seqviz.embeddings.projection import (
    adjusted_rand_index,
    clusters,
    principal_components,
    shared_neighbours,
    trustworthiness,
)
from seqviz.embeddings.space import WordVectors
from seqviz.lessons.space import arithmetic
from seqviz.lessons.space import map as map_part
from seqviz.lessons.space.map import View
from seqviz.lessons.space.neighbours import NUM_NEIGHBOURS
from seqviz.text.numbers_written import with_minus
from seqviz.ui.frame.task import Result, Task, done, missing
from seqviz.ui.markdown import escaped
from seqviz.ui.state.page_state import usable
from seqviz.ui.texts.words import words_of
from seqviz.ui.vectors.source import Learned

MOST_TRUE = 2
NUM_VERBS = 3
#: Verbs and their past tenses.
PAST = {
    "sing": "sang", "drive": "drove", "write": "wrote", "run": "ran", "go": "went", "take": "took", "eat": "ate",
    "play": "played", "speak": "spoke", "swim": "swam", "bark": "barked", "teach": "taught", "paint": "painted",
}  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """What is on the screen.

    Attributes:
        vectors: all words.
        view: what is on the map.
        method: by which the map is drawn.
        colours: by what the words are coloured.
        num_clusters: of k-means.
        asked: the word whose neighbours are listed.
        pairs: of words, from low to high, that make the axis.
        along: the words along it.
    """

    vectors: WordVectors
    view: View
    method: str
    colours: str
    num_clusters: int
    asked: str
    pairs: Sequence[Sequence[str]]
    along: Sequence[str]


def on_screen(learned: Learned) -> Screen:
    """Return what is on the screen at the moment."""
    return Screen(
        learned.vectors,
        map_part.view_on_screen(learned),
        usable(map_part.METHOD),
        usable(map_part.COLOURS),
        usable(map_part.NUM_CLUSTERS),
        usable(map_part.ASKED).strip(),
        [words_of(part) for part in usable(arithmetic.PAIRS).split(",")],
        words_of(usable(arithmetic.ALONG)),
    )


def bent_to_trust(screen: Screen) -> Result:
    """Check that t-SNE draws the map; set its trustworthiness beside that of PCA."""
    units, points = screen.view.vectors.units, screen.view.points
    if len(units) < 3:
        return missing("The map needs three words or more.")
    straight = trustworthiness(units, principal_components(units, points.shape[1]).points)
    if screen.method != "t-SNE":
        return missing(f"The map by PCA has a trustworthiness of {straight:.2f}. Take t-SNE.")
    return done(
        f"Trustworthiness {trustworthiness(units, points):.2f} by t-SNE, {straight:.2f} by PCA, of the same "
        f"{len(units)} words."
    )


def clusters_of_meaning(screen: Screen) -> Result:
    """Check that k-means colours the map with as many clusters as there are groups; say how far the two agree."""
    grouped = [row for row, meaning in enumerate(screen.view.meanings) if meaning]
    meanings = [screen.view.meanings[row] for row in grouped]
    if len(set(meanings)) < 2:
        return missing("These vectors have no groups of meaning: take vectors that come with the app.")
    if screen.colours != "k-means":
        return missing("The colours are groups of meaning: count them, then colour by k-means.")
    if screen.num_clusters != len(set(meanings)):
        return missing(f"{screen.num_clusters} clusters are not as many as there are groups of meaning.")
    labels = clusters(screen.view.vectors.units, screen.num_clusters).labels
    index = adjusted_rand_index(meanings, [str(labels[row]) for row in grouped])
    return done(
        f"{screen.num_clusters} clusters, as many as groups of meaning: adjusted Rand index {with_minus(index, '.2f')} "
        f"over {len(grouped)} words (1: the same groups; 0: no more alike than by chance)."
    )


def map_lies(screen: Screen) -> Result:
    """Check that hardly any neighbour on the map of the word asked for is one in the space, and name the false ones."""
    shown, known = screen.view.vectors, screen.view.vectors.known([screen.asked])
    if not known or len(shown) <= NUM_NEIGHBOURS + 1:
        return missing("The map needs the word asked for, and more words than are listed as its neighbours.")
    in_space, on_map = shared_neighbours(
        shown.units, screen.view.points, shown.find(known[0]), NUM_NEIGHBOURS
    )
    false = [escaped(shown.words[row]) for row in on_map if row not in in_space]
    true = len(on_map) - len(false)
    told = f"Of {len(on_map)} neighbours of *{escaped(known[0])}* on the map {true} are true"
    if true > MOST_TRUE:
        return missing(f"{told}. Ask for another word.")
    return done(f"{told}; in the space others are nearer than {', '.join(false)}.")


def past_tense(screen: Screen) -> Result:
    """Check that verbs and their past tenses stand along the axis; say how many pasts lie further along it."""
    known = screen.vectors.known(screen.along)
    verbs = [verb for verb, past in PAST.items() if verb in known and past in known]
    if len(verbs) < NUM_VERBS:
        return missing(
            f"Verbs that stand along the axis with their past tense: {', '.join(verbs) or 'none'}. Name "
            f"{NUM_VERBS}, such as {', '.join(list(PAST)[:NUM_VERBS])}."
        )
    try:
        axis = screen.vectors.axis([(low, high) for low, high in screen.pairs])
    except ValueError:
        return missing("The axis needs pairs of words that these vectors know.")
    steps = [float((screen.vectors.unit(PAST[verb]) - screen.vectors.unit(verb)) @ axis) for verb in verbs]
    return done(
        f"Of {len(verbs)} verbs, {sum(step > 0 for step in steps)} have their past tense further along the axis, by "
        f"{with_minus(sum(steps) / len(steps), '.2f')} on average."
    )


TASKS = (
    Task(
        "Switch from PCA to t-SNE. Which groups separate, and does the trustworthiness grow?",
        {"projection": "PCA", "dimensions": "2-D"},
        bent_to_trust,
    ),
    Task(
        "Count the groups of meaning on the map. Then let k-means colour the words with as many clusters: which groups "
        "does it find, which does it mix?",
        {"colours": "meaning", "clusters": 2, "projection": "PCA"},
        clusters_of_meaning,
    ),
    Task(
        f"Where does the map lie? Find a word of whose {NUM_NEIGHBOURS} neighbours on it at most {MOST_TRUE} are true "
        "neighbours in the space.",
        {"projection": "PCA", "dimensions": "2-D", "shown": 120, "word": "computers"},
        map_lies,
    ),
    Task(
        "The axis goes from *walk* to *walked*. Place the past tenses of *sing*, *drive* and *write* beside them: on "
        "which side do they lie?",
        {"pairs": "walk walked, cook cooked", "along": "sing drive write king"},
        past_tense,
    ),
)
