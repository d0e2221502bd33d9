from __future__ import annotations

from seqviz.ui.frame.afterwards import goal_and_facts
from seqviz.ui.syllabus import Lesson


def test_the_goal_stands_first_and_the_facts_a_list():
    lesson = Lesson("p", "P", "Why?", "tag", goal="count", facts=("One.", "Two.", "Three."))
    assert goal_and_facts(lesson) == "**Count.** Keep:\n\n1. One.\n1. Two.\n1. Three."


def test_a_goal_without_facts_stands_alone():
    assert goal_and_facts(Lesson("p", "P", "Why?", "tag", goal="count")) == "**Count.**"
