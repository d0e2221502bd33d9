"""Tests of seqviz.text."""
