"""One net trained without clipping, clipped by norm, and by value."""
