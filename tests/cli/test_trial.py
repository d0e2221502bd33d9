from __future__ import annotations

from seqviz.claims.every_claim import CLAIMS
from seqviz.claims.finished import finished_verdicts
from seqviz.cli.main import main


def test_a_trial_answers_with_its_verdict_and_every_condition(say):
    told = say("trial", "E1", "--levels", "units=8,32")
    assert set(told) >= {"claim", "verdict", "conditions", "seeds"}
    assert (told["claim"], told["verdict"], told["seeds"]) == ("E1", "depends", 1)
    assert [one["verdict"] for one in told["conditions"]] == ["supported"] * 2 + ["contradicted"] * 2
    assert {"library", "units", "mean", "low", "high"} <= set(told["conditions"][0])


def test_the_list_gives_every_claim_with_the_verdict_that_comes_along(say, capsys):
    told = say("trial", "--list")["claims"]
    verdicts = finished_verdicts()
    assert [each["claim"] for each in told] == list(CLAIMS)
    for each in told:
        expected = verdicts[each["claim"]].word if each["claim"] in verdicts else "not tried yet"
        assert each["verdict"] == expected


def test_every_claim_is_listed_on_a_line_of_its_own(capsys):
    main(["trial", "--list"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CLAIMS) + 1
    assert all(claim.told in line for claim, line in zip(CLAIMS.values(), lines, strict=False))


def test_what_cannot_be_tried_is_refused(refusal):
    assert "Name a claim to try" in refusal("trial")
    assert "claim needs one of E1, E2" in refusal("trial", "E99")
    assert "num_seeds needs a number from 1 to 30, not 0" in refusal("trial", "E4", "--seeds", "0")
    assert "training reviews may be 125" in refusal("trial", "E4", "--levels", "training reviews=7")
