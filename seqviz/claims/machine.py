"""On what a trial was made: what its timings hold for."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("torch", "numpy", "scikit-learn")


def machine() -> dict[str, str]:
    """Return processor, cores, system, versions and date, as words."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count() or 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(errors="replace").splitlines() if told.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def machine_in_words(told: dict[str, str]) -> str:
    """Write where a trial was made: "Intel Xeon, 2 cores, Linux x86_64; torch 2.13; 2026-01-31"."""
    libraries = ", ".join(f"{name} {told[name]}" for name in LIBRARIES if name in told)
    cores = f"{told['cores']} core{'' if told['cores'] == '1' else 's'}"
    return f"{told['processor']}, {cores}, {told['system']}; Python {told['python']}, {libraries}; {told['date']}"
