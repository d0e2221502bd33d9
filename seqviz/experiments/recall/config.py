"""Which cell remembers how long? Every cell learns to name the first symbol after a lag, at five lags each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.models.cells.registry import CELLS
from seqviz.runs.bounds import check, number, switch, whole
from seqviz.runs.settings import Config, written
from seqviz.runs.settings_name import counted_setting

LAG_SHARES = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1)
#: With which further LSTMs begin where forget biases are compared.
BIASES = (2.0, 4.0)
SECONDS_PER_STEP_AND_TOKEN = 8e-5


@dataclass(frozen=True)
class RecallExperiment:
    """Every setting of the comparison; its arms are all cells at each lag; a cell more raises the version.

    Where forget biases are compared, LSTMs that begin with BIASES are further arms.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "recall"
    version: ClassVar[int] = 1

    longest_lag: int = whole(40, 4, 200, "distractors between symbol and question, at most")
    num_symbols: int = whole(4, 2, 16, "symbols that can be asked for")
    hidden_size: int = whole(32, 2, 128, "units of each cell")
    set_forget_bias: bool = switch(False, "set the LSTM's forget-gate bias, in place of leaving it as drawn")
    forget_bias: float = number(2.0, -4.0, 8.0, "the LSTM's forget-gate bias, if it is set")
    learning_rate: float = number(0.01, 1e-5, 1.0, "size of a step")
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    batch_size: int = whole(32, 1, 256, "sequences per step")
    num_steps: int = whole(400, 20, 3_000, "steps of each net, at most")
    compare_biases: bool = switch(
        False, "train LSTMs that begin with a forget bias of 2 and of 4 beside the others"
    )
    num_seeds: int = whole(1, 1, 10, "trainings of each net, each from a seed of its own")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers; further trainings take those that follow")

    def __post_init__(self) -> None:
        check(self)

    @property
    def lags(self) -> tuple[int, ...]:
        """The lags, shortest first."""
        return tuple(sorted({max(1, round(share * self.longest_lag)) for share in LAG_SHARES}))

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        size = self.batch_size / 32 * (0.5 + self.hidden_size / 64)
        size *= self.num_seeds * (1 + len(BIASES) / 3 * self.compare_biases)
        return 1.0 + 2.2 * self.num_steps * sum(self.lags) * SECONDS_PER_STEP_AND_TOKEN * size

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        bias = written("forget_bias", config["forget_bias"]) if config["set_forget_bias"] else ""
        return (
            f"{', '.join(cell.upper() for cell in CELLS)} of {config['hidden_size']} units",
            f"lags to {config['longest_lag']}",
            bias,
            "forget biases compared" if config.get("compare_biases") else "",
            counted_setting(config, "num_seeds") if config.get("num_seeds", 1) > 1 else "",
        )
