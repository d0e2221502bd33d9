"""Runs on a page: asked for, watched, named, compared, taken home."""
