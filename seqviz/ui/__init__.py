"""The only package code that imports streamlit: page frame, controls, live run panel, components."""
