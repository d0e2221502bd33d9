"""What a script says where it lies alone, without the files that it reads."""

from __future__ import annotations

#: What the page calls the download that holds a script together with its data.
ARCHIVE_LABEL = "Everything in one archive, data included"

_CHECK = """
for needed in {names}:
    if not (HERE / needed).exists():
        raise SystemExit(
            f"This script reads {{needed}} from its own folder, where there is none: it is in seqviz-{kind}.zip, which "
            "the page that this script is from offers as “{label}”."
        )
"""
_CHECK_WEIGHTS = """
if WEIGHTS and not Path(WEIGHTS).exists():
    raise SystemExit(f"There is no file {WEIGHTS}: download it from the page that this script is from.")
"""


def refusal(kind: str, *names: str) -> str:
    """Write the lines with which a script ends in one sentence where a file is missing that it reads.

    Args:
        kind: of the experiment; the archive is called after it.
        names: of the files beside the script; none where it draws its own data.
    """
    return _CHECK.format(kind=kind, names=list(names), label=ARCHIVE_LABEL) if names else ""


def weights_refusal() -> str:
    """Write the lines with which a script ends where the weights that it is given are missing."""
    return _CHECK_WEIGHTS
