"""The lessons, one folder each: the parts of a page, and nothing that another lesson needs."""
