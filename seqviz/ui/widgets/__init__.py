"""What is drawn in the browser: a folder a widget, with its script and its style beside its Python."""
