"""What each snippet should come to, computed in another way: name -> whether a finished run has it."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import scipy.special
import torch
from torch import nn

from seqviz.embeddings.windows import skip_gram_pairs
from seqviz.lessons.repair.running import Outcome
from seqviz.lessons.repair.snippets import snippet_named


def letters(found: Outcome) -> bool:
    text = snippet_named("letters").text
    only = "".join(sign if "a" <= sign <= "z" or "A" <= sign <= "Z" else " " for sign in text)
    return found.printed == " ".join(only.lower().split()) + "\n"


def digits(found: Outcome) -> bool:
    kept = (sign for sign in snippet_named("digits").text.lower() if sign.isalnum() or sign == " ")
    return found.printed == "".join(kept) + "\n"


def filters(found: Outcome) -> bool:
    return found.printed == "plot mess loved\n"


def maxlen(found: Outcome) -> bool:
    return found.printed == "[2, 3, 4, 5, 0, 0]\n"


def window(found: Outcome) -> bool:
    return found.variables.get("found") == skip_gram_pairs(snippet_named("window").text.split(), 2)


def coins(found: Outcome) -> bool:
    """One half, give or take two standard errors."""
    held = found.variables
    return "accuracy" in held and abs(held["accuracy"] - 0.5) < 2 * math.sqrt(0.25 / len(held["y_test"]))


def step(found: Outcome) -> bool:
    held = found.variables
    cell = nn.LSTMCell(3, 4)
    cell.load_state_dict(held["cell"].state_dict())
    return torch.allclose(held["ours"], cell(held["x"], (held["h"], held["c"]))[0], atol=1e-6)


def clip(found: Outcome) -> bool:
    """Within one step, at most 0.01 long, of the same descent with numbers of double precision."""
    weight = 1.5
    for _ in range(60):
        gradient = 2 * (weight**20 - 1) * 20 * weight**19
        weight -= 0.01 * max(-1.0, min(1.0, gradient))
    return abs(found.variables["weight"].item() - weight) < 0.01


def layers(found: Outcome) -> bool:
    held, stack = found.variables, nn.LSTM(5, 6, num_layers=2, batch_first=True)
    for k, layer in enumerate((held["first"], held["second"])):
        for name, weights in layer.state_dict().items():
            getattr(stack, name.replace("l0", f"l{k}")).data.copy_(weights)
    states, _ = stack(held["reviews_read"])
    wanted = torch.sigmoid(states[:, -1].sum(dim=-1))
    return held["found"].shape == wanted.shape and torch.allclose(held["found"], wanted, atol=1e-6)


def padding(found: Outcome) -> bool:
    return found.variables.get("accuracy", 0) > 0.95


def softmax(found: Outcome) -> bool:
    words = {"moving", "great", "funny", "clever", "lovely"}
    told = found.variables.get("probabilities", {"": -1.0})
    return all(0 < share < 1 and (share > 0.5) == (text.split()[-1] in words) for text, share in told.items())


def validation(found: Outcome) -> bool:
    """The chosen model is the first of those that are best on the validation reviews."""
    held = found.variables
    table, labels = held["validation"]
    shares = [np.mean(model.predict(table) == labels) for model in held["candidates"]]
    return held["best"] is held["candidates"][int(np.argmax(shares))]


def temperature(found: Outcome) -> bool:
    wanted = [scipy.special.softmax(np.array([2.0, 1.0, 0.0, -1.0]) / t)[0] for t in (0.5, 1.0, 2.0)]
    return np.allclose(list(found.variables["likeliest"].values()), wanted)


def attention(found: Outcome) -> bool:
    held = found.variables
    shares = held["shares"](held["queries"], held["keys"]).numpy()
    return bool((shares >= 0).all() and np.allclose(shares.sum(axis=1), 1, atol=1e-6))


CHECKS: dict[str, Callable[[Outcome], bool]] = {
    check.__name__: check
    for check in (
        letters, digits, filters, maxlen, window, coins, step, clip, layers, padding, softmax, validation,
        temperature, attention,
    )
}  # fmt: skip
