"""What the run on real sentences is there to show."""

from __future__ import annotations

from seqviz.experiments.translation.trained import TranslationReader
from seqviz.export.bundled_runs import BundledRun
from seqviz.runs.picture_claim import PictureClaim

EXAMPLE = "She does not like my black dog."
#: A word of its translation -> the word of the sentence that it stands for.
STANDS_FOR = {"elle": "she", "aime": "like", "mon": "my", "chien": "dog", "noir": "black"}


def _looks_there(run: BundledRun) -> bool:
    translation = TranslationReader.from_run(run.config, run.extras, run.weights).translate(EXAMPLE)
    if translation.attention is None:
        return False
    places = translation.attention.argmax(axis=1)
    looked = {word: translation.source[k] for word, k in zip(translation.written, places, strict=True)}
    return all(looked.get(word) == stands_for for word, stands_for in STANDS_FOR.items())


LOOKS_WHERE_IT_TRANSLATES = PictureClaim(
    "The pronouns, the verb, the noun and its adjective were each written while the net looked most at the word that "
    "they stand for, though French puts the adjective behind its noun.",
    _looks_there,
)
