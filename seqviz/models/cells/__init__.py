"""The cells, a file or a folder each with all that is true of it, and the registry that finds them by name."""
