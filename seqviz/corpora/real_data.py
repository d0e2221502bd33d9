"""Files of real data, which do not come with the app, and what does come with it and is made from them again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

#: Real film reviews, in the folder that SEQVIZ_TEST_DATA names.
REVIEWS = Path("imdb", "imdb_train.csv.gz")


def find_real_data(file: str | Path) -> Path | None:
    """Return a file, or a folder, of the folder that SEQVIZ_TEST_DATA names; None where it is not there."""
    folder = os.environ.get("SEQVIZ_TEST_DATA", "")
    found = Path(folder, file)
    return found if folder and found.exists() else None


def use_real_reviews() -> None:
    """Let SEQVIZ_IMDB name the reviews in the folder of real data, where it names none and they are there."""
    if found := find_real_data(REVIEWS):
        os.environ.setdefault("SEQVIZ_IMDB", str(found))


def make_again(asset: Path, make: Callable[[Path], None], file: str | Path) -> None:
    """Make an asset from real data, and say so: from the file named on the command line, else from that at hand.

    Args:
        asset: what is made.
        make: makes it, from the path of the data.
        file: the data, in the folder that SEQVIZ_TEST_DATA names.
    """
    source = Path(sys.argv[1]) if sys.argv[1:] else find_real_data(file)
    if source is None:
        print(f"{asset.name} is left as it is: neither an argument nor SEQVIZ_TEST_DATA leads to {file}.")
        return
    make(source)
    print(f"{asset.name}: {asset.stat().st_size:,} bytes from {source}")
