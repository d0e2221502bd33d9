from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from seqviz.lessons.claims import misconceptions as notes


def test_the_most_divided_seeds_are_told(monkeypatch):
    def verdict_of(*values):
        differences = SimpleNamespace(values=np.array(values), condition={})
        return SimpleNamespace(differences=differences, condition={"part": "a", "lag": 5})

    found = {
        "E3": SimpleNamespace(conditions=[verdict_of(1.0, 2.0, -1.0), verdict_of(1.0, 2.0)]),
        "E4": SimpleNamespace(conditions=[verdict_of(1.0, -1.0, -2.0, 3.0)]),
    }
    monkeypatch.setattr(notes, "finished_verdict", found.get)
    assert notes.most_divided()[0] == "E4"
    assert (
        "Claim E4 at lag 5: by 2 of 4 seeds one arm is better, by 2 the other."
        in notes.misconceptions()[0][1]
    )
    monkeypatch.setattr(notes, "finished_verdict", lambda name: None)
    assert notes.most_divided() is None
    assert "every seed as a point" in notes.misconceptions()[0][1]
