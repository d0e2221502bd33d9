from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def lesson() -> None:
    from seqviz.ui import controls, frame
    from seqviz.ui.frame.set_up import show_what_was_set_up
    from seqviz.ui.frame.task import Task, missing
    from seqviz.ui.state.address import Flag, Number

    size, large = Number("size", 0, 9, 1, 1), Flag("large")
    frame.introduction("A lesson", "Why?", size, large)
    controls.slider(size, "Size")
    controls.flag(large, "Large")
    make, leave = (
        Task(sentence, values, lambda _: missing("Not yet."))
        for sentence, values in (
            ("Make it large.", {"size": 2, "large": False}),
            ("Leave it.", {"large": False}),
        )
    )
    frame.tasks([make, leave], lambda: None)
    show_what_was_set_up()


def opened() -> AppTest:
    at = AppTest.from_function(lesson).run()
    assert not at.exception
    return at


def notices(at: AppTest) -> list[dict[str, Any]]:
    data = [json.loads(element.proto.json) for element in at.get("bidi_component") if element.proto.json]
    return [found for found in data if "back_to" in found]


def test_what_a_task_changed_is_named_until_it_is_taken_back():
    at = opened()
    assert notices(at) == []
    at.button(key="task:1").click().run()
    (notice,) = notices(at)
    assert notice["said"] == "Task 1 is set up: 1 control changed."
    assert (notice["changed"], notice["back_to"]) == (["size"], "task:1")
    at.button(key="Undo").click().run()
    assert notices(at) == []


def test_a_task_that_changes_nothing_says_so_and_each_time_is_another():
    at = opened()
    at.button(key="task:2").click().run()
    (first,) = notices(at)
    assert first["said"] == "Task 2 is set up: everything stood so already." and first["changed"] == []
    at.button(key="task:2").click().run()
    assert notices(at)[0]["turn"] != first["turn"]
