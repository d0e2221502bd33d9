"""Word vectors on a page: where they come from, and how they are trained."""
