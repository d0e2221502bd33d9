"""What the scripts of each comparison consist of: its data and its nets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seqviz.corpora.fibonacci import fibonacci, other_starts
from seqviz.corpora.lagged import adding_batch, recall_batch
from seqviz.corpora.stories import all_words, draw_story
from seqviz.corpora.teddy import LABELS, split_in_pairs, teddy_sentences
from seqviz.experiments.fibonacci import first_fitting
from seqviz.experiments.fill_in import story_fitting
from seqviz.experiments.next_word.config import ARMS as NEXT_WORD_ARMS
from seqviz.experiments.recall import lagged_fitting
from seqviz.experiments.tagging import train as tagging_fitting
from seqviz.experiments.tagging.config import ARMS as TAGGING_ARMS
from seqviz.export.comparison_parts import Parts
from seqviz.export.filling import fill
from seqviz.export.layers import KERAS, ONE_BIAS, TORCH, TWO_BIASES
from seqviz.export.standalone import standalone
from seqviz.models.lagged import EMBEDDING_DIM
from seqviz.runs.labelling import NOT_COUNTED, TURNS
from seqviz.text.tokens import words

#: Keras's loss where an answer at each token is a number of a class, and padding has none.
_CLASSES = f"keras.losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class={NOT_COUNTED})"
_DRAWN_ANEW = "# drawn anew for every step, with the function above"


def parts_of(experiment: Any) -> Parts:
    """Return what a comparison's scripts consist of.

    Raises:
        KeyError: if the experiment is no comparison.
    """
    return _PARTS[experiment.kind](experiment)


def _recall(experiment: Any) -> Parts:
    return Parts(
        about="Three cells learn to name the first symbol of a sequence after a lag",
        functions=standalone(recall_batch),
        data=_DRAWN_ANEW,
        torch_nets=fill("recall_pytorch", {}),
        keras_nets=fill("recall_keras", {}),
        keras_loss="keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        bias_note=f"{ONE_BIAS} (The GRU has two.)",
        steps_a_turn=lagged_fitting.STEPS_A_TURN,
        further={
            "LAGS": experiment.lags,
            "EMBEDDING_DIM": EMBEDDING_DIM,
            "LEARNED": lagged_fitting.LEARNED,
        },
        has_weights=False,
    )


def _clipping(experiment: Any) -> Parts:
    return Parts(
        about="The same net adds two marked numbers of a sequence, unclipped and clipped in two ways",
        functions=standalone(adding_batch),
        data=_DRAWN_ANEW,
        torch_nets=fill("clipping_pytorch", {}),
        keras_nets=fill("clipping_keras", {}),
        keras_loss='"mse"',
        bias_note=ONE_BIAS,
        steps_a_turn=max(1, experiment.num_steps // lagged_fitting.POINTS),
        optimizer="SGD",
        has_weights=False,
    )


def _fibonacci(experiment: Any) -> Parts:
    return Parts(
        about="Two small nets learn which number comes next when each is the sum of the two before it",
        functions=standalone(fibonacci, other_starts),
        data=fill("fibonacci_data", {}),
        torch_nets=fill("fibonacci_pytorch", {}),
        keras_nets=fill("fibonacci_keras", {}),
        keras_loss='"mse"',
        bias_note=ONE_BIAS,
        steps_a_turn=max(1, experiment.num_steps // first_fitting.TURNS),
        further={"NUM_STARTS": first_fitting.NUM_STARTS, "CLIP_NORM": first_fitting.CLIP_NORM},
        rename=_renaming(r"/((?:weight|bias)_\wh)$", r"/recurrent.\1_l0"),
    )


def _order(experiment: Any) -> Parts:
    return Parts(
        about="A net that cannot see the order of the words beside one that reads word after word",
        functions=f"import csv\nfrom collections import Counter\n{standalone(words)}",
        data=fill("order_data", {}),
        torch_nets=fill("order_pytorch", {}),
        keras_nets=fill("order_keras", {}),
        keras_loss="keras.losses.BinaryCrossentropy(from_logits=True)",
        bias_note=ONE_BIAS,
        steps_a_turn=max(1, experiment.num_steps // first_fitting.TURNS),
        further={
            "VOCABULARY_SIZE": first_fitting.VOCABULARY_SIZE,
            "MEASURED_REVIEWS": first_fitting.MEASURED_REVIEWS,
        },
        files="reviews.csv",
    )


def _tagging(experiment: Any) -> Parts:
    arms = {name: (2 if name == TAGGING_ARMS[2] else 1, name != TAGGING_ARMS[0]) for name in TAGGING_ARMS}
    return Parts(
        about="Three nets label each word as toy, person or other",
        functions=standalone(teddy_sentences, split_in_pairs),
        data=fill("tagging_data", {}),
        further={
            "NOT_COUNTED": NOT_COUNTED,
            "NUM_LABELS": len(LABELS),
            "SENTENCES_ASIDE": tagging_fitting.SENTENCES_ASIDE,
        },
        **_labelling(experiment, arms, "accuracy"),
    )


def _next_word(experiment: Any) -> Parts:
    arms = {name: (1, name == NEXT_WORD_ARMS[1]) for name in NEXT_WORD_ARMS}
    return Parts(
        about="Two nets name the next word; the one that reads from both ends has seen it",
        functions=standalone(draw_story, all_words),
        data=fill("stories_data", {"answers": fill("next-word_answers", {})}),
        further={
            "NOT_COUNTED": NOT_COUNTED,
            "MOST_FILLERS": 3,
            "STORIES_ASIDE": story_fitting.STORIES_ASIDE // 8,
        },
        **_labelling(experiment, arms, "accuracy_whole"),
    )


def _labelling(experiment: Any, arms: dict[str, tuple[int, bool]], measured: str) -> dict[str, Any]:
    torch_values = {"arms": arms, "layer": TORCH[experiment.cell], "measured": measured}
    return {
        "torch_nets": fill("labelling_pytorch", torch_values),
        "keras_nets": fill("labelling_keras", {"arms": arms, "layer": KERAS[experiment.cell]}),
        "keras_loss": _CLASSES,
        "bias_note": _bias_note(experiment),
        "steps_a_turn": max(1, experiment.num_steps // TURNS),
    }


def _fill_in(experiment: Any) -> Parts:
    is_lstm = experiment.cell == "lstm"
    bias = {library: _FORGET_BIAS[library] if is_lstm else "" for library in _FORGET_BIAS}
    torch_values = {"layer": TORCH[experiment.cell], "forget_bias": bias["torch"]}
    keras_values = {"layer": KERAS[experiment.cell], "forget_bias": bias["keras"]}
    return Parts(
        about="Three nets fill in a word from the words before it, from those behind it, and from both",
        functions=standalone(draw_story, all_words),
        data=fill("stories_data", {"answers": fill("fill-in_answers", {})}),
        torch_nets=fill("fill-in_pytorch", torch_values),
        keras_nets=fill("fill-in_keras", keras_values),
        keras_loss="keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
        bias_note=_bias_note(experiment),
        steps_a_turn=max(1, experiment.num_steps // TURNS),
        further={"STORIES_ASIDE": story_fitting.STORIES_ASIDE},
        rename=_renaming(r"/(before|after)\.(\w+)_l(\d)$", r"/\1.layers.\3.\2_l0"),
    )


_FORGET_BIAS = {
    "torch": """
with torch.no_grad():  # the two biases are summed; the forget gate's begins high
    for size, layer in zip(HIDDEN_SIZES, self.layers):
        layer.bias_ih_l0[size : 2 * size] = FORGET_BIAS
        layer.bias_hh_l0[size : 2 * size] = 0.0
""",
    "keras": """
bias = ops.convert_to_numpy(layer.cell.bias).copy()
bias[size : 2 * size] = FORGET_BIAS
layer.cell.bias.assign(bias)
""",
}


def _bias_note(experiment: Any) -> str:
    return TWO_BIASES if experiment.cell == "gru" else ONE_BIAS


def _renaming(pattern: str, replacement: str) -> str:
    return (
        "import re\n\n"
        "# seqviz numbers a stack's layers; here they are modules\n"
        f'weights = {{re.sub(r"{pattern}", r"{replacement}", name): value for name, value in weights.items()}}'
    )


_PARTS: dict[str, Callable[[Any], Parts]] = {
    "recall": _recall,
    "clipping": _clipping,
    "fibonacci": _fibonacci,
    "order": _order,
    "tagging": _tagging,
    "next-word": _next_word,
    "fill-in": _fill_in,
}
