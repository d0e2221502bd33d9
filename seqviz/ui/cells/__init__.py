"""A cell on a page: its net, its drawing, and gate surgery."""
