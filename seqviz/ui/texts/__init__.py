"""Texts on a page: typed, uploaded, or of a corpus."""
