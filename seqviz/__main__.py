"""`python -m seqviz`: train, measure and read nets without the browser, in the same store as the app."""

from __future__ import annotations

import sys

from seqviz.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
