"""When do more layers help? Nets of one layer and of two or three mark brackets, and the words between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from seqviz.models.cells.registry import CELLS, Cell
from seqviz.runs.bounds import check, number, one_of, whole
from seqviz.runs.settings import Config
from seqviz.runs.settings_name import counted_setting, recurrent

#: The nets of one layer; the wide one has about as many numbers to learn as the deep net.
ONE_LAYER, WIDE_LAYER = "one layer", "one wide layer"
#: Layers of the deep net -> what it is called.
DEEP = {2: "two layers", 3: "three layers"}
#: What is asked at each token: is its pair of one kind, or how many brackets are open?
SAME_KIND, DEPTH = "same kind", "depth"


@dataclass(frozen=True)
class BracketsExperiment:
    """Every setting of the comparison; its arms are the three nets, each trained from several seeds.

    Raises:
        ConfigError: on a setting out of its bounds.
    """

    kind: ClassVar[str] = "brackets"
    version: ClassVar[int] = 1

    cell: Cell = one_of("gru", CELLS, "the recurrent cell")
    hidden_size: int = whole(16, 2, 64, "units of a layer and direction; the wide layer has more")
    embedding_dim: int = whole(8, 2, 64, "numbers in each token's vector")
    length: int = whole(20, 4, 60, "tokens in a string")
    question: str = one_of(
        SAME_KIND,
        (SAME_KIND, DEPTH),
        "asked at each token: is its pair of one kind, or how deep does it stand",
    )
    num_layers: int = whole(2, 2, 3, "layers of the deep net")
    deepest: int = whole(4, 1, 8, "brackets open at once, at most")
    learning_rate: float = number(0.02, 1e-5, 1.0, "size of a step")
    clip_norm: float = number(1.0, 0.0, 100.0, "largest gradient norm of a step; 0 clips nothing")
    batch_size: int = whole(32, 1, 256, "strings per step")
    num_steps: int = whole(200, 10, 3_000, "steps of each net")
    num_seeds: int = whole(2, 1, 10, "trainings of each net, each from a seed of its own")
    seed: int = whole(0, 0, 2**31 - 1, "seed of the random numbers; further trainings take those that follow")

    def __post_init__(self) -> None:
        check(self)

    @property
    def nets(self) -> tuple[str, str, str]:
        """What the nets are called: one layer, one wide layer, the deep net."""
        return ONE_LAYER, WIDE_LAYER, DEEP[self.num_layers]

    @property
    def num_labels(self) -> int:
        """How many answers there are to choose from."""
        return 2 if self.question == SAME_KIND else self.deepest + 1

    @property
    def arms(self) -> dict[str, tuple[str, int]]:
        """Every net from every seed: the arm's name -> net, seed."""
        seeds = range(self.seed, self.seed + self.num_seeds)
        return {arm_name(net, seed): (net, seed) for seed in seeds for net in self.nets}

    def expected_seconds(self) -> float:
        """Estimate the seconds of training on one core."""
        per_string = 1.5e-6 + 1.1e-7 * self.hidden_size
        step = 1e-3 + self.length * (1.5e-4 + self.batch_size * per_string)
        return 0.6 + (0.2 + 1.5 * self.num_layers) * self.num_seeds * self.num_steps * step

    def is_private(self) -> bool:
        """Tell whether the config holds a person's own text: never."""
        return False

    @staticmethod
    def name_parts(config: Config) -> tuple[str, ...]:
        """Return the parts of a run's name, from its settings."""
        return (
            recurrent(config),
            "how deep" if config.get("question") == DEPTH else SAME_KIND,
            f"one layer and {config.get('num_layers', 2)}",
            counted_setting(config, "num_steps"),
            counted_setting(config, "num_seeds"),
        )


def arm_name(net: str, seed: int) -> str:
    """Return what a net trained from a seed is called among the arms."""
    return f"{net}, seed {seed}"


def net_of(arm: str) -> str:
    """Return which net an arm is."""
    return arm.rsplit(", seed ", 1)[0]
