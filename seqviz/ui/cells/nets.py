"""The nets whose cell can be looked into: the ones that come with the app, one set by hand, and one's own runs."""

from __future__ import annotations

from seqviz.experiments.sentiment.config import SentimentExperiment
from seqviz.experiments.sentiment.handmade import hand_set_reader
from seqviz.experiments.sentiment.trained import SentimentReader
from seqviz.export.bundled_runs import BUNDLED
from seqviz.export.kept_runs import WITH_THE_APP
from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.store.records import RunRecord
from seqviz.ui.runs import names as run_names
from seqviz.ui.runs.menus import run_menu
from seqviz.ui.runs.trained import BUNDLED as BUNDLED_ID
from seqviz.ui.runs.trained import trained
from seqviz.ui.sentences import learned_from, readers
from seqviz.ui.state.address import Choice

TRAINED = "trained"  # on the generated reviews
HAND_SET = "by hand"
_TITLES = {
    TRAINED: "trained on generated reviews, comes with the app",
    HAND_SET: "set by hand: a light switch",
}
MOST_LISTED = 60  # runs of one's own, and as many of others
MOST_RUNS = 20


def net_setting(cell: Cell) -> Choice:
    """Return the choice among all nets of a cell that this session may look into."""
    offered = _along(cell)
    return Choice("net", (*offered, *(run.id for run in _runs(cell))), offered[0], _written)


def _along(cell: Cell) -> tuple[str, ...]:
    """Return what can be chosen without a run, the net that the page opens with first; asks no store."""
    return (*readers.names_with_the_app(cell), TRAINED, HAND_SET)


def opens_with(cell: Cell) -> str:
    """Return the net that the page of a cell opens with: one that knows real reviews, where one comes along."""
    return _along(cell)[0]


def elsewhere(cell: Cell, net: str) -> str:
    """Return the id by which other lessons know a net; "" where they do not have it."""
    if net == TRAINED:
        return BUNDLED_ID if cell == SentimentExperiment().cell else ""
    return "" if net == HAND_SET else net


def reading_with(cell: Cell, net_id: str) -> dict[str, str]:
    """Return the control with which a net known elsewhere reads on the page of a cell; none where it cannot."""
    setting = net_setting(cell)
    found = next((net for net in setting.options if net_id and elsewhere(cell, net) == net_id), None)
    return {} if found is None else {setting.name: found}


def _written(net: str) -> str:
    """Return what stands for a net in the address; links made long ago know the first of these words."""
    if net == TRAINED:
        return "trained on reviews, comes with the app"
    return net if net in WITH_THE_APP else _TITLES.get(net, f"run {net}")


def net_menu(cell: Cell) -> str:
    """Let a person choose among all nets of a cell; return TRAINED, HAND_SET, a net's name or a run's id."""
    runs = _runs(cell)
    real = {name: learned_from.title(name) for name in readers.names_with_the_app(cell)}
    titles = real | _TITLES | run_names.names(runs)
    return run_menu(
        net_setting(cell),
        "Net",
        list(titles),
        titles.__getitem__,
        help=f"After those that come with the app, the {cell.upper()} nets trained on the Sentiment page: your own "
        "first, then other people's. A stopped one reads as it was when it was stopped.",
    )


def _runs(cell: Cell) -> list[RunRecord]:
    runs = run_names.listed("sentiment", MOST_LISTED)
    return [run for run in runs if _is_shown(run.config["cell"], cell) and readers.is_readable(run)][
        :MOST_RUNS
    ]


def _is_shown(cell: Cell, page: Cell) -> bool:
    """Tell whether the nets of a cell are drawn on a page; a run may be of a cell that is known no longer."""
    return cell == page or (
        cell in CELLS and CELLS[cell].shown_with == page and CELLS[cell].drawing is not None
    )


def cell_reader(cell: Cell, net: str) -> SentimentReader:
    """Return a net that reads.

    Raises:
        StoreError: if the run or its weights are gone.
        ValueError: if no trained net has this cell.
    """
    if net == HAND_SET:
        return hand_set_reader(cell)
    if net != TRAINED:
        return readers.reader(net)
    return of_generated_reviews(cell)


def with_the_app(cell: Cell) -> SentimentReader:
    """Return the net that the page of a cell opens with.

    Raises:
        ValueError: if no net that comes with the app has this cell.
    """
    return cell_reader(cell, opens_with(cell))


def of_generated_reviews(cell: Cell) -> SentimentReader:
    """Return the net with this cell that comes with the app and has learned from the generated reviews.

    Raises:
        ValueError: if no net that comes with the app has this cell.
    """
    wanted = SentimentExperiment(cell=cell)
    name = next((name for name, made in BUNDLED.items() if made == wanted), None)
    if name is None:
        has = ", ".join(made.cell for made in BUNDLED.values() if isinstance(made, SentimentExperiment))
        raise ValueError(f"The app comes with no net with the cell {cell!r}, only with {has}.")
    found: SentimentReader = trained(wanted.kind, BUNDLED_ID, name)
    return found
