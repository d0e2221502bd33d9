"""The command line, `python -m seqviz`: one file per family of commands, beside `ui` and on the same store."""
