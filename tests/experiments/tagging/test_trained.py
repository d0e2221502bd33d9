from __future__ import annotations

import numpy as np
import torch

from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.tagging.trained import TaggingReader
from tests.experiments.small_comparisons import SMALL, reader


def test_the_forward_tagger_gives_both_teddys_the_very_same_probabilities():
    taggers = reader(TaggingReader, TaggingExperiment(num_steps=60))
    toy, person = (
        ["he", "said", ",", "teddy", "bears", "are", "on", "sale", "!"],
        ["he", "said", ",", "teddy", "roosevelt", "was", "a", "president", "."],
    )
    forward = [taggers.probabilities("forward", tokens)[3] for tokens in (toy, person)]
    np.testing.assert_array_equal(*forward)
    assert abs(forward[0][1] - 0.5) < 0.1
    assert taggers.probabilities("both directions", toy)[3, 1] > 0.9
    assert taggers.probabilities("both directions", person)[3, 2] > 0.9


def test_influence_is_nought_where_a_direction_has_not_read_and_autograds_elsewhere():
    taggers = reader(TaggingReader, SMALL["tagging"])
    tokens = ["teddy", "was", "washed", "."]
    found = taggers.influence("both directions", tokens)
    assert (np.triu(found["forward"], 1) == 0).all()
    assert (np.tril(found["reverse"], -1) == 0).all()
    net = taggers.nets["both directions"]
    rows = net.vectors(torch.from_numpy(taggers.vocabulary.ids(tokens)).unsqueeze(0)).detach()
    for way, (direction, norms) in enumerate(found.items()):
        jacobian = torch.autograd.functional.jacobian(lambda x, way=way: net.recurrent(x)[0][way][0, 1], rows)
        np.testing.assert_allclose(
            norms[1], jacobian[:, 0].norm(dim=(0, 2)), rtol=1e-4, atol=1e-7, err_msg=direction
        )


def test_the_layers_of_the_stack_are_all_handed_out():
    taggers = reader(TaggingReader, SMALL["tagging"])
    layers = taggers.layers("both, two layers", ["teddy", "zzz"])
    assert [(one.layer, one.direction) for one in layers] == [
        (0, "forward"), (0, "reverse"), (1, "forward"), (1, "reverse")]  # fmt: skip
    assert layers[2].gates["hidden_state"].shape == (2, 4)
