"""Brackets: do those around a word belong together, and how deep does it stand? One layer beside two or three."""
