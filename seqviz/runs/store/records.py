"""What the store gives back: plain records, and the sentences with which it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from seqviz.runs.events import Metrics, Note

State = Literal["waiting", "running", "paused", "finished", "stopped", "lost", "diverged", "failed"]
Request = Literal["stop", "pause", "resume"]

#: States of a run that some worker holds.
HELD: tuple[State, ...] = ("running", "paused")
#: States of a run that will still change.
LIVE: tuple[State, ...] = ("waiting", *HELD)
#: States in which a run may be shared with whoever asks for the same experiment.
REUSABLE: tuple[State, ...] = (*LIVE, "finished")

#: Why a run ended whose worker did.
LOST_MESSAGE = "The process that trained this run ended unexpectedly; train it again."

#: Owner of the runs made on the command line: listed to everyone.
TEACHER = "teacher"
#: Owner of the runs that a trial of a claim makes: listed to nobody, but shared with whoever asks for the same.
TRIALS = "trials"
#: Owners that may have several live runs.
SEVERAL_AT_ONCE = (TEACHER, TRIALS)


class StoreError(Exception):
    """A request that the store refuses; the message is a sentence for people."""


class UnknownRun(StoreError):
    """No run has this id."""


class NotYours(StoreError):
    """Only the session that started a run may stop, pause, resume, pin or delete it."""


class TooManyRuns(StoreError):
    """As many runs of this place are under way as one place may have."""


class StoreFull(StoreError):
    """Nothing can be deleted to make room: everything kept is pinned or still running."""


class Busy(StoreError):
    """The session has another run that waits or trains.

    Attributes:
        run_id: that run.
    """

    def __init__(self, run_id: str, state: str) -> None:
        super().__init__(
            f"Your run {run_id} is still {state}: stop it, or wait for its end, to start another."
        )
        self.run_id = run_id


@dataclass(frozen=True)
class RunRecord:
    """One run, without its events and weights.

    Attributes:
        id: the address, a dash, the attempt; what `?run=` holds.
        config: the experiment's fields as plain JSON data.
        owner: the session that started it, or "teacher"; a secret of that session, not to be shown.
        private: holds or points at a person's own text, so listed to its owner only.
        expected_seconds: what the experiment expected of one core.
        fraction: how far it is, 0 to 1.
        seconds_left: the experiment's own estimate, or None.
        doing: what it is doing now, for people.
        message: why it ended, for people; "" for a run that finished.
        seconds: training seconds (pauses not counted), once it has ended.
        result: what came out, once it has finished.
        num_bytes: what its events and weights take in the store.
        label: what its owner calls it; None where they have not named it.
    """

    id: str
    attempt: int
    kind: str
    version: int
    config: dict[str, Any]
    owner: str
    private: bool
    pinned: bool
    state: State
    asked: Request | None
    heartbeat: datetime | None
    created: datetime
    started: datetime | None
    ended: datetime | None
    expected_seconds: float
    fraction: float
    seconds_left: float | None
    doing: str
    message: str
    seconds: float | None
    result: dict[str, Any] | None
    num_bytes: int
    label: str | None = None

    @property
    def is_live(self) -> bool:
        """Whether the run waits, trains or pauses, so that it will still change."""
        return self.state in LIVE

    @property
    def may_be_shared(self) -> bool:
        """Whether the same experiment asked for again is answered with this run."""
        return self.state in REUSABLE and (self.result or {}).get("ended_by") != "time budget"


class Asker(NamedTuple):
    """Which client asks for a run, beside the owner's name, which a browser without cookies changes at will.

    Attributes:
        browser: one browser; or all browsers without cookies of one network address.
        network: the network address.
        most_live: how many runs of that address may wait or train.
    """

    browser: str
    network: str
    most_live: int


class StoredEvent(NamedTuple):
    """A measurement or a note, with its place in the run's order (1 is the first)."""

    number: int
    event: Metrics | Note


class SnapshotInfo(NamedTuple):
    """Where in the training a snapshot was taken, and its size."""

    step: int
    epoch: float
    arm: str
    num_bytes: int


class QueuePlace(NamedTuple):
    """One's place in the queue.

    Attributes:
        position: 1 is next; 0 when the run does not wait.
        expected_wait_seconds: None when no worker is there to take it.
    """

    position: int
    expected_wait_seconds: float | None
