"""The words of the course."""

from __future__ import annotations

from seqviz.ui import frame

frame.introduction("Glossary", "What does this word mean?")
