"""Which settings have been set to other than their defaults, and so want their controls in sight."""

from __future__ import annotations

from collections.abc import Sequence

from seqviz.ui.state import session
from seqviz.ui.state.address import Setting
from seqviz.ui.state.page_state import PageState


def were_moved(settings: Sequence[Setting]) -> bool:
    """Tell whether the address, memory or a task has set any of some settings to other than its default."""
    return any(setting.name in session.remember(PageState).moved for setting in settings)
