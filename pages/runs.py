"""All runs: one's own, everybody's, and those that come with the app."""

from seqviz.lessons.runs.listing import SETTINGS, listing
from seqviz.ui import frame

frame.introduction("Runs", "Which nets have been trained here, and where do I open them?", *SETTINGS)
listing()
