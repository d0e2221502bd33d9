"""The menu of nets beside a page's run: that run's own net, where it has left one, and those that come with the app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from seqviz.ui import controls
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Choice


def chosen_net(setting: Choice, shown: str, opens_with: str, title: Callable[[str], str], label: str) -> str:
    """Let a person choose a net; return its id.

    Args:
        setting: its default stands for the run on the page, or, where that has left no net, for the net that the page
            opens with; its other options are ids of nets that come with the app.
        shown: the run that the page shows, if it has left a net; else BUNDLED.
        opens_with: the net that the page opens with.
        title: a net's id -> what the menu calls it.
        label: of the menu.
    """
    first = _first(shown, opens_with)
    others = (name for name in setting.options if name not in (setting.default, first))
    titles = {setting.default: title(first)} | {name: title(name) for name in others}
    if page_state.value(setting) not in titles:
        page_state.put(setting, setting.default)
    offered = replace(setting, options=tuple(titles), label=titles.__getitem__)
    return _net(setting, controls.menu(offered, label), first)


def net_on_screen(setting: Choice, shown: str, opens_with: str) -> str:
    """Return the id of the net that is chosen, where its menu is drawn elsewhere; the arguments are `chosen_net`'s."""
    return _net(setting, str(page_state.value(setting)), _first(shown, opens_with))


def _first(shown: str, opens_with: str) -> str:
    return opens_with if shown == BUNDLED else shown


def _net(setting: Choice, chosen: str, first: str) -> str:
    return first if chosen == setting.default else chosen
