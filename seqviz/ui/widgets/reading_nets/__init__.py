"""Nets that read a sentence in one direction or in two, drawn with their states."""
