"""File descriptors: as many as the system gives."""

from __future__ import annotations

import contextlib
import sys

#: More than ever are needed; macOS says "unlimited" and takes no more than its OPEN_MAX, 10 240.
WANTED = 10_240


def raise_limit() -> int | None:
    """Let this process, and those it starts, open more files and sockets; return how many, or None where unknown.

    The usual limits are 256 on macOS and 1 024 on Linux, and four descriptors go to every open page.
    """
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = WANTED if hard == resource.RLIM_INFINITY else min(hard, WANTED)
    if soft != resource.RLIM_INFINITY and soft < most:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
