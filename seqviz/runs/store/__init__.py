"""The store of runs: the only meeting point of pages and workers."""
