"""Strings to cleaned strings, tokens, ids and count matrices; never torch."""
