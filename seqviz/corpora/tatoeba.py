"""Real English sentences with French translations: the pairs of the Tatoeba project, as manythings.org gives them."""

from __future__ import annotations

import os
from pathlib import Path

from seqviz.corpora.records import CorpusError

VARIABLE = "SEQVIZ_TATOEBA"
SOURCE = "Sentences of tatoeba.org, paired by www.manythings.org/anki; licence CC BY 2.0 France."


def tatoeba_file() -> Path:
    """Return the file of pairs that SEQVIZ_TATOEBA names.

    Raises:
        CorpusError: if it names none.
    """
    named = os.environ.get(VARIABLE, "")
    if not named:
        raise CorpusError(
            "The Tatoeba pairs do not come with the app. Get fra-eng.zip from www.manythings.org/anki, and give its "
            f"fra.txt as pairs of your own, or name it in {VARIABLE}."
        )
    return Path(named).expanduser()
