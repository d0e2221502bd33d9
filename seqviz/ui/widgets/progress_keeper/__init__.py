"""The browser that keeps its own progress."""
