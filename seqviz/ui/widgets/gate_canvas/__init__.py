"""Every gate of every unit at every token, drawn and scrubbed in the browser."""
